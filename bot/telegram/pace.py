"""How fast Telegram lets a bot send, reckoned before it has to say so.

Source: Bot API, FAQ, "My bot is hitting limits"; short bursts are let pass there, too.
"""

from collections import OrderedDict
from dataclasses import dataclass

_CHATS = 10_000  # whose pace is known; one silent for so long may send anyway


@dataclass(slots=True)
class Allowance:
    """So many at once, and one more each `interval` seconds.

    `full` is when all that was taken so far will have come in again.
    """

    at_once: int
    interval: float
    full: float = 0.0

    def take(self, now: float) -> float:
        """Take one; give how many seconds from now it may be used."""
        self.full = max(self.full, now) + self.interval
        return max(0.0, self.full - now - self.at_once * self.interval)


class Pace:
    """When the next message of a chat may go out.

    Args:
        a_second: Messages to all chats together; 0 lets everything pass until
            Telegram asks to wait.
    """

    def __init__(self, a_second: int) -> None:
        self._overall = _at_most(a_second, 1.0) if a_second else None
        self._chats: OrderedDict[int, tuple[Allowance, ...]] = OrderedDict()
        self._held: dict[int, float] = {}

    def wait(self, chat: int, now: float) -> float:
        """Count a message to a chat; give how many seconds it has to wait."""
        held = self._held.get(chat, now) - now
        if held <= 0:
            self._held.pop(chat, None)
        waits = [each.take(now) for each in self._allowances(chat)]
        return max(0.0, held, *waits)

    def hold(self, chat: int, until: float) -> None:
        """Let nothing go to a chat before that moment."""
        self._held[chat] = max(until, self._held.get(chat, until))

    def _allowances(self, chat: int) -> tuple[Allowance, ...]:
        if self._overall is None:
            return ()
        own = self._chats.pop(chat, None) or _allowances_of(chat)
        self._chats[chat] = own
        if len(self._chats) > _CHATS:
            self._chats.popitem(last=False)
        return (self._overall, *own)


def _allowances_of(chat: int) -> tuple[Allowance, ...]:
    a_second = Allowance(at_once=5, interval=1.0)
    is_group = chat < 0
    return (a_second, _at_most(20, 60.0)) if is_group else (a_second,)


def _at_most(most: int, seconds: float) -> Allowance:
    """Allow so many in any span of so many seconds, a few of them at once."""
    at_once = max(most // 4, 1)
    return Allowance(at_once, seconds / max(most - at_once, 1))
