"""What the first lines of documents say, in the six languages."""

from collections.abc import Callable

import pytest
from docx.document import Document

from index.reading import Data
from index.reading.masthead import Masthead, read_dateline, read_masthead
from index.vocabulary import Language
from tests.reading.conftest import Read
from tests.reading.making import Print, make_pdf, make_word, mirrored

LINES = [
    ("en", "9 July 2004", None, "2004-07-09"),
    ("en", "Vienna, 9 July 2004", None, "2004-07-09"),
    ("en", "UNIS/CP/497 9 July 2004", "UNIS/CP/497", "2004-07-09"),
    ("en", "Distr.: General 21 November 2006", None, "2006-11-21"),
    ("en", "United Nations CTOC/COP/2006/14", "CTOC/COP/2006/14", None),
    ("en", "Symbol: A/RES/55/25*", "A/RES/55/25", None),
    ("en", "S/RES/1373 (2001)", "S/RES/1373 (2001)", None),
    (
        "en",
        "Reference: C.N.402.2045.TREATIES-XVIII-12-d (Depositary Notification)",
        "C.N.402.2045.TREATIES-XVIII-12-d",
        None,
    ),
    ("fr", "Vienne, le 9 juillet 2004", None, "2004-07-09"),
    ("es", "Viena, 9 de julio de 2004", None, "2004-07-09"),
    ("ru", "9 июля 2004 года", None, "2004-07-09"),
    ("ar", "9 تموز/يوليه 2004", None, "2004-07-09"),
    ("zh", "日期：2004年7月9日", None, "2004-07-09"),
    ("zh", "文号：CTOC/COP/2006/14", "CTOC/COP/2006/14", None),
]


@pytest.fixture(scope="module")
def languages(shipped: Data) -> dict[str, Language]:
    return {**shipped.vocabulary.written, **shipped.vocabulary.languages}


@pytest.mark.parametrize(("code", "line", "symbol", "date"), LINES)
def test_symbols_and_dates_are_read(
    languages: dict[str, Language],
    code: str,
    line: str,
    symbol: str | None,
    date: str | None,
) -> None:
    assert read_masthead(line, languages[code]) == Masthead(symbol, date)


@pytest.mark.parametrize(
    "line",
    [
        "Entered into force: 29 September 2003",
        "Report on resolution A/RES/55/25",
        "5-9 July 2004",
        "2004",
        "The treaty",
        "",
    ],
)
def test_a_line_that_says_more_or_less_is_no_masthead(
    languages: dict[str, Language], line: str
) -> None:
    assert read_masthead(line, languages["en"]) is None


@pytest.mark.parametrize(
    ("line", "date", "publisher"),
    [
        ("VIENNA, 9 July (UN Desk) -- The treaty", None, "UN Desk"),
        ("Vienna, 9 July 2004 – The treaty", "2004-07-09", None),
        ("Vienna, 9 July 2004 (UN Desk) - The", "2004-07-09", "UN Desk"),
        ("The treaty, which is in force - and open", None, None),
    ],
)
def test_a_dateline_tells_date_and_publisher(
    languages: dict[str, Language], line: str, date: str | None, publisher: str | None
) -> None:
    assert read_dateline(line, languages["en"]) == (date, publisher)


RELEASES = {
    "en": (
        "United Nations",
        "9 July 2004",
        "Parties to the Convention Conclude Inaugural Session",
        "The Conference of the Parties has met in Vienna, and it was the first time.",
    ),
    "fr": (
        "Nations Unies",
        "9 juillet 2004",
        "Les Parties à la Convention concluent leur première session",
        "La Conférence des Parties s’est réunie à Vienne pour la première fois.",
    ),
    "es": (
        "Naciones Unidas",
        "9 de julio de 2004",
        "Las Partes en la Convención concluyen su primer período de sesiones",
        "La Conferencia de las Partes se reunió en Viena por primera vez.",
    ),
    "ru": (
        "Организация Объединенных Наций",
        "9 июля 2004 года",
        "Участники Конвенции завершили свою первую сессию",
        "Конференция участников была проведена в Вене впервые.",
    ),
    "ar": (
        "الأمم المتحدة",
        "9 تموز/يوليه 2004",
        "الأطراف في الاتفاقية تختتم دورتها الأولى",
        "عقد مؤتمر الأطراف دورته الأولى في فيينا.",
    ),
    "zh": (
        "联合国",
        "2004年7月9日",
        "公约缔约方会议闭幕",
        "缔约方会议第一届会议在维也纳举行。",
    ),
}


def as_page(lines: list[str], at: int) -> str:
    tagged = [f"<p>{line}</p>" for line in lines]
    tagged[at] = f"<h1>{lines[at]}</h1>"
    return f"<html><body>{''.join(tagged)}</body></html>"


def as_pdf(lines: list[str], at: int) -> bytes:
    is_arabic = "\u0600" <= lines[at][0] < "\u0700"
    drawn = [
        mirrored(line) if is_arabic and "/C" not in line else line for line in lines
    ]
    sizes = [14 if n == at else 10 for n in range(len(lines))]
    return make_pdf(
        [[Print(drawn[n], 40 + 40 * n, size) for n, size in enumerate(sizes)]]
    )


def as_word(lines: list[str], at: int) -> bytes:
    def write(document: Document) -> None:
        for n, line in enumerate(lines):
            document.add_paragraph(line, style="Title" if n == at else "Normal")

    return make_word(write)


FORMS: dict[str, Callable[[list[str], int], str | bytes]] = {
    "txt": lambda lines, _: "\n\n".join(lines),
    "html": as_page,
    "pdf": as_pdf,
    "docx": as_word,
}


@pytest.mark.parametrize("code", RELEASES)
@pytest.mark.parametrize("suffix", FORMS)
def test_a_release_tells_what_it_is_in_each_language_and_format(
    read_shipped: Read, code: str, suffix: str
) -> None:
    publisher, date, title, text = RELEASES[code]
    content = FORMS[suffix]([publisher, "CTOC/COP/2004/6", date, title, text], 3)

    data = read_shipped({f"documents/a.{suffix}": content})

    (document,) = data.documents
    assert (document.language, document.symbol) == (code, "CTOC/COP/2004/6")
    assert (document.publisher, document.date) == (publisher, "2004-07-09")
    assert document.title == title
    assert [p.text for p in data.passages] == [text]
