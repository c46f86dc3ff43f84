"""Counting words, in scripts with and without spaces, to tell languages apart."""

import re
from collections.abc import Mapping

from index.language.tokens import fold
from index.vocabulary import Language

# Chinese and Japanese put no spaces between words: each sign counts as one.
_SIGN = r"\u3040-\u30ff\u3400-\u9fff"
_WORD = re.compile(rf"[{_SIGN}]|[^\W_{_SIGN}]+")
_SCRIPTS = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "zh": re.compile(r"[\u3400-\u9fff]"),
}
_FALLBACK = "en"
# In characters: more words would not change the verdict.
_SAMPLE = 10_000


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded, in reading order."""
    return _WORD.findall(fold(text))


def guess_language(text: str, languages: Mapping[str, Language]) -> str:
    """Give the language whose stop words are the most frequent, or of the script.

    Of the six languages of the United Nations three are told by their letters
    alone; a text in Latin letters is `en` in doubt.
    """
    sample = text[:_SAMPLE]
    letters = sum(map(str.isalpha, sample))
    for code, script in _SCRIPTS.items():
        if 2 * len(script.findall(sample)) > letters:
            return code
    words = words_of(sample)
    hits = {
        code: sum(map(frozenset(language.stop_words).__contains__, words))
        for code, language in languages.items()
    }
    best = max(hits.values(), default=0)
    winners = [code for code, count in hits.items() if count == best]
    return winners[0] if best and len(winners) == 1 else _FALLBACK
