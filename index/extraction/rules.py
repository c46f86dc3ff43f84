"""The sentence patterns of one language, and which of them may fit a text."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from index.extraction.patterns import (
    Pattern,
    names_entity,
    openings_of,
    parse_pattern,
    words_of,
)
from index.extraction.screen import DATE, LIST, NUMBER, Needs, Screen, needs_of
from index.language.mentions import Gazetteer
from index.language.tokens import stem
from index.vocabulary import Language, Relation

_VALUE_NEEDS: Mapping[str, frozenset[str]] = {
    "date": DATE,
    "interval": DATE,
    "number": NUMBER,
    "list": LIST,
}


@dataclass(frozen=True, slots=True)
class Rule:
    """A relation and one way to word it.

    `is_implied` tells whether the words name no entity ("Some 900 delegates took
    part"), `spelled` are the stems of the words that the pattern spells.
    """

    relation: Relation
    pattern: Pattern
    openings: frozenset[str] | None
    is_implied: bool
    spelled: frozenset[str]


class Rules:
    """All rules of one language."""

    def __init__(
        self, relations: Iterable[Relation], language: Language, gazetteer: Gazetteer
    ) -> None:
        """Compile the patterns of the relations."""
        self._rules = tuple(_rules(relations, language, gazetteer.code))
        needs = _Needing(language, gazetteer)
        self._screen = Screen([needs.of(rule) for rule in self._rules])

    def fitting(self, words: Set[str]) -> list[Rule]:
        """Give the rules that may fit a text with these words, in their order."""
        return [self._rules[number] for number in self._screen.fitting(words)]


def _rules(
    relations: Iterable[Relation], language: Language, code: str
) -> Iterator[Rule]:
    for relation in relations:
        words = language.relations.get(relation.id)
        for sentence in words.sentences if words else ():
            pattern = parse_pattern(sentence, code)
            yield Rule(
                relation,
                pattern,
                openings_of(pattern),
                is_implied=not names_entity(pattern),
                spelled=frozenset(words_of(pattern)),
            )


class _Needing:
    """Tells what a text must hold for a rule to fit."""

    def __init__(self, language: Language, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        pronouns = language.words.get("referring", ())
        self._pronouns = {stem(word, gazetteer.code) for word in pronouns}

    def of(self, rule: Rule) -> Needs:
        # "The treaty" may be a Protocol.
        wider = filter(None, map(self._gazetteer.parent, rule.relation.of))
        anchors = self._gazetteer.anchors({*rule.relation.of, *wider})
        slots = {"entity": anchors | self._pronouns, "date": DATE, "number": NUMBER}
        if rule.relation.value in _VALUE_NEEDS:
            slots["value"] = _VALUE_NEEDS[rule.relation.value]
        return needs_of(rule.pattern, slots)
