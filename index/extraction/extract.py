"""Statements drawn from the sentences of a document."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby, zip_longest

from index.extraction.drawn import drawn_from
from index.extraction.marking import Marker
from index.extraction.patterns import (
    Match,
    Pattern,
    match_pattern,
    names_entity,
    parse_pattern,
    words_of,
)
from index.extraction.screen import (
    DATE,
    LIST,
    NUMBER,
    Needs,
    Screen,
    needs_of,
    sketch,
)
from index.extraction.sentence import Mark, Sentence, View
from index.extraction.tables import TableReader
from index.extraction.topics import TopicFinder
from index.language.mentions import Gazetteer, Mention
from index.language.sentences import split_sentences, split_with_items
from index.language.times import find_times
from index.language.tokens import Token, fold, stem, tokenize
from index.model import Document, Entity, Passage, Statement, Value
from index.vocabulary import KindWords, Language, Relation, Vocabulary

_DASHES = re.compile(r"--|[–—:;]")
_VALUE_NEEDS: Mapping[str, frozenset[str]] = {
    "date": DATE,
    "interval": DATE,
    "number": NUMBER,
    "list": LIST,
}
# How far from a value stand the words that make it hold roughly, or for few.
_BEFORE, _BEHIND = 2, 3


@dataclass(frozen=True, slots=True)
class _Rule:
    """A relation and one way to word it."""

    relation: Relation
    pattern: Pattern

    @property
    def is_implied(self) -> bool:
        """Tell whether the words name no entity: "Some 900 delegates took part"."""
        return not names_entity(self.pattern)

    @property
    def spelled(self) -> frozenset[str]:
        """The stems of the words that the pattern spells."""
        return frozenset(words_of(self.pattern))


class Extractor:
    """Draws statements from passages in one language by its sentence patterns."""

    def __init__(
        self, vocabulary: Vocabulary, entities: Mapping[str, Entity], code: str
    ) -> None:
        """Compile the patterns and the names of one language."""
        self._code = code
        self._language: Language = vocabulary.languages[code]
        self._gazetteer = Gazetteer(vocabulary, entities, code)
        self._marker = Marker(self._gazetteer, self._language, code=code)
        self._tables = TableReader(
            vocabulary, entities, gazetteer=self._gazetteer, code=code
        )
        self._rules = tuple(
            _Rule(relation, parse_pattern(sentence, code))
            for relation in vocabulary.relations.values()
            if (words := self._language.relations.get(relation.id))
            for sentence in words.sentences
        )
        self._names = self._gazetteer.anchors(vocabulary.kinds)
        numbered = [k for k in vocabulary.kinds.values() if k.numbered]
        spoken = [k for k in numbered if k.id in self._language.kinds]
        self._numbered = {k.id for k in spoken if k.part_of}
        self._foreign = {k.id for k in spoken if not k.part_of}
        self._topics = TopicFinder(
            vocabulary.kinds,
            self._language,
            gazetteer=self._gazetteer,
            marker=self._marker,
            numbered=self._numbered,
            code=code,
        )
        lead = ("governing", "question_words")
        self._joining = {w for key in lead for w in self._language.words.get(key, ())}
        self._counted = self._gazetteer.anchors(self._numbered | self._foreign)
        self._others: frozenset[tuple[str, int]] = frozenset()
        self._text = ""
        self._screen = Screen([self._needs(rule) for rule in self._rules])

    def extract(
        self, document: Document, passages: Iterable[Passage]
    ) -> Iterator[Statement]:
        """Yield what a document's sentences state, in reading order.

        A statement whose entity or date cannot be told for certain is left out. What
        the title names is what a passage speaks of, until it names something else.
        """
        if not self._rules:
            return
        passages = tuple(passages)
        self._others = frozenset(self._of_others(passages))
        topic = self._topics.find(document, passages, self._others)
        strays = False
        for passage in passages:
            yield from self._tables.read(passage, document)
            before, strays = strays, self._strays(passage.text, topic)
            words = self._sketch(passage.text)
            # Without any name a pronoun stands for nothing.
            is_named = topic is not None or not words.isdisjoint(self._names)
            if is_named and self._screen.fitting(words):
                meant = None if before else topic
                yield from self._passage_statements(passage, document, meant)

    def _of_others(self, passages: Iterable[Passage]) -> Iterator[tuple[str, int]]:
        """Yield the numbers of sessions that are of bodies not known here."""
        for passage in passages:
            for start, end in split_sentences(
                passage.text, self._language.abbreviations
            ):
                text = passage.text[start:end]
                if not self._sketch(text).isdisjoint(self._counted):
                    sentence, _ = self._marker.mark(text, None)
                    yield from self._numbers_of_others(sentence)

    def _numbers_of_others(self, sentence: Sentence) -> Iterator[tuple[str, int]]:
        """Yield those that a sentence gives another owner, or "its" and no owner."""
        view = View(sentence, entities=(), value="text", breaks=())
        named = view.named_before(len(view.tokens))
        for mark in chain.from_iterable(sentence.marks.values()):
            if mark.kind in self._foreign:
                words = {t.norm for t in view.tokens[mark.first : mark.stop]}
                for kind in self._numbered:
                    if not words.isdisjoint(self._language.kinds[kind].heads):
                        yield kind, _number(mark)
            elif mark.kind in self._numbered and self._is_its(mark, view):
                owners = self._gazetteer.wholes(mark.entity, mark.kind)
                if named.isdisjoint(owners):
                    yield mark.kind, _number(mark)

    def _is_its(self, entity: Mark, view: View) -> bool:
        before = view.tokens[max(entity.first - 1, 0) : entity.first]
        referring = self._language.words.get("referring", ())
        return any(token.norm in referring for token in before)

    def _is_perhaps_another(self, entity: Mark, view: View) -> bool:
        """Tell whether "the Convention" may be another one that the passage names."""
        words = self._language.kinds.get(entity.kind, KindWords())
        name = " ".join(t.norm for t in view.tokens[entity.first : entity.stop])
        is_bare = name in map(fold, words.singular)
        if not is_bare:
            return False
        others = self._gazetteer.others(self._text, tokenize(self._text, self._code))
        return any(other.kind == entity.kind for other in others)

    def _is_perhaps_of_others(self, entity: Mark, match: Match, view: View) -> bool:
        """Tell whether a bare "third session" may follow the second of another body."""
        if entity.kind not in self._numbered:
            return False
        last = view.tokens[entity.stop - 1].norm
        is_bare = last in self._language.kinds[entity.kind].heads
        owners = self._gazetteer.wholes(entity.entity, entity.kind)
        if not is_bare or not view.named_before(match.stop).isdisjoint(owners):
            return False
        number = _number(entity)
        beside = range(number - 1, number + 2)
        return any((entity.kind, n) in self._others for n in beside)

    def _strays(self, text: str, topic: Mark | None) -> bool:
        """Tell whether a text speaks of something else of the topic's kind.

        Behind "the tenth session", "the session" need not be that of the title. A
        treaty that is only compared with ("since the Firearms Protocol") is not
        spoken of.
        """
        if topic is None or self._sketch(text).isdisjoint(self._names):
            return False
        tokens = tokenize(text, self._code)
        return any(
            mention.entity not in (None, topic.entity)
            and mention.kind == topic.kind
            and (topic.kind in self._numbered or not self._is_behind(tokens, mention))
            for mention in self._gazetteer.find(text, tokens)
        )

    def _is_behind(self, tokens: Sequence[Token], mention: Mention) -> bool:
        """Tell whether a preposition or the like stands before a name."""
        words = self._language.words
        lead = {*words.get("prepositions", ()), *words.get("governing", ())}
        return "".join(self._words_before(tokens[: mention.first])[-1:]) in lead

    def _words_before(self, tokens: Iterable[Token]) -> list[str]:
        """Give the words before a name, without the articles that belong to it."""
        words = self._language.words
        # "du" is both: a preposition and its article.
        prepositions = words.get("prepositions", ())
        articles = {*words.get("articles", ())}.difference(prepositions)
        before = [token.norm for token in tokens]
        while before and before[-1] in articles:
            before.pop()
        return before

    def _passage_statements(
        self, passage: Passage, document: Document, topic: Mark | None
    ) -> Iterator[Statement]:
        subject = topic
        last = ""
        self._text = passage.text
        abbreviations = self._language.abbreviations
        ends = dict(split_with_items(passage.text, abbreviations))
        for start, end in split_sentences(passage.text, abbreviations):
            text = passage.text[start:end]
            words = self._sketch(text)
            is_naming = not words.isdisjoint(self._names)
            if self._marker.is_unclear(text, last):
                # What a pronoun may stand for, the next ones may too.
                continue
            last = text
            rules = self._fitting(words) if is_naming or subject else []
            if rules:
                before = subject
                sentence, subject = self._marker.mark(text, before, topic)
                spoken_of = [mark for mark in (subject, topic) if mark]
                source = passage, document, spoken_of
                yield from self._statements(sentence, rules, *source)
                if ends.get(start, end) > end:
                    whole = passage.text[start : ends[start]]
                    sentence, _ = self._marker.mark(whole, before, topic)
                    lists = [r for r in rules if r.relation.value == "list"]
                    yield from self._statements(sentence, lists, *source)
            elif is_naming:
                subject = self._marker.subject_behind(text, subject)
            if is_naming and self._strays(text, topic):
                subject = None if subject == topic else subject
                topic = None

    def _fitting(self, words: set[str]) -> list[_Rule]:
        return [self._rules[number] for number in self._screen.fitting(words)]

    def _sketch(self, text: str) -> set[str]:
        return sketch(text, self._language, code=self._code)

    def _needs(self, rule: _Rule) -> Needs:
        pronouns = self._language.words.get("referring", ())
        # "The treaty" may be a Protocol.
        wider = filter(None, map(self._gazetteer.parent, rule.relation.of))
        slots = {
            "entity": self._gazetteer.anchors({*rule.relation.of, *wider}).union(
                stem(word, self._code) for word in pronouns
            ),
            "date": DATE,
            "number": NUMBER,
        }
        if rule.relation.value in _VALUE_NEEDS:
            slots["value"] = _VALUE_NEEDS[rule.relation.value]
        return needs_of(rule.pattern, slots)

    def _statements(
        self,
        sentence: Sentence,
        rules: Iterable[_Rule],
        passage: Passage,
        document: Document,
        spoken_of: Sequence[Mark],
    ) -> Iterator[Statement]:
        for relation, group in groupby(rules, key=lambda rule: rule.relation):
            view = View(
                sentence,
                entities=relation.of,
                value=relation.value,
                breaks=self._language.words.get("conjunctions", ()),
                articles=self._language.words.get("articles", ()),
                joining=self._joining,
            )
            about = self._about(relation, spoken_of)
            seen = set()
            matches = list(self._matches(group, view, about))
            for match in matches:
                if relation.as_of and not self._is_whole_figure(match, view):
                    continue
                if _is_told_in_full(match, matches):
                    continue
                is_label = view.is_labelled(match.first, match.stop)
                source = self._dated(document, passage) if is_label else document
                found = _statement(match, relation, sentence, passage, source)
                if found and (found.entity, found.value) not in seen:
                    seen.add((found.entity, found.value))
                    yield found

    def _dated(self, document: Document, passage: Passage) -> Document:
        """Give a document with the date as at which it gives figures by their labels.

        It is the one in the passage ("Status as at 3 May 2031: ...") or the title;
        where several stand there, none is sure.
        """
        for text in (passage.text, passage.heading, document.title):
            found = {
                time.value.parts[-1]
                for time in find_times(text, self._language)
                if self._is_status_date(text[: time.start])
            }
            if found:
                return replace(document, date=found.pop() if len(found) == 1 else None)
        return document

    def _is_status_date(self, before: str) -> bool:
        words = self._language.words.get("status_date", ())
        return fold(before.rstrip()).endswith(tuple(f" {word}" for word in words))

    def _matches(
        self, rules: Iterable[_Rule], view: View, about: Mark | None
    ) -> Iterator[Match]:
        """Yield what is stated for certain, of `about` where no entity is named."""
        noun = view.sentence.noun
        for rule in rules:
            for match in match_pattern(rule.pattern, view):
                if not rule.is_implied:
                    if self._is_certain(match, view, rule):
                        yield match
                    continue
                # "Adoption: 3 May 2031 (resolution 85/7)" is said of no resolution.
                end = (
                    match.stop
                    if view.is_labelled(match.first, match.stop)
                    else len(view.tokens)
                )
                named = view.entities_before(end)
                if about is None or not named <= self._with_wholes(about):
                    continue
                is_within = noun and match.first <= noun.first < match.stop
                kinds = {about.kind, self._gazetteer.parent(about.kind)}
                is_same = noun is None or noun.kind in kinds or is_within
                if is_same and not self._is_doubtful(match, view, rule):
                    yield replace(match, slots={**match.slots, "entity": about})

    def _about(self, relation: Relation, spoken_of: Sequence[Mark]) -> Mark | None:
        """Give what a sentence without a name is about: a session, else its holder."""
        fitting = [mark for mark in spoken_of if mark.kind in relation.of]
        if fitting:
            # What the Conference does, it does at the session of the title.
            is_whole = fitting[0].entity in self._with_wholes(fitting[-1])
            return fitting[-1] if is_whole else fitting[0]
        for mark in filter(lambda m: self._topics.is_gathering(m.kind), spoken_of):
            holder = next(self._gazetteer.wholes(mark.entity, mark.kind), "")
            family = self._gazetteer.family(mark.entity, mark.kind)
            for kind in relation.of:
                if holder and family.get(kind) == holder:
                    return replace(mark, kind=kind, entity=holder)
        return None

    def _with_wholes(self, about: Mark) -> set[str]:
        """Give what is spoken of and what it belongs to: the session's Conference."""
        return {about.entity, *self._gazetteer.wholes(about.entity, about.kind)}

    def _is_doubtful(self, match: Match, view: View, rule: _Rule) -> bool:
        """Tell whether the words deny, or a typed value is only supposed.

        What the pattern itself spells denies nothing ("no reservations may be
        made"), and neither does the sign before a number ("No. 12").

        It is as doubtful where it holds for one State only ("entered into force on
        3 July 2005 for Peru"), or only roughly ("more than 140").
        """
        words = self._language.words
        said = view.tokens[: match.stop]
        denying = {
            token.norm
            for token, behind in zip_longest(said, said[1:])
            if token.stem not in rule.spelled
            and not (behind and behind.norm.isdecimal())
        }
        if not denying.isdisjoint(words.get("negation", ())):
            return True
        value = match.slots.get("value")
        if value is None and view.value == "text":
            return False
        if value is not None and value.kind == "name" and self._is_cut(value, view):
            return True
        supposing = (*words.get("unreal", ()), *words.get("unsettled", ()))
        first = value.first if value else match.first
        is_number = value is not None and value.kind == "number"
        before = view.tokens[max(first - _BEFORE, 0) : first]
        after = range(match.stop, match.stop + _BEHIND)
        # "For Peru the Protocol entered into force on 4 August 2034."
        opening = range(min(match.first, 1))
        return (
            not view.words_outside_times().isdisjoint(supposing)
            or (
                is_number
                and any(t.norm in words.get("approximating", ()) for t in before)
            )
            or any(self._is_limiting(at, view) for at in (*opening, *after))
        )

    def _is_limiting(self, position: int, view: View) -> bool:
        """Tell whether a word makes a value hold for one State, not "for two years"."""
        limiting = self._language.words.get("limiting", ())
        is_said = any(t.norm in limiting for t in view.tokens[position : position + 1])
        counts = (view.marks_at(position + 1, slot) for slot in ("number", "date"))
        return is_said and not any(counts)

    def _is_cut(self, name: Mark, view: View) -> bool:
        """Tell whether a name goes on: "the Ad Hoc Committee on Mineral Crime"."""
        tails = self._language.words.get("name_tails", ())
        behind = view.tokens[name.stop : name.stop + 2]
        is_tail = len(behind) > 1 and behind[0].norm in tails
        return is_tail and behind[1].text[0].isupper()

    def _is_whole_figure(self, match: Match, view: View) -> bool:
        """Tell whether a figure counts all there are, on a day that is known."""
        value = match.slots.get("value")
        is_figure = value is not None and value.kind == "number"
        ends = self._language.words.get("figure_ends", ()) if is_figure else ()
        last, behind = view.tokens[match.stop - 1], view.tokens[match.stop :][:1]
        is_narrowed = bool(ends) and any(
            token.start == last.end + 1 and token.norm not in ends for token in behind
        )
        return not is_narrowed and _is_datable(match, view)

    def _is_governed(self, entity: Mark, view: View) -> bool:
        """Tell whether a preposition before a name makes it no subject.

        At the start of a sentence "after" and "before" open a clause of their own,
        in which the name is one.
        """
        words = self._language.words
        before = self._words_before(view.tokens[: entity.first])
        last, is_first = "".join(before[-1:]), len(before) == 1
        governing = (*words.get("prepositions", ()), *words.get("governing", ()))
        times = (*words.get("before", ()), *words.get("after", ()))
        return last in governing or (last in times and not is_first)

    def _is_of_another(self, entity: Mark, match: Match, view: View) -> bool:
        """Tell whether a session is "its" session, and nothing says whose."""
        if not self._is_its(entity, view):
            return False
        owners = self._gazetteer.wholes(entity.entity, entity.kind)
        named = view.named_before(match.stop)
        return not any(owner in named for owner in owners)

    def _is_certain(self, match: Match, view: View, rule: _Rule) -> bool:
        """Tell whether the entity taken is the one that the words speak of.

        It is when no other entity stands before the words, or when nothing but
        auxiliaries stands between the entity and the words.
        """
        entity = match.slots.get("entity")
        if entity is None or self._is_doubtful(match, view, rule):
            return False
        is_subject = entity.first <= match.first + 1
        if is_subject and self._is_governed(entity, view):
            return False
        if self._is_of_another(entity, match, view):
            return False
        if self._is_perhaps_of_others(entity, match, view):
            return False
        if self._is_perhaps_another(entity, view):
            return False
        others = view.entities_before(entity.first) - {entity.entity}
        if not is_subject or not (others or _is_enclosed(entity, view)):
            return True
        following = view.tokens[entity.stop : entity.stop + 1]
        gap = view.sentence.text[view.tokens[entity.stop - 1].end :][:1]
        return bool(following) and (gap == " " or self._is_relative(following[0]))

    def _is_relative(self, token: Token) -> bool:
        return token.norm in self._language.words.get("question_words", ())


