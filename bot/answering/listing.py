"""All entities of a kind that the documents date, such as every session of a body."""

from collections.abc import Iterator, Mapping

from bot.answering.facts import Facts
from bot.answering.reckoned import Reckoned
from bot.answering.said import Said, one_of
from bot.answering.spans import span_of_value
from bot.answering.timing import agrees
from bot.answering.wording import capitalized, fill, word_figure
from index.model import Statement
from index.questions.question import Question
from index.vocabulary import Kind, Language, Relation

# What is asked for by nothing but a kind and words for listing is as good as certain.
_CONFIDENCE = 0.9


class Lister:
    """Lists what follows each other in a series, by when each was."""

    def __init__(
        self,
        facts: Facts,
        kinds: Mapping[str, Kind],
        *,
        relations: Mapping[str, Relation],
        language: Language,
    ) -> None:
        """Take the statements, and the words that ask for all of a kind."""
        self._facts = facts
        self._relations = relations
        self._language = language
        self._kinds = {k.id: k for k in kinds.values() if k.numbered and k.part_of}
        words = language.words
        self._listing = frozenset(words.get("listing", ()))
        self._all = frozenset(words.get("every", ()))

    def listed(self, question: Question) -> Reckoned | None:
        """List the entities of the kind that a question asks for, the earliest first.

        "List all sessions" and "how many sessions were there after 2010?" ask for
        that; what has other words, or a number, asks for something else.
        """
        kind = next(self._asked(question), None)
        if kind is None or not self._asks_for_all(question):
            return None
        said = [
            one
            for one in self._said(kind)
            if agrees(one.statement, question) is not False
        ]
        is_counted = "number" in question.expects
        if not said or (is_counted and not self._is_complete(kind)):
            return None
        said.sort(key=lambda one: span_of_value(one.statement.value))
        noun = self._language.kinds[kind.parent or kind.id].plural[0]
        figure = word_figure(len(said), self._language)
        lead = self._language.words["series"][0]
        lead = fill(lead, kind=capitalized(noun), number=figure)
        return Reckoned(lead, tuple(said), _CONFIDENCE)

    def _asked(self, question: Question) -> Iterator[Kind]:
        """Yield the one kind that is asked for, of what is named if anything is."""
        if len(question.kinds) != 1:
            return
        for kind in self._kinds.values():
            is_asked = self._facts.is_kind(kind.id, question.kinds)
            wholes = question.entities or (self._default_of(question.kinds[0]),)
            if is_asked and wholes == (kind.part_of,):
                yield kind

    def _default_of(self, kind: str) -> str | None:
        return self._kinds[kind].part_of if kind in self._kinds else None

    def _asks_for_all(self, question: Question) -> bool:
        if question.is_polar or question.is_claim or question.numbers:
            return False
        if "place" in question.expects and "number" not in question.expects:
            return False
        named = [range(m.first, m.stop) for m in question.mentions]
        words = {
            token.norm
            for i, token in enumerate(question.tokens)
            if token in question.content and not any(i in span for span in named)
        }
        is_all = not self._all.isdisjoint(question.spoken)
        is_plural = any(m.plural for m in question.mentions if m.entity is None)
        return (is_all or is_plural) and words <= self._listing

    def _is_complete(self, kind: Kind) -> bool:
        """Tell whether the documents date all of a series, from the first on."""
        dated = {s.entity for s in self._facts.series(kind.id)}
        numbers = {e.number for e in map(self._facts.entity, dated) if e}
        return numbers == set(range(1, len(dated) + 1))

    def _said(self, kind: Kind) -> Iterator[Said]:
        series: dict[str, list[Statement]] = {}
        for statement in self._facts.series(kind.id):
            series.setdefault(statement.entity, []).append(statement)
        for stated in series.values():
            yield one_of(self._relations[stated[0].relation], stated)
