"""Repair of misspelled words, from the words that questions are made of."""

import gzip
from collections.abc import Container, Mapping
from functools import cache
from importlib.resources import files

import msgspec
import spellchecker
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from index.language.likeness import edits_allowed
from index.language.tokens import Token, fold_words, stem

_SHORTEST = 4


class Speller:
    """Replaces words that nobody knows by a known word that is near enough."""

    def __init__(
        self,
        words: Mapping[str, int],
        *,
        known: Container[str],
        dictionary: Container[str],
        language: str,
    ) -> None:
        """Take folded words to choose from, with how often they are used.

        A word of the `dictionary` needs no repair; one whose stem is `known` needs
        one edit at most.
        """
        self._counts = words
        self._words = sorted(word for word in words if len(word) >= _SHORTEST)
        self._known = known
        self._language = language
        self._dictionary = dictionary

    def repair(self, token: Token) -> Token:
        """Give the token with its word repaired, or as it is.

        A word is repaired by one edit, longer ones by two or three; of equally
        near words the commonest is taken. Acronyms and numbers stay.
        """
        if self._is_settled(token):
            return token
        # "Trafficing" is misspelled even though "traffic" is a word.
        allowed = 1 if token.stem in self._known else edits_allowed(token.norm)
        near = extract(
            token.norm,
            self._words,
            scorer=OSA.distance,
            score_cutoff=allowed,
            limit=8,
        )
        # Writers rarely miss the first letter; beyond that, common words win.
        ranked = sorted(
            (distance + (word[0] != token.norm[0]), -self._counts[word], word)
            for word, distance, _ in near
        )
        if not ranked or ranked[0][0] > allowed:
            return token
        best = ranked[0][2]
        stemmed = stem(best, self._language)
        if stemmed == token.stem:
            return token
        return Token(token.text, best, stemmed, token.start, token.end)

    def _is_settled(self, token: Token) -> bool:
        return (
            len(token.norm) < _SHORTEST
            or len(token.norm) > _LONGEST
            or token.norm.isdecimal()
            or token.text.isupper()
            or token.norm in self._counts
            or token.norm in self._dictionary
        )


@cache
def load_dictionary(language: str) -> Container[str]:
    """Give the words of a language that are no misspellings.

    They are read from the file of the spelling checker itself, which takes twice as
    long to count and lower them first.
    """
    file = files(spellchecker) / "resources" / f"{language}.json.gz"
    if not file.is_file():
        return frozenset()
    counted = gzip.decompress(file.read_bytes())
    return fold_words(msgspec.json.decode(counted, type=dict[str, int]))


_LONGEST = 30
