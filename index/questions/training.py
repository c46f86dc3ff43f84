"""From the vocabulary and the records to a reader of questions and its examples."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from index.knowledge import Knowledge
from index.language.mentions import Gazetteer
from index.language.tokens import stem, tokenize
from index.model import Entity
from index.questions.examples import Example, ExampleIndex
from index.questions.lesson import Lesson
from index.questions.naming import Naming
from index.questions.reader import QuestionReader
from index.questions.spelling import Speller, load_dictionary
from index.questions.thesaurus import Thesaurus
from index.vocabulary import Language

REFUSAL = "refusal:"


@dataclass(frozen=True, slots=True)
class Training:
    """A reader of questions, and what it knows of examples, names and synonyms.

    `named` holds, by the id of a statement, the entities that its sentence names.
    """

    reader: QuestionReader
    naming: Naming
    examples: ExampleIndex
    gazetteer: Gazetteer
    thesaurus: Thesaurus
    named: Mapping[str, Collection[str]]


@dataclass(frozen=True, slots=True)
class _Tools:
    reader: QuestionReader
    naming: Naming
    gazetteer: Gazetteer
    thesaurus: Thesaurus


def learn(knowledge: Knowledge, code: str) -> Lesson:
    """Read every example question of a language as if somebody had asked it.

    The targets are relations, statements (for their own examples) and, with the
    prefix `REFUSAL`, reasons for refusal. That takes a second for ten thousand
    questions, so it is done once, when a generation is built.
    """
    language = knowledge.vocabulary.languages[code]
    asked = tuple(_asked(knowledge, language))
    dictionary = load_dictionary(code)
    words = Counter(_words(knowledge, language))
    words += Counter(w for w in language.words.get("common", ()) if w in dictionary)
    words += Counter(w for w in _asked_words(asked) if w in dictionary or w in words)
    tools = _tools(knowledge, code, words, dictionary)
    reader = tools.reader
    examples = {
        Example(target, units): None
        for targets, text in asked
        for units in [reader.read_example(text)]
        for target in targets
    }
    named = {
        statement.id: sorted(tools.gazetteer.named_in(statement.quote))
        for statement in knowledge.statements
    }
    return Lesson(dict(words), named, ExampleIndex.of(examples).pack())


def train(knowledge: Knowledge, code: str, lesson: Lesson) -> Training:
    """Make ready to read questions of a language, by what was learned of it."""
    tools = _tools(knowledge, code, lesson.words, load_dictionary(code))
    return Training(
        reader=tools.reader,
        naming=tools.naming,
        examples=ExampleIndex(lesson.examples),
        gazetteer=tools.gazetteer,
        thesaurus=tools.thesaurus,
        named=lesson.named,
    )


def _tools(
    knowledge: Knowledge,
    code: str,
    words: Mapping[str, int],
    dictionary: Container[str],
) -> _Tools:
    vocabulary = knowledge.vocabulary
    language = vocabulary.languages[code]
    stems = frozenset(stem(word, code) for word in words)
    gazetteer = Gazetteer(vocabulary, knowledge.entities, code)
    naming = Naming(
        language,
        gazetteer=gazetteer,
        known=stems,
        stated=_stated(knowledge, code),
        places=_places(knowledge),
        kinds=vocabulary.kinds,
    )
    speller = Speller(words, known=stems, dictionary=dictionary, language=code)
    thesaurus = Thesaurus(language.synonyms, code)
    reader = QuestionReader(
        language, code=code, naming=naming, speller=speller, thesaurus=thesaurus
    )
    return _Tools(reader, naming, gazetteer, thesaurus)


def _asked(
    knowledge: Knowledge, language: Language
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the example questions, each behind its targets.

    The examples of a statement are examples of its relation too, unless its
    relation has none of its own: then it only gathers single facts.
    """
    for relation, words in language.relations.items():
        yield from (((relation,), question) for question in words.questions)
    for statement in knowledge.statements:
        shared = language.relations[statement.relation].questions
        targets = (statement.id, statement.relation) if shared else (statement.id,)
        yield from ((targets, question) for question in statement.examples)
    for reason, questions in language.refusals.items():
        yield from (((REFUSAL + reason,), question) for question in questions)


def _asked_words(asked: Iterable[tuple[tuple[str, ...], str]]) -> Iterator[str]:
    for _, text in asked:
        yield from (token.norm for token in tokenize(text, ""))


def _words(knowledge: Knowledge, language: Language) -> Iterator[str]:
    """Yield the folded words of the vocabulary and of what is stated."""
    yield from (*language.months, *language.ordinals, *language.numbers)
    yield from language.stop_words
    for head, words in language.synonyms.items():
        yield from (head, *words)
    texts = [*language.padding, *_phrases(language)]
    texts += [s.quote for s in knowledge.statements]
    for entity in knowledge.entities.values():
        texts += _names(entity)
    for text in texts:
        yield from (token.norm for token in tokenize(text, ""))


def _phrases(language: Language) -> Iterator[str]:
    for phrases in language.asks.values():
        yield from phrases
    for name, phrases in language.words.items():
        yield from phrases if name != "common" else ()
    for kind in language.kinds.values():
        yield from (*kind.singular, *kind.plural, *kind.aliases)


def _names(entity: Entity) -> Iterator[str]:
    for names in (*entity.aliases.values(), *entity.hints.values()):
        yield from names


def _stated(knowledge: Knowledge, code: str) -> frozenset[str]:
    quotes = (statement.quote for statement in knowledge.statements)
    return frozenset(token.stem for quote in quotes for token in tokenize(quote, code))


def _places(knowledge: Knowledge) -> frozenset[str]:
    """Give the places that something is said of, part by part."""
    return frozenset(
        part.strip()
        for statement in knowledge.statements
        if statement.value.kind == "place"
        for part in statement.value.parts[0].split(",")
    )
