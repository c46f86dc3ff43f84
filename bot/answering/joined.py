"""Two questions joined into one sentence."""

from collections.abc import Callable, Iterator, Sequence

from index.language.tokens import Token, tokenize
from index.vocabulary import Language

# What stands before the conjunction has at least so many words, or both ask for one
# thing: "when and where was it?"
_SHORTEST_FIRST = 4


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
    for seam in _seams(sentence, tokens, language):
        is_joined = tokens[seam - 1].norm in language.words.get("conjunctions", ())
        end = tokens[seam - 1].start if is_joined else tokens[seam - 1].end
        first = [token for token in tokens if start <= token.start < end]
        others = tokens[seam:]
        is_asked = _has_auxiliary(others, language) or (
            _has_content(others, language) and names(sentence[:end])
        )
        is_question = len(first) >= _SHORTEST_FIRST and (
            is_joined or _opens(first, language)
        )
        if is_question and is_asked and len(others) > 1:
            parts.append(sentence[start:end].strip())
            start = tokens[seam].start
    return (*parts, sentence[start:].strip())


def _seams(text: str, tokens: Sequence[Token], language: Language) -> Iterator[int]:
    """Yield where a question word stands behind a conjunction, or in a list of such."""
    joining = language.words.get("conjunctions", ())
    asking = language.words.get("question_openers", ())
    joined = [
        i
        for i in range(1, len(tokens))
        if tokens[i].norm in asking and tokens[i - 1].norm in joining
    ]
    # Of three questions the first two are parted by a comma.
    parted = [
        i
        for i in range(1, max(joined, default=0))
        if tokens[i].norm in language.words.get("question_words", ())
        and text[tokens[i - 1].end : tokens[i].start].strip() == ","
    ]
    yield from sorted((*joined, *parted))


def _opens(tokens: Sequence[Token], language: Language) -> bool:
    asking = {*language.words.get("question_words", ())}
    return not asking.isdisjoint(token.norm for token in tokens)


def _has_content(tokens: Sequence[Token], language: Language) -> bool:
    """Tell whether more is said than how it is asked: "by how many" asks nothing."""
    silent = {*language.stop_words, *language.words.get("question_words", ())}
    return not silent.issuperset(token.norm for token in tokens)


def _has_auxiliary(tokens: Sequence[Token], language: Language) -> bool:
    # The verbs that open a question of yes or no.
    auxiliaries = language.words.get("polar", ())
    return any(token.norm in auxiliaries for token in tokens)
