"""From the text of a question to what it names, asks for and is worded like."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.language.mentions import Mention
from index.language.numbers import NumberMention, find_numbers
from index.language.times import TimeMention, find_times
from index.language.tokens import Token, fold, restem, tokenize
from index.questions.asking import Asking
from index.questions.naming import Naming, covers
from index.questions.phrases import PhraseBook, folded
from index.questions.preamble import drop_preamble
from index.questions.question import Question
from index.questions.spelling import Speller
from index.questions.thesaurus import Thesaurus
from index.vocabulary import Language

# Slots that example questions hold where real ones name something.
SLOTS = frozenset({"{entity}", "{date}", "{place}"})
_BOUNDS = ("before", "after", "until")
# "Earlier than 2004": the word that bounds a time may stand second before it.
_BOUND_REACH = 2
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]+")
# Signs without width, such as soft hyphens, stand within words of copied text.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class _Named:
    """What is named in a question, by its tokens."""

    mentions: tuple[Mention, ...]
    times: tuple[TimeMention, ...]
    numbers: tuple[NumberMention, ...]
    places: Mapping[int, str]
    aside: frozenset[int]
    is_claimed: bool


@dataclass(frozen=True, slots=True)
class Abroad:
    """What another language tells of its questions.

    `silent` are the stems, in the language of the reader, of what has no content.
    """

    asking: Asking
    silent: frozenset[str]


class QuestionReader:
    """Reads questions in one language."""

    def __init__(
        self,
        language: Language,
        *,
        code: str,
        naming: Naming,
        speller: Speller,
        thesaurus: Thesaurus,
    ) -> None:
        """Take what the language and the data know of words and names."""
        self._thesaurus = thesaurus
        self._language = language
        self._code = code
        self._naming = naming
        self._speller = speller
        self._asking = Asking(language, code)
        self._padding = PhraseBook(folded(language.padding))
        self._holding = PhraseBook(folded(language.words.get("lasting", ())))
        self._stop_words = frozenset(language.stop_words)
        self._silent = self._stop_words - self._asking.words

    def read(self, text: str, focus: str | None = None) -> Question:
        """Read a question; any string will do.

        `focus` is the kind of entity that the chat is about: where nothing else
        is named, "the third" means the third of them.
        """
        text = self._respelled(clean(text))
        tokens = drop_preamble(
            text,
            tokenize(text, self._code),
            asking=self._asking,
            naming=self._naming,
            personal=self._language.words.get("personal", ()),
        )
        named = self._named(text, tokens, focus)
        return self._question(text, tokens, named)

    def as_claim(self, read: Question) -> Question:
        """Take what was read for a claim, as if asked whether it is so.

        What opens with a question word claims nothing, and stays a question.
        """
        opening = {token.norm for token in read.tokens[:1]}
        claims = read.is_polar or opening.isdisjoint(self._asking.words)
        return replace(read, is_polar=claims, is_claim=True)

    def read_example(self, text: str, tokens: tuple[Token, ...]) -> tuple[str, ...]:
        """Read what an example question is worded like, its units.

        Examples are spelled rightly and speak of no writer, so that reading them,
        thousands at every build, takes a third of the time.
        """
        named = self._named(text, tokens, None)
        kept = self._kept(text, tokens, named)
        units = [unit for unit, _ in self._units(text, tokens, named)]
        return (*units, *_asked_unit(self._asking.expected(kept)[0]))

    def read_abroad(
        self, text: str, spoken: Sequence[Token], abroad: Abroad
    ) -> tuple[str, ...]:
        """Read an example question of another language by the words of the glossary.

        The other language tells which words carry no content, and what is asked for;
        `spoken` are the words with their stems in it.
        """
        tokens = restem(spoken, self._code)
        named = self._named(text, tokens, None)
        units = self._units(text, tokens, named)
        said = [unit for unit, _ in units if unit not in abroad.silent]
        expects, _ = abroad.asking.expected(spoken)
        return (*said, *_asked_unit(expects))

    def _question(
        self, text: str, tokens: tuple[Token, ...], named: _Named
    ) -> Question:
        spoken = [token.norm for token in tokens]
        kept = self._kept(text, tokens, named)
        words = [token.norm for token in kept]
        expects, asking = self._asking.expected(kept)
        asked = {token.norm for token in kept if token.stem in asking}
        worded = self._units(text, tokens, named)
        content = tuple(
            token
            for _, token in worded
            if token is not None
            and token.norm not in self._stop_words
            and token.norm not in asked
        )
        return Question(
            text=text,
            tokens=tokens,
            mentions=named.mentions,
            times=named.times,
            numbers=tuple(number.value.parts[0] for number in named.numbers),
            places=tuple(named.places.values()),
            units=tuple(unit for unit, _ in worded) + _asked_unit(expects),
            content=content,
            focus=self._asking.focus(kept, content),
            expects=expects,
            comparison=self._asking.comparison(set(spoken)),
            bound=self._bound(tokens, named.times) or self._held(spoken, named.times),
            is_qualified=self._asking.is_qualified(
                [t.norm for i, t in enumerate(tokens) if not covers(named.mentions, i)],
                has_number=bool(named.numbers),
            ),
            joins_kind=self._naming.joins_kind(tokens, named.mentions),
            is_polar=named.is_claimed or self._asking.is_polar(words),
            is_negated=self._has(spoken, "negation"),
            is_bare=self._asking.words.isdisjoint(words),
            follows=self._asking.follows(spoken),
            refers_back=self._has(spoken, "pronouns"),
        )

    def _kept(self, text: str, tokens: Sequence[Token], named: _Named) -> list[Token]:
        """Leave out politeness, and the slots of examples."""
        slots = _slots(text, tokens)
        return [
            token
            for i, token in enumerate(tokens)
            if i not in named.aside and i not in slots
        ]

    def _named(self, text: str, tokens: tuple[Token, ...], focus: str | None) -> _Named:
        mentions = self._naming.mentions(text, tokens, focus)
        times = find_times(text, self._language)
        if times and mentions:
            times = tuple(t for t in times if not _is_within(t, mentions))
        aside = self._padded(tokens) | self._naming.nouns(tokens, mentions)
        rest = [i for i in range(len(tokens)) if i not in aside]
        claimed = self._asking.claimed([tokens[i].norm for i in rest])
        if claimed:
            aside |= {rest[position] for position in claimed}
        # Where all is politeness ("Hello!"), politeness is what is said.
        aside = aside if len(aside) < len(tokens) else frozenset()
        return _Named(
            mentions=mentions,
            times=times,
            numbers=self._numbers(text, tokens, (*mentions, *times)),
            places=self._naming.places(tokens, mentions),
            aside=aside,
            is_claimed=bool(claimed),
        )

    def _numbers(
        self,
        text: str,
        tokens: Sequence[Token],
        taken: Sequence[Mention | TimeMention],
    ) -> tuple[NumberMention, ...]:
        """Give the numbers that belong to nothing found; "one of them" names none."""
        found = find_numbers(text, self._language, tokens)
        return tuple(
            number
            for number in found
            if not _is_within(number, taken)
            and fold(text[number.start : number.end]) not in self._stop_words
        )

    def _units(
        self, text: str, tokens: Sequence[Token], named: _Named
    ) -> list[tuple[str, Token | None]]:
        """Give the slots and the stems, these with their token."""
        units: list[tuple[str, Token | None]] = []
        entities = {m.first: m for m in named.mentions if m.entity is not None}
        within = {i for m in entities.values() for i in range(m.first, m.stop)}
        values = [(time.start, time.end, "{date}") for time in named.times]
        values += [(n.start, n.end, "{number}") for n in named.numbers]
        slots = _slots(text, tokens)
        for i, token in enumerate(tokens):
            if i in entities:
                units.append(("{entity}", None))
            elif i in within:
                continue
            elif i in slots:
                units.append((slots[i], None))
            elif values and (value := _value_at(token, values)):
                units += [(value[2], None)] if value[0] == token.start else []
            elif i in named.places:
                units.append(("{place}", None))
            elif i not in named.aside and token.norm not in self._silent:
                worded = self._thesaurus.token(token)
                units.append((worded.stem, worded))
        return units

    def _respelled(self, text: str) -> str:
        """Write the text anew with its misspelled words repaired."""
        parts, end = [], 0
        for token in tokenize(text, self._code):
            repaired = self._speller.repair(token)
            word = token.text if repaired is token else repaired.norm
            parts += [text[end : token.start], word]
            end = token.end
        return "".join((*parts, text[end:]))

    def _padded(self, tokens: Sequence[Token]) -> frozenset[int]:
        found = self._padding.find([token.norm for token in tokens])
        return frozenset(i for at, phrase in found for i in range(at, at + len(phrase)))

    def _bound(
        self, tokens: Sequence[Token], times: Sequence[TimeMention]
    ) -> str | None:
        """Tell what word stands before the first time, an article aside."""
        if not times:
            return None
        articles = self._language.words.get("articles", ())
        before = [
            token.norm
            for token in tokens
            if token.end <= times[0].start and token.norm not in articles
        ]
        nearest = set(before[-_BOUND_REACH:])
        found = (b for b in _BOUNDS if nearest & set(self._language.words.get(b, ())))
        return next(found, None)

    def _held(self, spoken: Sequence[str], times: Sequence[TimeMention]) -> str | None:
        """Bound a time at which something held: what "was in force" had begun."""
        holds = any(self._holding.find(spoken)) and not self._has(spoken, "event_verbs")
        return "until" if times and holds else None

    def _has(self, spoken: Sequence[str], listed: str) -> bool:
        return not set(spoken).isdisjoint(self._language.words.get(listed, ()))


def clean(text: str) -> str:
    """Compose the characters, drop invisible ones and fold white space."""
    composed = unicodedata.normalize("NFKC", text)
    return " ".join(_CONTROL.sub(" ", _INVISIBLE.sub("", composed)).split())


def _slots(text: str, tokens: Iterable[Token]) -> Mapping[int, str]:
    """Give the slots of an example by the position of their word."""
    if "{" not in text:
        return {}
    signed = (text[max(t.start - 1, 0) : t.end + 1] for t in tokens)
    return {i: slot for i, slot in enumerate(signed) if slot in SLOTS}


def _is_within(
    one: NumberMention | TimeMention, others: Iterable[Mention | TimeMention]
) -> bool:
    return any(other.start <= one.start < other.end for other in others)


def _value_at(
    token: Token, values: Iterable[tuple[int, int, str]]
) -> tuple[int, int, str] | None:
    """Give the date or the number that a word belongs to, as start, end and slot."""
    for value in values:
        if value[0] <= token.start < value[1]:
            return value
    return None


def _asked_unit(expects: tuple[str, ...]) -> tuple[str, ...]:
    """Let the kind of value that is asked for count like a word, if it is one."""
    return tuple(f"?{kind}" for kind in expects) if len(expects) == 1 else ()
