"""What was asked for last, kept within a bound of memory."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """Values that were read, of which those asked for longest ago are let go.

    Not safe in many threads.
    """

    def __init__(
        self,
        read: Callable[[_Key], _Value],
        size: Callable[[_Value], int],
        *,
        memory: int,
    ) -> None:
        """Keep so many bytes, as `size` counts those of a value."""
        self._read = read
        self._size = size
        self._room = memory
        self._found: dict[_Key, _Value] = {}

    def get(self, key: _Key) -> _Value:
        """Give what was read of a key, now or before."""
        if key in self._found:
            value = self._found.pop(key)
        else:
            value = self._read(key)
            self._room -= self._size(value)
            while self._room < 0 and self._found:
                # What was asked for longest ago stands first.
                self._room += self._size(self._found.pop(next(iter(self._found))))
        self._found[key] = value
        return value
