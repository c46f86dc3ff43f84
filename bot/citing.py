"""Name the source of a citation in words."""

from bot.answering.model import Citation
from bot.dates import format_date
from bot.markup import clean
from bot.messages import Tongue


def describe_source(citation: Citation, tongue: Tongue) -> tuple[str, str, str]:
    """Give what stands before the title, the title, and what stands after it.

    Joined they read "UNIS/CP/497, Inaugural session, 9 July 2004, paragraph 6,
    digest in our own words"; what the document does not say is left out. A
    document without a title is named by its id.
    """
    symbol = clean(citation.symbol or "")
    after = (
        format_date(clean(citation.date or ""), tongue.words),
        clean(citation.locator),
        tongue.texts.digest if citation.form == "digest" else "",
    )
    return (
        f"{symbol}, " if symbol else "",
        clean(citation.title) or clean(citation.document),
        "".join(f", {part}" for part in after if part),
    )
