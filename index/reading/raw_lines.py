"""What the lines of a text as received are: headings, items, prose or furniture."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from index.language.tokens import fold
from index.reading.markdown import heading_of
from index.reading.masthead import read_masthead
from index.reading.words import words_of
from index.vocabulary import Language

_ITEM = re.compile(r"(?:[-*+•‣◦▪●·–]\s+|\(\w{1,4}\)\s+)\S")
# "2. Adoption of the agenda"; Arabic documents set a dash.
_ENUMERATED = re.compile(r"\d{1,3}(?:[.)]|\s?[-–](?!\s?\d))\s+\S")
# "Article 32", "II. Organization", "1. Opening of the session"
_LABEL = re.compile(r"\d+(?:/\d+)?[.)]\s|[^\W\d]+\.? (?:\d+|[IVXLC]+)\b")
_NUMBER = re.compile(r"\d+")
# "Depositary: Secretary-General", "Vice-Chair: Ms. Salome Tavares (Cabo Verde)"
_LABELLED = re.compile(r"[^\W\d][\w-]*(?: [\w-]+){0,4}: \S")
# "Home | News | Contact", "Home > Treaties > Protocols"
_MENU = re.compile(r"\S (?P<bar>[|>»·]) \S.* (?P=bar) \S")
# What printers set at the foot of a document: "V.33-01877 (E)", "*3301877*".
_JOB_NUMBER = re.compile(r"(?:[A-Z]\.)?\d\d-\d{5,6} \([A-Z]\)(?: +\d{6})?|\*\d+\*.*")
_PROSE_ENDS = tuple(".;,:。؛،，；：")  # noqa: RUF001 - full-width signs
_STOPS = (".", "。", "؟")
_TITLE_WORDS = range(4, 31)
_LONGEST_HEADING = 20
_LONGEST_LEAD = 8
# In characters: longer lines are prose, and looking closer would only cost time.
_LONGEST_SHORT_LINE = 300


class Kind(Enum):
    """What a line does in its text."""

    DECORATION = auto()  # signs without words, page numbers; no part of the text
    FURNITURE = auto()  # a link of a web page; ends the section that it stands in
    SYMBOL = auto()
    DATE = auto()
    HEADING = auto()
    SHORT = auto()  # one or two words: a heading where prose follows, else furniture
    ITEM = auto()
    PROSE = auto()


@dataclass(frozen=True, slots=True)
class Manner:
    """How the texts of one language are written.

    `furniture` and `verbs` are folded words of the vocabulary: what web pages put
    around a text, and the verbs that tell a statement from a heading.
    """

    language: Language
    furniture: frozenset[str]
    verbs: frozenset[str]


def manner_of(language: Language) -> Manner:
    """Gather what the classification of lines needs from a language."""
    furniture = frozenset(language.words.get("furniture", ()))
    return Manner(language, furniture, frozenset(language.words.get("verbs", ())))


def without_tail(line: str, manner: Manner) -> str:
    """Cut off a link that ends a line, such as `... more`."""
    folded = fold(line)
    for phrase in manner.furniture:
        if phrase.startswith("...") and folded.endswith(phrase) and folded != phrase:
            return line[: -len(phrase)].rstrip()
    return line


def kind_of(line: str, following: str, manner: Manner) -> Kind:
    """Tell what a line is; `following` is the next one, or empty."""
    if _MENU.search(line) and not any(map(str.isdigit, line)):
        return Kind.FURNITURE
    if _JOB_NUMBER.fullmatch(line):
        return Kind.DECORATION
    if not any(map(str.isalpha, line)):
        said = read_masthead(line, manner.language)
        return Kind.DATE if said else Kind.DECORATION
    if fold(line) in manner.furniture:
        return Kind.FURNITURE
    if said := read_masthead(line, manner.language):
        return Kind.SYMBOL if said.symbol else Kind.DATE
    if is_item(line):
        return Kind.ITEM
    return _kind_of_words(line, following, manner)


def is_item(line: str) -> bool:
    """Tell whether a line begins with a bullet or a letter in brackets."""
    return bool(_ITEM.match(line))


def is_enumerated(line: str) -> bool:
    """Tell whether a line begins with a number: `2. Adoption of the agenda`."""
    return bool(_ENUMERATED.match(line))


def introduces_items(line: str) -> bool:
    """Tell whether a line leads to what follows: it ends with a colon."""
    return line.endswith((":", "："))  # noqa: RUF001 - the Chinese colon


def is_label(line: str) -> bool:
    """Tell whether a line only numbers what follows, as `Article 32` does."""
    return bool(_LABEL.match(line)) and len(words_of(line)) == 2


def is_labelled(line: str) -> bool:
    """Tell whether a line says something by its label: `Chair: Ms. Tavares`."""
    return bool(_LABELLED.match(line)) and line[0].isupper() and not line.isupper()


def is_ended(line: str) -> bool:
    """Tell whether a line ends as prose does, and no heading."""
    return line.endswith(_PROSE_ENDS)


def can_be_title(line: str) -> bool:
    """Tell whether a line has the length and the end of a title."""
    return len(words_of(line)) in _TITLE_WORDS and not line.endswith(_PROSE_ENDS)


def _kind_of_words(line: str, following: str, manner: Manner) -> Kind:
    if heading_of(line):
        return Kind.HEADING
    if len(line) > _LONGEST_SHORT_LINE:
        return Kind.PROSE
    words = words_of(line)
    if introduces_items(line):
        leads = is_item(following) or len(words) > _LONGEST_LEAD
        return Kind.PROSE if leads else Kind.HEADING
    if len(words) <= 2 and not (line.endswith(_STOPS) and len(words) == 2):
        return Kind.SHORT
    return Kind.HEADING if _reads_as_heading(line, words, manner) else Kind.PROSE


def _reads_as_heading(line: str, words: list[str], manner: Manner) -> bool:
    label = _LABEL.match(line)
    numbers = len(_NUMBER.findall(line, label.end() if label else 0))
    return (
        len(words) <= _LONGEST_HEADING
        and not line.endswith(_PROSE_ENDS)
        and not manner.verbs.intersection(words)
        and not is_labelled(line)
        and numbers == 0
    )
