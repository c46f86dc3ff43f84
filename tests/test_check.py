"""Every fault of a data folder is found, and told with file, line and remedy."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.check import check_data
from index.reading import Data, read_data

SOUND = {
    "documents/note.md": """\
---
id: note
title: A Note
date: "2011-03-04"
language: en
form: digest
---

The Harbour Treaty was signed in Lisbon on 2-4 May 2001. Its aim is peace in ports.

On 4 March 2011 the Harbour Treaty had nineteen parties: Malta, Peru and 17 others.
""",
    "records/treaty.yaml": """\
- id: harbour-treaty.signature
  entity: harbour-treaty
  relation: signature
  value: "2001-05-02/2001-05-04"
  source: {document: note, locator: paragraph 1}
  examples:
    - When was the Harbour Treaty signed?
- id: harbour-treaty.parties.2011
  entity: harbour-treaty
  relation: parties
  value: 19
  as_of: "2011-03-04"
  source: {document: note, locator: paragraph 2}
  examples:
    - How many parties has the Harbour Treaty?
- id: harbour-treaty.members
  entity: harbour-treaty
  relation: members
  value:
    - Malta
    - Peru
  source: {document: note, locator: paragraph 2}
  examples:
    - Who are the parties?
- id: harbour-treaty.purpose
  entity: harbour-treaty
  relation: purpose
  value: its aim is peace in ports
  source: {document: note, locator: paragraph 1}
  examples:
    - What is the Harbour Treaty for?
""",
    "vocabulary/kinds.yaml": """\
- id: instrument
- id: treaty
  parent: instrument
- id: session
  numbered: true
  part_of: harbour-treaty
""",
    "vocabulary/relations.yaml": """\
- {id: signature, value: interval, of: [instrument]}
- {id: parties, value: number, of: [treaty], as_of: true}
- {id: members, value: list, of: [treaty]}
- {id: purpose, value: text, of: []}
""",
    "vocabulary/entities/sea.yaml": """\
- id: harbour-treaty
  kind: treaty
  names: {en: the Harbour Treaty}
  aliases:
    en:
      - Treaty of Lisbon Harbour
- id: pilots-annex
  kind: treaty
  part_of: harbour-treaty
  names: {en: the Pilots Annex}
""",
    "vocabulary/en/language.yaml": """\
months: {march: 3, may: 5}
numbers: {nineteen: 19}
words: {range: [to]}
""",
    "vocabulary/en/kinds.yaml": """\
session: {singular: [session], name: "the {ordinal} session", aliases: ["S{number}"]}
""",
    "vocabulary/en/relations.yaml": """\
signature:
  label: signature
  answer: "{entity} was signed on {value}."
  questions:
    - When was {entity} signed?
  sentences:
    - "{entity} ... signed (in {place} on|on) {value}"
parties:
  label: parties
  answer: "{entity} had {value} parties on {as_of}."
members:
  label: members
  answer: "{entity}: {value}"
purpose:
  label: purpose
  answer: "{value}"
  sentences:
    - "{entity} ... aim is"
