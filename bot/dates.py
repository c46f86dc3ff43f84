"""Dates as readers write them."""

from bot.answering.model import Answer
from bot.answering.wording import word_date
from bot.messages import Tongue
from index.vocabulary import Language


def format_date(iso: str, language: Language) -> str:
    """Write an ISO date for a reader, as precise as it is given.

    `2005-07-03` is written as `3 July 2005`, `2006-10` as `October 2006`. Anything
    that is no ISO date comes back unchanged: a document may say "n.d.".
    """
    match iso.split("-"):
        case [_year, month, day] if _is_month(month) and _is_day(day):
            return word_date(iso, language)
        case [_year, month] if _is_month(month):
            return word_date(iso, language)
    return iso


def tell_as_of(answer: Answer, tongue: Tongue) -> str:
    """Give the line that tells for when an answer holds; empty where none is needed.

    None is where the answer holds for ever, or says the date itself.
    """
    if not answer.as_of:
        return ""
    date = format_date(answer.as_of, tongue.words)
    said = (answer.headline, *answer.points)
    is_said = any(date in text for text in said)
    return "" if is_said else tongue.texts.as_of.format(date=date)


def _is_day(text: str) -> bool:
    return len(text) <= 2 and text.isdecimal()


def _is_month(text: str) -> bool:
    return _is_day(text) and 1 <= int(text) <= 12
