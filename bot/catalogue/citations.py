"""The sources of an answer, in the styles that writers need."""

from collections.abc import Callable, Iterator, Mapping

from bot.answering.model import Answer
from bot.catalogue.model import Entry, Guide, Listing
from bot.exporting.bibtex import write_bibtex
from bot.exporting.footnotes import oscola_note, plain_note, un_note
from bot.exporting.reference import Reference
from bot.exporting.ris import write_ris
from bot.messages import Tongue
from bot.reply import Button, File

_MOST_QUESTION = 45  # bytes, so that it fits a button behind the command
_NAME = "palermo-sources"
# How a footnote is written in each style.
_NOTES: Mapping[str, Callable[[Reference, Tongue], str]] = {
    "plain": lambda reference, tongue: plain_note(reference.citation, tongue),
    "un": un_note,
    "oscola": oscola_note,
}
# How the file of each format is written.
_FILES = {"ris": ("ris", write_ris), "bibtex": ("bib", write_bibtex)}
STYLES = (*_NOTES, *_FILES)


def split_style(words: str) -> tuple[str, str]:
    """Part the style that words begin with, if they do, from the question."""
    first, _, rest = words.partition(" ")
    return (first.lower(), rest) if first.lower() in STYLES else ("", words)


def cite_answer(guide: Guide, answer: Answer, style: str) -> Listing:
    """Write the sources of an answer as footnotes, or as a file; "" is all styles.

    A note says so where the answer has no sources.
    """
    texts = guide.texts
    references = tuple(_references(guide, answer))
    title = texts.cited.format(answer=answer.headline)
    if not references:
        return Listing(title, note=texts.cite_nothing)
    if style in _FILES:
        ending, write = _FILES[style]
        file = File(f"{_NAME}.{ending}", write(references).encode())
        return Listing(title, _numbered(references, guide), files=(file,))
    styles = (style,) if style else tuple(_NOTES)
    notes = tuple(_notes(guide, references, styles))
    copies = (Button(label, note, way="copy") for label, note in notes)
    files = (
        Button(texts.cite_file.format(format=each), _command(each, answer.question))
        for each in _FILES
    )
    entries = (
        Entry(texts.labelled.format(label=label, value=note)) for label, note in notes
    )
    return Listing(title, tuple(entries), buttons=(*copies, *files), a_page=len(notes))


def _command(style: str, question: str) -> str:
    """Ask for a file; a question that no button can hold is taken from the chat."""
    is_short = len(question.encode()) <= _MOST_QUESTION
    return f"/cite {style} {question}" if is_short else f"/cite {style}"


def _references(guide: Guide, answer: Answer) -> Iterator[Reference]:
    for citation in answer.citations:
        document = guide.knowledge.documents[citation.document]
        note = guide.texts.digest if citation.form == "digest" else ""
        yield Reference(citation, document.publisher, guide.today, note)


def _notes(
    guide: Guide, references: tuple[Reference, ...], styles: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    """Yield each note behind its label: its style, and its number among several."""
    names = {
        "plain": guide.texts.cite_plain,
        "un": guide.texts.cite_un,
        "oscola": "OSCOLA",
    }
    for number, reference in enumerate(references, start=1):
        for style in styles:
            count = f" [{number}]" if len(references) > 1 else ""
            yield f"{names[style]}{count}", _NOTES[style](reference, guide.tongue)


def _numbered(references: tuple[Reference, ...], guide: Guide) -> tuple[Entry, ...]:
    return tuple(
        Entry(f"[{number}] {plain_note(each.citation, guide.tongue)}")
        for number, each in enumerate(references, start=1)
    )
