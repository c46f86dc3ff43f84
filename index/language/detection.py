"""Which language a question is written in."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from operator import itemgetter

from index.language.tokens import fold, norms, tokenize
from index.vocabulary import Language

# What a word that only one language has speaks for it: those that carry no content
# stand in nearly every question, others may be names. So does a letter.
_SILENT = 2
_SPOKEN = 1
_LETTER = 2
# From this lead on a language is taken for certain.
_SURE = 2
# A letter that not one text in so many has came with a word from elsewhere.
_RARE = 500
_LONGEST_ACRONYM = 6
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")
_NOTHING = (("", 0), ("", 0))


class LanguageDetector:
    """Tells languages apart by the words and letters that only one of them has."""

    def __init__(self, languages: Mapping[str, Language]) -> None:
        """Note the words and letters of each language, as its vocabulary has them."""
        self._codes = frozenset(languages)
        self._words = _telling({c: _weights(own) for c, own in languages.items()})
        self._letters = _telling({c: _letters(own) for c, own in languages.items()})

    def detect(self, text: str) -> str | None:
        """Give the code of the language; None where nothing, or as much, tells.

        `Convention 2004` may be of any language: the caller knows who asks.
        """
        return self._told(text, least=1)

    def _told(self, text: str, *, least: int) -> str | None:
        # What is quoted may be in any language, unless there is nothing else.
        for spoken in dict.fromkeys((_QUOTED.sub(" ", text), text)):
            best, lead = self._heard(spoken)
            if lead >= least:
                return best
        return None

    def _heard(self, text: str) -> tuple[str, int]:
        tokens = tokenize(text, "")
        # Capitals alone are an acronym: "UN" is no French article.
        words = [token.norm for token in tokens if not token.text.isupper()]
        if len(words) < len(tokens):
            capitals = (len(token.text) for token in tokens if token.text.isupper())
            if max(capitals) > _LONGEST_ACRONYM:
                words = [token.norm for token in tokens]
        # No letter of ASCII tells, see `_is_marked`.
        letters = () if text.isascii() else set(text.lower())
        found: dict[str, int] = {}
        for telling, items in ((self._words, words), (self._letters, letters)):
            for code, weight in filter(None, map(telling.get, items)):
                found[code] = found.get(code, 0) + weight
        return _lead(found)

    def choose(self, texts: Iterable[str], *, hint: str | None = None) -> str | None:
        """Give the language of the first text that tells, else the one hinted at.

        A hint such as `fr-CA` counts where its language is known. A single word that
        may be a name counts only where nothing else tells.
        """
        hinted = (hint or "").lower().partition("-")[0]
        known = (hinted,) if hinted in self._codes else ()
        texts = tuple(texts)
        sure = (self._told(text, least=_SURE) for text in texts)
        likely = (self.detect(text) for text in texts)
        # Whether a text tells is sought no further than up to the first that does.
        return next(filter(None, chain(sure, known, likely)), None)


def _telling(
    by_language: Mapping[str, Mapping[str, int]],
) -> dict[str, tuple[str, int]]:
    """Give each item to the language where it weighs most, by how much it does so.

    What weighs as much in two languages tells nothing.
    """
    weights: dict[str, dict[str, int]] = defaultdict(dict)
    for code, items in by_language.items():
        for item, weight in items.items():
            weights[item][code] = weight
    told = {item: _lead(weighed) for item, weighed in weights.items()}
    return {item: lead for item, lead in told.items() if lead[1]}


def _lead(weights: Mapping[str, int]) -> tuple[str, int]:
    ranked = sorted(weights.items(), key=itemgetter(1), reverse=True)
    (best, most), (_, next_most) = (*ranked, *_NOTHING)[:2]
    return best, most - next_most


def _weights(language: Language) -> dict[str, int]:
    spoken = dict.fromkeys(_spoken(language), _SPOKEN)
    asking = language.words.get("question_words", ())
    return spoken | dict.fromkeys((*language.stop_words, *asking), _SILENT)


def _spoken(language: Language) -> Iterator[str]:
    yield from language.words.get("common", ())
    yield from (*language.months, *language.ordinals, *language.numbers)
    for head, words in language.synonyms.items():
        yield from (head, *words)
    texts = "\n".join((*_texts(language), *language.padding))
    yield from filter(str.isalpha, norms(texts))


def _letters(language: Language) -> dict[str, int]:
    texts = list(_texts(language))
    written = Counter("".join(texts).lower())
    own = (x for x, times in written.items() if times * _RARE >= len(texts))
    return {letter: _LETTER for letter in own if _is_marked(letter)}


def _texts(language: Language) -> Iterable[str]:
    yield from language.words.get("month_names", ())
    for kind in language.kinds.values():
        yield from (*kind.singular, *kind.plural)
    for relation in language.relations.values():
        yield relation.label
        yield from relation.questions


def _is_marked(letter: str) -> bool:
    """Tell whether a letter is none of the 26 that most languages share."""
    return letter.isalpha() and not (letter.isascii() and fold(letter) == letter)
