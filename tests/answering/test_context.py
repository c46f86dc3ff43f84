from bot.answering.context import Context
from tests.harbour import only


def test_pronoun_stands_for_what_was_named() -> None:
    context = Context(("lamps",), (only("harbour", "purpose"),))

    assert context.entities == ("lamps",)


def test_pronoun_stands_for_what_was_answered_where_nothing_was_named() -> None:
    stated = only("harbour", "purpose")

    assert Context((), (stated, stated)).entities == ("harbour",)


def test_relation_is_that_of_the_answer() -> None:
    assert Context((), (only("harbour", "purpose"),)).relation == "purpose"
    assert Context(("lamps",)).relation is None


def test_focus_is_the_one_numbered_kind() -> None:
    assert Context(("session-1", "session-2")).focus == "session"
    assert Context(("session-1", "article-2")).focus is None
    assert Context().focus is None
