"""A whole data folder, read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from index.errors import Fault
from index.model import Document, Passage
from index.reading.documents import document_files, left_out_ids, name_documents
from index.reading.drafts import document_reader
from index.reading.fault_log import FaultLog
from index.reading.files import RECORDS, VOCABULARY, Files, read_files
from index.reading.findings import Findings
from index.reading.kept import KeptDraft, KeptReading, mark_of, source_of, still_good
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
    file of each document, `trees` the YAML of each file that was read now, and
    `unread` the ids of documents, kinds, relations and entities that are there but
    faulty. `marks` change with the documents, whose ids are the keys, and with the
    vocabulary. `kept` spares the next build what has not changed until then.
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
    marks: Mapping[str, str] = field(default_factory=dict, repr=False)
    kept: KeptReading | None = field(default=None, repr=False)

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
    return read_all(*read_files(folder))


def read_all(
    files: Files, faults: Sequence[Fault], kept: KeptReading | None = None
) -> Data:
    """Read all files, but for documents that are kept and have not changed."""
    findings = Findings(faults=list(faults))
    vocabulary = read_vocabulary(files, findings)
    reading = _Reading(files, tuple(faults), findings, vocabulary)
    reading.read_documents(kept)
    return reading.data(_records(files, vocabulary, findings))


def read_changed(
    files: Files, faults: Sequence[Fault], kept: KeptReading
) -> Data | None:
    """Read only the documents that have changed; the data has no records then.

    Returns:
        None where that may not be enough: the vocabulary, the records or a document
        that they cite has changed, or a changed document has a fault.
    """
    if kept.cited is None or not _is_same_ground(files, kept):
        return None
    reading = _Reading(files, tuple(faults), Findings(list(faults)), kept.vocabulary)
    reading.read_documents(kept)
    data = reading.data((), kept.cited)
    is_same = all(data.files.get(id_) == file for id_, (file, _) in kept.cited.items())
    return data if is_same and all(f.leaves_out for f in data.faults) else None


def _is_same_ground(files: Files, kept: KeptReading) -> bool:
    """Tell whether vocabulary, records and what they cite are the same."""
    cited = (kept.cited or {}).values()
    return (
        files.digest(VOCABULARY) == kept.vocabulary_digest
        and files.digest(RECORDS) == kept.records_digest
        and all(f in files.seen and source_of(f, files) == s for f, s in cited)
    )


@dataclass(slots=True)
class _Reading:
    """One reading of a data folder, on its way."""

    files: Files
    refused: tuple[Fault, ...]
    findings: Findings
    vocabulary: Vocabulary
    drafts: dict[str, KeptDraft] = field(default_factory=dict)

    def read_documents(self, kept: KeptReading | None) -> None:
        """Read each document that is not kept, or is not as it was."""
        is_same = kept and kept.vocabulary_digest == self.files.digest(VOCABULARY)
        held = still_good(kept.drafts, self.files) if kept and is_same else {}
        reader = document_reader(self.vocabulary)
        for file in document_files(self.files):
            if file in held:
                self.drafts[file] = held[file]
                self.findings.faults += held[file].faults
            else:
                known = len(self.findings.faults)
                draft = reader.read(file, self.files, self.findings)
                self.drafts[file] = KeptDraft(
                    source_of(file, self.files),
                    tuple(self.findings.faults[known:]),
                    dict(draft.fields) if draft else None,
                    draft.blocks if draft else (),
                )

    def data(
        self,
        records: Sequence[Record],
        cited: Mapping[str, tuple[str, str]] | None = None,
    ) -> Data:
        """Bring together what was read; `cited` is what is known of it already."""
        findings = self.findings
        drafts = (kept.draft(file) for file, kept in self.drafts.items())
        documents, passages, names = name_documents(
            tuple(filter(None, drafts)), findings
        )
        refused = {fault.file for fault in self.refused}
        findings.faults += lone_sidecars(self.files, refused)
        left_out = left_out_ids(findings.faults, names)
        sources = {id_: (f, self.drafts[f].source) for id_, f in names.items()}
        if cited is None and not any(r.document in left_out for r in records):
            wanted = {r.document for r in records}
            cited = {id_: sources[id_] for id_ in sources.keys() & wanted}
        words = self.files.digest(VOCABULARY)
        return Data(
            documents=documents,
            passages=passages,
            records=tuple(r for r in records if r.document not in left_out),
            vocabulary=self.vocabulary,
            faults=tuple(sorted(findings.faults)),
            digest=self.files.digest(faults=self.refused),
            files=names,
            trees=findings.trees,
            unread=frozenset(findings.unread),
            marks={i: mark_of((words, i, *source)) for i, source in sources.items()},
            kept=KeptReading(
                vocabulary_digest=words,
                records_digest=self.files.digest(RECORDS),
                vocabulary=self.vocabulary,
                seen=self.files.seen,
                drafts=self.drafts,
                cited=None if cited is None else dict(cited),
            ),
        )


def _records(
    files: Mapping[str, bytes], vocabulary: Vocabulary, findings: Findings
) -> tuple[Record, ...]:
    records: list[Record] = []
    for file in sorted(files):
        if file.startswith(RECORDS):
            log = FaultLog(file)
            found, tree = read_records(files[file], vocabulary.relations, log)
            records += found
            findings.faults += log.faults
            if tree is not None:
                findings.trees[file] = tree
    return tuple(records)
