"""One file of `documents/`, read: with front matter or as received."""

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from index.language.identification import fold_stop_words, identify_language
from index.language.tokens import fold, norms
from index.reading.blocks import Block
from index.reading.decoding import decode_text
from index.reading.fault_log import FaultLog
from index.reading.findings import Findings
from index.reading.front_matter import (
    has_front_matter,
    part_front_matter,
    read_front_matter,
)
from index.reading.locating import located
from index.reading.markdown import find_stray_space, read_markdown, take_mark
from index.reading.plain_text import read_paragraphs, read_plain_text
from index.reading.raw_lines import Manner, manner_of
from index.reading.raw_paragraphs import split_paragraphs
from index.reading.received.compressed import decompress
from index.reading.received.formats import (
    MARKDOWN,
    READERS,
    SUFFIXES,
    is_compressed,
    stem_of,
    suffix_of,
)
from index.reading.received.model import Received
from index.reading.sidecars import read_sidecar
from index.reading.unreadable import UnreadableError
from index.vocabulary import Language, Vocabulary

_REQUIRED = ("id", "title", "language", "form")
# What a text is taken for that tells no language.
_LANGUAGE = "en"
# In characters: more words would not change the verdict.
_SAMPLE = 10_000


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

    `stop_words` are folded, by language, and so are the names of organizations in
    `publishers`.
    """

    languages: Mapping[str, Language]
    stop_words: Mapping[str, frozenset[str]]
    publishers: Container[str]

    def read(
        self, file: str, files: Mapping[str, bytes], findings: Findings
    ) -> Draft | None:
        """Read one of the files; None, and faults, when no document can be made of it.

        What the sidecar of the file says holds, whatever the file itself does.
        """
        log = FaultLog(file)
        told: dict[str, Any] = {}
        try:
            told = read_sidecar(file, files, findings)
            draft = self._read(files[file], told.get("language"), log, findings)
            if draft is not None and not draft.blocks:
                raise UnreadableError(
                    "there is no paragraph",
                    expected="expected at least one",
                    fix="add its text",
                )
        except UnreadableError as error:
            log.leave_out(error)
            draft = None
        findings.faults += log.faults
        return draft and Draft(file, {**draft.fields, **told}, draft.blocks)

    def _read(
        self, content: bytes, language: str | None, log: FaultLog, findings: Findings
    ) -> Draft | None:
        suffix = suffix_of(log.file)
        if suffix is None:
            raise _unknown_suffix(log.file)
        if is_compressed(log.file):
            content = decompress(content)
        if suffix in READERS:
            return self._as_received(READERS[suffix](content), log.file, language)
        text = decode_text(content)
        if has_front_matter(text, is_markdown=suffix == MARKDOWN):
            return self._with_front_matter(text, log, findings)
        received = Received(split_paragraphs(text))
        return self._as_received(received, log.file, language)

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
            plain = read_plain_text(
                parted.body,
                self._manner(fields["language"]),
                publishers=self.publishers,
                first_line=parted.body_line,
            )
            blocks = located(tuple(map(take_mark, plain.blocks)))
        return Draft(log.file, fields, tuple(block for block in blocks if block.text))

    def _as_received(
        self, received: Received, file: str, language: str | None
    ) -> Draft:
        text = "\n".join(paragraph.text for paragraph in received.paragraphs)
        language = language or self._language_of(text)
        plain = read_paragraphs(
            received.paragraphs,
            self._manner(language),
            publishers=self.publishers,
            titles=received.claims.titles,
        )
        fields = {
            "title": plain.title or plain.symbol or stem_of(file),
            "symbol": plain.symbol,
            "publisher": plain.publisher or received.claims.publisher,
            "date": plain.date or received.claims.date,
            "language": language,
            "form": "verbatim",
        }
        return Draft(file, fields, located(plain.blocks))

    def _language_of(self, text: str) -> str:
        return identify_language(norms(text[:_SAMPLE]), self.stop_words) or _LANGUAGE

    def _manner(self, language: str) -> Manner:
        return manner_of(self.languages.get(language, Language()))


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
    languages = vocabulary.readable
    publishers = frozenset(map(fold, names))
    return DocumentReader(languages, fold_stop_words(languages), publishers)


def _unknown_suffix(file: str) -> UnreadableError:
    suffix = PurePosixPath(file).suffix.lower()
    return UnreadableError(
        f'the file name ends in "{suffix}"',
        expected=f"expected {', '.join(SUFFIXES)}, or a text with .gz",
        fix="save it as one of these or take it away",
    )
