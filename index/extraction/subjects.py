"""What the sentences of a passage speak of, behind what the title names."""

from collections.abc import Sequence
from dataclasses import replace

from index.extraction.sentence import Mark, words_before
from index.extraction.texts import Text
from index.extraction.topics import TopicFinder
from index.language.mentions import Gazetteer, Mention
from index.vocabulary import Language, Relation


class Subjects:
    """Tells what is spoken of where a sentence names nothing."""

    def __init__(
        self, language: Language, gazetteer: Gazetteer, topics: TopicFinder
    ) -> None:
        """Take the names of entities, and what tells gatherings from other things."""
        self._gazetteer = gazetteer
        self._topics = topics
        words = language.words
        prepositions = frozenset(words.get("prepositions", ()))
        self._leads = prepositions.union(words.get("governing", ()))
        # "du" is both: a preposition and its article.
        self._articles = frozenset(words.get("articles", ())) - prepositions

    def strays(self, text: Text, topic: Mark) -> bool:
        """Tell whether a text speaks of something else of the topic's kind.

        Behind "the tenth session", "the session" need not be that of the title. A
        treaty that is only compared with ("since the Firearms Protocol") is not
        spoken of.
        """
        is_numbered = self._topics.is_numbered(topic.kind)
        return any(
            mention.entity not in (None, topic.entity)
            and mention.kind == topic.kind
            and (is_numbered or not self._is_led(mention, text))
            for mention in text.mentions
        )

    def _is_led(self, mention: Mention, text: Text) -> bool:
        """Tell whether a preposition or the like stands before a name."""
        before = words_before(text.tokens[: mention.first], self._articles)
        return "".join(before[-1:]) in self._leads

    def about(self, relation: Relation, spoken_of: Sequence[Mark]) -> Mark | None:
        """Give what a sentence without a name is about: a session, else its holder."""
        fitting = [mark for mark in spoken_of if mark.kind in relation.of]
        if fitting:
            # What the Conference does, it does at the session of the title.
            is_whole = fitting[0].entity in self.with_wholes(fitting[-1])
            return fitting[-1] if is_whole else fitting[0]
        for mark in filter(lambda m: self._topics.is_gathering(m.kind), spoken_of):
            holder = next(self._gazetteer.wholes(mark.entity, mark.kind), "")
            family = self._gazetteer.family(mark.entity, mark.kind)
            for kind in relation.of:
                if holder and family.get(kind) == holder:
                    return replace(mark, kind=kind, entity=holder)
        return None

    def with_wholes(self, about: Mark) -> set[str]:
        """Give what is spoken of and what it belongs to: the session's Conference."""
        return {about.entity, *self._gazetteer.wholes(about.entity, about.kind)}
