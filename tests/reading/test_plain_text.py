"""Texts as received: an invented press release and an invented web page."""

import pytest

from index.model import Document
from tests.reading.conftest import Read

PRESS_RELEASE = """\
PORT/CP/12
4 March 2011

Parties to the Harbour Treaty Conclude Third Meeting

LISBON, 4 March (Port Information Desk) -- The Parties have   agreed on a plan
for the years to come, and on the people who are going to carry it out there.

Nineteen Parties and 7 observers took part. The next meeting is in 2013.

* *** *
"""

# Longer than any wrapped line: the page is one line a paragraph.
ADOPTION = (
    "The Harbour Treaty, adopted on 2 May 2001, keeps the peace of every harbour of "
    "the world, the small ones and the far ones included."
)
WEB_PAGE = f"""\
World Office of Ports and Harbours
Regional Pages

Log in

Search

The Office is a partner of the League of Lighthouses - LOL

Coming soon!

Meeting of the Group on Pilots (Lisbon, 3-5 May 2012) ... more

The Harbour Treaty and its Annexes

{ADOPTION}

Texts of the treaty:

  • Harbour Treaty, with these annexes:
  • Annex on Pilots

(PDF) English, French

Top

Regular meetings of the Parties

PORT/3 - Third meeting of the Parties (Lisbon, 1-4 March 2011)\xa0 Papers

Top



back to top"""


def test_a_press_release_tells_its_symbol_date_title_and_publisher(read: Read) -> None:
    data = read({"documents/Release 12.txt": PRESS_RELEASE})

    assert data.faults == ()
    assert data.documents == (
        Document(
            id="release-12",
            title="Parties to the Harbour Treaty Conclude Third Meeting",
            language="en",
            form="verbatim",
            symbol="PORT/CP/12",
            publisher="Port Information Desk",
            date="2011-03-04",
        ),
    )


def test_a_press_release_is_cut_at_blank_lines_and_unwrapped(read: Read) -> None:
    data = read({"documents/r.txt": PRESS_RELEASE})

    assert [(p.id, p.locator, p.heading, p.text) for p in data.passages] == [
        (
            "r#1",
            "paragraph 1",
            "",
            "LISBON, 4 March (Port Information Desk) -- The Parties have agreed on a "
            "plan for the years to come, and on the people who are going to carry it "
            "out there.",
        ),
        (
            "r#2",
            "paragraph 2",
            "",
            "Nineteen Parties and 7 observers took part. The next meeting is in 2013.",
        ),
    ]


def test_a_web_page_gives_up_its_furniture(read: Read) -> None:
    data = read({"documents/page.md": WEB_PAGE})

    assert data.faults == ()
    assert [(p.heading, p.text) for p in data.passages] == [
        ("", "The Office is a partner of the League of Lighthouses - LOL"),
        (
            "Coming soon!",
            "Meeting of the Group on Pilots (Lisbon, 3-5 May 2012)",
        ),
        ("", ADOPTION),
        (
            "",
            "Texts of the treaty:\n• Harbour Treaty, with these annexes:\n"
            "• Annex on Pilots\n(PDF) English, French",
        ),
        (
            "Regular meetings of the Parties",
            "PORT/3 - Third meeting of the Parties (Lisbon, 1-4 March 2011) Papers",
        ),
    ]


def test_a_web_page_names_its_publisher_and_no_date_that_is_not_its_own(
    read: Read,
) -> None:
    data = read({"documents/page.md": WEB_PAGE})

    page = data.documents[0]
    assert page.title == "The Harbour Treaty and its Annexes"
    assert page.publisher == "World Office of Ports and Harbours"
    assert (page.symbol, page.date) == (None, None)


def test_an_opening_line_with_a_verb_and_a_number_is_the_title(read: Read) -> None:
    text = "Treaty has 19 Parties after ten years\n\nThe treaty is open to all ports.\n"

    data = read({"documents/a.txt": text})

    assert data.documents[0].title == "Treaty has 19 Parties after ten years"
    assert [p.text for p in data.passages] == ["The treaty is open to all ports."]


