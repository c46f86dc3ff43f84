"""The numbers that Word draws before paragraphs, and keeps in no text."""

import re
from collections.abc import Callable, Iterator, Mapping

from docx.document import Document
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

_BULLET = "•"
# One above the other; people use two or three.
_MOST_STYLES = 12
_SLOT = re.compile(r"%(\d)")
_LARGEST_ROMAN = 39
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def _roman(number: int) -> str:
    if number > _LARGEST_ROMAN:
        return str(number)
    text = ""
    for worth, sign in _ROMAN:
        text += sign * (number // worth)
        number %= worth
    return text


def _letter(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26)


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
}


def styles_of(paragraph: Paragraph) -> Iterator[ParagraphStyle]:
    """Give the style of a paragraph, then those that it builds on, the nearest first.

    A damaged file may build them on each other.
    """
    style = paragraph.style
    for _ in range(_MOST_STYLES):
        if style is None:
            return
        yield style
        style = style.base_style


class Numbering:
    """Counts the numbered paragraphs of a document, in reading order."""

    def __init__(self, document: Document) -> None:
        """Find the lists that the document defines; most have none."""
        part = next(
            (
                relation.target_part
                for relation in document.part.rels.values()
                if relation.reltype.endswith("/numbering")
            ),
            None,
        )
        root = getattr(part, "element", None)
        self._lists = {} if root is None else dict(_lists(root))
        self._counts: dict[str, dict[int, int]] = {}

    def mark(self, paragraph: Paragraph) -> str:
        """Give what stands before a paragraph, and count it: `12.`, `(a)`, `•`."""
        list_id, depth = _place(paragraph)
        levels = self._lists.get(list_id)
        if levels is None or depth not in levels:
            return ""
        style, text, start = levels[depth]
        if style in {"bullet", "none"}:
            return _BULLET if style == "bullet" else ""
        counts = self._counts.setdefault(list_id, {})
        counts[depth] = counts.get(depth, start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]

        def drawn(slot: re.Match[str]) -> str:
            level = int(slot.group(1)) - 1
            style_of_level, _, first = levels.get(level, ("decimal", "", 1))
            return _FORMATS.get(style_of_level, str)(counts.get(level, first))

        return _SLOT.sub(drawn, text)


_Levels = dict[int, tuple[str, str, int]]


def _lists(root: _Element) -> list[tuple[str, _Levels]]:
    """Give the format, text and first number of each level of each list."""
    abstract = {
        found.get(qn("w:abstractNumId")): {
            int(level.get(qn("w:ilvl"), "0")): (
                _value(level, "w:numFmt", "decimal"),
                _value(level, "w:lvlText", ""),
                int(_value(level, "w:start", "1")),
            )
            for level in found.findall(qn("w:lvl"))
        }
        for found in root.findall(qn("w:abstractNum"))
    }
    return [
        (
            number.get(qn("w:numId"), ""),
            abstract.get(_value(number, "w:abstractNumId", ""), {}),
        )
        for number in root.findall(qn("w:num"))
    ]


def _place(paragraph: Paragraph) -> tuple[str, int]:
    """Give the list that a paragraph belongs to, by itself or by its style."""
    where = f"{qn('w:pPr')}/{qn('w:numPr')}"
    styles = (style.element.find(where) for style in styles_of(paragraph))
    own = next(
        (found for found in (paragraph._p.find(where), *styles) if found is not None),
        None,
    )
    if own is None:
        return "", 0
    return _value(own, "w:numId", ""), int(_value(own, "w:ilvl", "0"))


def _value(element: _Element, tag: str, default: str) -> str:
    found = element.find(qn(tag))
    return default if found is None else str(found.get(qn("w:val"), default))
