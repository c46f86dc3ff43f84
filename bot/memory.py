"""The last questions of each chat, in memory only."""

from collections import OrderedDict
from collections.abc import Hashable

QUESTIONS = 5
CHATS = 1_000


class Memory:
    """Remember a few questions of the chats heard from last.

    When there are too many chats, the one silent for longest is forgotten.
    """

    def __init__(self, *, questions: int = QUESTIONS, chats: int = CHATS) -> None:
        self._questions = questions
        self._chats = chats
        self._asked: OrderedDict[Hashable, tuple[str, ...]] = OrderedDict()

    def questions_of(self, chat: Hashable) -> tuple[str, ...]:
        """Give the last questions of a chat, oldest first."""
        return self._asked.get(chat, ())

    def forget(self, chat: Hashable) -> None:
        """Forget what was asked in a chat."""
        self._asked.pop(chat, None)

    def withdraw(self, chat: Hashable, question: str) -> None:
        """Forget one question of a chat, as if it had not been asked."""
        if chat in self._asked:
            kept = (each for each in self._asked[chat] if each != question)
            self._asked[chat] = tuple(kept)

    def note(self, chat: Hashable, question: str) -> None:
        """Remember a question as the newest of its chat."""
        asked = (*self._asked.pop(chat, ()), question)
        self._asked[chat] = asked[-self._questions :]
        while len(self._asked) > self._chats:
            self._asked.popitem(last=False)
