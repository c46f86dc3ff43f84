"""The vocabulary, as it stands in `vocabulary/`; each folder in it is a language."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from index.errors import Fault
from index.messages import Messages
from index.model import Entity
from index.reading.decoding import decode
from index.reading.fault_log import FaultLog
from index.reading.findings import Findings
from index.reading.typed import read_fields, read_object, read_value
from index.reading.yaml_lines import Node, load_yaml
from index.suggestion import suggest
from index.vocabulary import (
    Kind,
    KindWords,
    Language,
    Relation,
    RelationWords,
    Vocabulary,
)

Listed = TypeVar("Listed", Kind, Relation, Entity)

KINDS = "vocabulary/kinds.yaml"
RELATIONS = "vocabulary/relations.yaml"
# Languages that documents are written in but nobody is answered in.
WRITTEN = "vocabulary/written.yaml"
# Any number of files, each of one concept.
ENTITIES = "vocabulary/entities/"

_Lists = Mapping[str, tuple[str, ...]]
# What each file of a language holds, beside its language.yaml.
_WORDS: Mapping[str, Any] = {
    "kinds": Mapping[str, KindWords],
    "relations": Mapping[str, RelationWords],
    "refusals": _Lists,
    "synonyms": _Lists,
    "glossary": _Lists,
    "values": Mapping[str, str],
}
_MESSAGES = "messages"
# Word lists too long for language.yaml, where they would stand under `words`.
_LONG_LISTS = "common"


def read_vocabulary(files: Mapping[str, bytes], findings: Findings) -> Vocabulary:
    """Read the vocabulary out of the files of a data folder."""
    own = {path: files[path] for path in files if path.startswith("vocabulary/")}
    entities = sorted(path for path in own if path.startswith(ENTITIES))
    languages = [path for path in own if path.count("/") == 2 and path not in entities]
    codes = sorted({path.split("/")[1] for path in languages})
    findings.faults += _unknown_files(own, codes)
    for path in own:
        _load(path, own[path], findings)
    return Vocabulary(
        kinds=_listed([KINDS], Kind, findings),
        relations=_listed([RELATIONS], Relation, findings),
        entities=_listed(entities, Entity, findings, without=("number",)),
        languages={code: _language(code, findings) for code in codes},
        written=_words(WRITTEN, Mapping[str, Language], findings),
    )


def _load(path: str, content: bytes, findings: Findings) -> None:
    log = FaultLog(path)
    text = decode(content, log)
    tree = load_yaml(text, log) if text else None
    if tree is not None:
        findings.trees[path] = tree
    elif text:
        findings.keep_ids(text)
    findings.faults += log.faults


def _listed(
    paths: Iterable[str],
    shape: type[Listed],
    findings: Findings,
    *,
    without: tuple[str, ...] = (),
) -> dict[str, Listed]:
    """Read the items of lists, keyed by their ids."""
    found: dict[str, Listed] = {}
    for path in paths:
        tree = findings.trees.get(path)
        log = FaultLog(path)
        for node in _items(tree, log) if tree else ():
            item = read_object(node, shape, log, without=without)
            if item is None:
                findings.unread.update(_declared(node))
            elif item.id in found:
                _repeated(item.id, node, log)
            else:
                found[item.id] = item
        findings.faults += log.faults
    return found


def _items(tree: Node, log: FaultLog) -> Iterator[Node]:
    if isinstance(tree.content, tuple):
        yield from tree.content
    else:
        expected = "expected a list of items"
        log.add(tree.line, "the file is no list", expected=expected, fix='use "- id:"')


def _declared(node: Node) -> Iterator[str]:
    if isinstance(node.content, Mapping) and (entry := node.content.get("id")):
        yield entry.text


def _repeated(item_id: str, node: Node, log: FaultLog) -> None:
    log.add(
        node.line,
        f'the id "{item_id}" stands twice',
        expected="expected each id once",
        fix="merge the two or rename one",
    )


def _language(code: str, findings: Findings) -> Language:
    files: dict[str, Any] = {
        name: _words(f"vocabulary/{code}/{name}.yaml", shape, findings)
        for name, shape in _WORDS.items()
    }
    path = f"vocabulary/{code}/language.yaml"
    log = FaultLog(path)
    tree = findings.trees.get(path)
    own = (*_WORDS, _MESSAGES)
    rules = read_fields(tree, Language, log, without=own) if tree else {}
    findings.faults += log.faults
    lists = _words(f"vocabulary/{code}/{_LONG_LISTS}.yaml", _Lists, findings)
    messages = _words(f"vocabulary/{code}/{_MESSAGES}.yaml", Messages, findings)
    words = {**rules.get("words", {}), **lists}
    return Language(**{**rules, **files, "words": words, _MESSAGES: messages or None})


def _words(path: str, shape: Any, findings: Findings) -> Any:
    log = FaultLog(path)
    tree = findings.trees.get(path)
    words = read_value(tree, shape, log) if tree else None
    findings.faults += log.faults
    return words or {}


def _unknown_files(own: Mapping[str, bytes], codes: list[str]) -> Iterator[Fault]:
    names = (*_WORDS, _LONG_LISTS, _MESSAGES, "language")
    known = [f"vocabulary/{code}/{name}.yaml" for code in codes for name in names]
    known += [KINDS, RELATIONS, WRITTEN]
    expected = "expected " + ", ".join(sorted(names)) + " (.yaml)"
    for path in own:
        if path not in known and not path.startswith(ENTITIES):
            fix = suggest(path, known, otherwise="take it away")
            yield Fault(path, 1, "the file has no known name", expected, fix)
    for path in (KINDS, RELATIONS, ENTITIES):
        if not any(name.startswith(path) for name in own):
            found, fix = "the file is missing", "write it, or bring no vocabulary/"
            yield Fault(path, 1, found, "expected a whole vocabulary", fix)
