"""Counting words, in scripts with and without spaces."""

import re

from index.language.tokens import SIGNS, fold

# Chinese and Japanese put no spaces between words: each sign counts as one.
_WORD = re.compile(rf"[{SIGNS}]|[^\W_{SIGNS}]+")


def words_of(text: str) -> list[str]:
    """Give the words of a text, folded, in reading order."""
    return _WORD.findall(fold(text))
