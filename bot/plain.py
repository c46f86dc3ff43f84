"""Draw an answer as plain text: for the JSON field `answer` and for a terminal."""

from collections.abc import Iterator

from bot.answering.model import Answer, Citation
from bot.citing import describe_source
from bot.dates import tell_as_of
from bot.markup import clean, web_address
from bot.messages import Tongue


def plain_answer(answer: Answer) -> str:
    """Write what is said, one point a line, without the citations."""
    return "\n".join(_said(answer, as_of=""))


def plain_reply(answer: Answer, tongue: Tongue) -> str:
    """Write what is said and for when, then the numbered citations."""
    return "\n\n".join(plain_parts(answer, tongue))


def plain_parts(answer: Answer, tongue: Tongue) -> tuple[str, ...]:
    """Give what is said and for when, and behind it each numbered citation."""
    lines = _said(answer, as_of=tell_as_of(answer, tongue))
    said = "\n".join(lines) or tongue.texts.nothing_to_show
    citations = (
        _citation(citation, number, tongue)
        for number, citation in enumerate(answer.citations, start=1)
    )
    return (said, *citations)


def plain_suggestions(answer: Answer, tongue: Tongue) -> str:
    """Write what can be asked instead, for where nothing can be tapped or chosen."""
    lead = ask_back(answer, tongue)
    return "\n".join((lead, *map("- {}".format, answer.suggestions))) if lead else ""


def ask_back(answer: Answer, tongue: Tongue) -> str:
    """Write what leads in suggestions: "Did you mean ...?" only before near ones."""
    if answer.answered or not answer.suggestions:
        return ""
    texts = tongue.texts
    return texts.did_you_mean if answer.is_near else texts.can_ask


def _said(answer: Answer, *, as_of: str) -> Iterator[str]:
    points = (f"- {shown}" for shown in map(clean, answer.points) if shown)
    lines = (clean(answer.headline), *points, clean(as_of), clean(answer.note or ""))
    yield from filter(None, lines)


def _citation(citation: Citation, number: int, tongue: Tongue) -> str:
    quote = clean(citation.snippet).replace("\n", "\n    ")
    lines = (
        f"[{number}] {''.join(describe_source(citation, tongue))}",
        tongue.texts.quotation.format(text=quote) if quote else "",
        web_address(citation.url) or "",
    )
    return "\n    ".join(filter(None, lines))
