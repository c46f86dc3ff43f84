"""The queue of updates that a bot has not confirmed yet."""

import itertools
import secrets
from collections import deque
from collections.abc import Callable, Iterable

from bot.sandbox.model import Json

_ON_REQUEST = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
_FIRST_IDS = range(100_000_000, 1_000_000_000)


class UpdateQueue:
    """Updates in order, each kept until it is confirmed.

    Ids begin somewhere, as Telegram's do, so that a bot which remembers those of
    another server takes none for the same.

    `on_arrival` is called at each new update; whoever delivers sets it.
    """

    def __init__(self) -> None:
        self._pending: deque[Json] = deque()
        self._ids = itertools.count(secrets.choice(_FIRST_IDS))
        self._allowed: frozenset[str] = frozenset()
        self.on_arrival: Callable[[], None] = lambda: None

    def __len__(self) -> int:
        """Count the updates that are not confirmed."""
        return len(self._pending)

    @property
    def allowed(self) -> tuple[str, ...]:
        """The kinds that were asked for, none for the default set."""
        return tuple(sorted(self._allowed))

    def allow(self, kinds: Iterable[str]) -> None:
        """Choose what is queued from now on; what is queued already stays."""
        self._allowed = frozenset(kinds)

    def put(self, kind: str, payload: Json) -> None:
        """Queue an update, unless its kind is not allowed."""
        is_allowed = kind in self._allowed if self._allowed else kind not in _ON_REQUEST
        if is_allowed:
            self._pending.append({"update_id": next(self._ids), kind: payload})
            self.on_arrival()

    def first(self, limit: int) -> list[Json]:
        """Give the oldest updates without taking them away."""
        return list(itertools.islice(self._pending, limit))

    def confirm(self, offset: int) -> None:
        """Forget updates before `offset`; a negative one keeps that many last."""
        keep = -offset if offset < 0 else len(self._pending)
        while len(self._pending) > keep:
            self._pending.popleft()
        while self._pending and self._pending[0]["update_id"] < offset:
            self._pending.popleft()

    def clear(self) -> None:
        """Forget all updates."""
        self._pending.clear()
