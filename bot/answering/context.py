"""What a chat has been about, for questions that lean on earlier ones."""

from dataclasses import dataclass

from index.language.times import TimeMention
from index.model import Statement


@dataclass(frozen=True, slots=True)
class Context:
    """What the last question that was understood named and was answered with.

    `times` are those that it named. `is_earlier` tells that it was asked in an earlier
    message, `is_scene` that a sentence of the same one came before, which asked
    nothing.
    """

    named: tuple[str, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[TimeMention, ...] = ()
    is_earlier: bool = False
    is_scene: bool = False

    @property
    def entities(self) -> tuple[str, ...]:
        """The entities that a pronoun may now stand for, each once."""
        stated = tuple(statement.entity for statement in self.statements)
        return tuple(dict.fromkeys(self.named or stated))

    @property
    def way(self) -> str:
        """How an entity is found here: the topic of the chat, or said just before."""
        return "topic" if self.is_earlier else "before"

    @property
    def relation(self) -> str | None:
        """The relation that "and the second one?" now asks for."""
        return self.statements[0].relation if self.statements else None

    @property
    def focus(self) -> str | None:
        """The numbered kind that the chat is about, such as sessions."""
        kinds = {entity.rpartition("-")[0] for entity in self.entities}
        return kinds.pop() if len(kinds) == 1 else None
