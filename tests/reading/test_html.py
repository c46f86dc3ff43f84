"""Web pages as received: an invented press release among its furniture."""

from pathlib import Path

import pytest

from tests.reading.conftest import Read

PAGE = """\
<!DOCTYPE html><html><head><title>Third meeting concludes | Port Desk</title>
<style>.fold{display: none} .x, #secret {visibility:hidden}</style>
<script>var hidden = "scripted words";</script></head>
<body class="menu-open">
<a class="skip-link" href="#main">Jump over the head of the page</a>
<nav><ul><li><a>Our harbours</a></li></ul></nav>
<div class="breadcrumb">You are here, in the middle of the crumbs</div>
<div id="content">
<p>PORT/CP/12<br>4 March 2011</p>
<h1>Parties to the Harbour Treaty Conclude Third Meeting</h1>
<p>The Parties have agreed on a plan.</p>
<h2>Themes</h2>
<p>The themes of the meeting were:</p>
<ul><li>pilots;</li><li>tugs.</li></ul>
<h3>Next meeting</h3>
<p>The next meeting is <b>in</b> 2013<sup>1</sup>, says
   the    Office.</p>
<p><a href="#top">Top</a></p>
</div>
<aside>Another release is about drugs and seas.</aside>
<div class="share-buttons">Tell all of your friends about this page.</div>
<footer><p>The footer is the property of the Port Office.</p></footer>
</body></html>
"""


def body(html: str, *, head: str = "") -> dict[str, str]:
    return {"documents/a.html": f"<html><head>{head}</head><body>{html}</body></html>"}


def test_a_page_tells_its_symbol_date_and_title(read: Read) -> None:
    data = read({"documents/a.html": PAGE})

    (page,) = data.documents
    assert data.faults == ()
    assert page.form == "verbatim"
    assert page.title == "Parties to the Harbour Treaty Conclude Third Meeting"
    assert (page.symbol, page.date, page.language) == ("PORT/CP/12", "2011-03-04", "en")


def test_passages_keep_their_headings_and_no_furniture(read: Read) -> None:
    data = read({"documents/a.html": PAGE})

    assert [(p.locator, p.heading, p.text) for p in data.passages] == [
        ("paragraph 1", "", "The Parties have agreed on a plan."),
        (
            "paragraph 2",
            "Themes",
            "The themes of the meeting were:\n• pilots;\n• tugs.",
        ),
        (
            "paragraph 3",
            "Themes > Next meeting",
            "The next meeting is in 2013, says the Office.",
        ),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>{}</p>",
        '<p aria-hidden="true">{}</p>',
        '<p style="color: red; display : none">{}</p>',
        '<p style="font-size:0">{}</p>',
        '<p class="a fold">{}</p>',
        '<p id="secret">{}</p>',
        "<template><p>{}</p></template>",
        "<noscript><p>{}</p></noscript>",
        '<div role="navigation">{}</div>',
        "<header>{}</header>",
        '<div id="main-menu">{}</div>',
        "<select><option>{}</option></select>",
        "<!-- {} -->",
    ],
)
def test_what_is_hidden_or_furniture_is_not_read(read: Read, hidden: str) -> None:
    style = "<style>b{color:red}.fold{display:none}\n.x, #secret{display:none}</style>"
    words = hidden.format("The treaty has a thousand secret parties.")
    text = "The treaty is in force, and all of its parties are known by name."

    data = read(body(f"{words}<p>{text}</p>", head=style))

    assert [p.text for p in data.passages] == [text]


def test_the_part_that_is_declared_main_is_read_alone(read: Read) -> None:
    main = "<main><p>The treaty is in force, and all the ports are open.</p></main>"

    data = read(body(f"<div><p>The weather is fine.</p></div>{main}"))

    assert [p.text for p in data.passages] == [
        "The treaty is in force, and all the ports are open."
    ]


def test_a_page_that_is_named_like_furniture_as_a_whole_is_read(read: Read) -> None:
    data = read(body('<div class="nav"><p>The treaty is in force.</p></div>'))

    assert [p.text for p in data.passages] == ["The treaty is in force."]


def test_a_menu_of_links_is_no_text(read: Read) -> None:
    menu = "<div><a>Harbours</a> <a>Ships of the sea</a> <a>Lamps</a></div>"

    data = read(body(f"{menu}<p>The treaty is in force.</p>"))

    assert [p.text for p in data.passages] == ["The treaty is in force."]


def test_a_table_that_lays_out_a_page_is_no_table(read: Read) -> None:
    left = "<td><p>The port is open.</p></td>"
    right = "<td><p>The sea is calm.</p></td>"

    data = read(body(f"<table><tr>{left}{right}</tr></table>"))

    assert [p.text for p in data.passages] == ["The port is open.", "The sea is calm."]


