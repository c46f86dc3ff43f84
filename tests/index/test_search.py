"""Hits are Whoosh's own, put in a better order."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from whoosh.index import open_dir
from whoosh.query import Or, Term

from index.analysis import terms_of
from index.knowledge import Knowledge
from index.model import Document, Passage
from index.postings import write_postings
from index.ranking import closeness, idf
from index.search import Postings, Weighting
from index.vocabulary import Vocabulary

WORDS = ("grain", "ship", "port", "pilot", "tug", "lamp", "keeper", "lisbon", "dusk")
BOOSTS = {"text": 1.0, "title": 0.3, "heading": 0.3}


def make_passages(texts: Sequence[str], heading: str = "") -> tuple[Passage, ...]:
    return tuple(
        Passage(f"d#{number}", "d", f"paragraph {number}", heading, text)
        for number, text in enumerate(texts, 1)
    )


def write(folder: Path, passages: Sequence[Passage], title: str = "Ships") -> Path:
    documents = {
        passage.document: Document(passage.document, title, "en", "verbatim")
        for passage in passages
    }
    knowledge = Knowledge(documents, {}, (), Vocabulary({}, {}, {}, {}))
    write_postings(folder, passages, knowledge=knowledge, done=lambda _: None)
    return folder


def varied_texts(count: int) -> list[str]:
    """Mix the words so that frequencies, lengths and distances all differ."""
    return [
        " ".join(WORDS[(n * step) % len(WORDS)] for step in range(1, 3 + n % 17))
        for n in range(1, count + 1)
    ]


def reference(folder: Path, terms: Sequence[str]) -> dict[str, float]:
    """Score every passage with Whoosh alone."""
    query = Or(
        [Term(field, t, boost=boost) for t in terms for field, boost in BOOSTS.items()]
    )
    with open_dir(str(folder)).searcher(weighting=Weighting()) as searcher:
        hits = searcher.search(query, limit=None)
        return {hit["passage"]: hit.score for hit in hits}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "postings", make_passages(varied_texts(25), "On a tug"))


@pytest.fixture
def postings(folder: Path) -> Iterator[Postings]:
    opened = Postings(folder)
    yield opened
    opened.close()


@pytest.mark.parametrize("query", ["grain", "ship tug", "lamp lisbon dusk", "ship x"])
def test_scores_are_those_of_whoosh_and_a_reward_for_closeness(
    folder: Path, postings: Postings, query: str
) -> None:
    terms = query.split()
    texts = varied_texts(25)
    having = {term: sum(term in text.split() for text in texts) for term in terms}
    weights = {t: idf(len(texts), n) for t, n in having.items() if n}

    hits = postings.search(terms, 25)

    plain = reference(folder, terms)
    assert {hit.passage for hit in hits} == set(plain)
    for hit in hits:
        reward = closeness(terms_of(hit.text, "en"), weights)
        assert hit.score == pytest.approx(plain[hit.passage] + reward)


def test_one_word_gives_the_order_of_whoosh(folder: Path, postings: Postings) -> None:
    plain = reference(folder, ["keeper"])

    hits = postings.search(["keeper"], 25)

    assert [plain[h.passage] for h in hits] == sorted(plain.values(), reverse=True)


def test_words_that_stand_together_come_first(tmp_path: Path) -> None:
    apart = f"grain {'tug ' * 30} ship"
    together = f"{'tug ' * 15} grain ship {'tug ' * 15}"
    folder = write(tmp_path / "postings", make_passages([apart, together]))

    hits = Postings(folder).search(["grain", "ship"], 2)

    assert [hit.passage for hit in hits] == ["d#2", "d#1"]


def test_title_and_heading_are_searched_too(tmp_path: Path) -> None:
    passages = make_passages(["Nothing of it."], heading="Grain")
    postings = Postings(write(tmp_path / "postings", passages, title="Harbours"))

    assert [postings.search([t], 5)[0].text for t in ("grain", "harbour")] == [
        "Nothing of it.",
        "Nothing of it.",
    ]


@pytest.mark.parametrize("limit", [1, 10, 31, 100])
def test_hits_are_as_many_as_asked_for_and_best_first(
    tmp_path: Path, limit: int
) -> None:
    folder = write(tmp_path / "postings", make_passages(varied_texts(60)))

    hits = Postings(folder).search(["ship", "lamp", "grain"], limit)

    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len(hits) == min(limit, len(reference(folder, ["ship", "lamp", "grain"])))


def test_fewer_hits_are_the_head_of_more(tmp_path: Path) -> None:
    folder = write(tmp_path / "postings", make_passages(varied_texts(60)))
    postings = Postings(folder)

    assert postings.search(["ship"], 5) == postings.search(["ship"], 50)[:5]


def test_rarest_of_very_many_terms_decide(tmp_path: Path) -> None:
    texts = [f"grain {' '.join(f'w{n}' for n in range(100))}"] * 3
    folder = write(tmp_path / "postings", make_passages([*texts, "lamp"]))
    terms = [f"w{n}" for n in range(100)]

    hits = Postings(folder).search([*terms, "lamp"], 1)

    assert [hit.text for hit in hits] == ["lamp"]


def test_postings_are_one_segment(folder: Path) -> None:
    assert len(list(folder.glob("*.seg"))) == 1


def test_nothing_is_found_among_no_passages(tmp_path: Path) -> None:
    postings = Postings(write(tmp_path / "postings", ()))

    assert postings.search(["grain"], 10) == ()
    assert postings.passages_of("d") == ()
    assert len(postings) == 0
