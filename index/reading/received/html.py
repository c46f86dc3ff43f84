"""Web pages, as saved from the web."""

import re
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from index.reading.decoding import decode_text
from index.reading.raw_lines import Kind
from index.reading.raw_paragraphs import (
    Paragraph,
    split_paragraphs,
    table_paragraphs,
)
from index.reading.received.html_fields import claims_of
from index.reading.received.markup import drop_furniture, main_part, text_of
from index.reading.received.model import Received
from index.reading.unreadable import UnreadableError

_DECLARED = re.compile(
    rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
# In bytes: where the HTML standard looks for the encoding.
_DECLARATION = 1024
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_TAGS = (
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label "
    "mark nobr o:p q rp rt ruby s samp small span st1:place strike strong sub sup time "
    "tt u var wbr"
)
_INLINE = frozenset(_TAGS.split())
_BOLD = ("b", "strong")
_DEEPEST = 200
_BULLET = "•"
# In characters.
_LONGEST_HEADING = 150
# In characters: a longer item that has a number is a paragraph of its own.
_LONGEST_ITEM = 200


def read_html(content: bytes) -> Received:
    """Read a web page: its main part, without furniture and what is hidden.

    Raises:
        UnreadableError: There is no text in it.
    """
    found = _DECLARED.search(content[:_DECLARATION])
    declared = found.group(1).decode("ascii") if found else None
    page = _parsed(_CONTROLS.sub(" ", decode_text(content, declared=declared)))
    claims = claims_of(page)
    drop_furniture(page)
    return Received(
        tuple(_Flattener().flatten(main_part(page))),
        replace(claims, titles=(*_foremost(page), *claims.titles)),
    )


def _foremost(page: HtmlElement) -> list[str]:
    """Give the headings of the first rank; those of the second are many, or one."""
    first, second = (
        [text for heading in page.iter(tag) if (text := text_of(heading))]
        for tag in ("h1", "h2")
    )
    return first or (second if len(second) == 1 else [])


def _parsed(text: str) -> HtmlElement:
    # As bytes, for lxml refuses text that declares an encoding; and no page that it
    # reads is fetched from, nor any entity resolved.
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        page = document_fromstring(text.encode(errors="replace"), parser=parser)
    except etree.LxmlError as error:
        raise UnreadableError(
            "there is no text in the page",
            expected="expected a web page",
            fix="save it again or take it away",
        ) from error
    return page


class _Flattener:
    """Walks a page and gathers runs of inline text into paragraphs."""

    def __init__(self) -> None:
        self._found: list[Paragraph] = []
        self._run: list[str] = []
        self._line = 1
        # What is drawn before the item of a list that begins.
        self._mark = ""
        # Whether all that the run holds so far is bold.
        self._bold = True

    def flatten(self, element: HtmlElement) -> list[Paragraph]:
        """Give the paragraphs of an element, in reading order."""
        self._walk(element, depth=0)
        self._end()
        return self._found

    def _walk(self, element: HtmlElement, *, depth: int) -> None:
        if depth > _DEEPEST:
            self._add(text_of(element))
            return
        self._add(element.text, bold=element.tag in _BOLD)
        for child in element:
            if isinstance(child.tag, str):
                self._enter(child, depth + 1)
            self._add(child.tail, bold=element.tag in _BOLD)

    def _enter(self, element: HtmlElement, depth: int) -> None:
        tag = element.tag
        if tag == "br":
            self._run.append("\n")
        elif tag in _INLINE and not _holds_blocks(element):
            bold = tag in _BOLD or element.getparent().tag in _BOLD
            self._add_inline(element, bold=bold)
        else:
            self._end()
            self._line = element.sourceline or self._line
            self._block(element, tag, depth)

    def _block(self, element: HtmlElement, tag: str, depth: int) -> None:
        if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
            self._give(text_of(element), Kind.HEADING, level=int(tag[1]))
        elif tag in {"caption", "figcaption", "summary", "dt"}:
            self._give(text_of(element), Kind.PROSE)
        elif tag == "li":
            self._item(element, depth)
        elif tag == "table" and _is_data(element):
            self._rows(element)
        elif tag == "pre":
            self._run.append("".join(map(str, element.itertext())))
            self._end()
        else:
            self._walk(element, depth=depth)
            self._end()

    def _item(self, element: HtmlElement, depth: int) -> None:
        mark, text = _mark(element), text_of(element)
        if _holds_blocks(element):
            self._mark = f"{mark} "
            self._walk(element, depth=depth)
            self._end()
        elif text:
            is_short = len(text) < _LONGEST_ITEM or mark == _BULLET
            self._give(f"{mark} {text}", Kind.ITEM if is_short else Kind.PROSE)

    def _rows(self, table: HtmlElement) -> None:
        rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
        self._found += table_paragraphs(
            [[text_of(cell) for cell in row] for row in rows],
            has_header=all(cell.tag == "th" for cell in rows[0]),
            line=self._line,
        )

    def _add_inline(self, element: HtmlElement, *, bold: bool) -> None:
        for part in element.iter():
            if part.tag == "br":
                self._run.append("\n")
            own = bold or part.tag in _BOLD
            self._add(part.text, bold=own)
            if part is not element:
                self._add(part.tail, bold=bold)

    def _add(self, text: str | None, *, bold: bool = False) -> None:
        if text:
            self._run.append(re.sub(r"\s+", " ", text))
            self._bold = self._bold and (bold or not text.strip())

    def _end(self) -> None:
        """Make paragraphs of the run: a line break parts them where it ends one."""
        text, bold = "".join(self._run), self._bold
        self._run, self._bold = [], True
        kind, level = (Kind.HEADING, 7) if bold and _is_heading(text) else (None, 0)
        for paragraph in split_paragraphs(text):
            self._give(paragraph.text, kind, level=level)

    def _give(self, text: str, kind: Kind | None, *, level: int = 0) -> None:
        if text:
            text, self._mark = f"{self._mark}{text}", ""
            self._found.append(Paragraph(text, self._line, kind, level))


def _holds_blocks(element: HtmlElement) -> bool:
    return any(
        isinstance(part.tag, str) and part.tag not in _INLINE and part.tag != "br"
        for part in element.iterdescendants()
    )


def _is_data(table: HtmlElement) -> bool:
    """Tell a table of data from one that only lays out a page."""
    rows = [list(row.iter("td", "th")) for row in table.iter("tr")]
    cells = [cell for row in rows for cell in row]
    return (
        len(rows) > 1
        and max(map(len, rows)) > 1
        and not any(_holds_blocks(cell) for cell in cells)
    )


def _mark(item: HtmlElement) -> str:
    """Give what a browser draws before an item of a list."""
    above = item.getparent()
    if above.tag != "ol":
        return _BULLET
    start = above.get("start", "")
    first = int(start) if re.fullmatch(r"\d{1,4}", start) else 1
    number = first + sum(1 for _ in item.itersiblings("li", preceding=True))
    if above.get("type") == "a":
        return f"({chr(ord('a') + (number - 1) % 26)})"
    return f"{number}."


def _is_heading(text: str) -> bool:
    text = text.strip()
    return 0 < len(text) < _LONGEST_HEADING and not text.endswith((".", ";", ","))