def test_rows_of_a_table_are_passages_under_their_header(read: Read) -> None:
    table = (
        "<p>The list is long.</p><table><tr><th>Port</th><th>Ships</th></tr>"
        "<tr><td>Lisbon</td><td>12</td></tr></table><p>The list is over.</p>"
    )

    data = read(body(table))

    assert [(p.heading, p.text) for p in data.passages] == [
        ("", "The list is long."),
        ("Port | Ships", "Lisbon | 12"),
        ("", "The list is over."),
    ]


def test_numbers_of_a_list_are_those_of_its_paragraphs(read: Read) -> None:
    items = "".join(f"<li><p>Port {n} is open to ships.</p></li>" for n in "ab")

    data = read(body(f'<ol start="7">{items}</ol>'))

    assert [(p.locator, p.text) for p in data.passages] == [
        ("paragraph 7", "7. Port a is open to ships."),
        ("paragraph 8", "8. Port b is open to ships."),
    ]


def test_what_an_article_is_about_joins_its_number(read: Read) -> None:
    data = read(
        body(
            "<p>The port is open.</p><h4>Article 2</h4><p><i>Pilots at sea</i></p>"
            "<p>1. They are paid.</p><p>2. They are many.</p>"
        )
    )

    assert [(p.locator, p.heading) for p in data.passages[1:]] == [
        ("Article 2, paragraph 1", "Article 2. Pilots at sea"),
        ("Article 2, paragraph 2", "Article 2. Pilots at sea"),
    ]


def test_raised_letters_are_read(read: Read) -> None:
    data = read(body("<p>The 21<sup>st</sup> port is open.</p>"))

    assert [p.text for p in data.passages] == ["The 21st port is open."]


def test_lines_that_are_set_as_typed_are_unwrapped(read: Read) -> None:
    typed = (
        "The port of Lisbon is open to all of the ships that carry grain\n"
        "and to others.\n\nThe sea is calm.\n"
    )

    data = read(body(f"<pre>{typed}</pre>"))

    assert [p.text for p in data.passages] == [
        "The port of Lisbon is open to all of the ships that carry grain and to "
        "others.",
        "The sea is calm.",
    ]


def test_bold_paragraphs_are_headings(read: Read) -> None:
    data = read(
        body(
            "<p>The port is open.</p>"
            "<p><strong>Pilots at sea</strong></p><p>The pilots are paid.</p>"
        )
    )

    assert [(p.heading, p.text) for p in data.passages] == [
        ("", "The port is open."),
        ("Pilots at sea", "The pilots are paid."),
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2011-03-04T10:00:00Z">',
        '<meta name="DC.Date" content="2011-03-04">',
        '<script type="application/ld+json">{"datePublished": "2011-03-04"}</script>',
    ],
)
def test_fields_of_a_page_tell_a_date_that_its_text_does_not(
    read: Read, head: str
) -> None:
    data = read(body("<p>The treaty is in force.</p>", head=head))

    assert data.documents[0].date == "2011-03-04"


def test_the_date_in_the_text_goes_before_that_of_the_fields(read: Read) -> None:
    head = '<meta name="date" content="1999-01-01">'

    data = read(body("<p>4 March 2011</p><p>The treaty is in force.</p>", head=head))

    assert data.documents[0].date == "2011-03-04"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="iso-8859-1">', "latin-1"),
        ('<meta http-equiv="x" content="text/html; charset=windows-1251">', "cp1251"),
        ("", "utf-8"),
        ("", "utf-16"),
    ],
)
def test_the_encoding_is_that_which_is_declared(
    read: Read, head: str, encoding: str
) -> None:
    text = "Порт открыт." if encoding == "cp1251" else "The café is open."
    (page,) = body(f"<p>{text}</p>", head=head).values()

    data = read({"documents/a.html": page.encode(encoding)})

    assert [p.text for p in data.passages] == [text]


@pytest.mark.parametrize("declared", ["idna", "hex", "unicode_escape", "nonsense"])
def test_a_declaration_of_no_encoding_is_passed_over(read: Read, declared: str) -> None:
    (page,) = body(
        "<p>The café is open.</p>", head=f"<meta charset={declared}>"
    ).values()

    data = read({"documents/a.html": page.encode("cp1252")})

    assert [p.text for p in data.passages] == ["The café is open."]


def test_no_entity_of_a_page_reads_a_file(read: Read, tmp_path: Path) -> None:
    (tmp_path / "secrets.txt").write_text("The secret is out.")
    address = (tmp_path / "secrets.txt").as_uri()
    page = (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{address}">]>'
        "<html><body><p>The port is open.&x;</p></body></html>"
    )

    data = read({"documents/a.html": page})

    assert "secret" not in "".join(p.text for p in data.passages)


def test_a_page_without_text_is_left_out(read: Read) -> None:
    data = read(body("<script>var x</script>"))

    (fault,) = data.faults
    assert (fault.file, fault.leaves_out) == ("documents/a.html", True)


def test_elements_that_stand_a_thousand_deep_are_read(read: Read) -> None:
    data = read(body("<div>" * 5_000 + "The port is open to all ships."))

    assert data.faults != () or data.passages != ()
