"""What a query was meant to say: words that no passage has, spelled as one has them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from index.analysis import QueryAnalyzer
from index.language.likeness import edits_allowed, nearest_words
from index.language.tokens import Token, tokenize
from index.model import Passage

# A shorter word is as near to too many others.
_SHORTEST = 4
# In so many passages the words are looked for that have a term.
_PASSAGES = 8
# A longer query is a pasted text, which nobody wrote to be found.
_LONGEST = 32


class Spelled(Protocol):
    """The passages, by the terms that they hold."""

    def has(self, terms: Iterable[str]) -> bool:
        """Tell whether any passage has one of the terms."""

    def like(self, term: str) -> Sequence[str]:
        """Give the terms of passages that are most like one."""

    def passages_with(self, term: str, limit: int) -> Sequence[Passage]:
        """Give some passages that have a term: in their texts, then elsewhere."""


class Respeller:
    """Finds the words that were meant, among those of passages and of names."""

    def __init__(
        self,
        passages: Spelled,
        analyzer: QueryAnalyzer,
        *,
        languages: Mapping[str, str],
        names: Iterable[str],
    ) -> None:
        """Take the language of each document, and the names of entities."""
        self._passages = passages
        self._analyzer = analyzer
        self._languages = languages
        self._named = {t.norm: t.text for name in names for t in tokenize(name, "")}

    def respell(self, query: str) -> str | None:
        """Give the query with such words replaced, None where none can be.

        A word is replaced by the nearest that some passage has.
        """
        parts, end = [], 0
        for token in tokenize(query, "")[:_LONGEST]:
            if meant := self._meant(token):
                parts += [query[end : token.start], meant]
                end = token.end
        return "".join((*parts, query[end:])) if parts else None

    def _meant(self, token: Token) -> str | None:
        if self._is_settled(token):
            return None
        edits = edits_allowed(token.norm)
        words = self._named_like(token, edits)
        for word, written in self._held_like(token):
            words.setdefault(word, written)
        near = nearest_words(token.norm, words, edits=edits)
        return words[near[0]] if near else None

    def _is_settled(self, token: Token) -> bool:
        return (
            len(token.norm) < _SHORTEST
            or token.norm.isdecimal()
            or self._analyzer.is_silent(token.norm)
            or self._is_held(token.norm)
        )

    def _is_held(self, word: str) -> bool:
        return self._passages.has(self._analyzer.terms_of(word, 1))

    def _named_like(self, token: Token, edits: int) -> dict[str, str]:
        near = nearest_words(token.norm, self._named, edits=edits)
        return {word: self._named[word] for word in near if self._is_held(word)}

    def _held_like(self, token: Token) -> Iterator[tuple[str, str]]:
        """Give words of passages, folded and as written: the index has but stems."""
        for own in self._analyzer.terms_of(token.norm, 1):
            for term in self._passages.like(own):
                for passage in self._passages.passages_with(term, _PASSAGES):
                    language = self._languages[passage.document]
                    for word in tokenize(passage.text, language):
                        if word.stem == term:
                            yield word.norm, word.text
