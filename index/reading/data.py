"""A whole data folder, read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import Fault
from index.model import Document, Passage
from index.reading.documents import left_out_ids, read_documents
from index.reading.fault_log import FaultLog
from index.reading.files import digest, read_files
from index.reading.findings import Findings
from index.reading.records import Record, read_records
from index.reading.sidecars import lone_sidecars
from index.reading.vocabulary import ENTITIES, read_vocabulary
from index.reading.yaml_lines import Node, child, line_at
from index.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Data:
    """What a data folder holds, as far as it could be read, and its faults.

    `faults` are those of reading; `index.check.check_data` adds those of meaning.
    A record whose document is left out is left out with it.
    `digest` changes whenever a byte or a name of the files does. `files` gives the
    file of each document, `trees` the YAML of each file, and `unread` the ids of
    documents, kinds, relations and entities that are there but faulty.
    """

    documents: tuple[Document, ...]
    passages: tuple[Passage, ...]
    records: tuple[Record, ...]
    vocabulary: Vocabulary
    faults: tuple[Fault, ...]
    digest: str
    files: Mapping[str, str] = field(default_factory=dict, repr=False)
    trees: Mapping[str, Node] = field(default_factory=dict, repr=False)
    unread: frozenset[str] = frozenset()

    def line_of(self, file: str, *path: str | int) -> int:
        """Give the line of a place in a file's YAML, or of what holds it."""
        tree = self.trees.get(file)
        return line_at(tree, *path) if tree else 1

    def entity_file(self, entity_id: str) -> str:
        """Give the file that lists an entity."""
        return next(
            path
            for path, tree in self.trees.items()
            if path.startswith(ENTITIES) and child(tree, entity_id) is not None
        )


def read_data(folder: Path) -> Data:
    """Read all files of a data folder; nothing that is wrong with them raises.

    The shipped vocabulary serves a folder that brings none.
    """
    files, faults = read_files(folder)
    findings = Findings(faults=list(faults))
    vocabulary = read_vocabulary(files, findings)
    documents, passages, names = read_documents(files, vocabulary, findings)
    findings.faults += lone_sidecars(files, {fault.file for fault in faults})
    left_out = left_out_ids(findings.faults, names)
    records = tuple(
        record
        for record in _records(files, vocabulary, findings)
        if record.document not in left_out
    )
    return Data(
        documents=documents,
        passages=passages,
        records=records,
        vocabulary=vocabulary,
        faults=tuple(sorted(findings.faults)),
        digest=digest(files, faults),
        files=names,
        trees=findings.trees,
        unread=frozenset(findings.unread),
    )


def _records(
    files: Mapping[str, bytes], vocabulary: Vocabulary, findings: Findings
) -> tuple[Record, ...]:
    records: list[Record] = []
    for file in sorted(files):
        if file.startswith("records/"):
            log = FaultLog(file)
            found, tree = read_records(files[file], vocabulary.relations, log)
            records += found
            findings.faults += log.faults
            if tree is not None:
                findings.trees[file] = tree
    return tuple(records)