def test_a_lone_line_is_prose_even_without_a_full_stop(read: Read) -> None:
    data = read({"documents/note.txt": "Treaty has 19 Parties after ten years"})

    assert data.documents[0].title == "note"
    assert [p.text for p in data.passages] == ["Treaty has 19 Parties after ten years"]


def test_an_article_number_joins_the_heading_under_it(read: Read) -> None:
    text = "Article 7\n\nDuties of harbour masters\n\nMasters shall keep watch.\n"

    data = read({"documents/treaty.txt": text})

    assert data.passages[0].heading == "Article 7. Duties of harbour masters"


def test_lines_that_are_numbered_one_by_one_are_a_list(read: Read) -> None:
    text = "The agenda of the meeting:\n\n1. Pilots at sea\n2. Tugs and lamps\n"

    data = read({"documents/agenda.txt": text})

    assert [p.text for p in data.passages] == ["1. Pilots at sea\n2. Tugs and lamps"]


def test_the_first_line_of_a_wrapped_paragraph_may_be_indented(read: Read) -> None:
    text = (
        "     The harbour is open to ships of all the flags of the world since\n"
        "190 years. Pilots guide each of these ships from the sea into its berth,\n"
        "and the tugs are free.\n"
    )

    data = read({"documents/a.txt": text})

    assert [p.text for p in data.passages] == [" ".join(text.split())]


def test_a_short_sentence_is_prose(read: Read) -> None:
    data = read({"documents/a.txt": "The port is open.\n\nTugs rest.\n"})

    assert [p.text for p in data.passages] == ["The port is open.", "Tugs rest."]


def test_the_entries_of_a_menu_are_no_headings(read: Read) -> None:
    text = "Home\n\nAbout us\n\nContact\n\nThe office is open to every harbour.\n"

    data = read({"documents/menu.txt": text})

    assert [(p.heading, p.text) for p in data.passages] == [
        ("", "The office is open to every harbour.")
    ]


def test_single_lines_that_end_their_sentence_are_paragraphs(read: Read) -> None:
    text = (
        "The first harbour of the treaty is that of Lisbon, in the west.\n"
        "The second harbour of the treaty is that of Genoa, in the south.\n"
        "The third harbour of the treaty is that of Riga, in the north.\n"
    )

    data = read({"documents/lines.txt": text})

    assert [p.text for p in data.passages] == text.splitlines()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le port et la mer sont en paix, et les navires du port aussi.", "fr"),
        ("The port and the sea are at peace, and so is the fleet.", "en"),
        ("Port, portus, porto.", "en"),
    ],
)
def test_the_language_is_that_of_the_stop_words(
    read: Read, text: str, language: str
) -> None:
    data = read({"documents/a.txt": text})

    assert data.documents[0].language == language


@pytest.mark.parametrize(
    "symbol", ["A/RES/55/25", "CTOC/COP/2006/14", "S/RES/1373 (2001)", "A/AC.254/4"]
)
def test_a_line_that_is_nothing_but_a_symbol_is_the_symbol(
    read: Read, symbol: str
) -> None:
    data = read({"documents/a.txt": f"{symbol}\n\nThe treaty is in force today.\n"})

    assert data.documents[0].symbol == symbol
    assert data.documents[0].title == symbol


def test_old_encodings_and_byte_order_marks_are_read(read: Read) -> None:
    data = read(
        {
            "documents/bom.txt": "\ufeffThe harbour is café-lined.".encode(),
            "documents/old.txt": "The harbour is “café”-lined.".encode("cp1252"),
        }
    )

    assert data.faults == ()
    assert [p.text for p in data.passages] == [
        "The harbour is café-lined.",
        "The harbour is “café”-lined.",
    ]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Le procès-verbal de l’été a été créé à Genève.", "cp1252"),
        ("Конвенция вступила в силу в сентябре этого года.", "cp1251"),
        ("Конвенция вступила в силу в сентябре этого года.", "koi8_r"),
        ("دخلت الاتفاقية حيز النفاذ في شهر أيلول من هذا العام.", "cp1256"),
        ("公约于二零零三年九月生效，缔约方会议在维也纳举行。", "gb18030"),
        ("The harbour is open.", "utf-16"),
        ("The harbour is open.", "utf-32"),
    ],
)
def test_the_encoding_is_told_by_the_bytes(
    read: Read, text: str, encoding: str
) -> None:
    data = read({"documents/a.txt": text.encode(encoding)})

    assert [p.text for p in data.passages] == [text]


