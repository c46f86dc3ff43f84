"""Data folders made on the spot."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from index.reading import Data, read_data

Read = Callable[[Mapping[str, str | bytes]], Data]

# Just enough English for the texts of these tests.
VOCABULARY = {
    "vocabulary/kinds.yaml": """\
- id: organization
- id: treaty
- id: session
  numbered: true
""",
    "vocabulary/relations.yaml": """\
- {id: signature, value: interval, of: [treaty]}
- {id: parties, value: number, of: [treaty], as_of: true}
""",
    "vocabulary/entities/sea.yaml": """\
- id: port-office
  kind: organization
  names: {en: the Port Office}
  aliases: {en: [World Office of Ports and Harbours]}
""",
    "vocabulary/en/language.yaml": """\
months: {march: 3, may: 5}
stop_words: [the, of, and, to, is, in]
words:
  range: [to]
  furniture: [search, log in, top, back to top, "... more"]
  verbs: [is, are, was, has]
""",
    "vocabulary/en/relations.yaml": """\
signature: {label: signature, answer: "{entity}: {value}"}
parties: {label: parties, answer: "{entity}: {value}"}
""",
    "vocabulary/fr/language.yaml": """\
months: {mars: 3}
stop_words: [le, la, les, et, du, en]
words:
  verbs: [est, sont]
""",
}


@pytest.fixture
def read(read_shipped: Read) -> Read:
    """Write files over the little vocabulary and read them back as data."""
    return lambda files: read_shipped({**VOCABULARY, **files})


@pytest.fixture
def read_shipped(tmp_path: Path) -> Read:
    """Write files and read them back; without a vocabulary the shipped one serves."""

    def write_and_read(files: Mapping[str, str | bytes]) -> Data:
        (tmp_path / "documents").mkdir(exist_ok=True)
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(
                content if isinstance(content, bytes) else content.encode()
            )
        return read_data(tmp_path)

    return write_and_read
