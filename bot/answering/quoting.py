"""The sentence that answers where nothing typed does."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from index.language.mentions import Gazetteer
from index.language.names import find_places
from index.language.numbers import find_numbers
from index.language.sentences import split_sentences
from index.language.times import find_times
from index.language.tokens import stems, tokenize
from index.questions.question import Question
from index.questions.thesaurus import Thesaurus
from index.search import Hit
from index.vocabulary import Language

Search = Callable[[str, int], Sequence[Hit]]

_PASSAGES = 8
# A quoted sentence never counts as certain: its words answer, nobody typed them.
_CEILING = 0.8
_FEWEST_WORDS = 3
# Within so many words behind a number stands what it counts.
_COUNTED = 3
_REMEMBERED = 4096
# Persons and reasons cannot be told from other words of a sentence.
_UNQUOTABLE = frozenset({"name", "reason"})


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a passage, and how much of the question it accounts for."""

    hit: Hit
    sentence: str
    confidence: float


class Quoter:
    """Finds the sentence that accounts for nearly every word of a question."""

    def __init__(
        self,
        search: Search,
        *,
        language: Language,
        code: str,
        gazetteer: Gazetteer,
        thesaurus: Thesaurus,
    ) -> None:
        """Take the search and the names by which sentences are compared."""
        self._thesaurus = thesaurus
        self._search = search
        self._language = language
        self._code = code
        self._gazetteer = gazetteer
        self._nouns = {
            kind: stems(" ".join(words.singular), code)
            for kind, words in language.kinds.items()
        }
        # Passages come up again and again; a few thousand texts are a few megabytes.
        self._read = lru_cache(maxsize=_REMEMBERED)(self._read_text)

    def best(self, question: Question) -> Quote | None:
        """Give the best sentence, None where no sentence accounts for enough.

        A sentence must hold the kind of value that is asked for, and it or its
        passage must name every entity that the question names.
        """
        wanted = {token.stem for token in question.content}
        if len(wanted) + len(question.entities) < _FEWEST_WORDS:
            return None
        if _UNQUOTABLE.intersection(question.expects):
            return None
        quotes = (
            quote
            for hit in self._search(question.text, _PASSAGES)
            for quote in self._quotes(hit, question, wanted)
        )
        return max(quotes, key=lambda quote: quote.confidence, default=None)

    def _quotes(
        self, hit: Hit, question: Question, wanted: set[str]
    ) -> Iterator[Quote]:
        if not set(question.entities) <= self._read(hit.text)[0]:
            return
        for start, end in split_sentences(hit.text, self._language.abbreviations):
            sentence = hit.text[start:end]
            if not self._holds(sentence, question):
                continue
            named, said = self._read(sentence)
            found = len(wanted & said) + len(named & set(question.entities))
            total = len(wanted) + len(question.entities)
            yield Quote(hit, sentence, round(_CEILING * found / total, 3))

    def _read_text(self, text: str) -> tuple[frozenset[str], frozenset[str]]:
        """Give the entities that a text names, and the stems of its other words.

        Of a name only the noun for its kind counts as a word ("resolution").
        """
        tokens = tokenize(text, self._code)
        mentions = self._gazetteer.find(text, tokens)
        within = {i for m in mentions if m.entity for i in range(m.first, m.stop)}
        words = [token.stem for i, token in enumerate(tokens) if i not in within]
        nouns = [self._nouns.get(mention.kind, ()) for mention in mentions]
        said = frozenset(map(self._thesaurus.head, chain(words, *nouns)))
        return frozenset(m.entity for m in mentions if m.entity), said

    def _holds(self, sentence: str, question: Question) -> bool:
        """Tell whether a sentence has the values named, and one of the kind asked."""
        finders = [_FINDERS[kind] for kind in question.expects if kind in _FINDERS]
        years = {part[:4] for t in question.times for part in t.value.parts}
        values = {*question.places, *question.numbers, *years}
        if not all(value in sentence for value in values):
            return False
        if not all(tuple(find(sentence, self._language)) for find in finders):
            return False
        return "number" not in question.expects or self._counts(sentence, question)

    def _counts(self, sentence: str, question: Question) -> bool:
        """Tell whether a number stands before the noun of "how many"."""
        if question.focus is None:
            return bool(find_numbers(sentence, self._language))
        tokens = tokenize(sentence, self._code)
        for number in find_numbers(sentence, self._language):
            behind = [t.stem for t in tokens if t.start >= number.end][:_COUNTED]
            if question.focus.stem in map(self._thesaurus.head, behind):
                return True
        return False


_FINDERS: Mapping[str, Callable[[str, Language], Iterable[object]]] = {
    "date": find_times,
    "place": find_places,
}
