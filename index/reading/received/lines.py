"""The lines of printed pages, and the paragraphs that they make."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from index.reading.raw_lines import Kind, is_enumerated, is_item
from index.reading.raw_paragraphs import Paragraph

_SENTENCE_ENDS = tuple(".!?:;\u3002\uff01\uff1f\uff1a\uff1b\u061f\u061b")
_MARK = re.compile(r"\(?\w{0,4}[.)]|[^\w\s]")
_SOFT_HYPHEN = "\u00ad"
# So many lines at the top and the bottom of a page may be its running head.
_EDGE = 4
# What stands on so many pages is furniture; heads may differ left and right.
_SHARE = 1 / 3
# In digits, of a page number: four are a year.
_LONGEST_NUMBER = 3
# In points: on all pages it stands as high, give or take.
_SLACK = 10
# Between paragraphs there is this much more room than between lines.
_WIDER = 1.3
# Text this much larger than most is a heading.
_LARGER = 1.08
_LONGEST_HEADING = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, and where and how they are printed.

    The row of a table has several cells, any other line has one.
    Lengths are in points; `top` and `bottom` are measured from the foot of the page,
    `left` and `right` in the direction of reading.
    """

    cells: tuple[str, ...]
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    is_bold: bool = False

    @property
    def text(self) -> str:
        """All that stands on the line."""
        return " | ".join(self.cells)

    @property
    def is_row(self) -> bool:
        """Whether this is a row of a table."""
        return len(self.cells) > 1


def is_mark(text: str) -> bool:
    """Tell whether a text is but the number or the bullet before a paragraph."""
    return bool(_MARK.fullmatch(text))


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> tuple[Paragraph, ...]:
    """Join the lines of all pages into paragraphs, running heads left out."""
    lines = [line for page in without_running_heads(pages) for line in page]
    if not lines:
        return ()
    manner = _Manner.of(lines)
    runs: list[list[Line]] = []
    for line in lines:
        if runs and not manner.parts(runs[-1][-1], line):
            runs[-1].append(line)
        else:
            runs.append([line])
    levels = manner.levels(run[0] for run in runs if manner.is_heading(run))
    return tuple(
        _paragraph(run, levels.get(_style(run[0]), 0) if manner.is_heading(run) else 0)
        for run in runs
    )


