"""Words and their places in a text."""

import re
import threading
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

import msgspec
import Stemmer

from index.language.arabic import stem_arabic

# Chinese signs: no space stands between words that are written with them.
SIGNS = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
# What writers set on a letter: Latin, Greek and Cyrillic marks, Arabic vowels, and the
# dash that draws an Arabic word out.
_MARKS = r"\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670"
_MARK = re.compile(rf"[{_MARKS}]")
_LETTER = rf"[^\W\d_\u0640{SIGNS}]"
# A run of letters, a sign or a run of digits: "COP3" is two tokens and so is "1st",
# which lets "COP 3" and "COP3" name one session. Marks belong to the letter before.
_WORD = re.compile(rf"{_LETTER}+(?:[{_MARKS}]+{_LETTER}*)*|[{SIGNS}]|\d+")
# Arabic letters that writers and keyboards take for one another.
_ALIKE = str.maketrans("ىةٱیک", "يهايك")
# With a breve these are letters of their own, in Russian and in Belarusian.
_BARE = frozenset("иИуУ")
_STEMMERS = threading.local()
_SNOWBALL = {"en": "english", "fr": "french", "es": "spanish", "ru": "russian"}
# Endings that the stemmer knows by accents only, which folding has dropped:
# "adoptée" has the stem of "adopté".
_FOLDED_ENDINGS = {"fr": (re.compile("ee(?=s?$)"), "e")}


# A million are made for one generation: a struct takes a tenth of the time.
class Token(msgspec.Struct, frozen=True, gc=False):
    """A word as written (`text`), folded (`norm`) and stemmed, with its offsets."""

    text: str
    norm: str
    stem: str
    start: int
    end: int


def fold(text: str) -> str:
    """Lower the case, drop the accents and make digits ASCII, keeping every offset.

    Arabic letters that are taken for one another become one. The result is exactly
    as long as `text`, so that what is found in one can be cut out of the other. For
    that, an accent that is a character of its own stays.
    """
    if text.isascii():
        return text.lower()
    return "".join(map(_fold_character, text))


def fold_words(words: Iterable[str]) -> frozenset[str]:
    """Fold a great many words at once, as `fold` and a tokenizer would each."""
    text = unicodedata.normalize("NFKD", "\n".join(words))
    return frozenset(_MARK.sub("", text).lower().split("\n"))


# Extraction looks at a text again and again while it is at it, at nothing twice later.
@lru_cache(maxsize=64)
def tokenize(text: str, language: str) -> tuple[Token, ...]:
    """Cut a text into its words, in reading order."""
    folded = fold(text)
    tokens = []
    end = 0
    for word in _WORD.findall(folded):
        # Between two words stands nothing that begins a word, so this finds it.
        start = folded.index(word, end)
        end = start + len(word)
        norm, stemmed = _read_word(word, language)
        tokens.append(Token(text[start:end], norm, stemmed, start, end))
    return tuple(tokens)


def restem(tokens: Iterable[Token], language: str) -> tuple[Token, ...]:
    """Give the words of a text, cut already, with their stems in a language."""
    return tuple(
        Token(t.text, t.norm, stem(t.norm, language), t.start, t.end) for t in tokens
    )


def norms(text: str) -> list[str]:
    """Give the folded words of a text, in reading order."""
    words: list[str] = _WORD.findall(fold(text))
    return words if text.isascii() else list(map(_norm, words))


def stem(word: str, language: str) -> str:
    """Reduce a folded word to its stem; digits, signs and short words stay.

    Stems are Snowball's, but for Arabic.
    """
    return _stem(word, language) if len(word) > 3 else word


def stems(text: str, language: str) -> tuple[str, ...]:
    """Give the stems of a text's words, in reading order."""
    words = _WORD.findall(fold(text))
    return tuple([_read_word(word, language)[1] for word in words])


@lru_cache(maxsize=65536)
def _read_word(word: str, language: str) -> tuple[str, str]:
    """Give a folded word of a text as `norm` and `stem` of its token."""
    norm = _norm(word)
    return norm, stem(norm, language)


def _norm(word: str) -> str:
    return word if word.isascii() else _compose(word)


@lru_cache(maxsize=65536)
def _compose(word: str) -> str:
    """Fold what only a whole word shows: ligatures, and accents set apart."""
    return _MARK.sub("", fold(unicodedata.normalize("NFKC", word)))


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    category = unicodedata.category(character)
    if category == "No":
        return " "  # The mark of a footnote and a fraction belong to no word.
    if category == "Nd":
        return str(unicodedata.decimal(character))
    base, *marks = list(unicodedata.normalize("NFKD", character))
    if marks and (base in _BARE or not all(map(_MARK.match, marks))):
        base = character
    low = base.lower().translate(_ALIKE)
    return low if len(low) == 1 else character


@lru_cache(maxsize=65536)
def _stem(word: str, language: str) -> str:
    if language == "ar":
        return stem_arabic(word)
    name = _SNOWBALL.get(language)
    if name is None:
        return word
    if language in _FOLDED_ENDINGS:
        ending, bare = _FOLDED_ENDINGS[language]
        word = ending.sub(bare, word)
    stemmed: str = _stemmer(name).stemWord(word)
    return stemmed


def _stemmer(name: str) -> Stemmer.Stemmer:
    # A Stemmer keeps a work buffer, so each thread needs its own.
    stemmers = _STEMMERS.__dict__
    if name not in stemmers:
        stemmers[name] = Stemmer.Stemmer(name)
    stemmer: Stemmer.Stemmer = stemmers[name]
    return stemmer
