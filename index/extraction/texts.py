"""Texts as extraction looks at them: words and names, each looked for once."""

from collections.abc import Sequence, Set
from functools import cached_property

from index.extraction.screen import sketch
from index.language.mentions import Gazetteer, Mention
from index.language.tokens import Token, tokenize
from index.vocabulary import Language


class Text:
    """A sentence or a passage; what is in it is found when it is first asked for."""

    def __init__(self, text: str, gazetteer: Gazetteer, language: Language) -> None:
        """Take a text of the language in which the names are."""
        self.text = text
        self._gazetteer = gazetteer
        self._language = language

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """Its words."""
        return tokenize(self.text, self._gazetteer.code)

    @cached_property
    def words(self) -> Set[str]:
        """The stems of its words, and signs that it may hold a date or the like."""
        return sketch(self.text, self.tokens, self._language)

    @property
    def mentions(self) -> Sequence[Mention]:
        """What it names."""
        return self._scanned[0]

    @property
    def others(self) -> Sequence[Mention]:
        """The nouns in it that open the names of things which are not known."""
        return self._scanned[1]

    @cached_property
    def _scanned(self) -> tuple[Sequence[Mention], Sequence[Mention]]:
        return self._gazetteer.scan(self.text, self.tokens)
