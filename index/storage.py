"""Bytes that stay on disk: written, made durable, digested, read again."""

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from index.knowledge import Knowledge

# What lies in a generation's folder.
MANIFEST = "manifest.json"
SEAL = "manifest.json.sha256"
KNOWLEDGE = "knowledge.json"
POSTINGS = "postings"
LESSONS = "lessons"
CARRIED = "carried"


def encode_knowledge(knowledge: Knowledge) -> bytes:
    """Write knowledge as JSON; `decode_knowledge` is the inverse."""
    return msgspec.json.encode(knowledge)


def decode_knowledge(content: bytes) -> Knowledge:
    """Read what `encode_knowledge` wrote.

    Raises:
        msgspec.DecodeError: The bytes are anything else.
    """
    return msgspec.json.decode(content, type=Knowledge)


def files_below(folder: Path) -> Iterator[Path]:
    """Give all files below a folder, sorted by path."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())


def below(room: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Give those of some files that lie in a folder, by their paths within it."""
    start = f"{room}/"
    return {n.removeprefix(start): files[n] for n in files if n.startswith(start)}


def checksum(path: Path) -> str:
    """Give the SHA-256 of a file, in hexadecimal.

    Processors have instructions for it: 100 MB take a tenth of a second, as short as
    anything in hashlib. And whoever copies an index can check it by `sha256sum`.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_tree(folder: Path) -> None:
    """Make all files and folders below `folder`, and itself, outlive a power cut."""
    for path in (*folder.rglob("*"), folder):
        sync(path)


def sync(path: Path) -> None:
    """Make one file's bytes, or one folder's list of names, outlive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
