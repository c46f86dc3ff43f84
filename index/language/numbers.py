"""Cardinal and ordinal numbers, in digits and in words."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.language.tokens import Token, tokenize
from index.model import Value
from index.vocabulary import Language

_ROMAN = re.compile(r"(?=[IVX])(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_HEAD = re.compile(r"[IVX]+(?=[a-zà-ÿ])")
_ROMAN_DIGITS = {"I": 1, "V": 5, "X": 10}
# Nothing that is counted here has more digits; a longer run is a broken file.
_MOST_DIGITS = 18
# What stands between groups of three digits: `1,234` and `1 234` are one number.
_GROUPING = frozenset(", '’\u00a0\u202f")
# Beside these a number is part of a symbol, a fraction, a price or a range.
_BEFORE = frozenset("/-‐‑–.$€£№")
_AFTER = frozenset("/-‐‑–%‰°")
# "Nine hundred and ninety-nine million nine hundred and ...": more is no number.
_LONGEST = 16
# "Quatre-vingt-dix-neuf": words that a language lists as one number.
_LONGEST_NAME = 4
_THOUSAND = 1000
# "the second and final meeting", "the twenty-first regular meeting"
_ORDINAL_REACH = 4


@dataclass(frozen=True, slots=True)
class NumberMention:
    """A number of things, and where it stands in the text."""

    value: Value
    start: int
    end: int


def find_numbers(
    text: str, language: Language, tokens: Sequence[Token] | None = None
) -> tuple[NumberMention, ...]:
    """Find the cardinal numbers of a text, in reading order.

    `tokens` are those of the text, where they are known already.
    What counts no things is left out: digits of a symbol or a fraction (55/25,
    COP-3, 1.5), ordinals (1st), shares (20%, two-thirds) and prices.
    """
    if tokens is None:
        tokens = tokenize(text, "")
    values = language.numbers
    found = []
    stop = 0
    for position, token in enumerate(tokens):
        if position < stop or not (token.norm in values or token.norm.isdecimal()):
            continue
        number, used = _grouped(text, tokens[position : position + _LONGEST], language)
        stop = position + max(used, 1)
        start, end = token.start, tokens[stop - 1].end
        if number is not None and _stands_alone(text, start, end):
            value = Value("number", (str(number),))
            found.append(NumberMention(value, start, end))
    return tuple(found)


def read_cardinal(
    tokens: Sequence[Token], language: Language
) -> tuple[int | None, int]:
    """Read a number at the head of `tokens`: the number and the tokens it took.

    Words are read as far as they make one number: "two hundred and five" is one,
    "two three" are two. Digits take no more than a word such as "million".
    """
    number, used = _first_value(tokens, language)
    least = _THOUSAND if used and tokens[0].norm.isdecimal() else 1
    while number is not None and used < len(tokens):
        grown, taken = _grown(number, tokens[used : used + _LONGEST_NAME], language)
        if grown is None or grown - number < least:
            break
        number, used = grown, used + taken
    return number, used


def read_ordinal(tokens: Sequence[Token], language: Language) -> tuple[int | None, int]:
    """Read an ordinal at the head of `tokens`: its number and the tokens it took.

    Both `21st` and `twenty-first` are read, and so is `XXIe`.
    """
    if not tokens:
        return None, 0
    suffixes = language.words.get("ordinal_suffixes", ())
    head, second = tokens[0], tokens[1] if len(tokens) > 1 else None
    if second is not None and head.norm.isdecimal() and head.end == second.start:
        is_ordinal = second.norm in suffixes
        return (int(head.norm[:_MOST_DIGITS]), 2) if is_ordinal else (None, 0)
    ordinal, used = _named(tokens, language, language.ordinals)
    if ordinal is not None:
        return ordinal, used
    tens, used = _named(tokens, language, language.numbers)
    if tens is not None and tens >= 20:
        unit, taken = read_ordinal(tokens[used:], language)
        if unit is not None and unit < (100 if tens == 100 else 10):
            return tens + unit, used + taken
    roman = _ROMAN_HEAD.match(head.text)
    if roman and head.norm[roman.end() :] in suffixes:
        return read_roman(roman.group()), 1
    return None, 0


def find_ordinals(
    tokens: Sequence[Token], language: Language
) -> Iterator[tuple[int, int, int]]:
    """Find ordinals: the first token of each, the one behind it, and its number."""
    heads = language.ordinals.keys() | language.numbers.keys()
    stop = 0
    for position, token in enumerate(tokens):
        is_digits = token.norm.isdecimal()
        if not (is_digits or token.norm in heads or opens_with_roman(token.text)):
            continue
        number, used = read_ordinal(tokens[position : position + _LONGEST], language)
        if number is not None and position >= stop:
            stop = position + used
            yield position, stop, number


def ordinal_before(
    tokens: Sequence[Token], position: int, language: Language
) -> tuple[int, int] | None:
    """Find the ordinal shortly before a noun: its number and its first token."""
    for start in range(max(position - _ORDINAL_REACH, 0), position):
        number, _ = read_ordinal(tokens[start:position], language)
        if number is not None:
            return number, start
    return None


def occasions(
    tokens: Sequence[Token], language: Language
) -> Iterator[tuple[int, int, int]]:
    """Find "the third time": its first token, the one behind it, and the number."""
    names = language.words.get("occasions", ())
    for position, token in enumerate(tokens):
        if token.norm in names:
            ordinal = ordinal_before(tokens, position, language)
            if ordinal is not None and ordinal[1] > 0:
                yield ordinal[1], position + 1, ordinal[0]


def opens_with_roman(word: str) -> bool:
    """Tell whether a word is a Roman numeral, or an ordinal made of one: XXIe."""
    # Nearly every word of a text is asked about, and nearly none begins so.
    may_be = word[:1] in _ROMAN_DIGITS
    return may_be and bool(_ROMAN.fullmatch(word) or _ROMAN_HEAD.match(word))


def read_roman(word: str) -> int | None:
    """Read a Roman numeral in capitals up to XXXIX; None for any other word."""
    if not _ROMAN.fullmatch(word):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in word]
    pairs = pairwise([*digits, 0])
    return sum(-a if a < b else a for a, b in pairs)


def _first_value(tokens: Sequence[Token], language: Language) -> tuple[int | None, int]:
    if not tokens:
        return None, 0
    norm = tokens[0].norm
    if norm.isdecimal():
        return int(norm[:_MOST_DIGITS]), 1
    return _named(tokens, language, language.numbers)


def _named(
    tokens: Sequence[Token], language: Language, names: Mapping[str, int]
) -> tuple[int | None, int]:
    """Read the longest name of a number at the head of `tokens`.

    It may be of several words, one space or hyphen apart, as "quatre-vingts" is.
    """
    head = tokens[0].norm
    if head in names or head in language.numbers:
        for length in range(min(_LONGEST_NAME, len(tokens)), 1, -1):
            words = tokens[:length]
            pairs = pairwise(words)
            number = names.get(" ".join(token.norm for token in words))
            if number is not None and all(a.end + 1 == b.start for a, b in pairs):
                return number, length
    return names.get(head), 1 if head in names else 0


def _grown(
    number: int, tokens: Sequence[Token], language: Language
) -> tuple[int | None, int]:
    """Add the next word to a number, or the word behind the first conjunction."""
    values = language.numbers
    value, used = _named(tokens, language, values)
    if value is not None:
        return _joined(number, value), used
    adding = language.words.get("conjunctions", ())[:1]
    if tokens[0].norm in adding and len(tokens) > 1 and number % 100 == 0:
        value = values.get(tokens[1].norm, 100)
        return (_joined(number, value), 2) if value < 100 else (None, 0)
    return None, 0


def _joined(number: int, value: int) -> int | None:
    """Join two values as words do, "forty" and "seven", "two" and "hundred"."""
    if value == 100 and number >= _THOUSAND and number % _THOUSAND == 0:
        return number + value
    if value >= 100:
        low = number % (1000 if value == 100 else value * _THOUSAND)
        fits = 0 < low < (100 if value == 100 else _THOUSAND)
        return number + low * (value - 1) if fits else None
    if value == 0 or number % 100 == 10 or number < 20:
        return None
    return number + value if number % (10 if value < 10 else 100) == 0 else None


def _grouped(
    text: str, tokens: Sequence[Token], language: Language
) -> tuple[int | None, int]:
    """Read a number, joining groups of three digits first."""
    sample = language.words.get("thousands", ("1,000",))[0]
    parting = _GROUPING | {sample.strip("01")}
    used = 1
    while (
        used < len(tokens)
        and tokens[0].norm.isdecimal()
        and len(tokens[0].norm) <= 3
        and len(tokens[used].norm) == 3
        and tokens[used].norm.isdecimal()
        and text[tokens[used - 1].end : tokens[used].start] in parting
    ):
        used += 1
    if used == 1:
        return read_cardinal(tokens, language)
    return int("".join(token.norm for token in tokens[:used])[:_MOST_DIGITS]), used


def _stands_alone(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if before in _BEFORE or before.isalpha() or after in _AFTER or after.isalpha():
        return False
    is_tail = before == "," and text[start - 2 : start - 1].isdecimal()
    is_head = after in {".", ","} and text[end + 1 : end + 2].isdecimal()
    return not (is_tail or is_head)
