"""The arguments of one request, however they travelled."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.errors import bad_request

_TRUE = ("true", "yes", "1")
_ATTACHED = "attach://"


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart request."""

    file_name: str
    mime_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """Arguments by name; forms bring texts, JSON bodies bring any value."""

    values: Mapping[str, Any] = field(default_factory=dict)
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Give an argument as text, empty when absent."""
        value = self.values.get(name)
        text = "" if value is None else str(value)
        try:
            text.encode()
        except UnicodeEncodeError:
            raise bad_request("strings must be encoded in UTF-8") from None
        return text

    def integer(self, name: str, default: int = 0) -> int:
        """Give an argument as a number; refuse what is none."""
        text = self.text(name)
        try:
            return int(text) if text else default
        except ValueError:
            raise bad_request(f"invalid {name} specified") from None

    def flag(self, name: str) -> bool:
        """Read a Boolean as the platform does: true, yes or 1."""
        return self.text(name).lower() in _TRUE

    def json(self, name: str) -> Any:
        """Give a nested argument, decoded when it came as text; None when absent."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """Find the file of an argument, direct or by `attach://`."""
        reference = self.text(name)
        if reference.startswith(_ATTACHED):
            return self.uploads.get(reference.removeprefix(_ATTACHED))
        return self.uploads.get(name)
