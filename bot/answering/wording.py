"""How values and statements are worded."""

import re
from collections.abc import Sequence

from bot.answering.spans import is_to_the_day
from index.model import Entity, Statement, Value
from index.vocabulary import Language


def word_date(iso: str, language: Language) -> str:
    """Write an ISO date for readers: `3 July 2005`, `July 2005` or `2005`."""
    year, *rest = iso.split("-")
    names = language.words["month_names"]
    month = [names[int(rest[0]) - 1]] if rest else []
    day = [_word_day(int(rest[1]), language)] if len(rest) > 1 else []
    return " ".join([*day, *month, year])


def _word_day(day: int, language: Language) -> str:
    """Write a day of the month, the first as the language calls it: `1er`."""
    return language.words.get("first_day", ("1",))[0] if day == 1 else str(day)


def word_interval(first: str, last: str, language: Language) -> str:
    """Write an interval, naming what both days share once: `10–21 October 2005`.

    A language may have words for it: `du 10 au 21 octobre 2005`.
    """
    begin, end = word_date(first, language), word_date(last, language)
    shared = 0
    heads, tails = begin.split(), end.split()
    while shared < min(len(heads), len(tails)) and (
        heads[-1 - shared] == tails[-1 - shared]
    ):
        shared += 1
    if shared == len(heads):
        return end
    head = " ".join(heads[: len(heads) - shared])
    if worded := language.words.get("interval"):
        return fill(worded[0], first=head, last=end)
    return f"{head}–{end}" if " " not in head else f"{head} – {end}"


def word_value(value: Value, language: Language) -> str:
    """Write any value in running text."""
    match value.kind:
        case "date":
            return word_date(value.parts[0], language)
        case "interval":
            return word_interval(value.parts[0], value.parts[1], language)
        case "list":
            return word_list(word_items(value, language), language)
        case _:
            return word_items(value, language)[0]


def word_items(value: Value, language: Language) -> tuple[str, ...]:
    """Write names, places and items of a list as the language knows them."""
    return tuple(language.values.get(part, part) for part in value.parts)


def word_list(items: Sequence[str], language: Language) -> str:
    """Write short items in one line: `a, b and c`."""
    *head, last = items
    conjunction = language.words["conjunctions"][0]
    return f"{', '.join(head)} {conjunction} {last}" if head else last


def word_figure(number: int, language: Language) -> str:
    """Write a number in digits, thousands parted as the language does: `1,048`."""
    sample = language.words.get("thousands", ("1,000",))[0]
    return f"{number:,}".replace(",", sample[1:-3])


def word_count(count: int, language: Language) -> str:
    """Write a small number in words, any other in digits."""
    words = (word for word, number in language.numbers.items() if number == count)
    return next(words, str(count))


def word_statement(
    statement: Statement,
    entity: Entity | None,
    *,
    code: str,
    language: Language,
    is_planned: bool = False,
) -> str:
    """Say a statement in one sentence, by the wording of its relation.

    Where the wording leaves the value out, as before a list, it only leads in.
    `is_planned` asks for the wording of what was still to come.
    """
    words = language.relations[statement.relation]
    sentence = (words.planned if is_planned else None) or words.answer
    name = name_entity(entity, code) if entity else statement.entity
    as_of = word_date(statement.as_of, language) if statement.as_of else ""
    sentence = contracted(fill(sentence, entity=name), language)
    for day, period in _set_into_time(statement.value, language).items():
        sentence = sentence.replace(day, period)
    value = word_value(statement.value, language)
    return capitalized(fill(sentence, as_of=as_of, value=value))


def fill(template: str, **slots: str) -> str:
    """Put words into the slots of a template: `{label} of {entity}`."""
    for slot, words in slots.items():
        template = template.replace(f"{{{slot}}}", words)
    return template


def contracted(text: str, language: Language) -> str:
    """Draw words together where a name brought its article: "de le" is "du"."""
    for apart, together in language.contractions.items():
        text = re.sub(rf"\b{re.escape(apart)}\b", together, text)
    return text


def name_entity(entity: Entity, code: str) -> str:
    """Name an entity within a sentence, in English where a language has no name."""
    return entity.names.get(code) or entity.names.get("en") or entity.id


def _set_into_time(value: Value, language: Language) -> dict[str, str]:
    """Say "in 2008" where the wording has a day in mind: "on 3 July 2005".

    An interval of several days may need no preposition: "du 10 au 21 octobre".
    """
    days, periods = language.words["on_day"], language.words["in_period"]
    if value.kind == "interval" and value.parts[0] != value.parts[-1]:
        periods = language.words.get("in_interval", days)
    elif value.kind != "date" or is_to_the_day(value.parts[0]):
        return {}
    return dict(zip(days, periods, strict=True))


def capitalized(sentence: str) -> str:
    """Begin a sentence with a capital and leave the rest alone."""
    return sentence[:1].upper() + sentence[1:]


def joined(parts: Sequence[str]) -> str:
    """Join sentences with single spaces."""
    return " ".join(part for part in parts if part)
