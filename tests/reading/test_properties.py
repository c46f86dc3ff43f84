"""What holds for any file whatever."""

from hypothesis import given
from hypothesis import strategies as st

from index.reading.documents import read_documents
from index.reading.findings import Findings
from index.vocabulary import Language, Vocabulary

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
