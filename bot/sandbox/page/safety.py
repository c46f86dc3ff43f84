"""Keep the page to itself: foreign pages may not call it, nor code run in it."""

from aiohttp import web
from aiohttp.typedefs import Handler

_NAMES = ("127.0.0.1", "localhost")
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self'",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
            "require-trusted-types-for 'script'",  # no innerHTML, by mistake either
            "trusted-types 'none'",
        )
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@web.middleware
async def refuse_foreign(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Refuse what another site makes a browser send here.

    A site can call this machine by a name of its own, or post a form to it.
    """
    host = request.headers.get("Host", "")
    is_ours = host.partition(":")[0] in _NAMES
    if not is_ours or request.headers.get("Origin") not in (None, f"http://{host}"):
        raise web.HTTPForbidden
    return await handler(request)


async def set_headers(_request: web.Request, response: web.StreamResponse) -> None:
    """Forbid the browser all that the page does not need."""
    response.headers.update(_HEADERS)
