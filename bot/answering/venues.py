"""Which entity is meant by the place where it was: "the Nairobi session"."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.answering.facts import Facts
from index.language.tokens import norms
from index.questions.phrases import Phrase, PhraseBook


class Venues:
    """The places where one entity of its kind was, and no other one."""

    def __init__(self, facts: Facts, kinds: Sequence[str]) -> None:
        """Gather the places of the kinds' entities."""
        self._only = {kind: _only(facts, kind) for kind in kinds}
        self._phrases = PhraseBook({p for met in self._only.values() for p in met})

    def find(self, words: Sequence[str]) -> dict[int, tuple[int, Phrase]]:
        """Find places among folded words: by their first word the one behind."""
        found = self._phrases.find(words)
        return {start: (start + len(phrase), phrase) for start, phrase in found}

    def met_at(self, kind: str, place: Phrase) -> str | None:
        """Give the one entity of a kind that was at a place."""
        return self._only.get(kind, {}).get(place)


def _only(facts: Facts, kind: str) -> Mapping[Phrase, str]:
    met: dict[Phrase, set[str]] = defaultdict(set)
    for statement in facts.places(kind):
        # "Lima, Peru" is called Lima.
        town = norms(statement.value.parts[0].partition(",")[0])
        met[tuple(town)].add(statement.entity)
    return {place: min(there) for place, there in met.items() if len(there) == 1}
