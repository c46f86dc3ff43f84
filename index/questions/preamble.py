"""What writers say of themselves before they ask."""

import re
from collections.abc import Container, Iterator, Sequence

from index.language.tokens import Token
from index.questions.asking import Asking
from index.questions.naming import Naming

_CLAUSE_END = re.compile(r"[,;:.!?]\s|\s[-–—]\s")


def drop_preamble(
    text: str,
    tokens: Sequence[Token],
    *,
    asking: Asking,
    naming: Naming,
    personal: Container[str],
) -> tuple[Token, ...]:
    """Keep the words that ask, or all where none would be left.

    "I am preparing a note for my minister and must know when ..." begins, for us,
    at "when". A clause that speaks of its writer, in words such as "I" or "my"
    (`personal`), and asks and names nothing is dropped whole, and so is one that only
    leads in: "Two questions:".
    """
    kept: list[Token] = []
    for clause in _clauses(tokens, text):
        asked = asking.first(clause)
        if _leads_in(clause, text) and asked is None and not kept:
            named = naming.first_entity(text, clause)
            kept += clause if named is not None else []
            continue
        speaks = [i for i, t in enumerate(clause[:asked]) if t.norm in personal]
        if not speaks:
            kept += clause
        elif (named := naming.first_entity(text, clause[:asked])) is not None:
            kept += clause[max([i for i in speaks if i < named], default=0) :]
        elif asked is not None:
            kept += clause[asked:]
    return tuple(kept or tokens)


def _leads_in(clause: Sequence[Token], text: str) -> bool:
    return text[clause[-1].end :].lstrip().startswith(":")


def _clauses(tokens: Sequence[Token], text: str) -> Iterator[list[Token]]:
    clause: list[Token] = []
    for token in tokens:
        if clause and _CLAUSE_END.search(text[clause[-1].end : token.start]):
            yield clause
            clause = []
        clause.append(token)
    if clause:
        yield clause
