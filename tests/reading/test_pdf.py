"""PDF files as received: an invented report, with running heads and pages."""

import base64
import zlib

import pytest

from tests.reading.conftest import Read
from tests.reading.making import LEADING, LEFT, Print, column, make_pdf, mirrored

# One page behind a password, as a program wrote it; compressed.
ENCRYPTED = (
    "c-n<iy^q{P6z>4}D4<8t3+Rd<<vcU?*dAqb$eyv26A5?P4Ik3#kmh#h?i}roH}-"
    "6}L!uy3dPGBoL_-Qhl_FITAEE_`{{R#y5EU&I&%1kfMq99rcYe?F`*`npb59jl=@$1k|NQIkZ#@b"
    "Gs)M^;ujl!)np+3d^WQAT4GaS;_4hshwi%Z?t4?4@5aEJvu>_KkZY2V%cTQ&p{5^eS8gF~sGj`n4"
    "u@3F-%-"
    "D3~%F3=d!7oa86YP94L4x+`Eqz+e9r(M}$Z9g5+9ljTYp;JMBDK?#>Zl_V{Kvg@#<~W=<((UKHJ?"
    "GRx4OJM`UCLq)Y>*PT^l<(MN&kRxnGV<|3-$)D2x?%rrbA8HLpi#CF)vf-"
    "F19~9UnzGai+$M6YY#LqiSqC|CX^w?ido<UTR!z^wfLu^=DV=2baEox*^|xc6s{T&(Dv3I(Yew<H"
    "z6pe)*T<PhQF%z4+w8udjaj)faE+y^r7fXL|kd(~s_bdhd_#;I$84$gjQr!*BZ=4~Jso^J~xUK6>"
    "THymhnUUiso3Uzu)9fjt8MrkUI~t{iF4&n@~Z?GgCzmNvCbc?Nj?V1D2hS=+?)EO^V%2_AKWx8&I"
    "Gf<mj?Uo^9>Mg!wu=;PWUl{rEEohf!NTRr9KxwGG)jk|NjK<)A<Y$x<0&O^yXoJvJ=UL+(5IaNaD"
    "iZhy}am2PeJV}QKlhvm)ciT8U#zlfdJ!#CvxCTz!v98DGv!X1)-Gv^fF^aH|6@`##8Y{*{mS-dm0"
    "#zU?S&q_N($)z{REp*}Qz8ly8fO`4y8u^1TqOvwt8QAfVq;mfhx+31HuP8$MT%2SVwNaHij>GGj)"
    "RbK#v}^}AxelW%tFBxkHcJsG73b*RH_mg1PMyL1FVz(q&9~h0pXGJA7BRq4u^1#QJmJIV$U&3*c!"
    "&j`g=i0*RW6oYZw<~4Z~z>SR9HA%+<P_n0hh1LHVJ<7=FL19I)k=xML41h?oCY!-"
    "Zs3QZVd=GAsf{@;IV2O;|1hF0;HKG)uS$qHO#B-`HP%uDW)MPEt(bZEohfh4(M1B6FA"
)


def page(number: int, *lines: Print) -> list[Print]:
    """Print a page with its running head and its number."""
    head = Print("PORT/CP/2011/9 (continued)", 10, size=8)
    foot = Print(f"Page {number} of 3", 720, size=8)
    return [head, *lines, foot]


REPORT = make_pdf(
    [
        page(
            1,
            Print("PORT/CP/2011/9", 30),
            Print("4 March 2011", 44),
            Print("Report on the Third Meeting of the", 70, 16, bold=True),
            Print("Parties to the Harbour Treaty", 92, 16, bold=True),
            Print("I. Opening", 130, 12, bold=True),
            *column(
                "1. The third meeting of the Parties to the Harbour Treaty was opened",
                "in Lisbon on 1 March 2011 by the harbour master, who wel-",
                "comed all of the pilots.",
                down=150,
            ),
            *column("2. The meeting was attended by 19 Parties, all of", down=202),
        ),
        page(
            2,
            *column("which had sent a ship.", down=40),
            Print("II. Pilots", 80, 12, bold=True),
            *column(
                "3. Pilots are paid by the ports that they guide ships to.", down=100
            ),
        ),
        page(
            3,
            *column("There was no other matter, and the meeting was closed.", down=40),
        ),
    ]
)


def test_a_report_tells_its_title_symbol_and_date(read: Read) -> None:
    data = read({"documents/a.pdf": REPORT})

    (report,) = data.documents
    assert data.faults == ()
    assert report.title == (
        "Report on the Third Meeting of the Parties to the Harbour Treaty"
    )
    assert (report.symbol, report.date) == ("PORT/CP/2011/9", "2011-03-04")


def test_passages_keep_page_number_and_heading(read: Read) -> None:
    data = read({"documents/a.pdf": REPORT})

    assert [(p.locator, p.heading) for p in data.passages] == [
        ("page 1, paragraph 1", "I. Opening"),
        ("page 1, paragraph 2", "I. Opening"),
        ("page 2, paragraph 3", "II. Pilots"),
        ("page 3, passage 1", "II. Pilots"),
    ]


def test_lines_are_joined_over_hyphens_and_pages(read: Read) -> None:
    data = read({"documents/a.pdf": REPORT})

    first, second, *_ = (p.text for p in data.passages)
    assert first.endswith("by the harbour master, who welcomed all of the pilots.")
    assert second == (
        "2. The meeting was attended by 19 Parties, all of which had sent a ship."
    )


