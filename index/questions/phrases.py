"""Listed phrases, and where they stand among the words of a text."""

from collections.abc import Iterable, Iterator, Sequence

from index.language.tokens import stems, tokenize

Phrase = tuple[str, ...]


def folded(phrases: Iterable[str]) -> tuple[Phrase, ...]:
    """Cut phrases into folded words, the longest phrase first."""
    split = (tuple(token.norm for token in tokenize(p, "")) for p in phrases)
    return tuple(sorted(split, key=len, reverse=True))


def stemmed(phrases: Iterable[str], language: str) -> tuple[Phrase, ...]:
    """Cut phrases into stems, the longest phrase first."""
    return tuple(sorted((stems(p, language) for p in phrases), key=len, reverse=True))


class PhraseBook:
    """Phrases that are looked up at every word of a text, or at its ends."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        """Sort the phrases by their first and by their last words."""
        self._by_first: dict[str, list[Phrase]] = {}
        self._by_last: dict[str, list[Phrase]] = {}
        for phrase in phrases:
            self._by_first.setdefault(phrase[0], []).append(phrase)
            self._by_last.setdefault(phrase[-1], []).append(phrase)

    def find(self, words: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
        """Yield where phrases begin, in reading order; they may overlap."""
        if self._by_first.keys().isdisjoint(words):
            return
        words = tuple(words)
        for start, word in enumerate(words):
            for phrase in self._by_first.get(word, ()):
                if words[start : start + len(phrase)] == phrase:
                    yield start, phrase

    def opens(self, words: Sequence[str]) -> int:
        """Give the length of the first phrase that a text begins with, 0 for none."""
        return opens(words, self._by_first.get(words[0], ())) if words else 0

    def closes(self, words: Sequence[str]) -> int:
        """Give the length of the first phrase that a text ends with, 0 for none."""
        return closes(words, self._by_last.get(words[-1], ())) if words else 0


def opens(words: Sequence[str], phrases: Iterable[Phrase]) -> int:
    """Give the length of the first phrase that a text begins with, 0 for none."""
    found = (len(p) for p in phrases if tuple(words[: len(p)]) == p)
    return next(found, 0)


def closes(words: Sequence[str], phrases: Iterable[Phrase]) -> int:
    """Give the length of the first phrase that a text ends with, 0 for none."""
    found = (len(p) for p in phrases if tuple(words[-len(p) :]) == p)
    return next(found, 0)