def without_running_heads(pages: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """Drop what stands at the edge of many pages, and the numbers of pages."""
    edges = Counter(
        key for page in pages for key in {_key(line) for line in _edge_lines(page)}
    )
    least = max(2, len(pages) * _SHARE)
    for page in pages:
        first, last = 0, len(page)
        while first < min(_EDGE, last) and _is_head(page[first], edges, least):
            first += 1
        while last > max(first, len(page) - _EDGE) and _is_head(
            page[last - 1], edges, least
        ):
            last -= 1
        yield page[first:last]


def _edge_lines(page: Sequence[Line]) -> Iterable[Line]:
    return (*page[:_EDGE], *page[-_EDGE:])


def _is_head(line: Line, edges: Counter[tuple[str, int]], least: float) -> bool:
    return edges[_key(line)] >= least or _is_page_number(line.text)


def _is_page_number(text: str) -> bool:
    """Tell whether a line is nothing but a small number or two: `- 3 -`, `3/12`.

    With words beside it, a page number is told by standing on many pages.
    """
    numbers = re.findall(r"\d+", text)
    is_bare = not any(map(str.isalpha, text)) and not is_enumerated(text)
    return (
        is_bare and 0 < len(numbers) <= 2 and max(map(len, numbers)) <= _LONGEST_NUMBER
    )


def _key(line: Line) -> tuple[str, int]:
    """Give what is the same of a running head on every page: its words and place."""
    # The number of a paragraph, unlike that of a page, tells it from all others.
    words = line.text if is_enumerated(line.text) else re.sub(r"\d+", "#", line.text)
    return words, round(line.bottom / _SLACK)


@dataclass(frozen=True, slots=True)
class _Manner:
    """How most lines of a document are printed."""

    size: float
    is_bold: bool
    leading: float
    right: float

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Manner":
        sizes: Counter[tuple[float, bool]] = Counter()
        for line in lines:
            sizes[_style(line)] += len(line.text)
        (size, is_bold), _ = sizes.most_common(1)[0]
        steps = [
            before.bottom - line.bottom
            for before, line in pairwise(lines)
            if before.page == line.page and 0 < before.bottom - line.bottom < 3 * size
        ]
        return cls(
            size=size,
            is_bold=is_bold,
            leading=median(steps) if steps else 1.2 * size,
            right=max(line.right for line in lines),
        )

    def parts(self, before: Line, line: Line) -> bool:
        """Tell whether a line begins a paragraph."""
        if line.is_row or before.is_row:
            return True
        if is_item(line.text) or is_enumerated(line.text):
            return True
        if _style(before) != _style(line) and not _is_near(before, line):
            return True
        has_ended = before.text.endswith(_SENTENCE_ENDS)
        if before.page != line.page or line.bottom > before.bottom + line.size:
            # A new page or column: the sentence goes on, or it does not.
            is_display = self._is_display(before) or self._is_display(line)
            return has_ended or is_display or self._is_shorter(before, 0.5)
        if self._is_shorter(before, 0.35) and not line.text[0].islower():
            # What stands in the first lines of a document, each on one of its own.
            return True
        leading = self.leading / self.size * line.size
        if before.bottom - line.bottom > leading * _WIDER:
            return True
        is_indented = line.left > before.left + 0.8 * self.size
        return has_ended and (self._is_shorter(before, 0.75) or is_indented)

    def _is_shorter(self, line: Line, share: float) -> bool:
        """Tell whether a line takes less than a share of the width it has."""
        return line.right - line.left < share * (self.right - line.left)

    def is_heading(self, run: Sequence[Line]) -> bool:
        """Tell whether a paragraph is printed as a heading."""
        text = " ".join(line.text for line in run)
        return (
            all(self._is_display(line) for line in run)
            and len(text) < _LONGEST_HEADING
            and any(map(str.isalpha, text))
            and not is_item(text)
        )

    def levels(self, heads: Iterable[Line]) -> dict[tuple[float, bool], int]:
        """Give the depth of headings by their print: the larger, the wider."""
        styles = sorted({_style(line) for line in heads}, reverse=True)
        return {style: level for level, style in enumerate(styles, 1)}

    def _is_display(self, line: Line) -> bool:
        is_larger = line.size > self.size * _LARGER
        return is_larger or (line.is_bold and not self.is_bold)


def _style(line: Line) -> tuple[float, bool]:
    return line.size, line.is_bold


def _is_near(before: Line, line: Line) -> bool:
    """Tell whether two lines differ in print only as a word within a sentence does."""
    is_same_size = abs(before.size - line.size) < 0.1 * line.size
    goes_on = not before.text.endswith(_SENTENCE_ENDS) and line.text[:1].islower()
    return is_same_size and goes_on


def _paragraph(run: Sequence[Line], level: int) -> Paragraph:
    text = ""
    for line in run:
        if text.endswith(_SOFT_HYPHEN):
            text = text.removesuffix(_SOFT_HYPHEN) + line.text
        elif text and _is_joined(text[-1], line.text[0]):
            text += line.text
        else:
            text = f"{text} {line.text}".strip()
    kind = Kind.HEADING if level else Kind.PROSE if run[0].is_row else None
    return Paragraph(text, 1, kind, level, run[0].page)


def _is_joined(last: str, first: str) -> bool:
    """Tell whether no space parts two lines: Chinese has none."""
    return all(
        "\u3000" <= sign <= "\u9fff" or sign >= "\uff00" for sign in last + first
    )
