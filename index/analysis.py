"""The only analyzer: text in, terms out, the same for passages and for queries.

A term is a word, folded and stemmed in the language of its text. Where Chinese signs
put no space between words it is each sign, and each pair of neighbours. Stop words
leave queries, never passages.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple

from index.language.identification import (
    fold_stop_words,
    has_letters_of,
    identify_language,
)
from index.language.sentences import split_sentences
from index.language.tokens import SIGNS, stem, stems, tokenize
from index.vocabulary import Language

# No word of any language is longer; a longer run of letters is a broken file.
_LONGEST_TERM = 64
_SIGN = re.compile(f"[{SIGNS}]")
# So many more words that say nothing than any other language has tell the language of
# a query: one may be a word of another language, as "era" and "son" are.
_SURE = 2


class Piece(NamedTuple):
    """What a term is made of, folded, and where it stands in its text."""

    norm: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its offsets, and its terms in reading order."""

    start: int
    end: int
    terms: tuple[str, ...]


def cut(text: str) -> tuple[Piece, ...]:
    """Cut a text into what its terms are made of, in reading order.

    They are the same in any language, one for each term of `terms_of`.
    """
    pieces = tuple(Piece(t.norm, t.start, t.end) for t in tokenize(text, ""))
    return tuple(_with_pairs(pieces))


def terms_of(text: str, language: str) -> tuple[str, ...]:
    """Give the terms of a text of one language, in reading order."""
    terms = stems(text, language)
    if _SIGN.search("".join(terms)):
        terms = tuple(stem(piece.norm, language) for piece in cut(text))
    return tuple(term[:_LONGEST_TERM] for term in terms)


def length_of(term: str) -> int:
    """Tell what a term adds to the length of its text: none where its signs do.

    A few Chinese words in a passage of another language make it no longer one.
    """
    return 0 if len(term) == 2 and _SIGN.match(term) else 1


def _with_pairs(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Give behind each sign the pair that it makes with the next."""
    for one, other in zip_longest(pieces, pieces[1:]):
        yield one
        if other and one.end == other.start and _are_signs(one, other):
            yield Piece(one.norm + other.norm, one.start, other.end)


def _are_signs(*pieces: Piece) -> bool:
    return all(_SIGN.match(piece.norm) for piece in pieces)


def sentences_of(
    text: str, language: str, *, abbreviations: Collection[str] = ()
) -> tuple[Sentence, ...]:
    """Cut a passage into its sentences and analyze each.

    Strung together, the terms of the sentences are the terms of the text.
    """
    return tuple(
        Sentence(start, end, terms_of(text[start:end], language))
        for start, end in split_sentences(text, abbreviations)
    )


@dataclass(frozen=True, slots=True)
class QueryAnalyzer:
    """What a query looks for among passages of several languages.

    `languages` are those of the passages. `stop_words` are folded, and `silent` is
    what they are cut into, both by language.
    """

    languages: tuple[str, ...]
    stop_words: Mapping[str, frozenset[str]]
    silent: Mapping[str, frozenset[str]]

    def terms_of(self, query: str, limit: int) -> tuple[str, ...]:
        """Give the distinct terms of the first `limit` words, in their order.

        A query is analyzed in its own language if that is sure and any passage is
        written in it, else in every language of the passages, and so is a word in
        letters of another language. Stop words stay only where the query has no
        other word. Operators, wild cards and brackets are no words, so they mean
        nothing.
        """
        words = [piece.norm for piece in cut(query)[:limit]]
        own = identify_language(words, self.stop_words, lead=_SURE)
        silent = self._silent(own)
        telling = [word for word in words if word not in silent]
        return tuple(dict.fromkeys(self._stems(telling or words, own)))

    def is_silent(self, word: str) -> bool:
        """Tell whether a folded word is a stop word of any language."""
        return any(word in words for words in self.silent.values())

    def _silent(self, own: str | None) -> frozenset[str]:
        codes = (own,) if own else self.languages
        return frozenset().union(*(self.silent.get(code, ()) for code in codes))

    def _stems(self, words: Iterable[str], own: str | None) -> Iterator[str]:
        for word in words:
            for language in self._languages_of(word, own):
                yield stem(word, language)[:_LONGEST_TERM]

    def _languages_of(self, word: str, own: str | None) -> tuple[str, ...]:
        if own and own in self.languages and has_letters_of(word, own):
            return (own,)
        return self.languages


def query_analyzer(
    languages: Iterable[str], vocabulary: Mapping[str, Language]
) -> QueryAnalyzer:
    """Make the analyzer of queries to passages in `languages`.

    The vocabulary may know more: a query in any of its languages is told as such.
    """
    silent = {
        code: frozenset(piece.norm for w in language.stop_words for piece in cut(w))
        for code, language in vocabulary.items()
    }
    return QueryAnalyzer(
        tuple(sorted(set(languages))), fold_stop_words(vocabulary), silent
    )
