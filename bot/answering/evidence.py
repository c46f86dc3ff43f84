"""How well the words of a question are accounted for by a statement."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.answering.facts import Facts
from index.knowledge import Knowledge
from index.language.numbers import find_numbers
from index.language.times import find_times
from index.language.tokens import Token, tokenize
from index.model import Entity, Statement
from index.questions.question import Question
from index.questions.thesaurus import Thesaurus
from index.questions.training import Training
from index.vocabulary import Language


class Evidence:
    """Compares the words of questions with statements in one language."""

    def __init__(
        self,
        facts: Facts,
        knowledge: Knowledge,
        *,
        training: Training,
        code: str,
    ) -> None:
        """Note the words by which each relation and each entity is spoken of."""
        self._thesaurus = thesaurus = training.thesaurus
        language = knowledge.vocabulary.languages[code]
        self._facts = facts
        self._code = code
        self._gazetteer = training.gazetteer
        self._documents = knowledge.documents
        self._relations = knowledge.vocabulary.relations
        self._relation_words = _relation_words(language, thesaurus)
        self._known = frozenset().union(*self._relation_words.values())
        self._common = frozenset(language.words.get("common", ()))
        self._light = frozenset(language.words.get("light_verbs", ()))
        self._names = {
            entity.id: self._thesaurus.words(*_names(entity))
            for entity in knowledge.vocabulary.entities.values()
        }
        self._language = language
        self._told: dict[tuple[str, str], bool] = {}
        self._said: dict[str, frozenset[str]] = {}
        self._named = {id_: frozenset(e) for id_, e in training.named.items()}
        self._naming: dict[tuple[str, str], list[str]] = defaultdict(list)
        for statement in knowledge.statements:
            for entity in self.named_in(statement):
                key = statement.relation, entity
                self._naming[key].append(statement.id)
        self._quoted: dict[str, frozenset[str]] = {}

    def missing(self, question: Question, statement: Statement) -> tuple[Token, ...]:
        """Give the content of a question that a statement does not account for.

        A word is accounted for by the sentence, the value, the examples and the
        source's date, by the names of the entity and the wordings of the relation.
        """
        said = self._said_by(statement)
        return tuple(token for token in question.content if token.stem not in said)

    def lacking(self, question: Question, statement: Statement) -> Iterator[Token]:
        """Yield what is missing, verbs that only ask for a confirmation aside."""
        missing = self.missing(question, statement)
        return (token for token in missing if token.norm not in self._light)

    def share_in_order(self, statement: Statement, question: Question) -> float:
        """Give how much of a sentence a question says in the same order.

        Gives 0 where the order differs: who supplements whom is told by it.
        """
        said = self._ordered(statement)
        named = [(m.start, m.entity) for m in question.mentions if m.entity]
        asked = [one for one in named if one[1] in said]
        asked += [
            (t.start, t.stem) for t in question.content if t.norm not in self._light
        ]
        rest = iter(said)
        is_ordered = all(word in rest for _, word in sorted(asked))
        return len(asked) / len(said) if is_ordered and said else 0.0

    def has_item(self, statement: Statement, question: Question) -> bool:
        """Tell whether one item of a list has all that a question turns on."""
        turning = {t.stem for t in question.content if t.norm not in self._light}
        items = [self._thesaurus.words(item) for item in statement.value.parts]
        of_items = turning & frozenset().union(*items)
        others = turning - of_items - self._relation_words[statement.relation]
        return bool(of_items) and not others and any(of_items <= i for i in items)

    def quoted_share(self, question: Question, statement: Statement) -> float:
        """Give the share of a question's content that stands in the sentence."""
        if not question.content:
            return 0.0
        said = self._words_of(statement)
        return sum(t.stem in said for t in question.content) / len(question.content)

    def is_common(self, token: Token) -> bool:
        """Tell whether a word has no subject matter of its own."""
        return token.norm in self._common

    def is_known(self, token: Token) -> bool:
        """Tell whether some relation is asked for with this word."""
        return token.stem in self._known

    def quotes(self, statement: Statement, text: str) -> bool:
        """Tell whether a statement's sentence or date has all words of a text."""
        return self._thesaurus.words(text) <= self._said_by(statement)

    def bears_out(self, statement: Statement, question: Question) -> bool:
        """Tell whether a sentence has all the words that a question turns on.

        Verbs that only ask for a confirmation ("does it require ...") are no such
        words, nor are those that name the relation of a list. Of a list only the
        items count, for its sentence may say more.
        """
        turning = [t for t in question.content if t.norm not in self._light]
        said = self._words_of(statement)
        if statement.value.kind == "list":
            items = self._thesaurus.words(*statement.value.parts)
            said = items | self._relation_words[statement.relation]
            turning = turning if any(t.stem in items for t in turning) else []
        return bool(turning) and all(token.stem in said for token in turning)

    def speaks_of(self, statement: Statement, entity: str) -> bool:
        """Tell whether a statement is of an entity, its part or whole, or names it."""
        if entity == statement.entity:
            return True
        stated = self._facts.entity(statement.entity)
        named = self._facts.entity(entity)
        is_part = stated is not None and stated.part_of == entity
        is_whole = named is not None and named.part_of == statement.entity
        return is_part or is_whole or entity in self.named_in(statement)

    def names_other(self, statement: Statement, entity: str) -> bool:
        """Tell whether a sentence names another of the entity's kind in its place.

        "Is the Conference based on article 23?" is answered by article 32.
        """
        kind = self._facts.kind_of(entity)
        named = self.named_in(statement) - {statement.entity}
        return entity not in named and kind in {self._facts.kind_of(e) for e in named}

    def is_about(self, statement: Statement, kind: str) -> bool:
        """Tell whether a statement is of an entity of a kind, or names one."""
        named = {statement.entity, *self.named_in(statement)}
        return any(self._facts.is_of(entity, (kind,)) for entity in named)

    def has_words(self, statement: Statement, text: str) -> bool:
        """Tell whether a statement's sentence or its relation has all words of a text.

        "How many resolutions" asks for a number of them, and for none.
        """
        said = self._words_of(statement) | self._relation_words[statement.relation]
        return self._thesaurus.words(text) <= said

    def is_rival(self, statement: Statement, entity: str) -> bool:
        """Tell whether an entity could stand in the place of the statement's.

        One that the data does not know at all counts as such.
        """
        relation = self._relations[statement.relation]
        return entity not in self._names or self._facts.is_of(entity, relation.of)

    def tells(self, statement: Statement, kind: str) -> bool:
        """Tell whether the sentence of a text holds a date or a number.

        The numbers of articles, sessions and dates count nothing.
        """
        if statement.value.kind != "text" or kind not in {"date", "number"}:
            return False
        key = statement.id, kind
        if key not in self._told:
            self._told[key] = self._holds(statement.quote, kind)
        return self._told[key]

    def _holds(self, text: str, kind: str) -> bool:
        times = find_times(text, self._language)
        if kind == "date":
            return bool(times)
        tokens = tokenize(text, self._code)
        taken = [(time.start, time.end) for time in times]
        taken += [(m.start, m.end) for m in self._gazetteer.find(text, tokens)]
        return any(
            not any(start <= number.start < end for start, end in taken)
            for number in find_numbers(text, self._language, tokens)
        )

    def named_in(self, statement: Statement) -> frozenset[str]:
        """Give the entities that a statement's sentence names."""
        if statement.id not in self._named:
            self._named[statement.id] = self._gazetteer.named_in(statement.quote)
        return self._named[statement.id]

    def naming(self, relation: str, entities: Iterable[str]) -> Iterator[Statement]:
        """Yield the statements of a relation that name one of the entities."""
        ids = dict.fromkeys(i for e in entities for i in self._naming[relation, e])
        return (self._facts.by_id[id_] for id_ in ids)

    def _ordered(self, statement: Statement) -> Sequence[str]:
        """Give the words and the entities of a sentence in their order."""
        tokens = tokenize(statement.quote, self._code)
        mentions = self._gazetteer.find(statement.quote, tokens)
        within = {i for m in mentions for i in range(m.first, m.stop)}
        silent = {*self._language.stop_words, *self._light}
        found = [(m.first, m.entity or m.kind) for m in mentions]
        found += [
            (i, self._thesaurus.head(token.stem))
            for i, token in enumerate(tokens)
            if i not in within and token.norm not in silent
        ]
        return [word for _, word in sorted(found)]

    def _words_of(self, statement: Statement) -> frozenset[str]:
        """Give the words of a statement's sentence and value."""
        if statement.id not in self._quoted:
            self._quoted[statement.id] = self._thesaurus.words(
                statement.quote, *statement.value.parts
            )
        return self._quoted[statement.id]

    def _said_by(self, statement: Statement) -> frozenset[str]:
        if statement.id not in self._said:
            self._said[statement.id] = (
                self._words_of(statement)
                | self._thesaurus.words(
                    *statement.examples, self._documents[statement.document].date or ""
                )
                | self._relation_words[statement.relation]
                | self._names.get(statement.entity, frozenset())
            )
        return self._said[statement.id]


def _relation_words(
    language: Language, thesaurus: Thesaurus
) -> Mapping[str, frozenset[str]]:
    return {
        relation: thesaurus.words(worded.label, *worded.questions)
        for relation, worded in language.relations.items()
    }


def _names(entity: Entity) -> Iterable[str]:
    return (alias for names in entity.aliases.values() for alias in names)
