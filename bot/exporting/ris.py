"""References as RIS, which Zotero, EndNote and Mendeley read.

Source: Research Information Systems, RIS format, as of 2011.
"""

from collections.abc import Iterable, Iterator

from bot.exporting.reference import Reference
from bot.markup import clean, web_address

_END = "\r\n"


def write_ris(references: Iterable[Reference]) -> str:
    """Write one record a reference, in their order."""
    return _END.join(line for each in references for line in (*_record(each), ""))


def _record(reference: Reference) -> Iterator[str]:
    cited = reference.citation
    fields = (
        # A report has a number; what has none was found on the web.
        ("TY", "RPRT" if cited.symbol else "ELEC"),
        ("ID", reference.key),
        ("TI", cited.title),
        ("AU", reference.publisher),
        ("PB", reference.publisher),
        ("PY", (cited.date or "")[:4]),
        ("DA", _date(cited.date)),
        ("SN", cited.symbol),
        ("SP", cited.locator),
        ("AB", cited.snippet),
        ("N1", reference.note),
        ("UR", web_address(cited.url)),
        ("Y2", _date(reference.seen.isoformat())),
    )
    for tag, value in fields:
        if value:
            yield f"{tag}  - {' '.join(clean(value).split())}"
    yield "ER  - "


def _date(iso: str | None) -> str:
    """Write a date as `2004/07/09/`; what is not known stays empty."""
    parts = [*(iso or "").split("-"), "", "", ""][:3]
    return f"{'/'.join(parts)}/" if iso else ""
