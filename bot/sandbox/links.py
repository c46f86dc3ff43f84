"""Which links Telegram makes clickable, and how it writes them."""

from urllib.parse import SplitResult, urlsplit

_OPAQUE_SCHEMES = ("tg", "ton", "tonsite")
_WEB_SCHEMES = ("http", "https")


def checked_link(url: str) -> str | None:
    """Give the link as Telegram stores it, or None when it refuses it.

    A host without a scheme becomes `http://host`, an empty path becomes `/`.
    """
    text = url.strip()
    parts = _split(text if "://" in text else f"http://{text}")
    if parts is None or parts.username is not None or any(map(str.isspace, text)):
        return None
    if parts.scheme in _OPAQUE_SCHEMES:
        return text
    if parts.scheme not in _WEB_SCHEMES or not _is_host(parts, text):
        return None
    return parts._replace(path=parts.path or "/").geturl()


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:
        return None


def _is_host(parts: SplitResult, text: str) -> bool:
    host = parts.hostname or ""
    return bool(host) and ("://" in text or "." in host)
