"""A question as it is understood before any answer is looked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from index.language.mentions import Mention
from index.language.times import TimeMention
from index.language.tokens import Token

QUESTION_MARKS = ("?", "؟", "？")  # noqa: RUF001 - those of all six scripts


# Without slots, for what is asked of a question again and again is kept in it.
@dataclass(frozen=True)
class Question:
    """What a question names, asks for and is worded like.

    `units` are its stems, with mentions replaced by slots, ready to be compared
    with examples. `content` are the tokens that carry meaning and name nothing,
    `focus` the one of them that "which" or "what" asks for.
    `expects` are the kinds of value asked for, none where the words do not tell;
    `comparison` says how a number in it is meant ("more than 80"), `bound` how a time
    is (`before`, `after`, `until`). `joins_kind` tells that a kind stands beside an
    entity ("the Convention and its Protocols").

    A qualified question claims more, or less sharply, than one value bears out
    ("only", "about"). A bare one has no question word, a following one opens with
    words such as "and" or "what about", and one that refers back has a pronoun. A
    claim is to be judged, though it may not be worded as a question.
    """

    text: str
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeMention, ...]
    numbers: tuple[str, ...]
    places: tuple[str, ...]
    units: tuple[str, ...]
    content: tuple[Token, ...]
    focus: Token | None
    expects: tuple[str, ...]
    comparison: Callable[[int, int], bool] | None
    bound: str | None
    joins_kind: bool
    is_qualified: bool
    is_polar: bool
    is_negated: bool
    is_bare: bool
    follows: bool
    refers_back: bool
    is_claim: bool = False

    @cached_property
    def spoken(self) -> frozenset[str]:
        """All its words, in whatever order."""
        return frozenset(token.norm for token in self.tokens)

    @cached_property
    def entities(self) -> tuple[str, ...]:
        """The entities named, in reading order, each once."""
        return tuple(dict.fromkeys(m.entity for m in self.mentions if m.entity))

    def also(self, entity: str) -> tuple[str, ...]:
        """Give the other entities that the words for one may name."""
        others = (m.also for m in self.mentions if m.entity == entity)
        return next(others, ())

    @cached_property
    def asks_kind_only(self) -> bool:
        """Whether only the kind of what is asked for is said: "which session?"."""
        nouns = (m for m in self.mentions if m.entity is None and not m.plural)
        spans = [(noun.start, noun.end) for noun in nouns]
        return bool(spans) and all(
            any(start <= token.start < end for start, end in spans)
            for token in self.content
        )

    @cached_property
    def places_within(self) -> Mapping[str, str]:
        """The paragraphs that are meant of the articles named."""
        return {m.entity: m.place for m in self.mentions if m.entity and m.place}

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds named without naming one of them, in reading order."""
        return tuple(dict.fromkeys(m.kind for m in self.mentions if m.entity is None))

    def is_name(self, token: Token) -> bool:
        """Tell whether a word is written as a name, by a capital within a sentence.

        Where all is in capitals, they tell nothing.
        """
        is_first = not self.tokens or token.start <= self.tokens[0].start
        is_written_so = token.text[0].isupper() and not is_first
        return is_written_so and not self.text.isupper()