def test_running_heads_and_page_numbers_are_not_read(read: Read) -> None:
    data = read({"documents/a.pdf": REPORT})

    text = " ".join(p.text for p in data.passages)
    assert "continued" not in text
    assert "Page" not in text


def test_a_line_that_stands_once_is_no_running_head(read: Read) -> None:
    pages = [column(f"The port of {name} is open.") for name in ("Riga", "Oslo")]

    data = read({"documents/a.pdf": make_pdf(pages)})

    assert [(p.locator, p.text) for p in data.passages] == [
        ("page 1, passage 1", "The port of Riga is open."),
        ("page 2, passage 1", "The port of Oslo is open."),
    ]


def test_room_between_lines_parts_paragraphs(read: Read) -> None:
    near = column("The port is open to all ships that carry grain, and", "to others.")
    far = column("The sea is calm on most of the days of the year, and", down=100)

    data = read({"documents/a.pdf": make_pdf([[*near, *far]])})

    assert [p.text for p in data.passages] == [
        "The port is open to all ships that carry grain, and to others.",
        "The sea is calm on most of the days of the year, and",
    ]


def test_rows_of_a_table_are_passages(read: Read) -> None:
    rows = (("Lisbon", "4 May 2001"), ("Genoa", "5 May 2001"))
    cells = [
        Print(cell, 40 + LEADING * n, left=LEFT + 200 * m)
        for n, row in enumerate(rows)
        for m, cell in enumerate(row)
    ]

    data = read({"documents/a.pdf": make_pdf([cells])})

    assert [p.text for p in data.passages] == [
        "Lisbon | 4 May 2001",
        "Genoa | 5 May 2001",
    ]


def test_lines_from_right_to_left_are_joined(read: Read) -> None:
    lines = (
        "1 - عقدت الدورة الثالثة لمؤتمر الأطراف في اتفاقية الأمم المتحدة لمكافحة",
        "الجريمة المنظمة عبر الوطنية في فيينا في 2029.",
    )
    # Each begins at the right margin.
    printed = [
        Print(mirrored(line), 40 + LEADING * n, left=500 - 5 * len(line))
        for n, line in enumerate(lines)
    ]

    data = read({"documents/a.pdf": make_pdf([printed])})

    assert [(p.locator, p.text) for p in data.passages] == [
        ("page 1, paragraph 1", " ".join(lines))
    ]


def test_room_behind_a_number_makes_no_table(read: Read) -> None:
    line = [Print("1.", 40), Print("The port is open.", 40, left=LEFT + 40)]

    data = read({"documents/a.pdf": make_pdf([line])})

    assert [p.text for p in data.passages] == ["1. The port is open."]


def test_the_mark_of_a_footnote_is_not_read_into_a_figure(read: Read) -> None:
    line = [Print("The treaty has 131", 40), Print("7", 37, size=6, left=158)]

    data = read({"documents/a.pdf": make_pdf([line])})

    assert [p.text for p in data.passages] == ["The treaty has 131"]


def test_the_number_of_an_article_at_the_edge_of_a_page_is_kept(read: Read) -> None:
    pages = [
        column("The port is open to all.", "Article 5", down=40, gap=20),
        column("Pilots are paid by the ports.", down=40),
    ]

    data = read({"documents/a.pdf": make_pdf(pages)})

    assert "Article 5" in [p.heading for p in data.passages]


def test_an_encrypted_file_is_left_out_with_the_reason(read: Read) -> None:
    content = zlib.decompress(base64.b85decode(ENCRYPTED))

    data = read({"documents/a.pdf": content})

    assert [str(fault) for fault in data.faults] == [
        "documents/a.pdf:1: the file is encrypted, expected a PDF that opens without a "
        "password; save it without one"
    ]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The Harbours of the World", "The Harbours of the World"),
        ("Microsoft Word - draft7.doc", "a"),
    ],
)
def test_the_title_of_the_file_counts_unless_a_program_made_it(
    read: Read, title: str, expected: str
) -> None:
    content = make_pdf([column("The port is open.")], title=title)

    data = read({"documents/a.pdf": content})

    assert data.documents[0].title == expected


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (REPORT[: len(REPORT) // 2], "damaged or cut off"),
        (b"%PDF-1.4\n", "damaged or cut off"),
        (b"", "damaged or cut off"),
        (make_pdf([[]]), "no text in the file, only images"),
    ],
)
def test_a_file_without_text_is_left_out_with_the_reason(
    read: Read, content: bytes, reason: str
) -> None:
    data = read({"documents/a.pdf": content})

    (fault,) = data.faults
    assert fault.leaves_out
    assert reason in fault.found


def test_a_file_of_too_many_pages_is_left_out(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.reading.received.pdf._MOST_PAGES", 2)

    data = read({"documents/a.pdf": REPORT})

    assert [fault.found for fault in data.faults] == ["the file has 3 pages"]


def test_a_file_that_takes_too_long_is_left_out(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.reading.received.pdf._LONGEST", -1.0)

    data = read({"documents/a.pdf": REPORT})

    assert [fault.found for fault in data.faults] == [
        "reading takes more than -1 seconds"
    ]
