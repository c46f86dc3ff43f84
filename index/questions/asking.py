"""What the words of a question ask for: a date, a place, a yes or no ..."""

import operator
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from index.language.tokens import Token
from index.questions.phrases import Phrase, PhraseBook, closes, folded, opens, stemmed
from index.vocabulary import Language

# Between the two halves of a phrase that frames a question: "what is ... for".
_GAP = "..."
# How the words of a list compare a value with the number behind them.
_COMPARISONS = {
    "least": operator.ge,
    "most": operator.le,
    "more": operator.gt,
    "fewer": operator.lt,
}


class Asking:
    """Reads how questions ask in one language."""

    def __init__(self, language: Language, code: str) -> None:
        """Arrange the phrases that ask."""
        words = language.words
        plain = {
            kind: stemmed((p for p in phrases if _GAP not in p), code)
            for kind, phrases in language.asks.items()
        }
        self._kinds = {phrase: kind for kind in plain for phrase in plain[kind]}
        self._asks = PhraseBook(self._kinds)
        self._frames: dict[str, list[tuple[str, Phrase, Phrase]]] = defaultdict(list)
        for kind, phrases in language.asks.items():
            for head, tail in (_halves(p) for p in phrases if _GAP in p):
                self._frames[head[0]].append((kind, head, tail))
        self.words = frozenset(words.get("question_words", ()))
        self._determining = frozenset(words.get("determining", ()))
        self._relative = frozenset(words.get("relative", ()))
        self._polar = frozenset(words.get("polar", ()))
        self._inverted = frozenset(words.get("inverted", ()))
        self._antecedents = frozenset(words.get("antecedents", ()))
        self._joining = frozenset(words.get("conjunctions", ())) | self._relative
        self._claims = PhraseBook(folded(words.get("claim", ())))
        self._tags = PhraseBook(folded(words.get("tags", ())))
        self._qualifying = frozenset(words.get("qualifying", ()))
        self._cues = PhraseBook(folded(words.get("follow_up", ())))
        self._comparisons = tuple(
            (frozenset(words.get(name, ())), compare)
            for name, compare in _COMPARISONS.items()
        )

    def first(self, tokens: Sequence[Token]) -> int | None:
        """Give the position of the first phrase that asks for a kind of value.

        What follows its antecedent, "l'article qui ...", asks nothing.
        """
        words = [token.norm for token in tokens]
        found = (
            start
            for start, _ in self._found(tokens)
            if not (
                start
                and words[start] in self._relative
                and words[start - 1] in self._antecedents
            )
        )
        return next(found, None)

    def expected(
        self, tokens: Sequence[Token]
    ) -> tuple[tuple[str, ...], frozenset[str]]:
        """Tell the kinds of value asked for, and the stems that ask for them.

        Of phrases that overlap the longest counts. "When and where" asks for two
        kinds; "what must States do when they ratify" does not ask when.
        """
        words = tuple(token.norm for token in tokens)
        for kind, head, tail in self._frames.get("".join(words[:1]), ()):
            if opens(words, (head,)) and closes(words, (tail,)):
                return (kind,), frozenset((*head, *tail))
        taken: dict[int, str] = {}
        kinds: dict[int, str] = {}
        found = self._found(tokens)
        for start, phrase in sorted(found, key=lambda f: -len(f[1])):
            span = range(start, start + len(phrase))
            if taken.keys().isdisjoint(span) and self._may_ask(words, start):
                taken.update(zip(span, phrase, strict=True))
                kinds[start] = self._kinds[phrase]
        counting = {s + len(p) for s, p in found if kinds.get(s) == "number"}
        asking = [
            start
            for start in sorted(kinds)
            # "How many years" asks for a number, and for no year.
            if start not in counting and self._adds(words, start, kinds)
        ]
        ordered = tuple(dict.fromkeys(kinds[start] for start in asking))
        return ordered, frozenset(taken.values())

    def focus(self, tokens: Sequence[Token], content: Sequence[Token]) -> Token | None:
        """Give the noun that is asked for: "which treaty", "what prison term"."""
        for asked, *following in zip(tokens, tokens[1:], tokens[2:], strict=False):
            if asked.norm in self._determining:
                starts = {token.start for token in following}
                return next((token for token in content if token.start in starts), None)
        return None

    def comparison(self, words: set[str]) -> Callable[[int, int], bool] | None:
        """Tell how a number is to be compared: "more than 80", "at least 80"."""
        found = (compare for listed, compare in self._comparisons if listed & words)
        return next(found, None)

    def is_polar(self, words: Sequence[str]) -> bool:
        """Tell whether a yes or a no is asked for, politeness set aside.

        Some languages turn a verb around instead of beginning with it: "la
        Convention est-elle en vigueur ?". With a question word that asks for more.
        """
        begins = bool(words) and words[0] in self._polar
        is_turned = self.words.isdisjoint(words) and any(
            verb in self._polar and pronoun in self._inverted
            for verb, pronoun in pairwise(words)
        )
        return begins or is_turned or bool(self.claimed(words))

    def claimed(self, words: Sequence[str]) -> frozenset[int]:
        """Give the positions of what only asks whether the rest is so.

        "Is it true that" and "isn't it?" say nothing of what is asked about.
        """
        head, tail = self._claims.opens(words), self._tags.closes(words)
        if not head and not tail:
            return frozenset()
        return frozenset((*range(head), *range(len(words) - tail, len(words))))

    def is_qualified(self, words: Sequence[str], *, has_number: bool) -> bool:
        """Tell whether more, or less sharply, is claimed than one value bears out.

        With a number, "over" compares; without one it tells of an end.
        """
        comparing = [listed for listed, _ in self._comparisons] if has_number else []
        return not self._qualifying.difference(*comparing).isdisjoint(words)

    def follows(self, words: Sequence[str]) -> bool:
        """Tell whether a question opens as one that leans on the one before."""
        return self._cues.opens(words) > 0

    def _found(self, tokens: Sequence[Token]) -> list[tuple[int, Phrase]]:
        return list(self._asks.find([token.stem for token in tokens]))

    def _adds(self, words: Sequence[str], start: int, kinds: Mapping[int, str]) -> bool:
        """Tell whether a phrase asks for something more than those before it.

        "The number of States when the session ended" asks for a number only.
        """
        is_first = start == min(kinds)
        is_joined = not self._joining.isdisjoint(words[max(start - 2, 0) : start])
        return is_first or is_joined or words[start] not in self._relative

    def _may_ask(self, words: Sequence[str], start: int) -> bool:
        """Tell a question word from one that opens a clause within a question."""
        before = words[:start]
        if words[start] not in self._relative:
            return True
        if before and before[-1] in self._antecedents:
            return False
        if (self.words | self._polar).isdisjoint(before):
            return True
        return not self._joining.isdisjoint(before[-2:])


def _halves(phrase: str) -> tuple[Phrase, Phrase]:
    head, tail = phrase.split(_GAP)
    return folded([head])[0], folded([tail])[0]
