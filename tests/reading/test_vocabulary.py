"""The vocabulary of a data folder, and the shipped one."""

from pathlib import Path

import pytest

from index.model import Entity
from index.reading import read_data, shipped_data
from index.vocabulary import Kind, Relation, RelationWords
from tests.reading.conftest import VOCABULARY, Read


def test_a_vocabulary_is_read_whole(read: Read) -> None:
    vocabulary = read({}).vocabulary

    assert vocabulary.kinds["session"] == Kind("session", numbered=True)
    assert vocabulary.relations["parties"] == Relation(
        "parties", "number", ("treaty",), as_of=True
    )
    assert vocabulary.entities["port-office"] == Entity(
        "port-office",
        "organization",
        {"en": "the Port Office"},
        {"en": ("World Office of Ports and Harbours",)},
    )
    assert vocabulary.languages["en"].relations["parties"] == RelationWords(
        "parties", "{entity}: {value}"
    )


def test_each_folder_is_a_language(read: Read) -> None:
    vocabulary = read({"vocabulary/pt/language.yaml": "months: {maio: 5}\n"}).vocabulary

    assert sorted(vocabulary.languages) == ["en", "fr", "pt"]
    assert vocabulary.languages["pt"].months == {"maio": 5}


def test_a_folder_without_vocabulary_is_served_by_the_shipped_one(
    tmp_path: Path,
) -> None:
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "a.txt").write_text("The treaty is in force.\n")

    data = read_data(tmp_path)

    shipped = {path.name for path in (shipped_data() / "vocabulary").iterdir()}
    assert set(data.vocabulary.languages) <= shipped
    assert "en" in data.vocabulary.languages


def test_long_word_lists_stand_in_a_file_of_their_own(read: Read) -> None:
    vocabulary = read({"vocabulary/en/common.yaml": "common: [able, on]\n"}).vocabulary

    words = vocabulary.languages["en"].words
    assert words["common"] == ("able", "on")
    assert words["verbs"] == ("is", "are", "was", "has")


@pytest.mark.parametrize(
    ("file", "content", "message"),
    [
        (
            "vocabulary/kinds.yaml",
            "- id: a\n- id: a\n",
            'vocabulary/kinds.yaml:2: the id "a" stands twice, expected each id once; '
            "merge the two or rename one",
        ),
        (
            "vocabulary/kinds.yaml",
            "id: a\n",
            "vocabulary/kinds.yaml:1: the file is no list, expected a list of items; "
            'use "- id:"',
        ),
        (
            "vocabulary/relations.yaml",
            "- id: a\n  value: moment\n  of: []\n",
            'vocabulary/relations.yaml:2: `value` is "moment", expected one of date, '
            "interval, number, place, name, text, list; correct it",
        ),
        (
            "vocabulary/entities/sea.yaml",
            "- id: a\n  kind: treaty\n  names: the Treaty\n",
            'vocabulary/entities/sea.yaml:3: `names` is "the Treaty", '
            "expected a mapping of keys to values; correct it",
        ),
        (
            "vocabulary/entities/sea.yaml",
            "- id: a\n  kind: treaty\n  names: {en: A}\n  aliases:\n    en: Treaty\n",
            'vocabulary/entities/sea.yaml:5: `aliases.en` is "Treaty", expected a '
            "list; correct it",
        ),
        (
            "vocabulary/en/language.yaml",
            "months:\n  may: fifth\n",
            'vocabulary/en/language.yaml:2: `months.may` is "fifth", '
            "expected a whole number; correct it",
        ),
        (
            "vocabulary/en/relation.yaml",
            "{}\n",
            "vocabulary/en/relation.yaml:1: the file has no known name, expected "
            "common, glossary, kinds, language, messages, refusals, relations, "
            "synonyms, values (.yaml); "
            'did you mean "vocabulary/en/relations.yaml"?',
        ),
    ],
)
def test_a_faulty_vocabulary_is_told_with_its_line(
    read: Read, file: str, content: str, message: str
) -> None:
    data = read({file: content})

    assert message in map(str, data.faults)


def test_a_vocabulary_without_kinds_is_told(tmp_path: Path) -> None:
    for name, content in VOCABULARY.items():
        if not name.endswith("/kinds.yaml"):
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content)

    faults = read_data(tmp_path).faults

    assert list(map(str, faults)) == [
        "documents:1: there is no folder documents, expected one file a source in it; "
        "make it or name another --data",
        "vocabulary/kinds.yaml:1: the file is missing, expected a whole vocabulary; "
        "write it, or bring no vocabulary/",
    ]


def test_ids_of_a_file_that_is_no_yaml_are_known_as_unread(read: Read) -> None:
    data = read({"vocabulary/entities/sea.yaml": "- id: harbour-treaty\n  kind: [\n"})

    assert "harbour-treaty" in data.unread
