"""Data that tells in each document which edition it is, so that no mixture hides."""

import re
from pathlib import Path

from index.library import Library, open_library
from tests.index.conftest import write_data


def write_edition(folder: Path, number: int) -> Path:
    """Write the small data folder so that all its documents are of one edition."""
    write_data(folder)
    for path in (folder / "documents").iterdir():
        text = path.read_text("utf-8").replace(
            "title: ", f"title: Edition {number} of "
        )
        path.write_text(f"{text}\nThis is edition {number}.\n", "utf-8")
    return folder


def editions(library: Library) -> set[int]:
    """Tell of which editions a library holds anything at all."""
    documents = library.knowledge.documents.values()
    told = [document.title for document in documents]
    told += [p.text for document in documents for p in library.passages_of(document.id)]
    told += [hit.snippet for hit in library.search("edition")]
    return {
        int(number) for text in told for number in re.findall(r"dition (\d+)", text)
    }


def served(index_dir: Path) -> set[int]:
    """Tell the editions that a reader who comes now finds."""
    with open_library(index_dir) as library:
        return editions(library)
