"""Draw an answer as HTML messages for Telegram; nothing here knows Telegram."""

from collections.abc import Iterator
from dataclasses import replace

from bot.answering.model import Answer, Citation
from bot.citing import describe_source
from bot.dates import tell_as_of
from bot.markup import Block, Line, Span, clean, web_address
from bot.messages import Tongue
from bot.plain import plain_parts
from bot.split import LIMIT, shorten, split_messages

_SHORTER = (400, 200, 100, 0)  # units of each quotation, until all fits


def render_answer(
    answer: Answer,
    tongue: Tongue,
    *,
    asked: str | None = None,
    limit: int = LIMIT,
) -> tuple[str, ...]:
    """Draw an answer as messages in reading order: at least one, and none empty.

    Args:
        answer: What is said.
        tongue: The language that it is said in.
        asked: The question to repeat above it, where the reader did not type it.
        limit: Longest message, in UTF-16 units left once tags are parsed.
    """
    citations = (
        _citation(citation, number, tongue)
        for number, citation in enumerate(answer.citations, start=1)
    )
    head = tuple(_head(answer, asked, tongue))
    return split_messages(head, citations, limit=limit) or (
        tongue.texts.nothing_to_show,
    )


def render_plain(
    answer: Answer, tongue: Tongue, *, asked: str | None = None, limit: int = LIMIT
) -> tuple[str, ...]:
    """Draw an answer as `render_answer` does, but without any formatting.

    A screen reader then reads it as it stands, addresses and all.
    """
    said, *citations = plain_parts(answer, tongue)
    question = tongue.texts.asked.format(question=clean(asked)) if asked else ""
    head = unformatted(f"{question}\n{said}")
    return split_messages(head, map(unformatted, citations), limit=limit)


def abridge(answer: Answer) -> Answer:
    """Leave the quotations out; the sources stay named."""
    citations = tuple(replace(each, snippet="") for each in answer.citations)
    return replace(answer, citations=citations)


def unformatted(text: str) -> Block:
    """Give the lines of a text, without any markup."""
    return tuple((Span(line.strip()),) for line in text.splitlines() if line.strip())


def render_whole(answer: Answer, tongue: Tongue) -> str:
    """Draw an answer as a single message.

    Where it does not fit, quotations are shortened, then left out, so that what is
    said keeps the names of all its sources.
    """
    drawn: tuple[str, ...] = ()
    for most in (LIMIT, *_SHORTER):
        drawn = render_answer(_quoting(answer, most), tongue)
        if len(drawn) == 1:
            break
    return drawn[0]


def _quoting(answer: Answer, most: int) -> Answer:
    """Give an answer with quotations of so many units at most."""
    cited = (
        replace(each, snippet=shorten(clean(each.snippet), most) if most else "")
        for each in answer.citations
    )
    return replace(answer, citations=tuple(cited))


def _head(answer: Answer, asked: str | None, tongue: Tongue) -> Iterator[Line]:
    if asked:
        yield from _line(tongue.texts.asked.format(question=asked), "i")
    yield from _line(answer.headline, "b")
    for point in answer.points:
        yield from ((Span("• "), *line) for line in _line(point))
    yield from _line(tell_as_of(answer, tongue))
    yield from _line(answer.note or "", "i")


def _line(text: str, tag: str | None = None) -> Iterator[Line]:
    """Give one line, or none where the text has nothing to show."""
    shown = clean(text)
    if shown:
        yield (Span(shown, tag),)


def _citation(citation: Citation, number: int, tongue: Tongue) -> Block:
    source = (Span(f"[{number}] "), *_linked(citation, tongue))
    return (source, *_line(citation.snippet, "blockquote"))


def _linked(citation: Citation, tongue: Tongue) -> Line:
    """Name the source, with its address under the title."""
    before, title, after = describe_source(citation, tongue)
    url = web_address(citation.url)
    linked = Span(title, "a", url) if url else Span(title)
    return (Span(before), linked, Span(after))
