"""Where the paragraphs of a document as received stand, so that a lawyer finds them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain, count

from index.reading.blocks import Block

# "12. The Conference ...", with a full-width stop in Chinese and a dash in Arabic.
_NUMBER = re.compile(r"(\d{1,3})(?:[.)]\s|\uff0e|\s?[-–]\s(?!\d))")
# "Article 32. Conference of the Parties", "Rule 17"
_LABEL = re.compile(r"[^\W\d]+\.? (?:\d{1,3}|[IVXLC]+)\b")
# Numbers may be skipped, where a paragraph was left out or is part of a list.
_LARGEST_STEP = 3


def located(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give each block without a locator the place that a reader would look up.

    That is the number that the source gives the paragraph, within its article where
    numbers begin anew there, and the page; where it has none, the article, else its
    count on the page or in the whole document. No two have the same.
    """
    taken = {block.locator for block in blocks if block.locator}
    numbers = tuple(_numbers(blocks))
    word = "passage" if any(numbers) else "paragraph"
    on_page: Counter[int | None] = Counter()
    found = []
    for at, (block, number) in enumerate(zip(blocks, numbers, strict=True), 1):
        on_page[block.page] += 1
        if block.locator is None:
            page = f"page {block.page}, " if block.page else ""
            here = f"passage {on_page[block.page]}" if page else f"{word} {at}"
            article = None if number else _label(block.heading)
            wanted = (f"{page}{place}" for place in (number, article, here) if place)
            spare = (f"{word} {at}.{more}" for more in count(1))
            locator = next(name for name in chain(wanted, spare) if name not in taken)
            taken.add(locator)
            block = replace(block, locator=locator)
        found.append(block)
    return tuple(found)


def _numbers(blocks: Sequence[Block]) -> Iterator[str | None]:
    """Give the place of each block by the source's own numbers, which only rise."""
    label, prefix, last = "", "", 0
    is_new = False
    for block in blocks:
        own = _label(block.heading)
        is_new = is_new or own != label
        label = own
        number = _number(block.text)
        if number is not None and is_new and number == 1:
            prefix, last = (f"{label}, " if label else ""), 0
        elif number is not None and is_new:
            prefix = ""
        is_new = is_new and number is None
        if number is None or not _follows(number, last):
            yield None
        else:
            last = number
            yield f"{prefix}paragraph {number}"


def _follows(number: int, last: int) -> bool:
    return last == 0 or last < number <= last + _LARGEST_STEP


def _number(text: str) -> int | None:
    found = _NUMBER.match(text)
    return int(found.group(1)) if found else None


def _label(heading: str) -> str:
    """Give the nearest numbered heading: `Article 32`."""
    labels = (_LABEL.match(part) for part in reversed(heading.split(" > ")))
    return next((label.group() for label in labels if label), "")