def _is_enclosed(entity: Mark, view: View) -> bool:
    """Tell whether commas part a name from the subject, which may be unknown.

    "The Lantern Treaty, supplementing the Convention, was adopted ..."
    """
    text = view.sentence.text
    before = _DASHES.split(text[: view.tokens[entity.first].start])[-1]
    return "," in before and text[view.tokens[entity.stop - 1].end :][:1] == ","


def _is_told_in_full(match: Match, matches: Iterable[Match]) -> bool:
    """Tell whether another match cuts out what this one takes the sentence for."""
    entity = match.slots["entity"].entity
    return "value" not in match.slots and any(
        "value" in other.slots and other.slots["entity"].entity == entity
        for other in matches
    )


def _number(mark: Mark) -> int:
    """Give the number of a numbered entity, 3 of `session-3`."""
    return int(mark.entity.rpartition("-")[2])


def _is_datable(match: Match, view: View) -> bool:
    """Tell whether the day for which a figure holds is known.

    A time elsewhere in the sentence may be its day: "in 2005, five years on, ...".
    """
    is_dated = "date" in match.slots
    return is_dated or not view.has_times_beside(match.slots.values())


def _statement(
    match: Match,
    relation: Relation,
    sentence: Sentence,
    passage: Passage,
    document: Document,
) -> Statement | None:
    value = _value(match, relation, sentence)
    as_of = _as_of(match, document) if relation.as_of else None
    if value is None or (relation.as_of and as_of is None):
        return None
    entity = match.slots["entity"].entity
    return drawn_from(
        passage, entity, relation.id, value, quote=sentence.text, as_of=as_of
    )


def _value(match: Match, relation: Relation, sentence: Sentence) -> Value | None:
    mark = match.slots.get("value")
    if relation.value in ("text", "list") and mark is None:
        return Value(relation.value, (sentence.text,))
    return mark.value if mark else None


def _as_of(match: Match, document: Document) -> str | None:
    date = match.slots.get("date")
    if date is not None and date.value is not None:
        return date.value.parts[-1]
    return document.date
