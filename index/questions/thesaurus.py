"""Words that mean the same, reduced to one of them."""

from collections.abc import Iterable, Mapping

from index.language.tokens import Token, stem, stems


class Thesaurus:
    """Replaces stems by the stem of the head of their group of synonyms."""

    def __init__(
        self,
        synonyms: Mapping[str, Iterable[str]],
        language: str,
        glossary: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        """Take groups of folded words by their heads.

        Those of the `glossary` are words of other languages. A word that means
        something in this one too keeps its own meaning.
        """
        self._language = language
        own = self._stemmed(synonyms)
        foreign = self._stemmed(glossary or {})
        self._heads = {s: own.get(head, head) for s, head in foreign.items()} | own

    def _stemmed(self, groups: Mapping[str, Iterable[str]]) -> dict[str, str]:
        return {
            stem(word, self._language): stem(head, self._language)
            for head, words in groups.items()
            for word in words
        }

    def head(self, stem: str) -> str:
        """Give the head of a stem's group, the stem itself where it has none."""
        return self._heads.get(stem, stem)

    def words(self, *texts: str) -> frozenset[str]:
        """Give the heads of all words of some texts."""
        return frozenset(
            self.head(stem) for text in texts for stem in stems(text, self._language)
        )

    def token(self, token: Token) -> Token:
        """Give a token with the head of its group for a stem."""
        head = self.head(token.stem)
        return (
            token
            if head == token.stem
            else Token(token.text, token.norm, head, token.start, token.end)
        )
