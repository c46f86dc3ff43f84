"""Where the paragraphs of a text as received begin and end."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from index.reading.columns import unfold_columns
from index.reading.markdown import heading_of
from index.reading.raw_lines import Kind, is_enumerated, is_item, is_labelled
from index.reading.text_tables import find_tables
from index.reading.white_space import collapse

# The header of a table stands below every heading that a format knows.
TABLE_LEVEL = 10
# Editors and mail programs wrap between these widths, in characters.
_NARROWEST, _WIDEST = 50, 120
# In characters, of the first line of a paragraph.
_DEEPEST_INDENT = 8
_FULL = 0.85
_SENTENCE_ENDS = tuple(".!?:;。！？：；؟")  # noqa: RUF001 - full-width signs


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its white space folded, and the line where it begins.

    `kind` is what the marks of its format make it; None where only its words can
    tell. `level` is the depth of such a heading, from 1, and 0 for all else.
    """

    text: str
    line: int
    kind: Kind | None = None
    level: int = 0
    page: int | None = None


def split_paragraphs(text: str, *, first_line: int = 1) -> tuple[Paragraph, ...]:
    """Cut a text at blank lines, and at line breaks that no wrapping explains.

    The rows of a table are paragraphs each.
    """
    typed = unfold_columns(text.split("\n"))
    found: list[Paragraph] = []
    done = 0
    for table in find_tables(typed):
        found += _unwrapped(typed[done : table.start], first_line + done)
        line = first_line + table.start
        found += table_paragraphs(table.rows, has_header=table.has_header, line=line)
        done = table.stop
    return (*found, *_unwrapped(typed[done:], first_line + done))


def table_paragraphs(
    rows: Sequence[Sequence[str]],
    *,
    has_header: bool,
    line: int,
    page: int | None = None,
) -> Iterator[Paragraph]:
    """Make a paragraph of each row; a header is the heading of all others."""
    for number, row in enumerate(rows):
        text = " | ".join(filter(None, row))
        if number == 0 and has_header:
            yield Paragraph(text, line, Kind.HEADING, TABLE_LEVEL, page)
        elif text:
            yield Paragraph(text, line, Kind.PROSE, page=page)
    if has_header:
        # A heading without words ends what the one before it heads.
        yield Paragraph("", line, Kind.HEADING, TABLE_LEVEL, page)


def _unwrapped(typed: Sequence[str], first_line: int) -> Iterator[Paragraph]:
    lines = [*map(_Line.of, typed)]
    width = _wrap_width(lines)
    runs: list[tuple[int, list[str]]] = []
    before = _Line("", 0)
    for number, line in enumerate(lines, first_line):
        if line.text and before.text and _continues(before, line.text, width):
            runs[-1][1].append(line.text)
        elif line.text:
            runs.append((number, [line.text]))
        before = line
    return (Paragraph(" ".join(run), number) for number, run in runs)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line with its white space folded, and how far it reached as it was typed."""

    text: str
    reach: int

    @classmethod
    def of(cls, typed: str) -> "_Line":
        text = collapse(typed)
        indent = len(typed) - len(typed.lstrip())
        # What is set in from the margin further is centred, and tells no width.
        margin = 0 if indent <= _DEEPEST_INDENT else indent
        return cls(text, len(typed.rstrip()) - margin)


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """Give the width at which a text is wrapped; None when it is not.

    A text whose lines mostly end with their sentence is not: each line is then a
    paragraph.
    """
    width = max((line.reach for line in lines if " " in line.text), default=0)
    full = [line for line in _followed(lines) if line.reach > width * 3 // 4]
    ended = sum(line.text.endswith(_SENTENCE_ENDS) for line in full)
    if not _NARROWEST <= width <= _WIDEST or ended * 2 > len(full):
        return None
    return width


def _followed(lines: Sequence[_Line]) -> Iterator[_Line]:
    return (line for line, after in pairwise(lines) if after.text)


def _continues(before: _Line, line: str, width: int | None) -> bool:
    """Tell whether a line goes on with the sentence of the line before it."""
    if is_item(line) or heading_of(line) or heading_of(before.text):
        return False
    if any(
        begins(line) and begins(before.text) for begins in (is_enumerated, is_labelled)
    ):
        return False
    if width is not None and before.reach + 1 + len(line.split()[0]) > width:
        return True
    if before.text.endswith(_SENTENCE_ENDS):
        return False
    # Right edges are ragged: some writers break lines earlier than they need.
    is_full = width is not None and before.reach >= width * _FULL
    return is_full or (before.reach >= _NARROWEST and line[0].islower())
