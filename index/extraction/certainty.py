"""What a sentence says for certain, of the thing that it names."""

import re
from collections.abc import Iterable
from itertools import zip_longest

from index.extraction.others import is_its, number_of
from index.extraction.patterns import Match
from index.extraction.rules import Rule
from index.extraction.sentence import Mark, View, words_before
from index.extraction.setting import DocumentRead, Setting
from index.extraction.texts import Text
from index.language.mentions import Gazetteer
from index.language.tokens import fold
from index.vocabulary import Kind, KindWords, Language

_DASHES = re.compile(r"--|[–—:;]")
# How far from a value stand the words that make it hold roughly, or for few.
_BEFORE, _BEHIND = 2, 3


class Certainty:
    """Tells what is certain from what is not, in one language."""

    def __init__(
        self, kinds: Iterable[Kind], language: Language, gazetteer: Gazetteer
    ) -> None:
        """Take all kinds; those that are numbered may be of other bodies."""
        self._language = language
        self._gazetteer = gazetteer
        self._numbered = {
            kind.id
            for kind in kinds
            if kind.numbered and kind.part_of and kind.id in language.kinds
        }
        self._negation = self._words("negation")
        self._supposing = self._words("unreal", "unsettled")
        self._approximating = self._words("approximating")
        self._limiting = self._words("limiting")
        self._figure_ends = self._words("figure_ends")
        self._name_tails = self._words("name_tails")
        self._relative = self._words("question_words")
        self._governing = self._words("prepositions", "governing")
        self._times = self._words("before", "after")
        # "du" is both: a preposition and its article.
        self._articles = self._words("articles") - self._words("prepositions")

    def _words(self, *keys: str) -> frozenset[str]:
        words = self._language.words
        return frozenset(word for key in keys for word in words.get(key, ()))

    def is_certain(
        self, match: Match, view: View, rule: Rule, *, setting: Setting
    ) -> bool:
        """Tell whether the entity taken is the one that the words speak of.

        It is when no other entity stands before the words, or when nothing but
        auxiliaries stands between the entity and the words.
        """
        entity = match.slots.get("entity")
        if entity is None or self.is_doubtful(match, view, rule):
            return False
        is_subject = entity.first <= match.first + 1
        if is_subject and self._is_governed(entity, view):
            return False
        if self._is_perhaps_of_others(entity, match, view, setting.document):
            return False
        if self._is_perhaps_another(entity, view, setting.passage.text):
            return False
        others = view.entities_before(entity.first) - {entity.entity}
        if not is_subject or not (others or _is_enclosed(entity, view)):
            return True
        following = view.tokens[entity.stop : entity.stop + 1]
        gap = view.sentence.text[view.tokens[entity.stop - 1].end :][:1]
        is_relative = any(token.norm in self._relative for token in following)
        return bool(following) and (gap == " " or is_relative)

    def is_doubtful(self, match: Match, view: View, rule: Rule) -> bool:
        """Tell whether the words deny, or a typed value is only supposed.

        What the pattern itself spells denies nothing ("no reservations may be
        made"), and neither does the sign before a number ("No. 12").

        It is as doubtful where it holds for one State only ("entered into force on
        3 July 2005 for Peru"), or only roughly ("more than 140").
        """
        if self._is_denied(match, view, rule):
            return True
        value = match.slots.get("value")
        if value is None and view.value == "text":
            return False
        return (
            not view.words_outside_times().isdisjoint(self._supposing)
            or (value is not None and self._is_inexact(value, view))
            or self._is_limited(match, view)
        )

    def is_whole_figure(self, match: Match, view: View) -> bool:
        """Tell whether a figure counts all there are, on a day that is known."""
        value = match.slots.get("value")
        is_figure = value is not None and value.kind == "number"
        last, behind = view.tokens[match.stop - 1], view.tokens[match.stop :][:1]
        is_narrowed = bool(is_figure and self._figure_ends) and any(
            token.start == last.end + 1 and token.norm not in self._figure_ends
            for token in behind
        )
        return not is_narrowed and _is_datable(match, view)

    def _is_denied(self, match: Match, view: View, rule: Rule) -> bool:
        said = view.tokens[: match.stop]
        return any(
            token.norm in self._negation
            and token.stem not in rule.spelled
            and not (behind and behind.norm.isdecimal())
            for token, behind in zip_longest(said, said[1:])
        )

    def _is_inexact(self, value: Mark, view: View) -> bool:
        """Tell whether a figure is rough, or a name goes on: "Committee on Crime"."""
        if value.kind == "number":
            before = view.tokens[max(value.first - _BEFORE, 0) : value.first]
            return any(token.norm in self._approximating for token in before)
        behind = view.tokens[value.stop : value.stop + 2]
        is_tail = len(behind) > 1 and behind[0].norm in self._name_tails
        return value.kind == "name" and is_tail and behind[1].text[0].isupper()

    def _is_limited(self, match: Match, view: View) -> bool:
        """Tell whether a value holds for one State, which is not "for two years".

        "For Peru the Protocol entered into force on 4 August 2034."
        """
        opening = range(min(match.first, 1))
        return any(
            view.tokens[at].norm in self._limiting
            and not any(view.marks_at(at + 1, slot) for slot in ("number", "date"))
            for at in (*opening, *range(match.stop, match.stop + _BEHIND))
            if at < len(view.tokens)
        )

    def _is_governed(self, entity: Mark, view: View) -> bool:
        """Tell whether a preposition before a name makes it no subject.

        At the start of a sentence "after" and "before" open a clause of their own,
        in which the name is one.
        """
        before = words_before(view.tokens[: entity.first], self._articles)
        last, is_first = "".join(before[-1:]), len(before) == 1
        return last in self._governing or (last in self._times and not is_first)

    def _is_perhaps_of_others(
        self, entity: Mark, match: Match, view: View, document: DocumentRead
    ) -> bool:
        """Tell whether a session may be one of another body.

        It is where it is "its" session and nothing says whose, and where a bare
        "third session" may follow the second of another body.
        """
        owners = {*self._gazetteer.wholes(entity.entity, entity.kind)}
        is_owned = not view.named_before(match.stop).isdisjoint(owners)
        if is_its(entity, view.sentence, self._language) and not is_owned:
            return True
        if entity.kind not in self._numbered or is_owned:
            return False
        last = view.tokens[entity.stop - 1].norm
        if last not in self._language.kinds[entity.kind].heads:
            return False
        number = number_of(entity)
        beside = range(number - 1, number + 2)
        return any((entity.kind, n) in document.counted_by_others for n in beside)

    def _is_perhaps_another(self, entity: Mark, view: View, text: Text) -> bool:
        """Tell whether "the Convention" may be another one that the passage names."""
        words = self._language.kinds.get(entity.kind, KindWords())
        name = " ".join(t.norm for t in view.tokens[entity.first : entity.stop])
        is_bare = name in map(fold, words.singular)
        return is_bare and any(other.kind == entity.kind for other in text.others)


def _is_enclosed(entity: Mark, view: View) -> bool:
    """Tell whether commas part a name from the subject, which may be unknown.

    "The Lantern Treaty, supplementing the Convention, was adopted ..."
    """
    text = view.sentence.text
    before = _DASHES.split(text[: view.tokens[entity.first].start])[-1]
    return "," in before and text[view.tokens[entity.stop - 1].end :][:1] == ","


def _is_datable(match: Match, view: View) -> bool:
    """Tell whether the day for which a figure holds is known.

    A time elsewhere in the sentence may be its day: "in 2005, five years on, ...".
    """
    is_dated = "date" in match.slots
    return is_dated or not view.has_times_beside(match.slots.values())
