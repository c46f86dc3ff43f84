"""Hits are those that Whoosh alone finds, put in a better order."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.index import open_dir
from whoosh.query import Or, Term
from whoosh.scoring import BM25F

from index.analysis import terms_of
from index.arrays import TermArrays
from index.knowledge import Knowledge
from index.model import Document, Passage
from index.postings import write_postings
from index.ranking import WINDOW, idf
from index.search import Postings
from index.vocabulary import Vocabulary

WORDS = ("grain", "ship", "port", "pilot", "tug", "lamp", "keeper", "lisbon", "dusk")
BOOSTS = {"text": 1.0, "title": 0.3, "heading": 0.3}
REORDERED = 30


class Weighting(BM25F):
    """Whoosh's own scores, with the weights of terms that we use."""

    def idf(self, searcher: Any, fieldname: str, text: str) -> float:
        having = searcher.doc_frequency(fieldname, text)
        return idf(searcher.doc_count_all(), having)


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
    """Score every passage with Whoosh alone, best first."""
    query = Or(
        [Term(field, t, boost=boost) for t in terms for field, boost in BOOSTS.items()]
    )
    # Adds up term by term, field by field, and so rounds as we do.
    query.matcher_type = Or.ARRAY_MATCHER
    with open_dir(str(folder)).searcher(weighting=Weighting()) as searcher:
        hits = searcher.search(query, limit=None)
        return {hit["passage"]: hit.score for hit in hits}


def plain_closeness(terms: Sequence[str], weights: Mapping[str, float]) -> float:
    """Reckon the reward for nearness as it is told, one word after another."""
    at = [(place, term) for place, term in enumerate(terms) if term in weights]
    windows = ({t for p, t in at if 0 <= q - p < WINDOW} for q, _ in at)
    densest = max((sum(weights[t] for t in held) for held in windows), default=0)
    gaps: dict[tuple[str, ...], int] = {}
    for (p, a), (q, b) in combinations(at, 2):
        if a != b:
            pair = tuple(sorted((a, b)))
            gaps[pair] = min(q - p, gaps.get(pair, q - p))
    pairs = (min(weights[t] for t in pair) / gap for pair, gap in gaps.items())
    return 0.6 * densest + 0.5 * sum(pairs)


def reordered(
    folder: Path, terms: Sequence[str], texts: Mapping[str, str]
) -> dict[str, float]:
    """Do with Whoosh alone, and text by text, what a search does with arrays."""
    plain = reference(folder, terms)
    words = {passage: terms_of(text, "en") for passage, text in texts.items()}
    having = {term: sum(term in held for held in words.values()) for term in terms}
    everywhere = {w for held in words.values() for w in held} | {"ship", "tug"}
    weights = {t: idf(len(texts), n) for t, n in having.items() if t in everywhere}
    first = {
        passage: score + plain_closeness(words[passage], weights)
        for passage, score in list(plain.items())[:REORDERED]
    }
    return dict(sorted(first.items(), key=lambda one: -one[1])) | {
        passage: score for passage, score in plain.items() if passage not in first
    }


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "postings", make_passages(varied_texts(25), "On a tug"))


@pytest.fixture
def postings(folder: Path) -> Iterator[Postings]:
    opened = Postings(folder)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "query",
    ["grain", "ship tug", "lamp lisbon dusk", "ship x", "tug tug", " ".join(WORDS)],
)
@pytest.mark.parametrize("count", [1, 25, 60])
def test_hits_are_those_of_whoosh_with_a_reward_for_closeness(
    tmp_path: Path, count: int, query: str
) -> None:
    passages = make_passages(varied_texts(count), "On a tug")
    folder = write(tmp_path / "postings", passages)
    terms = tuple(dict.fromkeys(query.split()))

    hits = Postings(folder).search(terms, count)

    expected = reordered(folder, terms, {p.id: p.text for p in passages})
    assert {hit.passage: hit.score for hit in hits} == pytest.approx(expected)
    assert [hit.score for hit in hits] == pytest.approx(list(expected.values()))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=40), min_size=1, max_size=9))
def test_any_texts_are_scored_as_whoosh_does(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
) -> None:
    passages = make_passages([" ".join(words) for words in texts])
    folder = write(tmp_path_factory.mktemp("any") / "postings", passages)
    terms = ("grain", "ship", "lamp", "lisbon")

    hits = Postings(folder).search(terms, 9)

    expected = reordered(folder, terms, {p.id: p.text for p in passages})
    assert {h.passage: h.score for h in hits} == pytest.approx(expected)


def test_equal_passages_keep_their_order(tmp_path: Path) -> None:
    folder = write(tmp_path / "postings", make_passages(["Grain ships."] * 50))

    hits = Postings(folder).search(["grain", "ship"], 50)

    assert [hit.passage for hit in hits] == [f"d#{n}" for n in range(1, 51)]


def test_terms_are_read_again_when_memory_is_short(folder: Path) -> None:
    with open_dir(str(folder)).searcher() as searcher:
        kept, short = TermArrays(searcher), TermArrays(searcher, memory=1)
        for term in (*WORDS, "nowhere", *WORDS):
            ample, scarce = kept.get(term), short.get(term)

            assert (ample is None) == (scarce is None) == (term == "nowhere")
            if ample and scarce:
                assert ample.weight == scarce.weight
                assert ample.places.positions.tolist() == (
                    scarce.places.positions.tolist()
                )


def test_many_threads_find_what_one_finds(postings: Postings, folder: Path) -> None:
    queries = [[a, b] for a, b in combinations(WORDS, 2)] * 20
    fresh = Postings(folder)

    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda terms: fresh.search(terms, 10), queries))

    assert together == [postings.search(terms, 10) for terms in queries]


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
