"""What the index holds: its sources, its passages, its age."""

from bot.answering.sources import cite_document
from bot.catalogue.model import Entry, Listing, Shelf
from bot.dates import format_date
from bot.messages import LANGUAGE, messages_in

MOST_HITS = 30


def sources(shelf: Shelf, _words: str) -> Listing:
    """List the documents that answers are drawn from."""
    documents = shelf.knowledge.documents.values()
    entries = tuple(Entry("", (cite_document(each),)) for each in documents)
    return Listing(messages_in(LANGUAGE).sources, entries)


def search(shelf: Shelf, words: str) -> Listing:
    """List the passages nearest to the words, best first."""
    texts = messages_in(LANGUAGE)
    if not words:
        return Listing(texts.search_usage, note=texts.search_example)
    entries = tuple(
        Entry(
            "",
            (
                cite_document(
                    shelf.knowledge.documents[hit.document],
                    passage=hit.passage,
                    locator=hit.locator,
                    snippet=hit.snippet,
                ),
            ),
        )
        for hit in shelf.search(words, MOST_HITS)
    )
    title = texts.search_found if entries else texts.search_nothing
    return Listing(title.format(words=words), entries)


def about(shelf: Shelf, _words: str) -> Listing:
    """Say what the bot is, what it knows and how fresh that is."""
    texts, knowledge = messages_in(LANGUAGE), shelf.knowledge
    newest = max((d.date or "" for d in knowledge.documents.values()), default="")
    facts = (
        texts.about_documents.format(count=len(knowledge.documents)),
        texts.about_statements.format(count=len(knowledge.statements)),
        texts.about_newest.format(date=format_date(newest, LANGUAGE)) if newest else "",
        texts.about_generation.format(generation=shelf.generation),
        texts.about_privacy,
    )
    entries = tuple(Entry(fact) for fact in facts if fact)
    return Listing(texts.about, entries, note=texts.about_honesty)
