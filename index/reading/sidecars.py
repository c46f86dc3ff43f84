"""The YAML file beside a document as received, which tells where it comes from."""

from collections.abc import Container, Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

import yaml

from index.errors import Fault
from index.reading.decoding import decode
from index.reading.fault_log import FaultLog
from index.reading.findings import Findings
from index.reading.front_matter import sound_fields
from index.reading.yaml_lines import load_yaml

SIDECAR = ".yaml"
_ROOM = "documents/"
# The keys of a document; the others tell of the file.
_ABOUT_FILE = ("received", "sha256")


@dataclass(frozen=True, slots=True)
class Provenance:
    """What a sidecar tells; what it leaves out is inferred from the text.

    `received` is the day on which the file came, and `sha256` what its bytes were.
    """

    id: str | None = None
    title: str | None = None
    symbol: str | None = None
    publisher: str | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    received: str | None = None
    sha256: str | None = None


def sidecar_of(file: str) -> str:
    """Give the name of the sidecar of a document: `report.pdf.yaml`."""
    return f"{file}{SIDECAR}"


def is_sidecar(file: str) -> bool:
    """Tell whether a file of `documents/` speaks of another."""
    return file.startswith(_ROOM) and file.lower().endswith(SIDECAR)


def read_sidecar(
    file: str, files: Mapping[str, bytes], findings: Findings
) -> dict[str, Any]:
    """Give the fields that the sidecar of a document sets, none where it has none."""
    name = sidecar_of(file)
    if name not in files:
        return {}
    log = FaultLog(name)
    text = decode(files[name], log)
    tree = load_yaml(text, log) if text else None
    fields: dict[str, Any] = {}
    if tree is not None:
        findings.trees[name] = tree
        fields = sound_fields(tree, Provenance, log)
        _check(fields, files[file], findings.line(name, "sha256"), log)
    findings.faults += log.faults
    return {key: value for key, value in fields.items() if key not in _ABOUT_FILE}


def lone_sidecars(files: Mapping[str, bytes], refused: Container[str]) -> list[Fault]:
    """Give a fault for each sidecar without its document, read or refused."""
    return [
        Fault(
            file,
            1,
            "there is no document beside it",
            f"expected {PurePosixPath(file).name.removesuffix(SIDECAR)}",
            "put the document there or take this file away",
            leaves_out=True,
        )
        for file in files
        if is_sidecar(file)
        and (document := file[: -len(SIDECAR)]) not in files
        and document not in refused
    ]


def _check(fields: Mapping[str, Any], content: bytes, line: int, log: FaultLog) -> None:
    expected = fields.get("sha256")
    if expected is not None and expected != sha256(content).hexdigest():
        log.add(
            line,
            "the document beside it has changed since it was received",
            expected=f"expected the SHA-256 {expected[:12]}...",
            fix="put the received file back, or take `sha256` away",
        )


def format_sidecar(provenance: Provenance) -> str:
    """Write the sidecar that `read_sidecar` reads; what is not known is left out."""
    known = {key: value for key, value in asdict(provenance).items() if value}
    return yaml.safe_dump(known, allow_unicode=True, sort_keys=False, width=1_000)
