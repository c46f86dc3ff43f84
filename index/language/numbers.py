"""Cardinal and ordinal numbers, in digits and in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.language.tokens import Token, tokenize
from index.model import Value
from index.vocabulary import Language

_ROMAN_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = {
    "X" * tens + unit: 10 * tens + number
    for tens in range(4)
    for number, unit in enumerate(_ROMAN_UNITS)
    if tens or number
}
# Nothing that is counted here has more digits; a longer run is a broken file.
_MOST_DIGITS = 18
# What stands between groups of three digits: `1,234` and `1 234` are one number.
_GROUPING = frozenset(", '’\u00a0\u202f")
# Beside these a number is part of a symbol, a fraction, a price or a range.
_BEFORE = frozenset("/-‐‑–.$€£№")
_AFTER = frozenset("/-‐‑–%‰°")
# "Nine hundred and ninety-nine million nine hundred and ...": more is no number.
_LONGEST = 16
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
        grown, taken = _grown(number, tokens[used : used + 2], language)
        if grown is None or grown - number < least:
            break
        number, used = grown, used + taken
    return number, used


def read_ordinal(tokens: Sequence[Token], language: Language) -> tuple[int | None, int]:
    """Read an ordinal at the head of `tokens`: its number and the tokens it took.

    Both `21st` and `twenty-first` are read.
    """
    if not tokens:
        return None, 0
    head, second = tokens[0], tokens[1] if len(tokens) > 1 else None
    if second is not None and head.norm.isdecimal() and head.end == second.start:
        is_ordinal = second.norm in language.words.get("ordinal_suffixes", ())
        return (int(head.norm[:_MOST_DIGITS]), 2) if is_ordinal else (None, 0)
    tens = language.numbers.get(head.norm, 0)
    unit = language.ordinals.get(second.norm, 10) if second is not None else 10
    if tens >= 20 and unit < 10:
        return tens + unit, 2
    ordinal = language.ordinals.get(head.norm)
    return ordinal, 0 if ordinal is None else 1


def ordinal_before(
    tokens: Sequence[Token], position: int, language: Language
) -> tuple[int, int] | None:
    """Find the ordinal shortly before a noun: its number and its first token."""
    for start in range(max(position - _ORDINAL_REACH, 0), position):
        number, _ = read_ordinal(tokens[start:position], language)
        if number is not None:
            return number, start
    return None


def read_roman(word: str) -> int | None:
    """Read a Roman numeral in capitals up to XXXIX; None for any other word."""
    return _ROMAN.get(word)


def _first_value(tokens: Sequence[Token], language: Language) -> tuple[int | None, int]:
    if not tokens:
        return None, 0
    norm = tokens[0].norm
    digits = int(norm[:_MOST_DIGITS]) if norm.isdecimal() else None
    number = language.numbers.get(norm) if digits is None else digits
    return number, 0 if number is None else 1


def _grown(
    number: int, tokens: Sequence[Token], language: Language
) -> tuple[int | None, int]:
    """Add the next word to a number, or the word behind the first conjunction."""
    values = language.numbers
    value = values.get(tokens[0].norm)
    if value is not None:
        return _joined(number, value), 1
    adding = language.words.get("conjunctions", ())[:1]
    if tokens[0].norm in adding and len(tokens) > 1 and number % 100 == 0:
        value = values.get(tokens[1].norm, 100)
        return (_joined(number, value), 2) if value < 100 else (None, 0)
    return None, 0


def _joined(number: int, value: int) -> int | None:
    """Join two values as words do, "forty" and "seven", "two" and "hundred"."""
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
    used = 1
    while (
        used < len(tokens)
        and tokens[0].norm.isdecimal()
        and len(tokens[0].norm) <= 3
        and len(tokens[used].norm) == 3
        and tokens[used].norm.isdecimal()
        and text[tokens[used - 1].end : tokens[used].start] in _GROUPING
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
