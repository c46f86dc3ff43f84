"""Every fault of a data folder: those of form, noted while reading, and of meaning.

Each check takes the whole data and gives its faults; the table is the order of
reading, faults are sorted anyway.
"""

from collections.abc import Callable, Iterable

from index.checking import (
    documents,
    evidence,
    messages,
    names,
    records,
    templates,
)
from index.errors import Fault
from index.reading import Data

Check = Callable[[Data], Iterable[Fault]]

# What can be told of each document alone.
DOCUMENT_CHECKS: tuple[Check, ...] = (
    documents.check_key_order,
    documents.check_stray_space,
)
CHECKS: tuple[Check, ...] = (
    *DOCUMENT_CHECKS,
    names.check_references,
    names.check_shared_names,
    templates.check_relation_words,
    templates.check_slots,
    templates.check_values_of_sentences,
    messages.check_message_slots,
    records.check_ids,
    records.check_entities,
    records.check_relations,
    records.check_kinds,
    records.check_values,
    records.check_as_of,
    records.check_examples,
    evidence.check_sources,
    evidence.check_evidence,
)


def check_data(data: Data) -> tuple[Fault, ...]:
    """Give all faults of the data, those of its reading included, sorted."""
    found = {fault for check in CHECKS for fault in check(data)}
    return tuple(sorted(found.union(data.faults)))


def check_documents(data: Data) -> tuple[Fault, ...]:
    """Give the faults of meaning of the documents that were read now, sorted."""
    return tuple(sorted({fault for check in DOCUMENT_CHECKS for fault in check(data)}))
