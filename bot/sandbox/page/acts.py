"""What a person can do on the page, each an act of a `User`."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import asdict

from bot.sandbox.account import Account
from bot.sandbox.entities import Formatted
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.events import CallbackAnswer, Event, InlineAnswer
from bot.sandbox.limits import checked_text
from bot.sandbox.model import Json, Message
from bot.sandbox.params import Params
from bot.sandbox.user import User

PATIENCE = 30.0  # seconds that a button or a query waits for the bot
_PICTURES = ("image/jpeg", "image/png")

Act = Callable[[Account, User, Params], Awaitable[Json]]


async def say(account: Account, user: User, params: Params) -> Json:
    """Send a text, perhaps as a reply."""
    number = params.integer("reply_to")
    original = account.chats.message(user.chat, number)
    user.say(_text(params), reply_to=original)
    return {}


async def edit(account: Account, user: User, params: Params) -> Json:
    """Change a message of one's own."""
    message = _message(account, user, params)
    if message.sender != user.person or message.attachment or message.via_bot:
        raise bad_request("message can't be edited")
    user.edit(message, _text(params))
    return {}


async def attach(account: Account, user: User, params: Params) -> Json:
    """Send a picture or another file."""
    upload = params.upload("file")
    if upload is None:
        raise bad_request("there is no file in the request")
    if upload.mime_type in _PICTURES:
        user.send_photo(content=upload.content)
    else:
        user.send_document(upload.file_name, upload.content)
    return {}


async def press(account: Account, user: User, params: Params) -> Json:
    """Press a callback button; give the notice that the bot answers with."""
    message = _message(account, user, params)
    data = params.text("data")
    for button in message.buttons:
        if (button.action, button.value) == ("callback_data", data):
            start = len(account.chats.events)
            answer = await _answer(account, user.press(button, of=message), start)
            return asdict(answer)
    raise bad_request("button not found")


async def query(account: Account, user: User, params: Params) -> Json:
    """Type behind the bot's name; give the results that it offers."""
    start = len(account.chats.events)
    query_id = user.query_inline(params.text("text"), offset=params.text("offset"))
    return asdict(await _answer(account, query_id, start))


async def choose(account: Account, user: User, params: Params) -> Json:
    """Send one of the results that were offered."""
    for result in _offered(account, params.text("query_id")):
        if str(result["id"]) == params.text("result_id"):
            user.choose(result, query=params.text("text"))
            return {}
    raise bad_request("result not found")


ACTS: dict[str, Act] = {
    "say": say,
    "edit": edit,
    "attach": attach,
    "press": press,
    "query": query,
    "choose": choose,
}


def _text(params: Params) -> str:
    return checked_text(Formatted(params.text("text"))).text


def _message(account: Account, user: User, params: Params) -> Message:
    message = account.chats.message(user.chat, params.integer("message"))
    if message is None:
        raise bad_request("message not found")
    return message


def _offered(account: Account, query_id: str) -> Iterator[Json]:
    for event in account.chats.events:
        answer = event.answer
        if isinstance(answer, InlineAnswer) and answer.query_id == query_id:
            yield from answer.results


async def _answer(
    account: Account, query_id: str, start: int
) -> CallbackAnswer | InlineAnswer:
    """Await the answer to a query, which stands behind `start` in the journal."""

    def is_wanted(event: Event) -> bool:
        return event.answer is not None and event.answer.query_id == query_id

    try:
        event, _ = await account.chats.events.next(start, is_wanted, within=PATIENCE)
    except TimeoutError:
        raise ApiError(504, "the bot did not answer") from None
    assert event.answer is not None
    return event.answer
