"""One file of `documents/`, read: with front matter or as received."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from index.language.tokens import fold
from index.reading.blocks import Block
from index.reading.decoding import decode
from index.reading.fault_log import FaultLog
from index.reading.findings import Findings
from index.reading.front_matter import (
    has_front_matter,
    part_front_matter,
    read_front_matter,
)
from index.reading.markdown import find_stray_space, read_markdown, take_mark
from index.reading.plain_text import PlainText, read_plain_text
from index.reading.raw_lines import manner_of
from index.reading.words import guess_language
from index.vocabulary import Language, Vocabulary

_MARKDOWN = ".md"
_SUFFIXES = (_MARKDOWN, ".txt")
_REQUIRED = ("id", "title", "language", "form")


@dataclass(frozen=True, slots=True)
class Draft:
    """One file, read: the fields of its document and its passages to be.

    `fields` has no `id` where the file gives none.
    """

    file: str
    fields: Mapping[str, Any]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class DocumentReader:
    """Reads documents with the words of a vocabulary.

    `publishers` holds the folded names of organizations.
    """

    languages: Mapping[str, Language]
    publishers: Container[str]

    def read(self, file: str, content: bytes, findings: Findings) -> Draft | None:
        """Read one file; None, and faults, when no document can be made of it."""
        log = FaultLog(file)
        draft = self._read(log, content, findings)
        if draft is not None and not draft.blocks:
            expected = "expected at least one"
            log.add(1, "there is no paragraph", expected=expected, fix="add its text")
        findings.faults += log.faults
        return draft

    def _read(self, log: FaultLog, content: bytes, findings: Findings) -> Draft | None:
        suffix = PurePosixPath(log.file).suffix.lower()
        if suffix not in _SUFFIXES:
            _refuse_suffix(suffix, log)
            return None
        text = decode(content, log)
        if text is None:
            return None
        if has_front_matter(text, is_markdown=suffix == _MARKDOWN):
            return self._with_front_matter(text, log, findings)
        return self._as_received(text, log.file)

    def _with_front_matter(
        self, text: str, log: FaultLog, findings: Findings
    ) -> Draft | None:
        parted = part_front_matter(text, log)
        fields, tree = read_front_matter(parted, log) if parted else ({}, None)
        if tree is not None:
            findings.trees[log.file] = tree
        if parted is None or any(key not in fields for key in _REQUIRED):
            findings.keep_ids(text)
            return None
        if fields["form"] == "digest":
            find_stray_space(parted.body, log, first_line=parted.body_line)
            blocks = read_markdown(parted.body, first_line=parted.body_line)
        else:
            plain = self._plain(
                parted.body, fields["language"], first_line=parted.body_line
            )
            blocks = tuple(map(take_mark, plain.blocks))
        return Draft(log.file, fields, tuple(block for block in blocks if block.text))

    def _as_received(self, text: str, file: str) -> Draft:
        language = guess_language(text, self.languages)
        plain = self._plain(text, language)
        fields = {
            "title": plain.title or plain.symbol or PurePosixPath(file).stem,
            "symbol": plain.symbol,
            "publisher": plain.publisher,
            "date": plain.date,
            "language": language,
            "form": "verbatim",
        }
        return Draft(file, fields, plain.blocks)

    def _plain(self, text: str, language: str, *, first_line: int = 1) -> PlainText:
        return read_plain_text(
            text,
            manner_of(self.languages.get(language, Language())),
            publishers=self.publishers,
            first_line=first_line,
        )


def document_reader(vocabulary: Vocabulary) -> DocumentReader:
    """Give the reader of documents that a vocabulary serves."""
    names = (
        name
        for entity in vocabulary.entities.values()
        if entity.kind == "organization"
        for name in (
            *entity.names.values(),
            *(alias for aliases in entity.aliases.values() for alias in aliases),
        )
    )
    return DocumentReader(vocabulary.languages, frozenset(map(fold, names)))


def _refuse_suffix(suffix: str, log: FaultLog) -> None:
    log.add(
        1,
        f'the file name ends in "{suffix}"',
        expected="expected " + " or ".join(_SUFFIXES),
        fix="save it as plain text",
    )
