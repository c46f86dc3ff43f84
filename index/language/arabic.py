"""Stems of Arabic words: what is written together with a word, taken off.

Snowball's stemmer leaves "and the" on, and takes the first letter of any word
without an article for a preposition, so that forms of one word fall apart.
"""

import re

# "And the", "with the", "like the", "to the". Three letters are always left.
_ARTICLE = re.compile(r"^[وف]?(?:[بك]?ال|لل)(?=.{3})")
# Endings of number and gender, and "its", "their".
_ENDING = re.compile(
    r"(?<=.{3})(?:ت?(?:ها|هما|هم|هن|ه)|ي?(?:ات|ان|ون|ين)|ت(?:ان|ين)|يه|ي)$"  # noqa: RUF001 - Arabic
)
# "And", "with", "for", where no article stands between.
_PARTICLES = re.compile(r"^(?:و?[بل]|و)(?=.{3})")


def stem_arabic(word: str) -> str:
    """Reduce a folded word to its stem.

    A letter of the word's own may be taken for a particle, but then it is in all
    forms of the word, since particles go last.

    Source: the stemmer light10 of Larkey, Ballesteros and Connell, Light Stemming
    for Arabic Information Retrieval, 2007, with more endings and particles.
    """
    stem = _ARTICLE.sub("", word)
    while _ENDING.search(stem):
        stem = _ENDING.sub("", stem)
    return _PARTICLES.sub("", stem)
