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
    subscribe: CommandTexts
    settings: CommandTexts
    privacy: CommandTexts
    forget: CommandTexts


@dataclass(frozen=True, slots=True)
class AdminCommands:
    """The commands of administrators, in the order of their menu."""

    status: CommandTexts
    rebuild: CommandTexts
    feedback: CommandTexts
    broadcast: CommandTexts


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of one language, without any markup."""

    commands: Commands
    admin: AdminCommands

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

    # keeping order
    come_back: str = _with("seconds")
    not_kept: str = _with()
    only_in_telegram: str = _with()

    # what a reader chose
    own_name: str = _with()
    settings: str = _with()
    settings_automatic: str = _with()
    settings_formatted: str = _with()
    settings_full: str = _with()
    settings_kept: str = _with()
    settings_plain: str = _with()
    settings_short: str = _with()
    forget_ask: str = _with()
    forget_erase: str = _with()
    forget_keep: str = _with()
    forget_kept: str = _with()
    forgotten: str = _with()
    privacy: str = _with()
    privacy_chosen: str = _with()
    privacy_log: str = _with()
    privacy_memory: str = _with()
    privacy_note: str = _with()
    privacy_opinions: str = _with()
    privacy_subscription: str = _with()
    privacy_waiting: str = _with()

    # what is new
    news_changed: str = _with("count")
    news_changed_one: str = _with("count")
    news_figure: str = _with("what", "before", "now")
    news_figures: str = _with("count")
    news_figures_one: str = _with("count")
    news_gone: str = _with("count")
    news_gone_one: str = _with("count")
    news_new: str = _with("count")
    news_new_one: str = _with("count")
    news_none: str = _with()
    subscribe_stop: str = _with()
    subscribed: str = _with()
    unsubscribed: str = _with()

    # what administrators see
    admin_help: str = _with()
    broadcast_ask: str = _with("count")
    broadcast_drop: str = _with()
    broadcast_dropped: str = _with()
    broadcast_send: str = _with()
    broadcast_sent: str = _with()
    broadcast_too_long: str = _with()
    broadcast_usage: str = _with()
    feedback: str = _with()
    feedback_none: str = _with()
    rebuild_begun: str = _with()
    rebuild_busy: str = _with()
    rebuild_done: str = _with("seconds")
    rebuild_failed: str = _with()
    rebuild_step: str = _with("step")
    status: str = _with()
    status_built: str = _with("time")
    status_damaged: str = _with()
    status_fresh: str = _with()
    status_opinions: str = _with("helpful", "not_helpful")
    status_questions: str = _with("answered", "refused")
    status_slowest: str = _with("seconds")
    status_stale: str = _with()
    status_subscribers: str = _with("count")
    status_unknown: str = _with()
    status_up: str = _with("hours", "minutes")

    # what a reader thinks
    opinion_beside: str = _with()
    opinion_helpful: str = _with()
    opinion_not_helpful: str = _with()
    opinion_outdated: str = _with()
    opinion_thanks: str = _with()
    opinion_unclear: str = _with()
    opinion_why: str = _with()
    opinion_wrong: str = _with()

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
    search_meant: str = _with("words")
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
