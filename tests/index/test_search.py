"""Hits are those that Whoosh alone finds, put in a better order."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, TEXT, Schema
from whoosh.filedb.filestore import RamStorage
from whoosh.index import open_dir
from whoosh.query import Or, Term
from whoosh.scoring import BM25F

from index.analysis import terms_of
from index.arrays import TermArrays
from index.knowledge import Knowledge
from index.model import Document, Passage
from index.parts import Parts
from index.postings import write_postings
from index.ranking import WINDOW, idf
from index.search import Postings
from index.vocabulary import Vocabulary

WORDS = ("grain", "ship", "port", "pilot", "tug", "lamp", "keeper", "lisbon", "dusk")
BOOSTS = {"text": 1.0, "title": 0.3, "heading": 0.3}
FAMILY = 0.5


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


def family_of(term: str) -> str:
    return term[:5]


def families(texts: Mapping[str, str], terms: Sequence[str]) -> dict[str, float]:
    """Score with Whoosh alone how passages hold words that begin as the terms do."""
    analyzer: Any = SpaceSeparatedTokenizer()
    make_storage: Any = RamStorage
    storage = make_storage()
    schema = Schema(passage=ID(stored=True), text=TEXT(analyzer))
    index = storage.create_index(schema)
    with index.writer() as writer:
        for passage, text in texts.items():
            words = " ".join(map(family_of, terms_of(text, "en")))
            writer.add_document(passage=passage, text=words)
    query = Or(
        [Term("text", family) for family in dict.fromkeys(map(family_of, terms))]
    )
    with index.searcher(weighting=Weighting()) as searcher:
        hits = searcher.search(query, limit=None)
        return {hit["passage"]: FAMILY * hit.score for hit in hits}


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


def expected_scores(
    folder: Path, terms: Sequence[str], texts: Mapping[str, str]
) -> dict[str, float]:
    """Do with Whoosh alone, and text by text, what a search does with arrays.

    Of as many passages as are put into another order, not of more.
    """
    plain, akin = reference(folder, terms), families(texts, terms)
    words = {passage: terms_of(text, "en") for passage, text in texts.items()}
    begun = {passage: list(map(family_of, held)) for passage, held in words.items()}
    scores = {
        passage: plain.get(passage, 0)
        + akin.get(passage, 0)
        + plain_closeness(begun[passage], weigh(map(family_of, terms), begun))
        + plain_closeness(words[passage], weigh(terms, words)) / 2
        for passage in plain.keys() | akin.keys()
    }
    return scores if plain else {}


def weigh(terms: Iterable[str], words: Mapping[str, Sequence[str]]) -> dict[str, float]:
    having = Counter(term for held in words.values() for term in set(held))
    return {term: idf(len(words), having[term]) for term in terms if having[term]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path / "postings", make_passages(varied_texts(25), "On a tug"))


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def opened(folder: Path) -> Postings:
    return Postings(held(folder))


@pytest.fixture
def postings(folder: Path) -> Iterator[Postings]:
    with closing(opened(folder)) as postings:
        yield postings


@pytest.mark.parametrize(
    "query",
    ["grain", "ship tug", "lamp lisbon dusk", "ship x", "tug tug", " ".join(WORDS)],
)
@pytest.mark.parametrize("count", [1, 25])
def test_hits_are_those_of_whoosh_with_a_reward_for_closeness(
    tmp_path: Path, count: int, query: str
) -> None:
    passages = make_passages(varied_texts(count), "On a tug")
    folder = write(tmp_path / "postings", passages)
    terms = tuple(dict.fromkeys(query.split()))

    hits = opened(folder).search(terms, count)

    expected = expected_scores(folder, terms, {p.id: p.text for p in passages})
    scores = sorted(expected.values(), reverse=True)
    assert {hit.passage: hit.score for hit in hits} == pytest.approx(expected)
    assert [hit.score for hit in hits] == pytest.approx(scores)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=40), min_size=1, max_size=9))
def test_any_texts_are_scored_as_whoosh_does(
    tmp_path_factory: pytest.TempPathFactory, texts: list[list[str]]
) -> None:
    passages = make_passages([" ".join(words) for words in texts])
    folder = write(tmp_path_factory.mktemp("any") / "postings", passages)
    terms = ("grain", "ship", "lamp", "lisbon")

    hits = opened(folder).search(terms, 9)

    expected = expected_scores(folder, terms, {p.id: p.text for p in passages})
    assert {h.passage: h.score for h in hits} == pytest.approx(expected)


def test_words_of_one_family_are_found_behind_the_word_itself(tmp_path: Path) -> None:
    texts = ["Ships are piloted.", "Ships have pilotages.", "Ships have pilots."]
    folder = write(tmp_path / "postings", make_passages([*texts, "Ships sail."]))

    hits = opened(folder).search(terms_of("pilotage ships", "en"), 4)

    assert hits[0].text == "Ships have pilotages."
    assert hits[3].text == "Ships sail."


def test_words_of_one_family_alone_find_nothing(tmp_path: Path) -> None:
    folder = write(tmp_path / "postings", make_passages(["Ships are piloted."]))

    assert opened(folder).search(["pilotage"], 1) == ()


def test_word_that_no_passage_has_is_looked_for_as_the_nearest(tmp_path: Path) -> None:
    texts = ["Grain ships.", "Every lighthouse keeps lamps."]
    folder = write(tmp_path / "postings", make_passages(texts))

    (hit,) = opened(folder).search(terms_of("lighthuose", "en"), 2)

    assert hit.text == "Every lighthouse keeps lamps."


def test_pairs_of_signs_make_no_passage_longer(tmp_path: Path) -> None:
    texts = ["Grain ships 公 约 生 效.", "Grain ships 公约生效."]
    folder = write(tmp_path / "postings", make_passages(texts))

    first, second = opened(folder).search(["grain"], 2)

    assert first.score == second.score


def test_equal_passages_keep_their_order(tmp_path: Path) -> None:
    folder = write(tmp_path / "postings", make_passages(["Grain ships."] * 50))

    hits = opened(folder).search(["grain", "ship"], 50)

    assert [hit.passage for hit in hits] == [f"d#{n}" for n in range(1, 51)]


def test_terms_are_read_again_when_memory_is_short(folder: Path) -> None:
    parts = Parts(held(folder))
    kept, short = TermArrays(parts), TermArrays(parts, memory=1)
    for term in (*WORDS, "nowhere", *WORDS):
        ample, scarce = kept.term(term), short.term(term)
        families = short.families([term, f"{term}s"])

        assert (ample is None) == (scarce is None) == (term == "nowhere")
        if ample and scarce:
            assert ample.values.tolist() == scarce.values.tolist()
            assert {*scarce.passages} >= {*families[0].passages}


def test_many_threads_find_what_one_finds(postings: Postings, folder: Path) -> None:
    queries = [[a, b] for a, b in combinations(WORDS, 2)] * 20
    fresh = opened(folder)

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

    hits = opened(folder).search(["grain", "ship"], 2)

    assert [hit.passage for hit in hits] == ["d#2", "d#1"]


def test_title_and_heading_are_searched_too(tmp_path: Path) -> None:
    passages = make_passages(["Nothing of it."], heading="Grain")
    postings = opened(write(tmp_path / "postings", passages, title="Harbours"))

    assert [postings.search([t], 5)[0].text for t in ("grain", "harbour")] == [
        "Nothing of it.",
        "Nothing of it.",
    ]


@pytest.mark.parametrize("limit", [1, 10, 31, 100])
def test_hits_are_as_many_as_asked_for_and_best_first(
    tmp_path: Path, limit: int
) -> None:
    folder = write(tmp_path / "postings", make_passages(varied_texts(60)))

    hits = opened(folder).search(["ship", "lamp", "grain"], limit)

    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert len(hits) == min(limit, len(reference(folder, ["ship", "lamp", "grain"])))


def test_fewer_hits_are_the_head_of_more(tmp_path: Path) -> None:
    folder = write(tmp_path / "postings", make_passages(varied_texts(60)))
    postings = opened(folder)

    assert postings.search(["ship"], 5) == postings.search(["ship"], 50)[:5]


def test_rarest_of_very_many_terms_decide(tmp_path: Path) -> None:
    texts = [f"grain {' '.join(f'w{n}' for n in range(100))}"] * 3
    folder = write(tmp_path / "postings", make_passages([*texts, "lamp"]))
    terms = [f"w{n}" for n in range(100)]

    hits = opened(folder).search([*terms, "lamp"], 1)

    assert [hit.text for hit in hits] == ["lamp"]


def test_postings_are_one_segment(folder: Path) -> None:
    assert len(list(folder.glob("*.seg"))) == 1


def test_nothing_is_found_among_no_passages(tmp_path: Path) -> None:
    postings = opened(write(tmp_path / "postings", ()))

    assert postings.search(["grain"], 10) == ()
    assert postings.passages_of("d") == ()
    assert len(postings) == 0
