"""What the page asks for, and what it is given: JSON, events, files."""

import json
from importlib.resources import files

from aiohttp import web
from aiohttp.typedefs import Handler

from bot.sandbox.account import Account
from bot.sandbox.errors import ApiError
from bot.sandbox.events import Event
from bot.sandbox.model import Json
from bot.sandbox.page.acts import ACTS
from bot.sandbox.page.cast import Cast
from bot.sandbox.params import Params
from bot.sandbox.reading import read_params
from bot.sandbox.user import User

_PAGE = "index.html"
_TYPES = {
    "css": "text/css",
    "html": "text/html",
    "js": "text/javascript",
    "svg": "image/svg+xml",
}
_ASSETS = {each.name: each for each in (files("bot.sandbox.page") / "assets").iterdir()}


class Routes:
    """Answers the page, on the chats of one account."""

    def __init__(self, account: Account, cast: Cast) -> None:
        self._account = account
        self._cast = cast

    def table(self) -> list[web.RouteDef]:
        """List all addresses."""
        return [
            web.get("/", _give_asset),
            web.get("/assets/{name}", _give_asset),
            web.get("/cast", self._give_cast),
            web.get("/menu", self._give_menu),
            web.get("/events", self._tell_events),
            web.get("/files/{kind}/{id}", self._give_file),
            web.post("/acts/{name}", self._act),
        ]

    async def _give_cast(self, _request: web.Request) -> web.Response:
        return web.json_response(self._cast.as_json())

    async def _give_menu(self, request: web.Request) -> web.Response:
        user = self._user(await read_params(request))
        return web.json_response([command.as_json() for command in user.menu])

    async def _tell_events(self, request: web.Request) -> web.StreamResponse:
        """Tell all that ever happened, then what happens.

        A page that lost the connection begins anew and misses nothing.
        """
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        async for event in self._account.chats.events.follow():
            if event.answer is None:  # the one who asked is answered by `_act`
                told = json.dumps(self._event_json(event))
                await stream.write(f"data: {told}\n\n".encode())
        return stream

    async def _give_file(self, request: web.Request) -> web.Response:
        kind, file_id = request.match_info["kind"], request.match_info["id"]
        attachment = self._account.files.find(kind, file_id)
        if attachment is None:
            raise web.HTTPNotFound
        # Whatever it holds, no browser may open it as a page of this server.
        return web.Response(
            body=attachment.content, headers={"Content-Disposition": "attachment"}
        )

    async def _act(self, request: web.Request) -> web.Response:
        act = ACTS.get(request.match_info["name"])
        if act is None:
            raise web.HTTPNotFound
        params = await read_params(request)
        return web.json_response(await act(self._account, self._user(params), params))

    def _user(self, params: Params) -> User:
        topic = params.integer("topic") or None
        return self._cast.user(
            params.integer("person"), params.integer("chat"), topic=topic
        )

    def _event_json(self, event: Event) -> Json:
        told: Json = {
            "kind": event.kind,
            "chat": event.chat_id,
            "topic": event.topic,
            "action": event.action,
        }
        if event.message is not None:
            told["message"] = self._account.chats.as_json(event.message)
        return told


@web.middleware
async def tell_refusals(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Tell the page what was refused, in the Bot API's words."""
    try:
        return await handler(request)
    except ApiError as error:
        return web.json_response(error.as_json(), status=error.code)


async def _give_asset(request: web.Request) -> web.Response:
    name = request.match_info.get("name", _PAGE)
    if name not in _ASSETS:
        raise web.HTTPNotFound
    return web.Response(
        body=_ASSETS[name].read_bytes(),
        content_type=_TYPES[name.rpartition(".")[2]],
        charset="utf-8",
    )
