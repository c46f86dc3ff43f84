"""From the vocabulary and the records to a reader of questions and its examples."""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from index.knowledge import Knowledge
from index.language.detection import LanguageDetector
from index.language.mentions import Gazetteer
from index.language.tokens import Token, norms, stem, stems, tokenize
from index.model import Document, Entity, Statement
from index.questions.asking import Asking
from index.questions.examples import Example, ExampleIndex
from index.questions.lesson import Lesson
from index.questions.naming import Naming
from index.questions.reader import Abroad, QuestionReader
from index.questions.spelling import Speller, load_dictionary
from index.questions.thesaurus import Thesaurus
from index.vocabulary import Language

REFUSAL = "refusal:"


@dataclass(frozen=True, slots=True)
class _Asked:
    """An example question of a statement, and its words in its own language."""

    statement: Statement
    text: str
    code: str
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class _Tools:
    """What questions and examples of one language are read with."""

    reader: QuestionReader
    naming: Naming
    gazetteer: Gazetteer
    thesaurus: Thesaurus


@dataclass(frozen=True, slots=True)
class Training(_Tools):
    """A reader of questions, and what it knows of examples, names and synonyms.

    `named` holds, by the id of a statement, the entities that its sentence names.
    """

    examples: ExampleIndex
    named: Mapping[str, Collection[str]]


def learn_all(knowledge: Knowledge) -> Iterator[tuple[str, Lesson]]:
    """Yield the lesson of each language behind its code."""
    stated = tuple(_examples(knowledge))
    for code in knowledge.vocabulary.languages:
        yield code, _learn(knowledge, code, stated)


def learn(knowledge: Knowledge, code: str) -> Lesson:
    """Read every example question of a language as if somebody had asked it.

    The targets are relations, statements (for their own examples) and, with the
    prefix `REFUSAL`, reasons for refusal. That takes a second for ten thousand
    questions, so it is done once, when a generation is built.
    """
    return _learn(knowledge, code, tuple(_examples(knowledge)))


def _learn(knowledge: Knowledge, code: str, stated: Sequence[_Asked]) -> Lesson:
    language = knowledge.vocabulary.languages[code]
    asked = tuple(_asked(language, code, stated))
    dictionary = load_dictionary(code)
    words = Counter(_words(knowledge, code))
    words += Counter(w for w in language.words.get("common", ()) if w in dictionary)
    spoken = Counter(token.norm for _, _, tokens in asked for token in tokens)
    words += {w: n for w, n in spoken.items() if w in dictionary or w in words}
    tools = _tools(knowledge, code, words, dictionary)
    reader = tools.reader
    read = [(targets, reader.read_example(text, t)) for targets, text, t in asked]
    if language.glossary:
        read += _read_abroad(knowledge, code, reader, stated)
    examples = {
        Example(target, units): None for targets, units in read for target in targets
    }
    quotes = dict.fromkeys(statement.quote for statement in knowledge.statements)
    named_in = {quote: sorted(tools.gazetteer.named_in(quote)) for quote in quotes}
    named = {s.id: named_in[s.quote] for s in knowledge.statements}
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
    thesaurus = Thesaurus(language.synonyms, code, language.glossary)
    reader = QuestionReader(
        language, code=code, naming=naming, speller=speller, thesaurus=thesaurus
    )
    return _Tools(reader, naming, gazetteer, thesaurus)


def _asked(
    language: Language, code: str, stated: Iterable[_Asked]
) -> Iterator[tuple[tuple[str, ...], str, tuple[Token, ...]]]:
    """Yield the example questions of a language, each behind its targets."""
    for relation, words in language.relations.items():
        for text in words.questions:
            yield (relation,), text, tokenize(text, code)
    for asked in stated:
        if asked.code == code:
            yield _targets(asked.statement, language), asked.text, asked.tokens
    for reason, questions in language.refusals.items():
        for text in questions:
            yield (REFUSAL + reason,), text, tokenize(text, code)


def _examples(knowledge: Knowledge) -> Iterator[_Asked]:
    """Yield the examples of statements with their language.

    In doubt they are in the language of the document.
    """
    detector = LanguageDetector(knowledge.vocabulary.languages)
    for statement in knowledge.statements:
        own = knowledge.documents[statement.document].language
        for text in statement.examples:
            code = detector.choose((text,), hint=own) or own
            yield _Asked(statement, text, code, tokenize(text, code))


def _targets(statement: Statement, language: Language) -> tuple[str, ...]:
    """Give what an example of a statement is an example of.

    Its relation too, unless that has none of its own: then it only gathers facts.
    """
    shared = language.relations[statement.relation].questions
    return (statement.id, statement.relation) if shared else (statement.id,)


def _read_abroad(
    knowledge: Knowledge,
    code: str,
    reader: QuestionReader,
    stated: Iterable[_Asked],
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Read examples in other languages, whose words the glossary has."""
    languages = knowledge.vocabulary.languages
    abroad = {
        other: Abroad(
            Asking(language, other),
            frozenset(stem(word, code) for word in language.stop_words),
        )
        for other, language in languages.items()
        if other != code
    }
    for asked in stated:
        if asked.code in abroad:
            targets = _targets(asked.statement, languages[code])
            yield (
                targets,
                reader.read_abroad(asked.text, asked.tokens, abroad[asked.code]),
            )


def _words(knowledge: Knowledge, code: str) -> Iterator[str]:
    """Yield the folded words of the vocabulary and of what is stated in a language."""
    language = knowledge.vocabulary.languages[code]
    yield from (*language.months, *language.ordinals, *language.numbers)
    yield from language.stop_words
    for head, words in language.synonyms.items():
        yield from (head, *words)
    texts = [*language.padding, *_phrases(language)]
    documents = knowledge.documents
    texts += [s.quote for s in knowledge.statements if _is_in(documents, s, code)]
    for entity in knowledge.entities.values():
        texts += _names(entity, code)
    for text in texts:
        yield from norms(text)


def _phrases(language: Language) -> Iterator[str]:
    for phrases in language.asks.values():
        yield from phrases
    for name, phrases in language.words.items():
        yield from phrases if name != "common" else ()
    for kind in language.kinds.values():
        yield from (*kind.singular, *kind.plural, *kind.aliases)


def _is_in(documents: Mapping[str, Document], statement: Statement, code: str) -> bool:
    return documents[statement.document].language == code


def _names(entity: Entity, code: str) -> Iterator[str]:
    for names in entity.aliases.values():
        yield from names
    yield from entity.hints.get(code, ())


def _stated(knowledge: Knowledge, code: str) -> frozenset[str]:
    quotes = {statement.quote for statement in knowledge.statements}
    return frozenset(stem for quote in quotes for stem in stems(quote, code))


def _places(knowledge: Knowledge) -> frozenset[str]:
    """Give the places that something is said of, part by part."""
    return frozenset(
        part.strip()
        for statement in knowledge.statements
        if statement.value.kind == "place"
        for part in statement.value.parts[0].split(",")
    )
