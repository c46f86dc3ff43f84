"""Checks of the fixed texts that readers see."""

import re
from collections.abc import Iterator

from index.errors import Fault
from index.messages import slots_of_messages
from index.reading import Data

_SLOT = re.compile(r"\{([^{}]*)\}")


def check_message_slots(data: Data) -> Iterator[Fault]:
    """Each fixed text has all the slots that are filled in it, and no other."""
    for code, language in data.vocabulary.languages.items():
        if language.messages is None:
            continue
        file = f"vocabulary/{code}/messages.yaml"
        for key, slots in slots_of_messages():
            found = _SLOT.findall(getattr(language.messages, key))
            if set(found) != slots:
                named = ", ".join(f"{{{slot}}}" for slot in sorted(slots)) or "none"
                yield Fault(
                    file,
                    data.line_of(file, key),
                    f"`{key}` has the slots {', '.join(found) or 'none'}",
                    f"expected {named}",
                    "correct the text",
                )
