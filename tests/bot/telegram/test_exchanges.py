from datetime import UTC, datetime

from telegram import Chat, Message

from bot.telegram.exchanges import Exchange, Exchanges

ASKED = Exchange("When?", (2, 3))


def message(number: int, *, chat: int = 7) -> Message:
    return Message(number, datetime(2026, 1, 1, tzinfo=UTC), Chat(chat, "private"))


def test_exchange_is_known_by_each_of_its_messages() -> None:
    exchanges = Exchanges()
    exchanges.note(7, ASKED, asked=1)

    assert [exchanges.about(message(n)) for n in (1, 2, 3)] == [ASKED] * 3


def test_messages_of_other_chats_are_others() -> None:
    exchanges = Exchanges()
    exchanges.note(7, ASKED, asked=1)

    assert exchanges.about(message(1, chat=8)) is None


def test_oldest_messages_are_forgotten_first() -> None:
    exchanges = Exchanges(remembered=3)
    exchanges.note(7, ASKED, asked=1)
    exchanges.note(7, Exchange("Where?", (5,)))

    assert exchanges.about(message(1)) is None
    assert exchanges.about(message(3)) == ASKED


def test_exchanges_of_a_chat_are_forgotten_with_it() -> None:
    exchanges = Exchanges()
    exchanges.note(7, ASKED, asked=1)
    exchanges.note(8, ASKED, asked=1)

    exchanges.forget(7)

    assert exchanges.about(message(1)) is None
    assert exchanges.about(message(1, chat=8)) == ASKED
