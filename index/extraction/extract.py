"""Statements drawn from the sentences of a document."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from index.extraction.certainty import Certainty
from index.extraction.drawn import statement_of
from index.extraction.marking import Marker
from index.extraction.others import OthersFinder
from index.extraction.patterns import Match, match_pattern
from index.extraction.rules import Rule, Rules
from index.extraction.sentence import Grammar, Mark, Sentence, View
from index.extraction.setting import DocumentRead, PassageRead, Setting
from index.extraction.status_dates import with_status_date
from index.extraction.subjects import Subjects
from index.extraction.tables import TableReader
from index.extraction.texts import Text
from index.extraction.topics import TopicFinder
from index.language.mentions import Gazetteer
from index.model import Document, Passage, Statement
from index.vocabulary import Language, Relation, Vocabulary


class Extractor:
    """Draws statements from passages in one language by its sentence patterns.

    What it draws from a document follows from nothing but the document, the
    vocabulary and the entities that are known; it keeps nothing of it.
    """

    def __init__(self, vocabulary: Vocabulary, gazetteer: Gazetteer) -> None:
        """Compile the patterns of the language in which the names are."""
        kinds = vocabulary.kinds
        self._language: Language = vocabulary.languages[gazetteer.code]
        self._gazetteer = gazetteer
        self._grammar = Grammar.of(self._language)
        self._marker = Marker(gazetteer, self._language)
        self._tables = TableReader(vocabulary, gazetteer)
        self._rules = Rules(vocabulary.relations.values(), self._language, gazetteer)
        self._names = gazetteer.anchors(kinds)
        self._others = OthersFinder(
            kinds.values(), self._language, gazetteer=gazetteer, marker=self._marker
        )
        self._topics = TopicFinder(
            kinds, self._language, gazetteer=gazetteer, marker=self._marker
        )
        self._subjects = Subjects(self._language, gazetteer, self._topics)
        self._certainty = Certainty(kinds.values(), self._language, gazetteer)

    def extract(
        self, document: Document, passages: Iterable[Passage]
    ) -> Iterator[Statement]:
        """Yield what a document's sentences state, in reading order.

        A statement whose entity or date cannot be told for certain is left out. What
        the title names is what a passage speaks of, until it names something else.
        """
        whole = DocumentRead(document, [*passages], self._read, others=self._others)
        topic = self._topics.find(whole)
        strays = False
        for passage in whole.passages():
            yield from self._tables.read(passage.passage, document)
            before, strays = strays, self._strays(passage.text, topic)
            # Without any name a pronoun stands for nothing.
            is_named = topic is not None or self._is_naming(passage.text)
            if is_named and self._rules.fitting(passage.text.words):
                setting = Setting(passage, whole)
                yield from self._passage_statements(setting, None if before else topic)

    def _read(self, passage: Passage) -> PassageRead:
        return PassageRead(passage, self._language, self._text)

    def _text(self, text: str) -> Text:
        return Text(text, self._gazetteer, self._language)

    def _is_naming(self, text: Text) -> bool:
        return not self._names.isdisjoint(text.words)

    def _strays(self, text: Text, topic: Mark | None) -> bool:
        return (
            topic is not None
            and self._is_naming(text)
            and self._subjects.strays(text, topic)
        )

    def _passage_statements(
        self, setting: Setting, topic: Mark | None
    ) -> Iterator[Statement]:
        subject = topic
        last = self._text("")
        for said in setting.passage.sentences:
            text = said.sentence
            if self._marker.is_unclear(text, last):
                # What a pronoun may stand for, the next ones may too.
                continue
            last = text
            is_naming = self._is_naming(text)
            rules = self._rules.fitting(text.words) if is_naming or subject else []
            if rules:
                before = subject
                sentence, subject = self._marker.mark(text, before, topic)
                spoken_of = [mark for mark in (subject, topic) if mark]
                yield from self._statements(sentence, rules, setting, spoken_of)
                if said.with_list != text.text:
                    whole = self._text(said.with_list)
                    sentence, _ = self._marker.mark(whole, before, topic)
                    lists = [r for r in rules if r.relation.value == "list"]
                    yield from self._statements(sentence, lists, setting, spoken_of)
            elif is_naming:
                subject = self._marker.subject_behind(text, subject)
            if self._strays(text, topic):
                subject = None if subject == topic else subject
                topic = None

    def _statements(
        self,
        sentence: Sentence,
        rules: Iterable[Rule],
        setting: Setting,
        spoken_of: Sequence[Mark],
    ) -> Iterator[Statement]:
        for relation, group in groupby(rules, key=lambda rule: rule.relation):
            view = View(sentence, relation, self._grammar)
            about = self._subjects.about(relation, spoken_of)
            matches = list(self._matches(group, view, about, setting))
            yield from self._stated(relation, matches, view, setting)

    def _stated(
        self,
        relation: Relation,
        matches: Sequence[Match],
        view: View,
        setting: Setting,
    ) -> Iterator[Statement]:
        seen = set()
        for match in matches:
            if relation.as_of and not self._certainty.is_whole_figure(match, view):
                continue
            if _is_told_in_full(match, matches):
                continue
            passage, document = setting.passage.passage, setting.document.document
            if view.is_labelled(match.first, match.stop):
                document = with_status_date(document, passage, self._language)
            found = statement_of(
                match, relation, view.sentence.text, passage=passage, document=document
            )
            if found and (found.entity, found.value) not in seen:
                seen.add((found.entity, found.value))
                yield found

    def _matches(
        self, rules: Iterable[Rule], view: View, about: Mark | None, setting: Setting
    ) -> Iterator[Match]:
        """Yield what is stated for certain, of `about` where no entity is named."""
        for rule in rules:
            for match in match_pattern(rule.pattern, view, rule.openings):
                if rule.is_implied:
                    if about and self._is_implied_of(about, match, view, rule=rule):
                        yield replace(match, slots={**match.slots, "entity": about})
                elif self._certainty.is_certain(match, view, rule, setting=setting):
                    yield match

    def _is_implied_of(
        self, about: Mark, match: Match, view: View, *, rule: Rule
    ) -> bool:
        return self._is_about(match, view, about) and not self._certainty.is_doubtful(
            match, view, rule
        )

    def _is_about(self, match: Match, view: View, about: Mark) -> bool:
        """Tell whether nothing else is named that the words may be said of."""
        # "Adoption: 3 May 2031 (resolution 85/7)" is said of no resolution.
        is_label = view.is_labelled(match.first, match.stop)
        named = view.entities_before(match.stop if is_label else len(view.tokens))
        if not named <= self._subjects.with_wholes(about):
            return False
        noun = view.sentence.noun
        is_within = noun is not None and match.first <= noun.first < match.stop
        kinds = (about.kind, self._gazetteer.parent(about.kind))
        return noun is None or noun.kind in kinds or is_within


def _is_told_in_full(match: Match, matches: Iterable[Match]) -> bool:
    """Tell whether another match cuts out what this one takes the sentence for."""
    entity = match.slots["entity"].entity
    return "value" not in match.slots and any(
        "value" in other.slots and other.slots["entity"].entity == entity
        for other in matches
    )
