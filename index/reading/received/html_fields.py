"""What the fields of a web page say of it, those for search engines included."""

import json
import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from index.reading.received.markup import text_of
from index.reading.received.model import Claims
from index.reading.values import is_date
from index.reading.white_space import collapse

# Names of fields, the surest first.
_TITLES = ("og:title", "dc.title", "dcterms.title")
_DATES = (
    "article:published_time",
    "datepublished",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "date",
)
_PUBLISHERS = ("dc.publisher", "dcterms.publisher", "og:site_name")
_NAMING = ("property", "name", "itemprop")
# "Third meeting concludes | Port Desk"
_SEAM = re.compile(r" [|\u2013\u2014\u00b7»-]+ ")


def claims_of(page: HtmlElement) -> Claims:
    """Gather the titles, the likeliest first, the date and the publisher of a page."""
    fields = _fields(page)
    titles = [max(_SEAM.split(text_of(title)), key=len) for title in page.iter("title")]
    titles = [*(fields.get(name, "") for name in _TITLES), *titles]
    dates = (fields.get(name, "")[:10] for name in _DATES)
    publishers = (fields.get(name, "") for name in _PUBLISHERS)
    return Claims(
        titles=tuple(filter(None, titles)),
        date=next(filter(is_date, (*dates, *_other_dates(page))), None),
        publisher=next(filter(None, publishers), None),
    )


def _fields(page: HtmlElement) -> dict[str, str]:
    """Give what stands in the head, by the name of each field; the first one counts."""
    fields: dict[str, str] = {}
    for meta in page.iter("meta"):
        for naming in _NAMING:
            name = meta.get(naming, "").lower()
            fields.setdefault(name, collapse(meta.get("content", "")))
    return fields


def _other_dates(page: HtmlElement) -> Iterator[str]:
    """Give the dates of publication that stand in scripts and in the text."""
    for script in page.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _linked_dates(script.text or "")
    for time in page.xpath("//*[@itemprop='datePublished'] | //article//time"):
        yield time.get("datetime", "")[:10]


def _linked_dates(script: str) -> Iterator[str]:
    try:
        told = json.loads(script)
    except (ValueError, RecursionError):
        return
    for thing in told if isinstance(told, list) else [told]:
        if isinstance(thing, dict):
            yield str(thing.get("datePublished", ""))[:10]
