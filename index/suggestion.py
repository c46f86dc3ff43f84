"""What somebody may have meant by a name that is not known."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

# Below this share of equal letters, out of 100, a guess would only mislead.
_LEAST_SIMILARITY = 60


def nearest(name: str, known: Iterable[str]) -> str | None:
    """Give the known name that is most like `name`, None when none is like it."""
    best = process.extractOne(
        name, sorted(known), scorer=fuzz.ratio, score_cutoff=_LEAST_SIMILARITY
    )
    return best[0] if best else None


def suggest(name: str, known: Iterable[str], *, otherwise: str) -> str:
    """Write how to mend an unknown name: the nearest known one, or `otherwise`."""
    guess = nearest(name, known)
    return f'did you mean "{guess}"?' if guess else otherwise
