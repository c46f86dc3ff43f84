"""A small data folder about a treaty that never was, and its index."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.build import build
from index.library import Library, open_library

FILES = {
    "documents/treaty.md": """\
---
id: treaty
title: The Harbour Treaty
language: en
form: digest
---

The Harbour Treaty was signed in Lisbon on 2 May 2001. It entered into force in 2003.

## Aims

Its aim is peace in ports. Ships that carry grain may enter every port.

Pilots guide ships. A port may charge pilots, ships and tugs nothing for grain.
""",
    "documents/lamps.md": """\
---
id: lamps
title: Lamps at sea
language: en
form: verbatim
---

Every lighthouse keeps two lamps. A lamp is lit at dusk; the keeper signs for it.

Ships without lamps stay in port.
""",
    "records/treaty.yaml": """\
- id: harbour-treaty.purpose
  entity: harbour-treaty
  relation: purpose
  value: Its aim is peace in ports
  source: {document: treaty, locator: paragraph 2}
  examples:
    - What is the Harbour Treaty for?
""",
    "vocabulary/kinds.yaml": "- id: treaty\n",
    "vocabulary/relations.yaml": "- {id: purpose, value: text, of: [treaty]}\n",
    "vocabulary/entities/sea.yaml": """\
- id: harbour-treaty
  kind: treaty
  names: {en: the Harbour Treaty}
  aliases: {en: [Harbour Treaty]}
""",
    "vocabulary/en/kinds.yaml": "treaty: {singular: [treaty], plural: [treaties]}\n",
    "vocabulary/en/language.yaml": """\
stop_words: [the, of, and, to, is, in, for, when, was, what]
abbreviations: []
""",
    "vocabulary/en/relations.yaml": """\
purpose:
  label: purpose
  answer: "{value}"
  questions: ["What is {entity} for?"]
""",
}


def write_data(folder: Path) -> Path:
    for name, content in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    return write_data(tmp_path / "data")


@pytest.fixture
def index_dir(tmp_path: Path) -> Path:
    return tmp_path / "var" / "index"


@pytest.fixture
def library(data_dir: Path, index_dir: Path) -> Iterator[Library]:
    build(data_dir, index_dir)
    with open_library(index_dir) as opened:
        yield opened
