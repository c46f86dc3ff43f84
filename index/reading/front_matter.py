"""The YAML between two `---` lines at the head of a document."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from index.model import Document
from index.reading import values
from index.reading.fault_log import FaultLog
from index.reading.typed import read_fields
from index.reading.yaml_lines import Node, line_at, load_yaml

_FENCE = "---"
_KEY = re.compile(r"[a-z_]+\s*:")


@dataclass(frozen=True, slots=True)
class Form:
    """How the text of a field is written: a test, and an example for messages."""

    is_met: Callable[[str], bool]
    example: str


_FORMS: Mapping[str, Form] = {
    "id": Form(values.is_id, "an id such as unis-cp-497"),
    "date": Form(values.is_date, 'a date such as "2004-07-09", "2004-07" or "2004"'),
    "received": Form(values.is_date, 'a day such as "2004-07-09"'),
    "language": Form(values.is_language, "a language code such as en"),
    "url": Form(values.is_url, "an address that begins with https://"),
}
KEYS = ("id", "title", "symbol", "publisher", "date", "url", "language", "form")


@dataclass(frozen=True, slots=True)
class Parted:
    """A file in two: the YAML of its front matter, and its body.

    Both begin on the lines that are given, counted from 1.
    """

    yaml: str
    body: str
    body_line: int
    yaml_line: int = 2


def has_front_matter(text: str, *, is_markdown: bool) -> bool:
    """Tell whether a file opens with front matter.

    In Markdown `---` on the first line does; in any other text, where it may be
    an ornament, a key must follow.
    """
    first, _, rest = text.partition("\n")
    return first.rstrip() == _FENCE and (is_markdown or bool(_KEY.match(rest)))


def part_front_matter(text: str, log: FaultLog) -> Parted | None:
    """Part a file that opens with front matter; None, and a fault, if unclosed."""
    lines = text.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if line.rstrip() == _FENCE:
            body = "\n".join(lines[number + 1 :])
            return Parted("\n".join(lines[1:number]), body, number + 2)
    log.add(
        1,
        "the front matter is not closed",
        expected=f"expected a line {_FENCE} after its last key",
        fix="add that line",
    )
    return None


def read_front_matter(parted: Parted, log: FaultLog) -> tuple[dict[str, Any], Node]:
    """Give the sound fields of a document, and their YAML."""
    tree = load_yaml(parted.yaml, log, first_line=parted.yaml_line)
    if tree is None:
        return {}, Node({}, 1)
    return sound_fields(tree, Document, log), tree


def sound_fields(tree: Node, shape: type, log: FaultLog) -> dict[str, Any]:
    """Give the fields of a mapping that have the type and the form of `shape`'s."""
    return {
        key: value
        for key, value in read_fields(tree, shape, log).items()
        if _has_its_form(key, value, tree, log)
    }


def complaint(key: str, value: str) -> str | None:
    """Say what was expected where the text of a field has not its form."""
    if not value.strip():
        return "expected text"
    form = _FORMS.get(key)
    return None if form is None or form.is_met(value) else f"expected {form.example}"


def _has_its_form(key: str, value: str, tree: Node, log: FaultLog) -> bool:
    expected = complaint(key, value)
    if expected is None:
        return True
    log.add(
        line_at(tree, key), f'`{key}` is "{value}"', expected=expected, fix="correct it"
    )
    return False
