"""All documents of a data folder: their ids, and their passages with locators."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from index.errors import Fault
from index.language.tokens import fold
from index.model import Document, Passage
from index.reading.blocks import Block
from index.reading.drafts import Draft, document_reader
from index.reading.fault_log import FaultLog
from index.reading.files import DOCUMENTS
from index.reading.findings import Findings
from index.reading.received.formats import stem_of
from index.reading.sidecars import is_sidecar
from index.vocabulary import Vocabulary


def read_documents(
    files: Mapping[str, bytes], vocabulary: Vocabulary, findings: Findings
) -> tuple[tuple[Document, ...], tuple[Passage, ...], dict[str, str]]:
    """Read all documents; give them, their passages, and the file of each id."""
    reader = document_reader(vocabulary)
    drafts = (reader.read(file, files, findings) for file in document_files(files))
    return name_documents(tuple(filter(None, drafts)), findings)


def document_files(files: Iterable[str]) -> list[str]:
    """Give the files that each are a document, in the order of documents."""
    return sorted(f for f in files if f.startswith(DOCUMENTS) and not is_sidecar(f))


def name_documents(
    drafts: Sequence[Draft], findings: Findings
) -> tuple[tuple[Document, ...], tuple[Passage, ...], dict[str, str]]:
    """Make documents of drafts; give them, their passages, and the file of each id.

    A file without front matter is named after its stem, with a number where
    another document has that id.
    """
    names = _names(drafts, findings)
    named = [(names[draft.file], draft) for draft in drafts if draft.file in names]
    documents = tuple(Document(**{**draft.fields, "id": id_}) for id_, draft in named)
    passages = tuple(
        passage for id_, draft in named for passage in _passages(id_, draft, findings)
    )
    return documents, passages, {id_: file for file, id_ in names.items()}


def _names(drafts: Sequence[Draft], findings: Findings) -> dict[str, str]:
    """Give each file's id; a file that repeats the id of another has none."""
    owners: dict[str, str] = {}
    for draft in drafts:
        given = draft.fields.get("id")
        if given in owners:
            _refuse_repeated(given, draft.file, owners[given], findings)
        elif given:
            owners[given] = draft.file
    for draft in drafts:
        if "id" not in draft.fields:
            owners[_free_id(slug(stem_of(draft.file)), owners)] = draft.file
    return {file: id_ for id_, file in owners.items()}


def left_out_ids(faults: Iterable[Fault], known: Container[str]) -> frozenset[str]:
    """Give the ids that files would have which are left out, as far as names tell."""
    ids = {slug(stem_of(fault.file)) for fault in faults if fault.leaves_out}
    return frozenset(id_ for id_ in ids if id_ not in known)


def slug(stem: str) -> str:
    """Make an id of a file name: folded letters and digits joined by hyphens."""
    return re.sub(r"[\W_]+", "-", fold(stem)).strip("-") or "document"


def _free_id(wanted: str, taken: Container[str]) -> str:
    number, free = 1, wanted
    while free in taken:
        number += 1
        free = f"{wanted}-{number}"
    return free


def _passages(id_: str, draft: Draft, findings: Findings) -> Iterator[Passage]:
    seen: dict[str, int] = {}
    for number, block in enumerate(draft.blocks, 1):
        locator = block.locator or f"paragraph {number}"
        if locator in seen:
            _refuse_locator(locator, draft.file, block, seen, findings)
        seen.setdefault(locator, block.line)
        yield Passage(f"{id_}#{number}", id_, locator, block.heading, block.text)


def _refuse_repeated(given: str, file: str, other: str, findings: Findings) -> None:
    log = FaultLog(file)
    log.add(
        findings.line(file, "id"),
        f'the id "{given}" is that of {other}',
        expected="expected an id of its own",
        fix="rename one of the two",
    )
    findings.faults += log.faults


def _refuse_locator(
    locator: str,
    file: str,
    block: Block,
    seen: Mapping[str, int],
    findings: Findings,
) -> None:
    log = FaultLog(file)
    log.add(
        block.line,
        f'the locator "{locator}" stands twice',
        expected="expected each locator once",
        fix=f"mark this one or that in line {seen[locator]} with [¶ N] or [§ PLACE]",
    )
    findings.faults += log.faults
