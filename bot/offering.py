"""What can be sent into any chat: a cited answer, and passages that fit the words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.answering.model import Answer
from bot.answering.sources import cite_document
from bot.catalogue.links import payload_of_passage
from bot.catalogue.model import Found, Guide
from bot.citing import describe_source
from bot.conversation import Desk
from bot.messages import Tongue

A_PAGE = 10
_MOST = 100  # passages; nobody reads on for longer


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose from: what is seen of it, and what is sent.

    `id` is told apart from those of the same list, also of its other pages.
    `payload` leads to the source of what is sent.
    """

    id: str
    title: str
    description: str
    answer: Answer
    payload: str | None


@dataclass(frozen=True, slots=True)
class Offers:
    """A page of things to choose from; `next_start` is where the next one begins."""

    items: tuple[Offer, ...]
    tongue: Tongue
    next_start: int | None


def make_offers(
    desk: Desk, text: str, *, start: int = 0, hint: str | None = None
) -> Offers:
    """Offer the answer to a question, if there is one, then passages, best first.

    Without any words, answered example questions are offered. `start` is the number
    of passages that stand on the pages before.
    """
    words = " ".join(text.split())
    tongue = desk.tongue(words, hint=hint)
    guide = desk.guide(tongue)
    if not words:
        asked = guide.examples()
        return Offers(tuple(_answers(desk, guide, asked)), tongue, None)
    first = () if start else tuple(_answers(desk, guide, (words,)))
    hits = tuple(desk.shelf.search(words, min(start + A_PAGE + 1, _MOST)))
    passages = tuple(_passages(guide, hits[start : start + A_PAGE], words))
    more = start + A_PAGE if len(hits) > start + A_PAGE else None
    return Offers((*first, *passages), tongue, more)


def _answers(desk: Desk, guide: Guide, questions: Sequence[str]) -> Iterator[Offer]:
    for number, question in enumerate(questions):
        answer = desk.ask(question, (), guide.tongue.code)
        if answer.answered and answer.citations:
            cited = answer.citations[0]
            passage = guide.shelf.passage(cited.passage)
            yield Offer(
                f"answer-{number}",
                answer.headline,
                "".join(describe_source(cited, guide.tongue)),
                answer,
                payload_of_passage(passage) if passage else None,
            )


def _passages(guide: Guide, hits: Sequence[Found], words: str) -> Iterator[Offer]:
    for hit in hits:
        passage = guide.shelf.passage(hit.passage)
        if passage is None:
            continue
        cited = cite_document(
            guide.knowledge.documents[hit.document],
            passage=hit.passage,
            locator=hit.locator,
            snippet=hit.snippet,
        )
        answer = Answer(
            question=words,
            language=guide.tongue.code,
            answered=True,
            headline="",
            confidence=1.0,
            citations=(cited,),
        )
        payload = payload_of_passage(passage)
        title = "".join(describe_source(cited, guide.tongue))
        yield Offer(payload, title, hit.snippet, answer, payload)