""",
}

Edit = tuple[str, str, str]
Check = Callable[..., list[str]]


@pytest.fixture
def check(tmp_path: Path) -> Check:
    """Check the sound folder with some words of its files replaced."""

    def write_and_check(*edits: Edit, files: Mapping[str, str] = {}) -> list[str]:
        contents = {**SOUND, **files}
        for name, old, new in edits:
            assert old in contents[name]
            contents[name] = contents[name].replace(old, new, 1)
        for name, content in contents.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        return list(map(str, check_data(read_data(tmp_path))))

    return write_and_check


def test_a_sound_folder_has_no_faults(check: Check) -> None:
    assert check() == []


NOTE = "documents/note.md"
RECORDS = "records/treaty.yaml"
KINDS = "vocabulary/kinds.yaml"
RELATIONS = "vocabulary/relations.yaml"
ENTITIES = "vocabulary/entities/sea.yaml"
WORDS = "vocabulary/en/relations.yaml"
KIND_WORDS = "vocabulary/en/kinds.yaml"

FAULTS = {
    "record id twice": (
        (RECORDS, "harbour-treaty.members", "harbour-treaty.signature"),
        'records/treaty.yaml:16: the id "harbour-treaty.signature" stands twice, '
        "expected an id of its own; rename this one or that of records/treaty.yaml:1",
    ),
    "record id of another form": (
        (RECORDS, "id: harbour-treaty.members", "id: harbour-treaty.parties"),
        'records/treaty.yaml:16: the id is "harbour-treaty.parties", expected '
        '"harbour-treaty.members"; correct it; a suffix such as ".2004" may follow',
    ),
    "record id of another entity": (
        (RECORDS, "id: harbour-treaty.members", "id: pilots.members"),
        'records/treaty.yaml:16: the id is "pilots.members", expected '
        '"harbour-treaty.members"; correct it; a suffix such as ".2004" may follow',
    ),
    "unknown entity": (
        (RECORDS, "entity: harbour-treaty", "entity: harbor-treaty"),
        'records/treaty.yaml:2: the entity "harbor-treaty" is not known, expected an '
        'id of vocabulary/entities/; did you mean "harbour-treaty"?',
    ),
    "entity like no other": (
        (RECORDS, "entity: harbour-treaty", "entity: zzz"),
        'records/treaty.yaml:2: the entity "zzz" is not known, expected an '
        "id of vocabulary/entities/; add it to a file of vocabulary/entities/",
    ),
    "unknown relation": (
        (RECORDS, "relation: signature", "relation: signatures"),
        'records/treaty.yaml:3: the relation "signatures" is not known, expected an '
        'id of vocabulary/relations.yaml; did you mean "signature"?',
    ),
    "relation of another kind": (
        (RELATIONS, "of: [instrument]", "of: [session]"),
        'records/treaty.yaml:3: "signature" is stated of "harbour-treaty" (treaty), '
        "expected an entity of kind session; "
        'correct one, or add "treaty" to the relation\'s `of`',
    ),
    "date that no calendar has": (
        (RECORDS, "2001-05-02/2001-05-04", "2001-02-30/2001-05-04"),
        'records/treaty.yaml:4: the value is "2001-02-30/2001-05-04", expected two '
        'dates in order such as "2004-06-28/2004-07-09"; correct the value',
    ),
    "interval in the wrong order": (
        (RECORDS, "2001-05-02/2001-05-04", "2001-05-04/2001-05-02"),
        'records/treaty.yaml:4: the value is "2001-05-04/2001-05-02", expected two '
        'dates in order such as "2004-06-28/2004-07-09"; correct the value',
    ),
    "number in words": (
        (RECORDS, "value: 19", "value: nineteen"),
        'records/treaty.yaml:11: the value is "nineteen", '
        "expected a whole number without quotes; correct the value",
    ),
    "text where a list belongs": (
        (RECORDS, "value:\n    - Malta\n    - Peru", "value: Malta"),
        'records/treaty.yaml:19: the value is "Malta", '
        "expected a list of text; correct the value",
    ),
    "figure without its day": (
        (RECORDS, '  as_of: "2011-03-04"\n', ""),
        "records/treaty.yaml:8: there is no `as_of`, expected the day for which "
        '"parties" holds; add a line such as as_of: "2004-07-09"',
    ),
    "day of what is no figure": (
        (RECORDS, "relation: purpose", 'relation: purpose\n  as_of: "2011"'),
        'records/treaty.yaml:28: "purpose" has an `as_of`, expected it only where '
        "relations.yaml says as_of: true; take the line away, or say so there",
    ),
    "day that is none": (
        (RECORDS, 'as_of: "2011-03-04"', "as_of: March 2011"),
        'records/treaty.yaml:12: `as_of` is "March 2011", expected a date such as '
        '"2004-07-09"; correct the date',
    ),
    "unknown document": (
        (RECORDS, "document: note", "document: notes"),
        'records/treaty.yaml:5: the document "notes" is not known, expected the id of '
        'a document; did you mean "note"?',
    ),
    "unknown locator": (
        (RECORDS, "locator: paragraph 1", "locator: paragraph 3"),
        'records/treaty.yaml:5: note has no "paragraph 3", expected "paragraph 1" to '
        '"paragraph 2"; correct the locator',
    ),
    "interval that is not in its passage": (
        (RECORDS, "2001-05-02/", "2001-05-03/"),
        'records/treaty.yaml:4: "2001-05-03/2001-05-04" does not stand in note, '
        "paragraph 1, expected the cited passage to say it; "
        "correct the value or the source",
    ),
    "number that is not in its passage": (
        (RECORDS, "value: 19", "value: 91"),
        'records/treaty.yaml:11: "91" does not stand in note, paragraph 2, expected '
        "the cited passage to say it; correct the value or the source",
    ),
    "list item that is not in its passage": (
        (RECORDS, "- Peru", "- Chad"),
        'records/treaty.yaml:21: "Chad" does not stand in note, paragraph 2, expected '
        "the cited passage to say it; correct the value or the source",
    ),
    "no examples": (
        (RECORDS, "examples:\n    - Who are the parties?", "examples: []"),
        "records/treaty.yaml:23: there are no examples, expected at least one "
        "question; write a question that the record answers",
    ),
    "example of two records": (
        (RECORDS, "Who are the parties?", "when was the harbour treaty signed?"),
        "records/treaty.yaml:24: the example "
        '"when was the harbour treaty signed?" stands twice, expected each question '
        "once; reword it or the one of harbour-treaty.signature",
    ),
    "example twice in a record": (
        (
            RECORDS,
            "- Who are the parties?",
            "- Who are the parties?\n    - Who  are the parties?",
        ),
        'records/treaty.yaml:25: the example "Who  are the parties?" stands twice, '
        "expected each question once; reword it or the one of harbour-treaty.members",
    ),
    "stray white space": (
        (RECORDS, "its aim is peace in ports", '"its aim is peace in ports "'),
        "records/treaty.yaml:28: `value` has stray white space, expected single spaces "
        "between words and none around them; "
        'take it away (a folded text begins with ">-")',
    ),
    "front matter out of order": (
        (NOTE, 'date: "2011-03-04"\nlanguage: en', 'language: en\ndate: "2011-03-04"'),
        "documents/note.md:4: `language` stands before `date`, expected the order "
        "id, title, date, language, form; move it",
    ),
    "alias of two entities": (
        (
            ENTITIES,
            "names: {en: the Pilots Annex}",
            "names: {en: the Pilots Annex}\n"
            "  aliases: {en: [treaty of Lisbon  harbour]}",
        ),
        'vocabulary/entities/sea.yaml:11: "treaty of Lisbon  harbour" names both '
        '"harbour-treaty" and "pilots-annex", expected each alias of one entity only; '
        "take it away from one of them, or make it a hint",
    ),
    "unknown kind": (
        (ENTITIES, "kind: treaty\n  part_of", "kind: treatise\n  part_of"),
        'vocabulary/entities/sea.yaml:8: the kind "treatise" of "pilots-annex" is not '
        'known, expected the id of a listed kind; did you mean "treaty"?',
    ),
    "unknown parent": (
        (KINDS, "parent: instrument", "parent: instruments"),
        'vocabulary/kinds.yaml:3: the kind "instruments" of "treaty" is not '
        'known, expected the id of a listed kind; did you mean "instrument"?',
    ),
    "unknown whole": (
        (ENTITIES, "part_of: harbour-treaty", "part_of: xyz"),
        'vocabulary/entities/sea.yaml:9: the entity "xyz" of "pilots-annex" is not '
        "known, expected the id of a listed entity; list it or correct it",
    ),
    "relation without words": (
        (WORDS, 'members:\n  label: members\n  answer: "{entity}: {value}"\n', ""),
        'vocabulary/en/relations.yaml:1: the relation "members" has no words, expected '
        "its label, answer, questions and sentences; add the key `members`",
    ),
    "words of no relation": (
        (WORDS, "purpose:\n", "porpoise: {label: p, answer: p}\npurpose:\n"),
        'vocabulary/en/relations.yaml:14: the relation "porpoise" is not known, '
        "expected an id of vocabulary/relations.yaml; "
        'did you mean "purpose"?',
    ),
    "unknown slot in an answer": (
        (WORDS, "on {as_of}", "on {date}"),
        'vocabulary/en/relations.yaml:10: "{date}" stands in '
        '"{entity} had {value} parties on {date}.", '
        "expected only {entity}, {value}, {as_of}; correct it",
    ),
    "value in a question": (
        (WORDS, "When was {entity} signed?", "Was {entity} signed on {value}?"),
        'vocabulary/en/relations.yaml:5: "{value}" stands in '
        '"Was {entity} signed on {value}?", '
        "expected only {entity}, {number}, {place}, {date}; correct it",
    ),
    "slot that is not closed": (
        (WORDS, "When was {entity} signed?", "When was {entity signed?"),
        'vocabulary/en/relations.yaml:5: "{" stands in "When was {entity signed?", '
        "expected only {entity}, {number}, {place}, {date}; correct it",
    ),
    "bracket that is not closed": (
        (WORDS, "(in {place} on|on) {value}", "(in {place} on|on {value}"),
        "vocabulary/en/relations.yaml:7: a bracket is open in "
        '"{entity} ... signed (in {place} on|on {value}", '
        "expected each one closed; correct it",
    ),
    "pattern without a value": (
        (WORDS, "(in {place} on|on) {value}", "in {place}"),
        'vocabulary/en/relations.yaml:7: "{entity} ... signed in {place}" has no slot '
        "{value}, expected one for a value of kind interval; correct the pattern",
    ),
    "pattern with a value that is the sentence": (
        (WORDS, "aim is", "aim is {value}"),
        'vocabulary/en/relations.yaml:18: "{entity} ... aim is {value}" has a slot '
        "{value}, expected none for a value of kind text; correct the pattern",
    ),
    "unknown slot of a numbered kind": (
        (KIND_WORDS, "S{number}", "S{value}"),
        'vocabulary/en/kinds.yaml:1: "{value}" stands in "S{value}", '
        "expected only {ordinal}, {number}; correct it",
    ),
}


@pytest.mark.parametrize(("edit", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_is_told_with_its_line_and_remedy(
    check: Check, edit: Edit, message: str
) -> None:
    assert message in check(edit)


def test_the_passage_that_does_hold_the_value_is_named(check: Check) -> None:
    wrong = (RECORDS, "locator: paragraph 2", "locator: paragraph 1")

    assert check(wrong) == [
        'records/treaty.yaml:11: "19" does not stand in note, paragraph 1, expected '
        "the cited passage to say it; it stands in paragraph 2: correct the locator"
    ]


def test_a_language_without_relations_is_told_once(check: Check) -> None:
    faults = check(files={"vocabulary/fr/language.yaml": "months: {mars: 3}\n"})

    assert faults == [
        "vocabulary/fr/relations.yaml:1: the file is missing, "
        "expected the words of all relations; write it"
    ]


def test_numbered_entities_need_no_listing(check: Check) -> None:
    faults = check(
        (
            RECORDS,
            "entity: harbour-treaty\n  relation: purpose",
            "entity: session-3\n  relation: purpose",
        ),
        (RECORDS, "harbour-treaty.purpose", "session-3.purpose"),
    )

    assert faults == []


def test_one_fault_does_not_bring_others_along(check: Check) -> None:
    faults = check((ENTITIES, "names: {en: the Harbour Treaty}", "names: Harbour"))

    assert faults == [
        'vocabulary/entities/sea.yaml:3: `names` is "Harbour", '
        "expected a mapping of keys to values; correct it"
    ]


def test_an_unclosed_document_does_not_make_its_records_faulty(check: Check) -> None:
    faults = check((NOTE, "form: digest\n---", "form: digest"))

    assert faults == [
        "documents/note.md:1: the front matter is not closed, "
        "expected a line --- after its last key; add that line"
    ]


def test_twelve_faults_are_all_told_in_one_run(check: Check) -> None:
    faults = check(
        (RECORDS, "2001-05-02/", "2001-05-01/"),
        (RECORDS, "relation: parties", "relation: partys"),
        (RECORDS, "- Peru", "- Chad"),
        (
            RECORDS,
            "    - Who are the parties?",
            "    - What is the Harbour Treaty for?",
        ),
        (
            RECORDS,
            "source: {document: note, locator: paragraph 1}\n  examples:\n    - What",
            "examples:\n    - What",
        ),
        (ENTITIES, "kind: treaty\n  part_of", "kind: treat\n  part_of"),
        (WORDS, "{entity} had {value}", "{entity} had {values}"),
        (KINDS, "- id: session", "- id: treaty"),
        files={
            "documents/bad-date.md": "---\nid: b\ntitle: B\ndate: yesterday\n"
            "language: en\nform: digest\n---\n\nText.\n",
            "documents/empty.txt": "",
            "documents/same.md": SOUND[NOTE],
            "records/bad.yaml": "- id: a\n  b: c: d\n",
        },
    )

    assert [fault.split(": ")[0] for fault in faults] == [
        "documents/bad-date.md:4",
        "documents/empty.txt:1",
        "documents/same.md:2",
        "records/bad.yaml:2",
        "records/treaty.yaml:4",
        "records/treaty.yaml:10",
        "records/treaty.yaml:21",
        "records/treaty.yaml:25",
        "records/treaty.yaml:30",
        "vocabulary/en/relations.yaml:10",
        "vocabulary/entities/sea.yaml:8",
        "vocabulary/kinds.yaml:4",
    ]


def test_the_shipped_data_has_no_faults(shipped: Data) -> None:
    assert list(map(str, check_data(shipped))) == []
