"""Entities that no vocabulary lists, as documents name them.

A document may bring a fourth Protocol, a new working group or another decision. Those
of an open kind become entities: bodies and treaties by the capitals of their names, in
languages that set names so, decisions and resolutions by their number.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import combinations, groupby

import msgspec
from msgspec.structs import replace

from index.extraction.meetings import MeetingFinder
from index.language.mentions import Gazetteer
from index.language.tokens import fold, tokenize
from index.model import Document, Entity, Passage
from index.vocabulary import KindWords, Language, Vocabulary

_CAPITAL = r"[A-ZÀ-Þ][\w’'-]*"
# "Protocol against Illicit Trafficking in Cultural Property (CPP)", "(CPP Protocol)".
_ACRONYM = r"(?: \((?P<acronym>[A-Z][A-Z0-9-]{1,9}(?: [A-Z][a-z]+)?)\))?"
_QUOTES = re.compile(r"[\"“«] ?(?P<said>[^\"“”«»]{4,60}?) ?[\"”»]")
# What may stand between two names of one thing.
_ASIDE = r"[^.;:]{0,120}"
_PAIR = r"(?P<pair>\d{1,3}/\d{1,3})(?![/\d])"


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it stands in a text; `what` is the part behind the preposition."""

    kind: str
    words: str
    what: str
    acronym: str | None


