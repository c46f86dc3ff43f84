"""Checks of the words of each language: relations, questions, sentence patterns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from index.errors import Fault
from index.extraction.patterns import parse_pattern
from index.reading import Data
from index.reading.vocabulary import RELATIONS
from index.suggestion import suggest
from index.vocabulary import Language, Relation

_SLOT = re.compile(r"\{[^{}]*\}|[{}]")
_ANSWER = ("{entity}", "{value}", "{as_of}")
_QUESTION = ("{entity}", "{number}", "{place}", "{date}")
_VALUES = ("{value}", "{value:date}", "{value:interval}", "{value:ordinal}")
_COUNTS = ("{number}", "{number:ordinal}")
_SENTENCE = ("{entity}", *_VALUES, *_COUNTS, "{place}", "{date}", "{name}")
_NUMBERED = ("{ordinal}", "{number}")


@dataclass(frozen=True, slots=True)
class _Template:
    """Where a template stands, what it says, and the slots that it may have."""

    file: str
    path: tuple[str | int, ...]
    text: str
    slots: tuple[str, ...]


def check_relation_words(data: Data) -> Iterator[Fault]:
    """Each language has words for each relation, and for nothing else."""
    known = data.vocabulary.relations
    for code, language in data.vocabulary.languages.items():
        file = _file(code, "relations")
        if file not in data.trees and known:
            found, fix = "the file is missing", "write it"
            yield Fault(file, 1, found, "expected the words of all relations", fix)
            continue
        for relation in known:
            if relation not in language.relations:
                yield from _without_words(relation, file, data)
        for relation in language.relations:
            if relation not in known and relation not in data.unread:
                otherwise = f"list it in {RELATIONS}"
                yield Fault(
                    file,
                    data.line_of(file, relation),
                    f'the relation "{relation}" is not known',
                    f"expected an id of {RELATIONS}",
                    suggest(relation, known, otherwise=otherwise),
                )


def check_slots(data: Data) -> Iterator[Fault]:
    """Each template has only slots that can be filled, and closes its brackets."""
    known = data.vocabulary.relations
    for code, language in data.vocabulary.languages.items():
        templates = _of_relations(code, language, known)
        for template in (*templates, *_of_kinds(code, language)):
            for found, expected in _mistakes(template):
                line = data.line_of(template.file, *template.path)
                yield Fault(template.file, line, found, expected, "correct it")


def check_values_of_sentences(data: Data) -> Iterator[Fault]:
    """A sentence pattern has a slot for the value, unless the value is the text.

    A list may be cut out of the sentence, or be the whole of it.
    """
    known = data.vocabulary.relations
    for code, language in data.vocabulary.languages.items():
        for template in _of_relations(code, language, known):
            relation = known.get(str(template.path[0]))
            if relation and template.path[1] == "sentences":
                is_cut = any(slot in template.text for slot in _VALUES)
                if relation.value != "list" and is_cut == (relation.value == "text"):
                    yield _misplaced_value(template, relation, data)


def _file(code: str, name: str) -> str:
    return f"vocabulary/{code}/{name}.yaml"


def _without_words(relation: str, file: str, data: Data) -> Iterator[Fault]:
    content = data.trees[file].content
    if isinstance(content, dict) and relation not in content:
        yield Fault(
            file,
            1,
            f'the relation "{relation}" has no words',
            "expected its label, answer, questions and sentences",
            f"add the key `{relation}`",
        )


def _of_relations(
    code: str, language: Language, known: Mapping[str, Relation]
) -> Iterator[_Template]:
    file = _file(code, "relations")
    for relation, words in language.relations.items():
        yield _Template(file, (relation, "answer"), words.answer, _ANSWER)
        for at, question in enumerate(words.questions):
            yield _Template(file, (relation, "questions", at), question, _QUESTION)
        kinds = known[relation].of if relation in known else ()
        slots = (*_SENTENCE, *(f"{{{kind}}}" for kind in kinds))
        for at, sentence in enumerate(words.sentences):
            yield _Template(file, (relation, "sentences", at), sentence, slots)


def _of_kinds(code: str, language: Language) -> Iterator[_Template]:
    file = _file(code, "kinds")
    for kind, words in language.kinds.items():
        if words.name is not None:
            yield _Template(file, (kind, "name"), words.name, _NUMBERED)
        for at, alias in enumerate(words.aliases):
            yield _Template(file, (kind, "aliases", at), alias, _NUMBERED)


def _mistakes(template: _Template) -> Iterator[tuple[str, str]]:
    for slot in _SLOT.findall(template.text):
        if slot not in template.slots:
            expected = "expected only " + ", ".join(template.slots)
            yield f'"{slot}" stands in "{template.text}"', expected
    if "sentences" in template.path and not _is_balanced(template.text):
        yield f'a bracket is open in "{template.text}"', "expected each one closed"


def _is_balanced(pattern: str) -> bool:
    try:
        parse_pattern(pattern, "")
    except ValueError:
        return False
    return True


def _misplaced_value(template: _Template, relation: Relation, data: Data) -> Fault:
    is_text = relation.value == "text"
    return Fault(
        template.file,
        data.line_of(template.file, *template.path),
        f'"{template.text}" has {"a" if is_text else "no"} slot {{value}}',
        f"expected {'none' if is_text else 'one'} for a value of kind {relation.value}",
        "correct the pattern",
    )
