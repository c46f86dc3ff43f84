"""Dates as readers write them."""

from bot.answering.model import Answer
from bot.messages import messages_in


def format_date(iso: str, language: str = "en") -> str:
    """Write an ISO date for a reader, as precise as it is given.

    >>> format_date("2005-07-03"), format_date("2006-10"), format_date("2008")
    ('3 July 2005', 'October 2006', '2008')

    Anything that is no ISO date comes back unchanged: a document may say "n.d.".
    """
    match iso.split("-"):
        case [year, month, day] if _is_month(month) and _is_day(day):
            return f"{int(day)} {_month(month, language)} {year}"
        case [year, month] if _is_month(month):
            return f"{_month(month, language)} {year}"
    return iso


def tell_as_of(answer: Answer) -> str:
    """Give the line that tells for when an answer holds; empty where none is needed.

    None is where the answer holds for ever, or says the date itself.
    """
    if not answer.as_of:
        return ""
    date = format_date(answer.as_of, answer.language)
    said = (answer.headline, *answer.points)
    is_said = any(date in text for text in said)
    return "" if is_said else messages_in(answer.language).as_of.format(date=date)


def _is_day(text: str) -> bool:
    return len(text) <= 2 and text.isdecimal()


def _is_month(text: str) -> bool:
    return _is_day(text) and 1 <= int(text) <= 12


def _month(text: str, language: str) -> str:
    return messages_in(language).months[int(text) - 1]
