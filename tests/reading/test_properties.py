"""What holds for any file whatever."""

import pytest
from docx.document import Document
from hypothesis import given
from hypothesis import strategies as st

from index.reading.documents import read_documents
from index.reading.findings import Findings
from index.vocabulary import Language, Vocabulary
from tests.reading.making import column, make_gzip, make_pdf, make_word

ENGLISH = Language(
    months={"may": 5, "july": 7},
    stop_words=("the", "of"),
    words={
        "furniture": ("top", "... more"),
        "verbs": ("is",),
        "range": ("to",),
    },
)
VOCABULARY = Vocabulary({}, {}, {}, {"en": ENGLISH})

lines = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        [
            "",
            "---",
            "id: x",
            "title: A title of some words",
            "language: en",
            "form: digest",
            "form: verbatim",
            "A/RES/55/25",
            "9 July 2004",
            "Top",
            "* *** *",
            "Article 7",
            "# Heading",
            "[¶ 3] Marked.",
            "• An item",
            "- Another item",
            "(a) A lettered item",
            "It leads to:",
            "See the news ... more",
            "A sentence that goes on and on until it reaches the edge of a page,",
            "and which ends here.",
        ]
    ),
)
texts = st.lists(lines, max_size=30).map("\n".join)
names = st.sampled_from(["documents/a.md", "documents/b.txt"])


def squeeze(text: str) -> str:
    return "".join(text.split())


@given(files=st.dictionaries(names, st.one_of(st.binary(), texts.map(str.encode))))
def test_no_file_raises_and_every_fault_points_into_it(files: dict[str, bytes]) -> None:
    findings = Findings()

    read_documents(files, VOCABULARY, findings)

    for fault in findings.faults:
        assert fault.file in files
        assert fault.line >= 1
        assert all((fault.found, fault.expected, fault.fix))


@given(text=texts)
def test_the_text_of_every_passage_stands_in_its_source(text: str) -> None:
    files = {"documents/a.md": text.encode()}

    _, passages, _ = read_documents(files, VOCABULARY, Findings())

    for passage in passages:
        assert passage.text.strip()
        assert squeeze(passage.text) in squeeze(text)


@given(text=texts)
def test_no_two_passages_share_a_place(text: str) -> None:
    findings = Findings()

    _, passages, _ = read_documents(
        {"documents/a.txt": text.encode()}, VOCABULARY, findings
    )

    places = {(passage.document, passage.locator) for passage in passages}
    ids = {passage.id for passage in passages}
    repeated = any("stands twice" in fault.found for fault in findings.faults)
    assert len(ids) == len(passages)
    assert repeated or len(places) == len(passages)


@given(text=texts)
def test_reading_the_same_file_twice_gives_the_same(text: str) -> None:
    files = {"documents/a.md": text.encode()}

    first = read_documents(files, VOCABULARY, Findings())
    second = read_documents(files, VOCABULARY, Findings())

    assert first == second


def write_a_little(document: Document) -> None:
    document.add_heading("Pilots", 1)
    document.add_paragraph("Pilots are paid.", style="List Number")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Port"


PAGE = (
    b"<html><body><h1>Pilots</h1><ol><li><p>They are <b>paid</b>.</ol><table><tr><td>"
)
SOUND = {
    ".html": PAGE,
    ".pdf": make_pdf([column("The port is open.", "And the sea is calm.")] * 3),
    ".docx": make_word(write_a_little),
    ".txt.gz": make_gzip("The port is open."),
    ".html.gz": make_gzip(PAGE),
}


@pytest.mark.parametrize("suffix", SOUND)
@given(content=st.binary(max_size=2_000))
def test_bytes_of_no_meaning_are_a_fault_at_most(suffix: str, content: bytes) -> None:
    findings = Findings()

    documents, _, _ = read_documents(
        {f"documents/a{suffix}": content}, VOCABULARY, findings
    )

    assert len(documents) + len(findings.faults) == 1
    assert all(fault.leaves_out for fault in findings.faults)


@pytest.mark.parametrize("suffix", SOUND)
@given(data=st.data())
def test_a_spoilt_file_is_a_fault_at_most(suffix: str, data: st.DataObject) -> None:
    content = bytearray(SOUND[suffix])
    for _ in range(data.draw(st.integers(0, 8))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at] = data.draw(st.integers(0, 255))
    spoilt = bytes(content[: data.draw(st.integers(0, len(content)))])
    findings = Findings()

    documents, passages, _ = read_documents(
        {f"documents/a{suffix}": spoilt}, VOCABULARY, findings
    )

    assert len(documents) + len(findings.faults) == 1
    assert len({passage.locator for passage in passages}) == len(passages)


tags = st.sampled_from(
    [
        "p",
        "div",
        "b",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "th",
        "h1",
        "h3",
        "br",
        "a",
    ]
)
marks = st.one_of(
    tags.map("<{}>".format), tags.map("</{}>".format), st.text(max_size=20), lines
)


@given(page=st.lists(marks, max_size=40).map("".join))
def test_no_page_raises_and_its_words_are_its_own(page: str) -> None:
    files = {"documents/a.html": page.encode(errors="replace")}

    _, passages, _ = read_documents(files, VOCABULARY, Findings())

    for passage in passages:
        assert passage.text.strip()
