"""Inline mode: offers in any chat, each a complete message with its source."""

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
)
from telegram.constants import ParseMode

from bot.answering.model import Answer
from bot.markup import clean
from bot.messages import Tongue
from bot.offering import Offer, Offers
from bot.render import render_whole
from bot.split import shorten
from bot.telegram.keyboards import deep_link

CACHED = 300  # seconds that Telegram may give the same results again
_TITLE, _DESCRIPTION = 120, 200  # units that clients show at most


def start_of(query: InlineQuery) -> int:
    """Give how many passages the reader has scrolled past."""
    return int(query.offset) if query.offset.isdecimal() else 0


async def answer_inline(query: InlineQuery, offers: Offers) -> None:
    """Show offers to whoever types; what they see depends on their language."""
    username = query.get_bot().username
    await query.answer(
        [_result(offer, offers.tongue, username) for offer in offers.items],
        cache_time=CACHED,
        is_personal=True,
        next_offset="" if offers.next_start is None else str(offers.next_start),
    )


def result_of(answer: Answer, tongue: Tongue) -> InlineQueryResultArticle:
    """Give an answer as the one result that is sent."""
    title = clean(answer.headline) or tongue.texts.source
    return InlineQueryResultArticle(
        "answer", shorten(title, _TITLE), _content(answer, tongue)
    )


def _result(offer: Offer, tongue: Tongue, username: str) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        offer.id,
        shorten(clean(offer.title), _TITLE),
        _content(offer.answer, tongue),
        reply_markup=_way_to_source(offer, tongue, username),
        description=shorten(clean(offer.description), _DESCRIPTION),
    )


def _content(answer: Answer, tongue: Tongue) -> InputTextMessageContent:
    return InputTextMessageContent(
        render_whole(answer, tongue),
        parse_mode=ParseMode.HTML,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )


def _way_to_source(
    offer: Offer, tongue: Tongue, username: str
) -> InlineKeyboardMarkup | None:
    """Open the source in a chat with the bot, for it sees no other."""
    if offer.payload is None:
        return None
    url = deep_link(username, offer.payload)
    return InlineKeyboardMarkup.from_button(
        InlineKeyboardButton(tongue.texts.source, url=url)
    )
