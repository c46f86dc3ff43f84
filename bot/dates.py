"""Dates as readers write them."""

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


def _is_day(text: str) -> bool:
    return len(text) <= 2 and text.isdecimal()


def _is_month(text: str) -> bool:
    return _is_day(text) and 1 <= int(text) <= 12


def _month(text: str, language: str) -> str:
    return messages_in(language).months[int(text) - 1]
