"""Pack blocks into messages that Telegram accepts."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.markup import Block, block_units, tags, units, write_block

LIMIT = 4096  # UTF-16 units left once tags are parsed: Bot API, sendMessage, `text`
MOST_TAGS = 100  # later ones are ignored: Bot API, formatting options
_BREAK = "\n\n"


def split_messages(
    head: Block, citations: Iterable[Block] = (), *, limit: int = LIMIT
) -> tuple[str, ...]:
    """Write a head and its citations as messages, in order, as few as it allows.

    Breaks between citations only; a head that fills more than one message breaks
    between its lines. A citation or a line too long for a message of its own is
    shortened with an ellipsis.
    """
    messages: list[list[Block]] = []
    for block in _blocks(head, citations, limit):
        if messages and _fits([*messages[-1], block], limit):
            messages[-1].append(block)
        else:
            messages.append([block])
    return tuple(_BREAK.join(map(write_block, message)) for message in messages)


def _fits(message: list[Block], limit: int) -> bool:
    length = sum(map(block_units, message)) + len(_BREAK) * (len(message) - 1)
    return length <= limit and sum(map(tags, message)) <= MOST_TAGS


def _blocks(head: Block, citations: Iterable[Block], limit: int) -> Iterator[Block]:
    yield from _lines(head, limit)
    for citation in citations:
        yield shorten_block(citation, limit)


def _lines(head: Block, limit: int) -> Iterator[Block]:
    """Keep the lines of the head together as far as a message holds them."""
    part: Block = ()
    for line in head:
        short = shorten_block((line,), limit)
        if part and not _fits([part + short], limit):
            yield part
            part = ()
        part += short
    if part:
        yield part


def shorten_block(block: Block, limit: int) -> Block:
    """Shorten the longest texts of a block, to one length, so that the block fits."""
    breaks = len(block) - 1
    sizes = [units(span.text) for line in block for span in line]
    longest = _share(sizes, limit - breaks)
    return tuple(
        tuple(replace(span, text=shorten(span.text, longest)) for span in line)
        for line in block
    )


def _share(sizes: Iterable[int], room: int) -> int:
    """Give the most that each may have of the room; who needs less leaves it."""
    waiting = sorted(sizes)
    for number, size in enumerate(waiting):
        share = room // (len(waiting) - number)
        if size > share:
            return max(share, 1)
        room -= size
    return max(waiting, default=0)


def shorten(text: str, limit: int) -> str:
    """Cut a text after a word, with an ellipsis, so that it fits `limit` units.

    A first word that is itself too long is cut within.
    """
    if units(text) <= limit:
        return text
    head = _first_units(text, limit - 1)
    words = head if text[len(head)].isspace() else head.rpartition(" ")[0]
    return f"{words.rstrip() or head}…"


def _first_units(text: str, limit: int) -> str:
    """Take as many characters as fit; a surrogate pair is never torn apart."""
    return text.encode("utf-16-le")[: 2 * limit].decode("utf-16-le", "ignore")
