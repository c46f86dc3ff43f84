"""A sentence with its typed mentions, as one relation sees it."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from index.language.tokens import Token
from index.model import TIMES, Value
from index.vocabulary import Language, Relation

_LETTERED = re.compile(r"\w{1,3}\)\s*")
_LETTER = r"(?:\(?\w{1,3}\)\s*)?"
_BULLETS = "-–—*•·▪◦‣"
_SIGN = rf"(?:[{_BULLETS}]\s+)?"
_BULLET = re.compile(rf"\n\s*[{_BULLETS}]\s+")
# How many words, and how many commas, an aside behind a name may have.
_LONGEST_ASIDE = 25
_MOST_COMMAS = 3


@dataclass(frozen=True, slots=True)
class Mark:
    """A typed mention over the tokens from `first` to before `stop`.

    `kind` is a kind of entity or of value. An entity mark names its entity, any
    other carries its value.
    """

    first: int
    stop: int
    kind: str
    entity: str = ""
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage, its tokens, and its marks by their first token.

    `noun` marks its subject where that is not named ("The meeting ...").
    """

    text: str
    tokens: tuple[Token, ...]
    marks: Mapping[int, tuple[Mark, ...]]
    noun: Mark | None = None


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words by which a language joins clauses and names.

    At `breaks`, which are stems, another clause begins, `articles` may stand before
    what a slot takes, and `joining` words open a clause on a name before: "which".
    """

    breaks: Sequence[str]
    articles: frozenset[str]
    joining: frozenset[str]

    @classmethod
    def of(cls, language: Language) -> "Grammar":
        """Take the words of a language."""
        words = language.words
        joining = (words.get(key, ()) for key in ("governing", "question_words"))
        return cls(
            words.get("conjunctions", ()),
            frozenset(words.get("articles", ())),
            frozenset(chain.from_iterable(joining)),
        )


@lru_cache(maxsize=512)
def _wanted(relation: Relation) -> Mapping[str, frozenset[str]]:
    """Give the kinds of marks that each slot takes."""
    # A source may give the year of an event only, never two days for one.
    values = TIMES if relation.value == "interval" else frozenset({relation.value})
    counts = frozenset({"number", "ordinal"})
    return {
        **{kind: frozenset({kind}) for kind in relation.of},
        "entity": frozenset(relation.of),
        "value": counts if relation.value == "number" else values,
        "number": counts,
        "date": TIMES,
        "place": frozenset({"place"}),
        "name": frozenset({"name"}),
    }


class View:
    """A sentence as one relation sees it: which marks its slots take."""

    def __init__(
        self, sentence: Sentence, relation: Relation, grammar: Grammar
    ) -> None:
        """Let `{entity}` and `{value}` take what the relation tells, and of what."""
        self.sentence = sentence
        self.value = relation.value
        self.tokens = sentence.tokens
        self._grammar = grammar
        self._wanted = _wanted(relation)
        self._standing: dict[str, list[int]] = defaultdict(list)
        for position, token in enumerate(sentence.tokens):
            self._standing[token.stem].append(position)

    def starts(self, openings: Iterable[str] | None) -> Sequence[int]:
        """Give the tokens at which one of some stems, or of slots in braces, stands."""
        positions = range(len(self.tokens))
        if openings is None:
            return positions
        found: set[int] = set()
        for opening in openings:
            if opening.startswith("{") and opening not in self._standing:
                self._standing[opening] = [
                    at for at in positions if self.marks_at(at, opening[1:-1])
                ]
            found.update(self._standing.get(opening, ()))
        return sorted(found)

    def stem_at(self, position: int) -> str | None:
        """Give the stem of a token, None behind the last."""
        return self.tokens[position].stem if position < len(self.tokens) else None

    def marks_at(self, position: int, slot: str) -> Sequence[Mark]:
        """Give the marks that begin at a token and that the slot takes.

        An article may stand before the token: "to the Firearms Protocol".
        """
        wanted = self._wanted.get(slot, frozenset())
        if slot == "value" and "list" in wanted:
            return self._rest_of_clause(position)
        if self.stem_at(position) in self._grammar.articles:
            position += 1
        return [m for m in self.sentence.marks.get(position, ()) if m.kind in wanted]

    def asides_behind(self, mark: Mark) -> Iterator[int]:
        """Give the tokens at which a sentence may go on behind what it says aside.

        Brackets belong to what stands before them. Commas enclose a clause on an
        entity, "The third session, which met in Doha, adopted ...", unless they
        part it from another in a list; a clause that a word joins to it may name one.
        """
        sign = self._signs_before(mark.stop)[:1]
        if mark.stop == len(self.tokens) or sign not in {"(", ","}:
            return
        if sign == "(":
            closing = self.sentence.text.find(")", self.tokens[mark.stop].start)
            inside = sum(token.start < closing for token in self.tokens)
            if mark.stop < inside <= mark.stop + _LONGEST_ASIDE:
                yield inside
            return
        if not mark.entity or self.stem_at(mark.stop) in self._grammar.breaks:
            return
        is_joined = self.tokens[mark.stop].norm in self._grammar.joining
        commas = 0
        for end in range(mark.stop + 1, len(self.tokens)):
            is_named = not is_joined and any(self.marks_at(end - 1, "entity"))
            if is_named or end > mark.stop + _LONGEST_ASIDE or commas == _MOST_COMMAS:
                return
            if "," in self._signs_before(end):
                commas += 1
                yield end

    def is_labelled(self, first: int, stop: int) -> bool:
        """Tell whether a colon stands between tokens: "Adoption: 3 May 2031"."""
        return any(":" in self._signs_before(at) for at in range(first + 1, stop))

    def _signs_before(self, position: int) -> str:
        """Give what stands between a token and the one before, without spaces."""
        before, behind = self.tokens[position - 1 : position], self.tokens[position:]
        end = behind[0].start if behind else len(self.sentence.text)
        return self.sentence.text[before[0].end if before else 0 : end].strip()

    def words_outside_times(self) -> set[str]:
        """Give the folded words, but for those of dates: May is a month there."""
        times = {
            position
            for marks in self.sentence.marks.values()
            for mark in marks
            if mark.kind in TIMES
            for position in range(mark.first, mark.stop)
        }
        return {t.norm for i, t in enumerate(self.tokens) if i not in times}

    def entities_before(self, position: int) -> set[str]:
        """Give the entities that the relation takes and that stand before a token."""
        return {mark.entity for mark in self._marks_before(position, "entity")}

    def has_times_beside(self, taken: Iterable[Mark]) -> bool:
        """Tell whether the sentence gives a time that is none of the marks taken."""
        times = (
            mark
            for marks in self.sentence.marks.values()
            for mark in marks
            if mark.kind in TIMES
        )
        return not set(times) <= set(taken)

    def named_before(self, position: int) -> set[str]:
        """Give the entities of any kind that stand before a token."""
        return {mark.entity for mark in self._marks_before(position)} - {""}

    def _marks_before(self, position: int, slot: str | None = None) -> Iterator[Mark]:
        for first, marks in self.sentence.marks.items():
            if first < position:
                yield from (
                    m for m in marks if not slot or m.kind in self._wanted[slot]
                )

    def breaks_at(self, position: int, beside: Sequence[str]) -> bool:
        """Tell whether a gap beside the slot may not go on past this token.

        Another clause begins after a conjunction, except in the gap behind the
        subject, whose verbs a conjunction may join.
        """
        stem = self.tokens[position].stem
        return "entity" not in beside[:1] and stem in self._grammar.breaks

    def _rest_of_clause(self, position: int) -> Sequence[Mark]:
        """Take the enumeration behind a colon or within brackets."""
        if position >= len(self.tokens):
            return ()
        text, start = self.sentence.text, self.tokens[position].start
        letter = _lettered(text, start)
        before = text[:start].rstrip().removesuffix("(" if letter else "").rstrip()
        before = before.rstrip(_BULLETS).rstrip()
        if before[-1:] not in {":", "("}:
            return self._running_list(position)
        closing = text.find(")", start)
        end = closing if before[-1:] == "(" and closing > 0 else len(text)
        items = split_items(text[start + len(letter) : end], self._grammar.breaks)
        stop = sum(token.start < end for token in self.tokens)
        return (Mark(position, stop, "list", value=Value("list", items)),)

    def _running_list(self, position: int) -> Sequence[Mark]:
        """Take an enumeration in running text whose items show where they begin.

        They are single names ("in Arabic, Chinese and English"), or all begin with
        the word that the first one begins with ("to tag lanterns, to license piers
        and to train pilots").
        """
        if not self._grammar.breaks:
            return ()
        text, start = self.sentence.text, self.tokens[position].start
        end, items = _row_of_names(text, start, self._grammar.breaks)
        if not items and text[start].islower():
            word = self.tokens[position].text
            end, items = _row_of_phrases(
                text, start, word, joint=self._grammar.breaks[0]
            )
        stop = sum(token.start < end for token in self.tokens)
        return (Mark(position, stop, "list", value=Value("list", items)),) * bool(items)


def _row_of_names(
    text: str, start: int, conjunctions: Sequence[str]
) -> tuple[int, tuple[str, ...]]:
    joint = re.escape(conjunctions[0])
    name = r"[A-ZÀ-Þ]\w+"
    row = re.compile(rf"{name}(?:, {name})+,? {joint} {name}(?=[.;]|$| \()")
    found = row.match(text, start)
    if found is None:
        return start, ()
    return found.end(), split_items(found.group(), conjunctions)


def _row_of_phrases(
    text: str, start: int, word: str, *, joint: str
) -> tuple[int, tuple[str, ...]]:
    seam = rf"(?:,? {re.escape(joint)}|,)"
    phrase = rf"{re.escape(word)} [^.;:()]+?"
    row = re.compile(rf"{phrase}(?:{seam} {phrase}){{2,}}(?=\.?$)")
    found = row.match(text, start)
    if found is None:
        return start, ()
    items = re.split(rf"{seam} (?={re.escape(word)} )", found.group())
    return found.end(), tuple(item.strip() for item in items)


def words_before(tokens: Iterable[Token], articles: Container[str]) -> list[str]:
    """Give the words before a name, without the articles that belong to it."""
    before = [token.norm for token in tokens]
    while before and before[-1] in articles:
        before.pop()
    return before


def _lettered(text: str, start: int) -> str:
    """Give the letter of a first item, as in `(a) one; (b) two`."""
    match = _LETTERED.match(text, start)
    return match.group() if match else ""


def split_items(text: str, conjunctions: Sequence[str] = ()) -> tuple[str, ...]:
    """Cut an enumeration into its items.

    It is cut at semicolons if it has any, else at its bullets, else at commas and
    the first of the `conjunctions`. Letters, bullets and conjunctions that lead an
    item are left out.
    """
    joint = re.escape(conjunctions[0]) if conjunctions else "(?!)"
    lead = re.compile(rf"^{_SIGN}{_LETTER}(?:{joint}\s+)?{_SIGN}{_LETTER}")
    if ";" in text:
        parts = text.split(";")
    elif _BULLET.search(text):
        parts = _BULLET.split(text)
    else:
        parts = re.sub(rf" {joint} ", ", ", text).split(",")
    items = (lead.sub("", part.strip()).strip(" .,:(\n") for part in parts)
    return tuple(item for item in items if item)
