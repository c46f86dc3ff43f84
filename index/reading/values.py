"""The forms of single values: ISO dates, ids, codes and links."""

import re
from datetime import date

_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")
_ID = re.compile(r"[^\W_A-Z]+(?:-[^\W_A-Z]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_URL = re.compile(r"https?://\S+")


def is_date(text: str) -> bool:
    """Tell whether a text is a day, month or year that the calendar has.

    The form is ISO 8601, as precise as is known: 2007, 2004-07, 2004-07-09.
    """
    if not _DATE.fullmatch(text) or not text.isascii():
        return False
    try:
        date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError:
        return False
    return True


def is_id(text: str) -> bool:
    """Tell whether a text is an id: small letters and digits, joined by hyphens."""
    return bool(_ID.fullmatch(text))


def is_language(text: str) -> bool:
    """Tell whether a text is a language code such as `en` or `pt-BR`."""
    return bool(_LANGUAGE.fullmatch(text))


def is_url(text: str) -> bool:
    """Tell whether a text is a web address that a reader can open."""
    return bool(_URL.fullmatch(text))
