"""A record of the calls that a bot made."""

from collections import defaultdict
from dataclasses import dataclass

from bot.sandbox.journal import Journal
from bot.sandbox.methods import canonical_name
from bot.sandbox.params import Params


@dataclass(frozen=True, slots=True)
class Call:
    """One request, written down before any fault meets it."""

    method: str
    params: Params


class Calls(Journal[Call]):
    """All calls, in order of arrival."""

    def __init__(self) -> None:
        super().__init__()
        self._positions: dict[str, int] = defaultdict(int)

    def of(self, method: str) -> tuple[Call, ...]:
        """Give the calls of one method so far."""
        name = canonical_name(method)
        return tuple(call for call in self if call.method == name)

    async def await_next(self, method: str, *, within: float = 10.0) -> Call:
        """Await the next call of a method that was not awaited before."""
        name = canonical_name(method)
        call, self._positions[name] = await self.next(
            self._positions[name], lambda each: each.method == name, within=within
        )
        return call
