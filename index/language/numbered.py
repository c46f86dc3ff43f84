"""Entities that are listed nowhere, since each number makes one: sessions, articles."""

from collections.abc import Iterable

from index.model import Entity
from index.vocabulary import Language, Vocabulary


def numbered_entity(
    entity_id: str, vocabulary: Vocabulary, languages: Iterable[str] = ("en",)
) -> Entity | None:
    """Make the entity that an id such as `session-3` stands for.

    Gives None for an id of any other form.
    """
    kind_id, _, digits = entity_id.rpartition("-")
    kind = vocabulary.kinds.get(kind_id)
    if kind is None or not kind.numbered or not digits.isdecimal():
        return None
    number = int(digits)
    names = {
        code: _name(template, number, vocabulary.languages[code])
        for code in languages
        if (words := vocabulary.languages[code].kinds.get(kind_id))
        and (template := words.name)
    }
    return Entity(entity_id, kind_id, names, number=number, part_of=kind.part_of)


def ordinal_word(number: int, language: Language) -> str:
    """Write an ordinal in words where the language has one, else in digits.

    A language whose ordinals are read folded lists them as they are written.
    """
    written = language.words.get("ordinal_names", ())
    if written:
        is_named = 0 < number <= len(written)
        return (
            written[number - 1] if is_named else f"{number}{_suffix(number, language)}"
        )
    for word, value in language.ordinals.items():
        if value == number:
            return word
    tens, unit = number // 10 * 10, number % 10
    ten = next((w for w, v in language.numbers.items() if v == tens), None)
    if ten and 20 < number < 100:
        return f"{ten}-{ordinal_word(unit, language)}"
    return f"{number}{_suffix(number, language)}"


def counted_id(whole: str, kind: str, number: int) -> str:
    """Give the id of what is counted within another: the third meeting of a body."""
    return f"{whole}-{kind}-{number}"


def ordinal_forms(number: int, language: Language) -> tuple[str, str]:
    """Write an ordinal as answers do and in digits: twenty-first, 21st."""
    return ordinal_word(number, language), f"{number}{_suffix(number, language)}"


def _name(template: str, number: int, language: Language) -> str:
    ordinal = ordinal_word(number, language)
    return template.replace("{ordinal}", ordinal).replace("{number}", str(number))


def _suffix(number: int, language: Language) -> str:
    """Give the suffix of 101st, 102nd, 103rd; the last one serves all others."""
    read = language.words.get("ordinal_suffixes", ("",))
    *first, last = language.words.get("ordinal_endings", read)
    unit = number % 10 if number // 10 % 10 != 1 else 0
    return first[unit - 1] if 0 < unit <= len(first) else last
