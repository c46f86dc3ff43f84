"""A question with what tells a right answer to it from a wrong one."""

from dataclasses import dataclass
from typing import Literal

Split = Literal["dev", "test"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One question of a question file.

    Of each item of `expect` one wording must stand in the answer, and nothing of
    `reject` may. `refuse` asks for a refusal instead; `expect` is empty then.
    `history` holds the earlier questions of the same chat, the oldest first.
    `source` is the id or the symbol of the document that supports the answer, None
    where any may. `split` tells whether rules may be tuned on the question (dev).
    """

    id: str
    kind: str
    style: str
    question: str
    history: tuple[str, ...] = ()
    expect: tuple[tuple[str, ...], ...] = ()
    reject: tuple[str, ...] = ()
    source: str | None = None
    refuse: bool = False
    split: Split = "dev"
