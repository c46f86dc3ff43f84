"""The body of a digest: Markdown of headings, paragraphs and lists."""

import re
from collections.abc import Iterator

from index.reading.blocks import Block
from index.reading.fault_log import FaultLog
from index.reading.white_space import collapse, has_stray_space

_HEADING = re.compile(r"#{1,6}\s+(\S.*)")
_ITEM = re.compile(r"\s*[-*+]\s+\S")
_MARK = re.compile(r"\[([¶§])\s*([^\]]*)\]\s*")


def read_markdown(body: str, *, first_line: int = 1) -> tuple[Block, ...]:
    """Cut a digest's body into blocks, in reading order.

    Blank lines part paragraphs. A list belongs to the paragraph before it, and
    each of its items keeps a line of its own.
    """
    blocks: list[Block] = []
    heading = ""
    joinable = False
    for line, lines in _paragraphs(body.split("\n"), first_line):
        if title := heading_of(lines[0]):
            heading, joinable = title, False
            continue
        text = _joined(lines)
        if joinable and _ITEM.match(lines[0]):
            text = f"{blocks[-1].text}\n{text}"
            blocks[-1] = Block(text, heading, blocks[-1].line)
        else:
            blocks.append(Block(text, heading, line))
        joinable = True
    return tuple(map(take_mark, blocks))


def heading_of(line: str) -> str | None:
    """Give the words of a line such as `## Entry into force`."""
    heading = _HEADING.fullmatch(line)
    return collapse(heading.group(1)).rstrip(" #") if heading else None


def take_mark(block: Block) -> Block:
    """Move a leading `[¶ 3]` or `[§ article 18]` from a block's text to its locator."""
    mark = _MARK.match(block.text)
    if mark is None:
        return block
    sign, place = mark.groups()
    place = collapse(place)
    locator = f"paragraph {place}" if sign == "¶" else place
    return Block(block.text[mark.end() :], block.heading, block.line, locator)


def find_stray_space(body: str, log: FaultLog, *, first_line: int) -> None:
    """Note each line of a digest that has white space nobody can see."""
    for number, line in enumerate(body.split("\n"), first_line):
        if has_stray_space(line.lstrip(" ")):
            log.add(
                number,
                "the line has stray white space",
                expected="expected single spaces between words and none at the end",
                fix="take it away",
            )


def _paragraphs(lines: list[str], first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Give runs of lines with their line; a heading is a run of its own."""
    run: list[str] = []
    for number, line in enumerate([*lines, ""], first_line):
        if run and (not line.strip() or heading_of(line)):
            yield number - len(run), run
            run = []
        if heading_of(line):
            yield number, [line]
        elif line.strip():
            run.append(line)


def _joined(lines: list[str]) -> str:
    """Join wrapped lines by spaces, and list items by line breaks."""
    text = collapse(lines[0])
    for line in lines[1:]:
        text += ("\n" if _ITEM.match(line) else " ") + collapse(line)
    return text
