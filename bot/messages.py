"""Every fixed text that readers see, one set a language.

To add a language, write another `Messages` and enter it in `_LANGUAGES`: the type
checker names what is missing. Slots in braces are filled by whoever shows the text.
"""

from dataclasses import dataclass

LANGUAGE = "en"  # what the commands speak, and what stands in for other languages


@dataclass(frozen=True, slots=True)
class Messages:
    """The texts of one language, without any markup."""

    language: str
    months: tuple[str, ...]

    # answers
    asked: str
    can_ask: str
    did_you_mean: str
    as_of: str
    digest: str
    nothing_to_show: str
    quotation: str
    value_as_of: str

    # conversation
    greeting: str
    greeting_how: str
    greeting_more: str
    greeting_note: str
    help: str
    help_line: str
    help_note: str
    not_text: str
    sorry: str
    stale_button: str
    unknown_command: str
    unknown_note: str

    # listings
    about: str
    about_documents: str
    about_generation: str
    about_honesty: str
    about_newest: str
    about_privacy: str
    about_statements: str
    convention: str
    date_not_read: str
    dates: str
    next_page: str
    page: str
    parties: str
    parties_nearest: str
    previous_page: str
    protocols: str
    search_example: str
    search_found: str
    search_nothing: str
    search_usage: str
    session_unknown: str
    sessions: str
    sources: str
    themes: str
    themes_of: str
    themes_unknown: str
    verify_example: str
    verify_usage: str

    # terminal
    terminal_bye: str
    choose: str
    terminal_hint: str
    terminal_quit: str


_ENGLISH = Messages(
    language="en",
    months=(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
    asked="You asked: {question}",
    can_ask="I can answer, for example:",
    did_you_mean="Did you mean ...?",
    as_of="As of {date}.",
    digest="digest in our own words",
    nothing_to_show="There is nothing to show here. Send /help to see what I know.",
    quotation="“{text}”",
    value_as_of="{value} (as of {date})",
    greeting=(
        "I answer questions about the Palermo Convention, its Protocols and the "
        "Conference of the Parties."
    ),
    greeting_how="Ask in your own words; each answer quotes its source.",
    greeting_more="Where my documents are silent, I say so. /help lists the commands.",
    greeting_note="Some questions to begin with:",
    help="Ask a question in your own words, or send a command:",
    help_line="{usage}: {description}",
    help_note="A short follow-up such as “And the second session?” works too.",
    not_text="I can only read text. Please type your question.",
    sorry="Something went wrong on my side, not yours. Please ask once more.",
    stale_button="This button is too old. Please ask again.",
    unknown_command="I don't know that command.",
    unknown_note="Send /help for all commands, or just ask in your own words.",
    about="About this bot",
    about_documents="Documents that I answer from: {count}",
    about_generation="Edition of the index: {generation}",
    about_honesty=(
        "No legal advice. Sources marked as digests are told in our own words; "
        "check the original before you rely on a wording."
    ),
    about_newest="Newest document: {date}",
    about_privacy=(
        "The last five questions of a chat stay in memory so that follow-ups work; "
        "nothing that you ask is stored or logged"
    ),
    about_statements="Facts that I can cite: {count}",
    convention="The Convention",
    date_not_read=(
        "I could not read that date, so these are the newest figures. "
        "Write it like 9 July 2004."
    ),
    dates="Dates",
    next_page="More →",
    page="{title} ({number}/{count})",
    parties="States Parties",
    parties_nearest=(
        "The documents give no figure for {date}; these are the nearest ones."
    ),
    previous_page="← Back",
    protocols="The Protocols",
    search_example="For example: /search technical assistance",
    search_found="Passages nearest to: {words}",
    search_nothing="No passage holds: {words}",
    search_usage="Add the words to look for.",
    session_unknown="I know no session of that number. Choose one that I know:",
    sessions="Sessions of the Conference of the Parties",
    sources="Sources",
    themes="Themes of the sessions",
    themes_of="Themes: {session}",
    themes_unknown="The documents name no themes here.",
    verify_example=(
        "For example: /verify The Firearms Protocol entered into force in 2005"
    ),
    verify_usage="Add the claim to hold against the documents.",
    terminal_bye="Goodbye.",
    choose="Type a number to choose:",
    terminal_hint="/help lists the commands, /quit leaves.",
    terminal_quit="Leave the chat",
)

_LANGUAGES = {_ENGLISH.language: _ENGLISH}


def messages_in(language: str) -> Messages:
    """Give the texts of a language, or the English ones where there are none."""
    return _LANGUAGES.get(language, _ENGLISH)
