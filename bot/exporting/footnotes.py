"""Citations as footnotes: plain, as the United Nations and as OSCOLA write them.

Source: United Nations Editorial Manual Online, footnotes; OSCOLA, fourth edition.
"""

import re
from collections.abc import Iterable

from bot.answering.model import Citation
from bot.citing import describe_source
from bot.dates import format_date
from bot.exporting.reference import Reference
from bot.markup import clean, web_address
from bot.messages import Tongue

# The marks of the organization's own series, such as A/RES/55/25 or UNIS/CP/497.
_SYMBOL = re.compile(r"[A-Z]+(?:\.\w+)?/[\w./]+")


def plain_note(citation: Citation, tongue: Tongue) -> str:
    """Name a source as answers do, with its address."""
    named = "".join(describe_source(citation, tongue))
    return ". ".join(filter(None, (named, web_address(citation.url))))


def un_note(reference: Reference, tongue: Tongue) -> str:
    """Write a footnote as the United Nations does: symbol, then place."""
    cited = reference.citation
    title = tongue.texts.quotation.format(text=clean(cited.title))
    symbol = f"({cited.symbol})" if cited.symbol else ""
    told = (
        reference.publisher,
        " ".join(filter(None, (title, symbol))),
        format_date(cited.date or "", tongue.words),
        clean(cited.locator),
    )
    seen = ""
    if url := web_address(cited.url):
        seen = tongue.texts.cite_available.format(url=url, date=_day(reference, tongue))
    return " ".join(filter(None, (f"{_listed(told)}.", seen)))


def oscola_note(reference: Reference, tongue: Tongue) -> str:
    """Write a footnote as OSCOLA does: `author, ‘title’ (date) place <address>`."""
    cited = reference.citation
    date = format_date(cited.date or "", tongue.words)
    is_series = _SYMBOL.match(cited.symbol or "")
    series = f"UN Doc {cited.symbol}" if is_series else cited.symbol
    title = " ".join(
        filter(None, (f"‘{clean(cited.title)}’", f"({date})" if date else "", series))
    )
    told = _listed((reference.publisher, title, clean(cited.locator)))
    if url := web_address(cited.url):
        seen = tongue.texts.cite_accessed.format(date=_day(reference, tongue))
        return f"{told} <{url}> {seen}"
    return told


def _listed(parts: Iterable[str | None]) -> str:
    return ", ".join(part for part in parts if part)


def _day(reference: Reference, tongue: Tongue) -> str:
    return format_date(reference.seen.isoformat(), tongue.words)
