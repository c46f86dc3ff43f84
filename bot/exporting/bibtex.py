"""References as BibTeX entries, for LaTeX."""

import re
from collections.abc import Iterable, Iterator

from bot.exporting.reference import Reference
from bot.markup import clean, web_address

_ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    # Braces must balance in BibTeX, also those that are escaped.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    **{sign: f"\\{sign}" for sign in "&%$#_"},
}
# Macros of BibTeX, the same in every language.
_MONTHS = (
    *("jan", "feb", "mar", "apr", "may", "jun"),
    *("jul", "aug", "sep", "oct", "nov", "dec"),
)


def write_bibtex(references: Iterable[Reference]) -> str:
    """Write one entry a reference, in their order."""
    return "\n".join(_entry(each) for each in references)


def _entry(reference: Reference) -> str:
    kind = "techreport" if reference.citation.symbol else "misc"
    fields = "".join(f"  {line},\n" for line in _fields(reference))
    return f"@{kind}{{{_key(reference)},\n{fields}}}\n"


def _fields(reference: Reference) -> Iterator[str]:
    cited = reference.citation
    year, month, *_ = [*(cited.date or "").split("-"), ""]
    told = (
        ("title", f"{{{_escape(cited.title)}}}"),  # in braces, capitals are kept
        ("author", f"{{{_escape(reference.publisher or '')}}}"),
        ("institution", _escape(reference.publisher or "")),
        ("number", _escape(cited.symbol or "")),
        ("year", year),
        ("note", _escape(", ".join(filter(None, (cited.locator, reference.note))))),
        ("url", web_address(cited.url) or ""),
        ("urldate", reference.seen.isoformat()),
    )
    for name, value in told:
        if value.strip("{}"):
            yield f"{name} = {{{value}}}"
    if month:
        yield f"month = {_MONTHS[int(month) - 1]}"


def _key(reference: Reference) -> str:
    return re.sub(r"[^A-Za-z0-9-]", "", reference.key) or "source"


def _escape(text: str) -> str:
    return "".join(_ESCAPES.get(sign, sign) for sign in " ".join(clean(text).split()))
