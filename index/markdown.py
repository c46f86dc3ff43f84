"""Tables of Markdown, and the parts of a page that a command remakes."""

from collections.abc import Iterable, Sequence

from index.errors import DataError, Fault


def table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0
) -> str:
    """Write a table; its last `numbers` columns stand to the right."""
    rules = ["---"] * (len(heads) - numbers) + ["---:"] * numbers
    return "\n".join(map(_line, (heads, rules, *rows)))


def remade(page: str, parts: Iterable[tuple[str, str]], *, file: str) -> str:
    """Put each named part between its two markers, in place of what stood there.

    Raises:
        DataError: The page has not both markers of a part, in their order, once each.
    """
    faults = []
    for name, text in parts:
        begin, end = markers(name)
        before, *rest = page.split(f"{begin}\n")
        _, *after = rest[0].split(f"{end}\n") if len(rest) == 1 else ("",)
        if len(after) == 1:
            page = f"{before}{begin}\n{text}\n{end}\n{after[0]}"
        else:
            faults.append(_unmarked(name, file))
    if faults:
        raise DataError(faults)
    return page


def markers(name: str) -> tuple[str, str]:
    """Give the lines between which a part stands; a reader of the page sees neither."""
    return f"<!-- begin {name} -->", f"<!-- end {name} -->"


def _unmarked(name: str, file: str) -> Fault:
    begin, end = markers(name)
    return Fault(
        file,
        1,
        f"the place of the table of {name} is not marked",
        f'expected a line "{begin}" and below it a line "{end}", once each',
        "add the two lines where the table shall stand",
    )


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
