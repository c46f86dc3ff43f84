"""The fixed texts that readers see in one language, as values.

The texts themselves are data: `data/vocabulary/<code>/messages.yaml` holds them. Each
field here is a key that the file must have; the slots in braces are filled by whoever
shows the text.
"""

from collections.abc import Iterator
from dataclasses import Field, dataclass, field, fields
from typing import Any


def _with(*slots: str) -> Any:
    """Declare a text that has exactly these slots."""
    return field(metadata={"slots": frozenset(slots)})


@dataclass(frozen=True, slots=True)
class CommandTexts:
    """How one language presents a slash command.

    `takes` are the words that go behind it, and `example` is one of its uses; left
    out where it takes none.
    """

    description: str
    takes: str = ""
    example: str | None = None


@dataclass(frozen=True, slots=True)
class Commands:
    """The slash commands, in the order of the menu."""

    start: CommandTexts
    help: CommandTexts
    convention: CommandTexts
    protocols: CommandTexts
    sessions: CommandTexts
    session: CommandTexts
    themes: CommandTexts
    dates: CommandTexts
    timeline: CommandTexts
    parties: CommandTexts
    article: CommandTexts
    define: CommandTexts
    compare: CommandTexts
    bodies: CommandTexts
    decisions: CommandTexts
    latest: CommandTexts
    verify: CommandTexts
    search: CommandTexts
    cite: CommandTexts
    calendar: CommandTexts
    sources: CommandTexts
    about: CommandTexts


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of one language, without any markup."""

    commands: Commands

    # answers
    asked: str = _with("question")
    can_ask: str = _with()
    did_you_mean: str = _with()
    as_of: str = _with("date")
    digest: str = _with()
    nothing_to_show: str = _with()
    quotation: str = _with("text")
    value_as_of: str = _with("value", "date")
    labelled: str = _with("label", "value")

    # conversation
    greeting: str = _with()
    greeting_how: str = _with()
    greeting_more: str = _with()
    greeting_note: str = _with()
    help: str = _with()
    help_line: str = _with("usage", "description")
    help_note: str = _with()
    not_text: str = _with()
    sorry: str = _with()
    stale_button: str = _with()
    unknown_command: str = _with()
    unknown_note: str = _with()

    # listings
    about: str = _with()
    about_documents: str = _with("count")
    about_generation: str = _with("generation")
    about_honesty: str = _with()
    about_newest: str = _with("date")
    about_privacy: str = _with()
    about_statements: str = _with("count")
    convention: str = _with()
    date_not_read: str = _with()
    dates: str = _with()
    next_page: str = _with()
    page: str = _with("title", "number", "count")
    parties: str = _with()
    parties_nearest: str = _with("date")
    previous_page: str = _with()
    protocols: str = _with()
    search_example: str = _with()
    search_found: str = _with("words")
    search_nothing: str = _with("words")
    search_usage: str = _with()
    session_unknown: str = _with()
    sessions: str = _with()
    sources: str = _with()
    themes: str = _with()
    themes_of: str = _with("session")
    themes_unknown: str = _with()
    verify_example: str = _with()
    verify_usage: str = _with()

    # reading
    all_of_them: str = _with()
    article_many: str = _with("number")
    article_unknown: str = _with("number")
    article_usage: str = _with()
    bodies: str = _with()
    compare_usage: str = _with()
    compared: str = _with("one", "other")
    decisions: str = _with()
    decisions_none: str = _with()
    decisions_of: str = _with("session")
    define_unknown: str = _with("words")
    for_example: str = _with("example")
    last_session: str = _with()
    latest: str = _with()
    newest_document: str = _with("date", "title")
    next_session: str = _with()
    not_stated: str = _with()
    paragraph_unknown: str = _with("place")
    terms: str = _with()
    timeline: str = _with()
    timeline_none: str = _with()
    timeline_usage: str = _with()

    # opening
    copy_link: str = _with()
    link_gone: str = _with()
    original: str = _with()
    passage: str = _with("locator", "number", "count")
    passage_after: str = _with()
    passage_before: str = _with()
    passage_changed: str = _with()
    provenance_date: str = _with()
    provenance_language: str = _with()
    provenance_publisher: str = _with()
    provenance_section: str = _with()
    source: str = _with()
    source_numbered: str = _with("number")
    whole_answer: str = _with()

    # taking away
    calendar: str = _with()
    calendar_left_out: str = _with("count")
    cite_accessed: str = _with("date")
    cite_available: str = _with("url", "date")
    cite_file: str = _with("format")
    cite_nothing: str = _with()
    cite_plain: str = _with()
    cite_un: str = _with()
    cite_usage: str = _with()
    cited: str = _with("answer")

    # pictures
    picture: str = _with("title", "told")

    # terminal
    terminal_bye: str = _with()
    choose: str = _with()
    terminal_hint: str = _with()
    terminal_quit: str = _with()


def slots_of_messages() -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each text and the slots that it has, those of the commands left out."""
    texts: tuple[Field[Any], ...] = fields(Messages)
    for text in texts:
        if "slots" in text.metadata:
            yield text.name, text.metadata["slots"]