def test_files_of_one_name_get_ids_of_their_own(read: Read) -> None:
    text = "The treaty is in force.\n"

    data = read({"documents/A note.txt": text, "documents/old/a-note.txt": text})

    assert sorted(data.files.items()) == [
        ("a-note", "documents/A note.txt"),
        ("a-note-2", "documents/old/a-note.txt"),
    ]


def test_a_text_without_any_sentence_is_kept_line_by_line(read: Read) -> None:
    data = read({"documents/r.txt": "DQ288927.\n\nAlpha Beta\n"})

    assert [passage.text for passage in data.passages] == ["DQ288927.", "Alpha Beta"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Конвенция вступила в силу в 2003 году.", "ru"),
        ("دخلت الاتفاقية حيز النفاذ.", "ar"),
        ("公约于2003年生效。", "zh"),
    ],
)
def test_a_language_without_words_is_told_by_its_letters(
    read: Read, text: str, language: str
) -> None:
    data = read({"documents/r.txt": text})

    assert [document.language for document in data.documents] == [language]


REPORT = """\
Home | News | Contact

Port Office                                             PORT/CP/2031/7

Conference of the Parties to the                        Distr.: General
Harbour Treaty                                          4 March 2033
                                                        Original: English

Group on Pilots
Lisbon, 14-16 March 2033

Report on the first meeting of the Group on Pilots

     1.   Takes note with appreciation of the report of the Committee, and of
what it has carried out in the seven sessions that it held between March
2026 and September 2028, under the careful chairmanship of Mr. Anselm
Pereira-Quist (Lisbon);

     2.   Decides that the Committee shall be dissolved on 31 March
2029;

V.33-01877 (E)
*3301877*
"""


def test_the_title_is_what_says_most_above_the_text(read: Read) -> None:
    (document,) = read({"documents/a.txt": REPORT}).documents

    assert document.title == "Report on the first meeting of the Group on Pilots"


def test_two_columns_at_the_head_are_read_one_after_the_other(read: Read) -> None:
    (document,) = read({"documents/a.txt": REPORT}).documents

    assert (document.symbol, document.date) == ("PORT/CP/2031/7", "2033-03-04")


def test_lines_that_end_early_go_on_in_the_next(read: Read) -> None:
    passages = [passage.text for passage in read({"documents/a.txt": REPORT}).passages]

    assert passages == [
        "1. Takes note with appreciation of the report of the Committee, and of what "
        "it has carried out in the seven sessions that it held between March 2026 and "
        "September 2028, under the careful chairmanship of Mr. Anselm Pereira-Quist "
        "(Lisbon);",
        "2. Decides that the Committee shall be dissolved on 31 March 2029;",
    ]


def test_a_headline_with_a_verb_below_the_date_is_the_title(read: Read) -> None:
    text = (
        "Port Office Service\nPORT/CP/9\n4 March 2011\n\nPRESS RELEASE\n\n"
        "The Parties to the Harbour Treaty close their third meeting in Lisbon\n\n"
        "They met for a week. They agreed on much.\n"
    )

    (document,) = read({"documents/a.txt": text}).documents

    assert document.title == (
        "The Parties to the Harbour Treaty close their third meeting in Lisbon"
    )


def test_lines_that_say_something_by_their_label_are_prose_each(read: Read) -> None:
    text = (
        "The Harbour Treaty and its state of play\n\n"
        "Depositary: Secretary-General of the League of Lighthouses and of all Ports\n"
        "Chair: Ms. Ada Piers (Lisbon)\n\n"
        "The treaty has been in force for many years, and it has been amended once.\n"
    )

    data = read({"documents/note.txt": text})

    assert [p.text for p in data.passages] == [
        "Depositary: Secretary-General of the League of Lighthouses and of all Ports",
        "Chair: Ms. Ada Piers (Lisbon)",
        "The treaty has been in force for many years, and it has been amended once.",
    ]
    assert {p.heading for p in data.passages} == {""}
