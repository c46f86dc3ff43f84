"""The headings above a paragraph."""

from index.reading.markdown import heading_of
from index.reading.raw_lines import Kind, is_label
from index.reading.raw_paragraphs import TABLE_LEVEL, Paragraph

_JOINT = " > "
_BODY = {Kind.PROSE, Kind.ITEM}


class Headings:
    """Follows the headings of a document, and knows those that hold.

    Where a format tells how deep each stands, all of them hold, from the widest to
    the nearest; else the last one does. The title is none of them.
    """

    def __init__(self, title: str | None) -> None:
        self._title = title
        self._open: list[Paragraph] = []
        self._last = ""

    @property
    def path(self) -> str:
        """The headings that hold, the title apart."""
        is_ranked = any(part.level != TABLE_LEVEL for part in self._open)
        last = [] if is_ranked else [self._last]
        open_ = [*filter(None, last), *(part.text for part in self._open)]
        return _JOINT.join(text for text in open_ if text != self._title)

    def meet(self, before: Paragraph, part: Paragraph, after: Paragraph) -> None:
        """Take note of a paragraph that is no prose, between its neighbours."""
        if part.level:
            joined = self._labelled(before, part)
            self._open = [above for above in self._open if above.level < part.level]
            if joined.text:
                self._open.append(joined)
        elif not self._open:
            self._last = self._next(before, part, after)

    def _labelled(self, before: Paragraph, part: Paragraph) -> Paragraph:
        """Join a heading to the label above it: `Article 32. Conference`."""
        if not (before.level and is_label(before.text)):
            return part
        return Paragraph(
            f"{before.text}. {part.text}", part.line, part.kind, before.level
        )

    def _next(self, before: Paragraph, part: Paragraph, after: Paragraph) -> str:
        match part.kind:
            case Kind.DECORATION | Kind.SYMBOL:
                return self._last
            case Kind.HEADING | Kind.DATE:
                own = heading_of(part.text) or part.text
                return f"{self._last}. {own}" if is_label(before.text) else own
            case Kind.SHORT if _introduces(before, part, after):
                return part.text
        return ""


def _introduces(before: Paragraph, part: Paragraph, after: Paragraph) -> bool:
    """Tell a short heading from the entries of a menu, which stand in a row."""
    if is_label(part.text):
        return True
    return after.kind in _BODY and before.kind is not Kind.SHORT
