"""Marking the typed mentions of a sentence."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from index.extraction.sentence import Mark, Sentence
from index.language.mentions import Gazetteer, Mention
from index.language.names import NameMention, find_names, find_places
from index.language.numbers import NumberMention, find_numbers
from index.language.times import TimeMention, find_times
from index.language.tokens import Token, fold, norms, tokenize
from index.vocabulary import Language

# A sentence is about the entity that it names within its first words.
_SUBJECT_REACH = 3
# "The objective of the Protocol" still speaks of it.
_REFERENCE_REACH = 5


class Marker:
    """Marks sentences of one language."""

    def __init__(self, gazetteer: Gazetteer, language: Language, *, code: str) -> None:
        """Take the names of entities, and the words of the language `code`."""
        self._gazetteer = gazetteer
        self._language = language
        self._code = code

    def mark(self, text: str, subject: Mark | None) -> tuple[Sentence, Mark | None]:
        """Mark a sentence, and give the subject that the next one may refer to.

        A pronoun at the start, or "the Protocol" alone, stands for `subject`, the
        entity that the sentences before were about.
        """
        tokens = tokenize(text, self._code)
        mentions = self._mentions(text, tokens)
        marks = _entity_marks(mentions)
        following = self._following(text, tokens, marks, subject)
        if subject is not None:
            marks += self._referring(tokens, mentions, subject=subject)
        taken = {i for mark in marks for i in range(mark.first, mark.stop)}
        marks += _value_marks(text, tokens, language=self._language, taken=taken)
        return Sentence(text, tokens, _by_first(marks)), following

    def subject_behind(self, text: str, subject: Mark | None) -> Mark | None:
        """Give the subject behind a sentence that needs no other marks."""
        tokens = tokenize(text, self._code)
        marks = _entity_marks(self._mentions(text, tokens))
        return self._following(text, tokens, marks, subject)

    def _following(
        self,
        text: str,
        tokens: Sequence[Token],
        marks: Sequence[Mark],
        subject: Mark | None,
    ) -> Mark | None:
        """Give the subject behind a sentence; none is sure behind one of another."""
        others = self._gazetteer.others(text, tokens) if subject else ()
        if any(other.first <= _SUBJECT_REACH for other in others):
            return None
        return _subject(marks) or subject

    def _mentions(self, text: str, tokens: Sequence[Token]) -> list[Mention]:
        """Find names, but for those that many things share: "the questionnaire"."""
        shared = self._language.words.get("shared_names", ())
        found = self._gazetteer.find(text, tokens)
        return [m for m in found if fold(text[m.start : m.end]) not in shared]

    def _referring(
        self, tokens: Sequence[Token], mentions: Sequence[Mention], *, subject: Mark
    ) -> list[Mark]:
        if tokens and tokens[0].norm in self._language.words.get("referring", ()):
            agrees = self._agree(tokens[0].norm, subject)
            return [Mark(0, 1, subject.kind, entity=subject.entity)] if agrees else []
        return [
            Mark(m.first, m.stop, subject.kind, entity=subject.entity)
            for m in mentions[:1]
            if m.entity is None
            and m.first <= _REFERENCE_REACH
            and not m.plural
            and m.kind == subject.kind
        ]

    def _agree(self, pronoun: str, subject: Mark) -> bool:
        """Tell whether a pronoun has the gender of a name, as its article shows it."""
        name = self._gazetteer.name_of(subject.entity, subject.kind)
        article = "".join(norms(name)[:1])
        words = self._language.words
        genders = [words.get(key, ()) for key in ("masculine", "feminine")]
        return not any(
            pronoun in one and article in other
            for one, other in (genders, reversed(genders))
        )


def _subject(marks: Sequence[Mark]) -> Mark | None:
    return marks[0] if marks and marks[0].first <= _SUBJECT_REACH else None


def _by_first(marks: Iterable[Mark]) -> dict[int, tuple[Mark, ...]]:
    by_first: dict[int, tuple[Mark, ...]] = {}
    for mark in marks:
        by_first[mark.first] = (*by_first.get(mark.first, ()), mark)
    return by_first


def _entity_marks(mentions: Iterable[Mention]) -> list[Mark]:
    return [
        Mark(mention.first, mention.stop, mention.kind, entity=mention.entity)
        for mention in mentions
        if mention.entity is not None and not mention.hint
    ]


def _value_marks(
    text: str, tokens: Sequence[Token], *, language: Language, taken: set[int]
) -> Iterator[Mark]:
    """Give the marks of values; a name of an entity is no place and no name."""
    starts = [token.start for token in tokens]
    for mention in _values(text, language):
        first = bisect_left(starts, mention.start)
        stop = bisect_left(starts, mention.end)
        is_name = mention.value.kind in {"place", "name"}
        if first < stop and not (is_name and taken.intersection(range(first, stop))):
            yield Mark(first, stop, mention.value.kind, value=mention.value)


def _values(
    text: str, language: Language
) -> Iterator[TimeMention | NumberMention | NameMention]:
    times = find_times(text, language)
    yield from times
    for number in find_numbers(text, language):
        if not any(time.start <= number.start < time.end for time in times):
            yield number
    yield from chain(find_places(text, language), find_names(text, language))
