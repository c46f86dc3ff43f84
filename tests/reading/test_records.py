"""Records as they stand in YAML."""

import pytest

from tests.reading.conftest import Read

RECORDS = """\
- id: harbour-treaty.signature
  entity: harbour-treaty
  relation: signature
  value: "2001-05-02/2001-05-04"
  source: {document: note, locator: paragraph 1}
  examples:
    - When was the treaty signed?
- id: harbour-treaty.parties
  entity: harbour-treaty
  relation: parties
  value: 19
  as_of: "2011-03-04"
  source:
    document: note
    locator: paragraph 2
  examples: [How many parties are there?]
"""


def test_records_are_read_with_their_file_and_line(read: Read) -> None:
    signature, parties = read({"records/a.yaml": RECORDS}).records

    assert (signature.id, signature.line) == ("harbour-treaty.signature", 1)
    assert signature.parts == ("2001-05-02", "2001-05-04")
    assert (signature.document, signature.locator) == ("note", "paragraph 1")
    assert signature.line_of("examples", 0) == 7
    assert (parties.file, parties.line) == ("records/a.yaml", 8)
    assert (parties.value, parties.parts, parties.as_of) == (19, ("19",), "2011-03-04")
    assert parties.examples == ("How many parties are there?",)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "  source: {document: note, locator: paragraph 1}\n",
            "",
            "records/a.yaml:1: there is no `source`, expected the key `source`; "
            "add a line `source: ...`",
        ),
        (
            ", locator: paragraph 1",
            "",
            "records/a.yaml:5: `source` has no `locator`, expected the key `locator`; "
            "add a line `locator: ...`",
        ),
        (
            '"2001-05-02/2001-05-04"',
            "{from: 2001}",
            "records/a.yaml:4: `value` is a mapping, "
            "expected text, a whole number or a list of text; correct it",
        ),
        (
            "examples: [How many parties are there?]",
            "examples: How many parties are there?",
            'records/a.yaml:16: `examples` is "How many parties are there?", '
            "expected a list; correct it",
        ),
        (
            "- When was the treaty signed?",
            "- {q: When}",
            "records/a.yaml:7: an item of `examples` is a mapping, expected text; "
            "correct it",
        ),
        (
            "  relation: parties",
            "  realtion: parties",
            "records/a.yaml:10: `realtion` is no known key, expected id, entity, "
            "relation, value, source, examples, as_of; "
            'did you mean "relation"?',
        ),
    ],
)
def test_a_faulty_record_is_told_with_its_line(
    read: Read, old: str, new: str, message: str
) -> None:
    data = read({"records/a.yaml": RECORDS.replace(old, new)})

    assert message in map(str, data.faults)


def test_a_faulty_record_keeps_what_is_sound(read: Read) -> None:
    data = read({"records/a.yaml": RECORDS.replace("value: 19", "value: {a: 1}")})

    assert data.records[1].value is None
    assert data.records[1].relation == "parties"


def test_a_file_that_is_no_list_is_told(read: Read) -> None:
    data = read({"documents/b.txt": "B.", "records/a.yaml": "id: x\n"})

    assert list(map(str, data.faults)) == [
        'records/a.yaml:1: the file is no list, expected a list of records; use "- id:"'
    ]
