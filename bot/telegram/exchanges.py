"""Which messages answer which, so that edits and replies find their counterpart."""

from collections import OrderedDict
from dataclasses import dataclass

from telegram import Message

REMEMBERED = 2_000  # messages; of what is older an edit is answered anew

# A chat, and a message in it.
Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and the ids of the messages that answer it, in their order.

    `question` is empty for what was none, such as a command.
    """

    question: str
    answers: tuple[int, ...]


class Exchanges:
    """The last exchanges of all chats, in memory only."""

    def __init__(self, *, remembered: int = REMEMBERED) -> None:
        self._remembered = remembered
        self._exchanges: OrderedDict[Key, Exchange] = OrderedDict()

    def note(self, chat: int, exchange: Exchange, *, asked: int | None = None) -> None:
        """Remember an exchange by the ids of its messages.

        `asked` is the message that asked; there is none where a button was tapped.
        """
        belonging = exchange.answers if asked is None else (asked, *exchange.answers)
        for message_id in belonging:
            self._exchanges[chat, message_id] = exchange
        while len(self._exchanges) > self._remembered:
            self._exchanges.popitem(last=False)

    def about(self, message: Message) -> Exchange | None:
        """Give the exchange that a message asked for or belongs to, if it is known."""
        return self._exchanges.get((message.chat_id, message.message_id))

    def forget(self, chat: int) -> None:
        """Forget the exchanges of a chat."""
        for key in [key for key in self._exchanges if key[0] == chat]:
            del self._exchanges[key]

    def question_of(self, message: Message) -> str | None:
        """Give the question that a message asks or answers, None if it is not known."""
        exchange = self.about(message)
        return exchange.question or None if exchange else None
