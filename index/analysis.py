"""The only analyzer: text in, terms out, the same for passages and for queries.

Words come from the tokenizer, folded; stop words leave queries, never passages;
what stays is stemmed in the language of its text.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from index.language.sentences import split_sentences
from index.language.tokens import fold, stem, stems, tokenize
from index.vocabulary import Language

# No word of any language is longer; a longer run of letters is a broken file.
_LONGEST_TERM = 64


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: its offsets, and its terms in reading order."""

    start: int
    end: int
    terms: tuple[str, ...]


def terms_of(text: str, language: str) -> tuple[str, ...]:
    """Give the terms of a text of one language, in reading order."""
    return tuple(term[:_LONGEST_TERM] for term in stems(text, language))


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

    A query does not tell its language. Each word is therefore stemmed in every
    language of the passages, and is a stop word if any of them says so.
    """

    languages: tuple[str, ...]
    stop_words: frozenset[str]

    def terms_of(self, query: str, limit: int) -> tuple[str, ...]:
        """Give the distinct terms of the first `limit` words, in their order.

        Stop words stay only where the query has no other word. Operators, wild
        cards and brackets are no words, so they mean nothing.
        """
        words = [token.norm for token in tokenize(query, "")[:limit]]
        telling = [word for word in words if word not in self.stop_words]
        return tuple(dict.fromkeys(self._stems(telling or words)))

    def _stems(self, words: Iterable[str]) -> Iterable[str]:
        for word in words:
            for language in self.languages:
                yield stem(word, language)[:_LONGEST_TERM]


def query_analyzer(
    languages: Iterable[str], vocabulary: Mapping[str, Language]
) -> QueryAnalyzer:
    """Make the analyzer of queries to passages in `languages`."""
    codes = tuple(sorted(set(languages)))
    known = (vocabulary[code] for code in codes if code in vocabulary)
    stop_words = (fold(word) for language in known for word in language.stop_words)
    return QueryAnalyzer(codes, frozenset(stop_words))
