"""Methods by which a bot receives updates."""

import re
from typing import Any

from bot.sandbox import limits
from bot.sandbox.account import Account
from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.model import Json
from bot.sandbox.params import Params
from bot.sandbox.webhook import WebhookSettings

WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; "
    "use deleteWebhook to delete the webhook first"
)
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_DEFAULT_CONNECTIONS = 40


async def get_updates(account: Account, params: Params) -> list[Json]:
    """Give what is queued, awaiting the first update for `timeout` seconds."""
    if account.webhook.settings.url:
        raise ApiError(409, WEBHOOK_ACTIVE)
    _allow(account, _read_kinds(params))
    limit = params.integer("limit", limits.UPDATES)
    seconds = params.integer("timeout")
    return await account.polling.poll(
        params.integer("offset"),
        limit=min(max(limit, 1), limits.UPDATES),
        seconds=min(max(seconds, 0), limits.LONG_POLL_SECONDS),
    )


async def set_webhook(account: Account, params: Params) -> bool:
    """Have updates delivered to an address; an empty one stops that."""
    if not params.text("url"):
        return await delete_webhook(account, params)
    settings = _read_settings(params)
    kinds = _read_kinds(params)
    await account.webhook.set(settings)
    _allow(account, kinds)
    _drop_pending(account, params)
    account.polling.refuse_waiting("Conflict: terminated by setWebhook request")
    return True


async def delete_webhook(account: Account, params: Params) -> bool:
    """Go back to getUpdates."""
    await account.webhook.clear()
    _drop_pending(account, params)
    return True


async def get_webhook_info(account: Account, params: Params) -> Json:
    """Tell how the webhook fares."""
    return account.webhook.as_json()


def _read_settings(params: Params) -> WebhookSettings:
    secret = params.text("secret_token")
    if len(secret) > limits.SECRET_TOKEN:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    connections = params.integer("max_connections", _DEFAULT_CONNECTIONS)
    return WebhookSettings(
        url=params.text("url"),
        secret_token=secret,
        max_connections=min(max(connections, 1), limits.WEBHOOK_CONNECTIONS),
        has_custom_certificate=params.upload("certificate") is not None,
    )


def _read_kinds(params: Params) -> list[str] | None:
    kinds: Any = params.json("allowed_updates")
    if kinds is None:
        return None
    if not isinstance(kinds, list) or not all(isinstance(each, str) for each in kinds):
        raise bad_request("can't parse allowed updates JSON object")
    return kinds


def _allow(account: Account, kinds: list[str] | None) -> None:
    """Apply `allowed_updates`; when it was absent, the previous choice stays."""
    if kinds is not None:
        account.updates.allow(kinds)


def _drop_pending(account: Account, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        account.updates.clear()
