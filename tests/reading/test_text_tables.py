"""Tables that a text sets with spaces."""

from index.reading.text_tables import TextTable, find_tables
from tests.reading.conftest import Read

TABLE = """\
Instrument             2032     2033
------------------------------------
Harbour Treaty           19       21
Annex on Pilots           7        9
------------------------------------
"""


def test_rows_are_cut_into_cells_and_rules_left_out() -> None:
    lines = ["Above.", *TABLE.split("\n"), "Below."]

    assert list(find_tables(lines)) == [
        TextTable(
            1,
            5,
            (
                ("Instrument", "2032", "2033"),
                ("Harbour Treaty", "19", "21"),
                ("Annex on Pilots", "7", "9"),
            ),
        )
    ]


def test_prose_with_wide_gaps_is_no_table() -> None:
    lines = ["Symbol    PORT/9", "Date      4 March 2011", "One   line   alone here."]

    assert list(find_tables(lines)) == []


def test_rows_stand_under_the_heading_and_the_header(read: Read) -> None:
    header = TABLE.replace("2032", "May 2032").replace("2033", "May 2033")
    data = read({"documents/a.txt": f"Parties to the Treaty\n\n{header}\nThat is all."})

    rows = [p for p in data.passages if "|" in p.text]

    assert [row.text for row in rows] == [
        "Harbour Treaty | 19 | 21",
        "Annex on Pilots | 7 | 9",
    ]
    assert {row.heading for row in rows} == {"Instrument | May 2032 | May 2033"}
