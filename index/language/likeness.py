"""Words that are spelled alike.

What measures that is imported when it is first used: most searches misspell nothing.
"""

from collections.abc import Iterable

# Of words that are alike so many are looked at.
_MOST = 8


def edits_allowed(word: str) -> int:
    """Tell how many edits may part a word from the one that was meant by it."""
    if len(word) < 8:
        return 1
    return 2 if len(word) < 12 else 3


def nearest_words(word: str, words: Iterable[str], *, edits: int) -> tuple[str, ...]:
    """Give the words within some edits, the nearest first.

    An edit adds, drops or changes a letter or swaps two neighbours. Of equally near
    words the one that begins most alike comes first.
    """
    from rapidfuzz.distance import OSA, JaroWinkler
    from rapidfuzz.process import extract

    near = extract(
        word, list(words), scorer=OSA.distance, score_cutoff=edits, limit=_MOST
    )
    ranked = sorted((e, -JaroWinkler.similarity(word, w), w) for w, e, _ in near)
    return tuple(found for *_, found in ranked)


def likest_words(word: str, words: Iterable[str]) -> tuple[str, ...]:
    """Give some words that begin and go on most as one does, however they end."""
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import extract

    near = extract(word, list(words), scorer=JaroWinkler.similarity, limit=_MOST)
    return tuple(found for found, *_ in near)