class Sightings(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What one document may name that the vocabulary does not list.

    `pairs` are the two numbers of decisions and the like, by their kinds. `met` are
    the meetings that the document counts, where `bodies` is the digest of all others.
    """

    pairs: dict[str, tuple[str, ...]]
    named: tuple[Named, ...]
    bodies: str = ""
    met: tuple[Entity, ...] = ()


def discover(
    documents: Iterable[Document],
    passages: Iterable[Passage],
    vocabulary: Vocabulary,
    gazetteers: Mapping[str, Gazetteer],
) -> dict[str, Entity]:
    """Find the entities that documents name and the vocabulary does not list.

    Args:
        documents: All documents, whose titles name entities too.
        passages: Their passages.
        vocabulary: The kinds, and the entities that are known.
        gazetteers: The names of these entities, by language.

    Returns:
        The entities by their ids, in the order of their first mention; meetings
        come after the bodies that hold them.
    """
    return discover_changed(documents, passages, vocabulary, gazetteers, known={})[0]


def discover_changed(
    documents: Iterable[Document],
    passages: Iterable[Passage],
    vocabulary: Vocabulary,
    gazetteers: Mapping[str, Gazetteer],
    *,
    known: Mapping[str, Sightings],
) -> tuple[dict[str, Entity], dict[str, Sightings]]:
    """Find the entities, and tell what was seen in each document.

    Those in `known`, seen with this vocabulary, are not looked through again.
    """
    texts: dict[str, list[str]] = defaultdict(list)
    for passage in passages:
        texts[passage.document].append(passage.text)
    spoken: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        spoken[document.language].append(document)
    found: dict[str, Entity] = {}
    seen: dict[str, Sightings] = {}
    for code in sorted(spoken.keys() & gazetteers.keys()):
        discoverer = _Discoverer(vocabulary, gazetteers[code])
        said = {d.id: (d.title, *texts[d.id]) for d in spoken[code]}
        for id_, own in said.items():
            seen[id_] = known.get(id_) or discoverer.sightings(own)
        sightings = [seen[id_] for id_ in said]
        _add(discoverer.found_in(said.values(), sightings), found, vocabulary)
        mark = digest_of(found)
        meetings = MeetingFinder(vocabulary, gazetteers[code].knowing(found))
        for document in spoken[code]:
            if seen[document.id].bodies != mark:
                met = meetings.found_in(document.title, texts[document.id])
                kept = replace(seen[document.id], bodies=mark, met=tuple(met))
                seen[document.id] = kept
            _add(seen[document.id].met, found, vocabulary)
    return found, seen


def digest_of(entities: Mapping[str, Entity]) -> str:
    """Give a digest that differs wherever entities do."""
    return sha256(msgspec.msgpack.encode(entities)).hexdigest()[:32]


def _add(
    entities: Iterable[Entity], found: dict[str, Entity], vocabulary: Vocabulary
) -> None:
    for entity in entities:
        if entity.id not in vocabulary.entities:
            found.setdefault(entity.id, entity)


class _Discoverer:
    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        self._vocabulary = vocabulary
        self._language = vocabulary.languages[gazetteer.code]
        self._code = gazetteer.code
        self._gazetteer = gazetteer
        kinds = [kind.id for kind in vocabulary.kinds.values() if kind.open]
        self._paired = {
            kind: _pair_pattern(kind, self._language)
            for kind in kinds
            if _has_pairs(kind, self._language)
        }
        self._names = {
            kind: _name_pattern(kind, self._language)
            for kind in kinds
            if kind not in self._paired
        }

    def sightings(self, texts: Iterable[str]) -> Sightings:
        """Look for names in the title and the passages of one document."""
        return Sightings(
            pairs={
                kind: pairs
                for kind in self._paired
                if (pairs := tuple(self._pairs(kind, texts)))
            },
            named=tuple(name for text in texts for name in self._named(text)),
        )

    def found_in(
        self, documents: Iterable[Sequence[str]], sightings: Sequence[Sightings]
    ) -> Iterator[Entity]:
        """Yield the entities that documents name, those of two numbers first."""
        for kind in self._paired:
            pairs = (pair for seen in sightings for pair in seen.pairs.get(kind, ()))
            yield from (self._of_pair(kind, pair) for pair in dict.fromkeys(pairs))
        groups = _grouped(dict.fromkeys(n for seen in sightings for n in seen.named))
        if groups:
            self._texts = [text for texts in documents for text in texts]
            self._quoted = [text for text in self._texts if _QUOTES.search(text)]
            self._whats: dict[str, set[str]] = defaultdict(set)
        for first in groups:
            self._whats[first.kind].add(first.what)
        for first, names in groups.items():
            yield self._entity(first, names)

    def _pairs(self, kind: str, texts: Iterable[str]) -> Iterator[str]:
        for text in texts:
            yield from (match["pair"] for match in self._paired[kind].finditer(text))

    def _of_pair(self, kind: str, pair: str) -> Entity:
        called = {
            code: tuple(t.replace("{pair}", pair) for t in language.kinds[kind].pairs)
            for code, language in self._vocabulary.languages.items()
            if _has_pairs(kind, language)
        }
        names = {code: display for code, (display, *_) in called.items()}
        return Entity(f"{kind}-{pair.replace('/', '-')}", kind, names, called)

    def _named(self, text: str) -> Iterator[Named]:
        known = None
        for kind, pattern in self._names.items():
            for match in pattern.finditer(text):
                if known is None:
                    mentions = self._gazetteer.find(text, tokenize(text, self._code))
                    known = [m for m in mentions if m.entity and not m.hint]
                start, end = match.span("words")
                if not any(m.start < end and start < m.end for m in known):
                    yield Named(kind, match["words"], match["what"], match["acronym"])

    def _entity(self, first: Named, names: Iterable[Named]) -> Entity:
        head = first.words.removesuffix(first.what).split()
        what = _matters(first.what, self._language)[-1]
        kind = next(
            noun
            for noun in self._language.kinds[first.kind].singular
            if fold(noun) in fold(" ".join(head))
        )
        spoken = (
            *(name.words for name in names),
            *self._by_matter(first, kind),
            *self._nicknames(first),
            *self._cut_names(first),
            *(name.acronym for name in names if name.acronym),
        )
        is_taken = self._gazetteer.find(what, tokenize(what, self._code))
        article = self._language.words.get("articles", ("",))[0]
        return Entity(
            re.sub(r"\W+", "-", fold(first.words)),
            first.kind,
            {self._code: f"{article} {first.words}".strip()},
            {self._code: tuple(dict.fromkeys(spoken))},
            {} if is_taken else {self._code: (what,)},
        )

    def _nicknames(self, name: Named) -> Iterator[str]:
        """Yield what a text that gives the name calls it in quotation marks too.

        "The Protocol against Wrecks is often called the "Lisbon Protocol"."
        """
        nouns = _any(self._language.kinds[name.kind].singular)
        pattern = re.compile(rf"(?i:.* |^)(?i:{nouns})$")
        for text in self._quoted:
            if name.words in text:
                quoted = (match["said"] for match in _QUOTES.finditer(text))
                yield from (said for said in quoted if pattern.match(said))

    def _by_matter(self, name: Named, noun: str) -> Iterator[str]:
        """Yield what people call it by each matter that it is about.

        "The cultural property protocol" is "the protocol on cultural property", unless
        these words name something else.
        """
        openers = self._language.words.get("name_tails", ())
        for matter in self._parts(name):
            forms = (f"{matter} {noun}", f"{matter} {noun.split()[-1]}")
            on = (f"{noun} {opener} {matter}" for opener in openers)
            for form in (*forms, *on):
                found = self._gazetteer.find(form, tokenize(form, self._code))
                if not any(mention.entity for mention in found):
                    yield form

    def _parts(self, name: Named) -> Iterator[str]:
        """Yield the matters that a name is about, and words of them that no other has.

        The Protocol against Illegal Gold Mining is "the gold protocol".
        """
        for matter in _matters(name.what, self._language):
            yield matter
            words = matter.split()
            for first, last in combinations(range(len(words) + 1), 2):
                part = " ".join(words[first:last])
                about = [w for w in self._whats[name.kind] if f" {part} " in f" {w} "]
                if part != matter and len(about) == 1:
                    yield part

    def _cut_names(self, name: Named) -> Iterator[str]:
        """Yield shorter forms that texts use: the "Sand Mining Protocol".

        That is one against Illegal Sand Mining, if no other is against anything of
        these words; and a name that stands beside the full one with a word that calls
        it so: "the Riga Protocol, officially the Protocol against Timber Trafficking".
        """
        nouns = _any(n.title() for n in self._language.kinds[name.kind].singular)
        short = re.compile(
            rf"\b(?P<what>{_CAPITAL}(?: {_CAPITAL}){{0,4}}) (?:{nouns})\b"
        )
        calling = _any(self._language.words.get("calling", ()))
        articles = _any(self._language.words.get("articles", ()))
        the, full = rf"(?:(?:{articles}) )?", re.escape(name.words)
        calls = rf"(?i:{calling}) {the}"
        for text in self._texts:
            for match in short.finditer(text):
                words = re.sub(rf"^(?i:{articles}) ", "", match.group())
                what = re.sub(rf"^(?i:{articles}) ", "", match["what"])
                meant = [w for w in self._whats[name.kind] if f" {what} " in f" {w} "]
                nick = re.escape(words)
                called = (
                    rf"{nick},? {calls}{full}|{full}{_ASIDE} {calls}{nick}|"
                    rf"{calls}{nick}{_ASIDE}, {the}{full}"
                )
                if meant == [name.what] or re.search(called, text):
                    known = self._gazetteer.find(words, tokenize(words, self._code))
                    if not any(mention.entity for mention in known):
                        yield words


def _has_pairs(kind: str, language: Language) -> bool:
    return bool(language.kinds.get(kind, KindWords()).pairs)


def _pair_pattern(kind: str, language: Language) -> re.Pattern[str]:
    """Match names that are two numbers: "decision 1/2"."""
    return re.compile(rf"\b(?i:{_any(language.kinds[kind].singular)}) {_PAIR}")


def _name_pattern(kind: str, language: Language) -> re.Pattern[str]:
    """Match names of a kind: "Expert Group on the Use of Drones"."""
    nouns = language.kinds.get(kind, KindWords()).singular
    heads = _any(noun.title() for noun in nouns)
    prepositions, articles, conjunctions = (
        _any(language.words.get(name, ()))
        for name in ("prepositions", "articles", "conjunctions")
    )
    small = f"(?:{prepositions}|{articles}|{conjunctions})"
    what = rf"(?P<what>{_CAPITAL}(?: (?:{small} ){{0,3}}{_CAPITAL})*)"
    lead = rf"(?:{heads}) (?:{prepositions}) (?:(?:{articles}) )?"
    return re.compile(rf"\b(?P<words>{lead}{what}){_ACRONYM}")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, words)) or "(?!)"


def _grouped(named: Iterable[Named]) -> dict[Named, list[Named]]:
    """Bring names together that are one, cut off sooner or later.

    In a heading all words have capitals: "Protocol on Wrecks Enters into Force" names
    what the text calls the "Protocol on Wrecks".
    """
    groups: dict[Named, list[Named]] = {}
    for name in sorted(named, key=lambda name: len(name.words)):
        shorter = next(
            (g for g in groups if f"{name.words} ".startswith(f"{g.words} ")), name
        )
        groups.setdefault(shorter, []).append(name)
    return groups


def _matters(what: str, language: Language) -> Sequence[str]:
    """Cut what a name is about at its small words, the narrowest matter last."""
    keys = ("prepositions", "articles", "conjunctions")
    small = {word for key in keys for word in language.words.get(key, ())}
    runs = groupby(what.split(), key=lambda word: word in small)
    return [" ".join(run) for is_small, run in runs if not is_small]
