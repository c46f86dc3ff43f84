"""What the index holds: its sources, its passages, its age."""

from bot.answering.sources import cite_document
from bot.catalogue.model import Entry, Guide, Listing
from bot.dates import format_date

MOST_HITS = 30


def sources(guide: Guide, _words: str) -> Listing:
    """List the documents that answers are drawn from."""
    documents = guide.knowledge.documents.values()
    entries = tuple(Entry("", (cite_document(each),)) for each in documents)
    return Listing(guide.texts.sources, entries)


def search(guide: Guide, words: str) -> Listing:
    """List the passages nearest to the words, best first."""
    texts = guide.texts
    if not words:
        return Listing(texts.search_usage, note=texts.search_example)
    entries = tuple(
        Entry(
            "",
            (
                cite_document(
                    guide.knowledge.documents[hit.document],
                    passage=hit.passage,
                    locator=hit.locator,
                    snippet=hit.snippet,
                ),
            ),
        )
        for hit in guide.shelf.search(words, MOST_HITS)
    )
    title = texts.search_found if entries else texts.search_nothing
    meant = guide.shelf.respell(words)
    return Listing(
        title.format(words=words),
        entries,
        note=texts.search_meant.format(words=meant) if meant else None,
        suggestions=(f"/search {meant}",) if meant else (),
    )


def about(guide: Guide, _words: str) -> Listing:
    """Say what the bot is, what it knows and how fresh that is."""
    texts, knowledge = guide.texts, guide.knowledge
    newest = max((d.date or "" for d in knowledge.documents.values()), default="")
    facts = (
        texts.about_documents.format(count=len(knowledge.documents)),
        texts.about_statements.format(count=len(knowledge.statements)),
        texts.about_newest.format(date=format_date(newest, guide.tongue.words))
        if newest
        else "",
        texts.about_generation.format(generation=guide.shelf.generation),
        texts.about_privacy,
    )
    entries = tuple(Entry(fact) for fact in facts if fact)
    return Listing(texts.about, entries, note=texts.about_honesty)
