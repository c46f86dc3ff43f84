"""Read arguments from HTTP: query string, form, multipart or JSON body."""

from typing import Any

from aiohttp import web

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.params import Params, Upload


async def read_params(request: web.Request) -> Params:
    """Gather the arguments of a request; the body wins over the query string.

    Raises:
        ApiError: The body is no JSON object, or larger than the platform takes.
    """
    values: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    try:
        if request.content_type == "application/json":
            values |= await _json_object(request)
        elif request.can_read_body:
            await _read_form(request, values, uploads)
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None
    return Params(values, uploads)


async def _json_object(request: web.Request) -> dict[str, Any]:
    try:
        body = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("JSON object expected")
    return body


async def _read_form(
    request: web.Request, values: dict[str, Any], uploads: dict[str, Upload]
) -> None:
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            uploads[name] = _read_file(value)
        else:
            values[name] = value


def _read_file(part: web.FileField) -> Upload:
    with part.file as file:
        return Upload(part.filename, part.content_type, file.read())
