"""Two questions joined into one sentence."""

from collections.abc import Callable, Iterator, Sequence

from index.language.tokens import Token, tokenize
from index.vocabulary import Language

# What stands before the conjunction has at least so many words, and what stands
# behind it some, or both ask for one thing: "when and where was it?"
_SHORTEST_FIRST = 4
_SHORTEST_OTHER = 2


def split_joined(
    sentence: str, language: Language, names: Callable[[str], bool]
) -> tuple[str, ...]:
    """Cut a sentence at conjunctions that join questions.

    "When was the Convention adopted and when did it enter into force?" is two
    questions; "when and where was the first session?" is one. A question of its own
    has an auxiliary verb, or what stands before it has named what it is about, which
    `names` tells of a text.
    """
    tokens = tokenize(sentence, "")
    start, parts = 0, []
    for seam in _seams(tokens, language):
        end = tokens[seam - 1].start
        first = [token for token in tokens if start <= token.start < end]
        others = tokens[seam:]
        is_long = len(first) >= _SHORTEST_FIRST and len(others) >= _SHORTEST_OTHER
        if is_long and (_has_auxiliary(others, language) or names(sentence[start:end])):
            parts.append(sentence[start:end].strip())
            start = tokens[seam].start
    return (*parts, sentence[start:].strip())


def _seams(tokens: Sequence[Token], language: Language) -> Iterator[int]:
    """Yield where a question word stands behind a conjunction."""
    joining = language.words.get("conjunctions", ())
    asking = language.words.get("question_openers", ())
    for i in range(1, len(tokens)):
        if tokens[i].norm in asking and tokens[i - 1].norm in joining:
            yield i


def _has_auxiliary(tokens: Sequence[Token], language: Language) -> bool:
    # The verbs that open a question of yes or no.
    auxiliaries = language.words.get("polar", ())
    return any(token.norm in auxiliaries for token in tokens)
