from dataclasses import replace

import pytest
from hypothesis import given

from bot.answering.model import Answer, Citation
from bot.markup import clean
from bot.render import render_answer, render_whole
from bot.split import LIMIT, MOST_TAGS
from tests.bot.strategies import ANSWERS
from tests.bot.telegram_html import parse
from tests.tongues import ENGLISH


def test_answer_reads_in_the_order_promised(answer: Answer) -> None:
    (message,) = render_answer(answer, ENGLISH)

    assert parse(message).text == (
        "It entered into force on 3 July 2005.\n"
        "As of 2007.\n"
        "Sources agree.\n"
        "\n"
        "[1] UNIS/CP/497, The Convention and its Protocols, 9 July 2004, paragraph 6, "
        "digest in our own words\n"
        "It entered into force on 3 July 2005."
    )


def test_direct_answer_is_bold(answer: Answer) -> None:
    (message,) = render_answer(answer, ENGLISH)

    assert parse(message).under("b") == ["It entered into force on 3 July 2005."]


def test_words_relied_on_are_quoted(answer: Answer) -> None:
    (message,) = render_answer(answer, ENGLISH)

    assert parse(message).under("blockquote") == [
        "It entered into force on 3 July 2005."
    ]


def test_points_are_a_list_in_order(answer: Answer) -> None:
    (message,) = render_answer(replace(answer, points=("first", "second")), ENGLISH)

    assert "\n• first\n• second\n" in parse(message).text


def test_verbatim_source_is_not_called_a_digest(
    answer: Answer, citation: Citation
) -> None:
    verbatim = replace(answer, citations=(replace(citation, form="verbatim"),))

    (message,) = render_answer(verbatim, ENGLISH)

    assert ENGLISH.texts.digest not in message


def test_title_links_to_the_source(answer: Answer) -> None:
    (message,) = render_answer(answer, ENGLISH)

    (link,) = [each for each in parse(message).tagged if each.tag == "a"]
    assert (link.text, link.href) == (
        "The Convention and its Protocols",
        "https://example.org/page",
    )


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "ftp://example.org/page",
        "//example.org",
        "https://",
        "https://[",
        "example.org",
    ],
)
def test_only_web_addresses_are_linked(
    answer: Answer, citation: Citation, url: str | None
) -> None:
    (message,) = render_answer(
        replace(answer, citations=(replace(citation, url=url),)), ENGLISH
    )

    assert "href" not in message


def test_address_is_escaped(answer: Answer, citation: Citation) -> None:
    url = 'https://example.org/?a="1"&b=<2>'

    (message,) = render_answer(
        replace(answer, citations=(replace(citation, url=url),)), ENGLISH
    )

    hrefs = [each.href for each in parse(message).tagged if each.tag == "a"]
    assert hrefs == [url]


def test_tapped_question_is_repeated_above_the_answer(answer: Answer) -> None:
    (message,) = render_answer(answer, ENGLISH, asked="When was that?")

    assert parse(message).text.startswith("You asked: When was that?\n")


def test_verdict_on_a_claim_is_bold_and_its_parts_are_listed(answer: Answer) -> None:
    judged = replace(
        answer, headline="Contradicted.", points=("It <was>: Contradicted. No & no.",)
    )

    (message,) = render_answer(judged, ENGLISH)

    assert parse(message).under("b") == ["Contradicted."]
    assert "\n• It <was>: Contradicted. No & no.\n" in parse(message).text


def test_source_without_a_title_is_named_by_its_id(
    answer: Answer, citation: Citation
) -> None:
    bare = replace(citation, symbol=None, title=" ", date=None, form="verbatim")

    (message,) = render_answer(replace(answer, citations=(bare,)), ENGLISH)

    assert "[1] page, paragraph 6\n" in parse(message).text


def test_answer_without_words_still_says_something(answer: Answer) -> None:
    blank = Answer("", "en", answered=False, headline=" \x00 ", confidence=0.0)

    assert render_answer(blank, ENGLISH) == (ENGLISH.texts.nothing_to_show,)


def test_split_falls_between_citations(answer: Answer, citation: Citation) -> None:
    many = tuple(replace(citation, snippet=f"quote {n} " * 60) for n in range(20))

    messages = render_answer(replace(answer, citations=many), ENGLISH)

    quotes = [quote for each in messages for quote in parse(each).under("blockquote")]
    assert len(messages) > 1
    assert quotes == [each.snippet.strip() for each in many]
    assert all(parse(each).text.startswith("[") for each in messages[1:])


def test_overlong_citation_is_shortened_at_a_word(
    answer: Answer, citation: Citation
) -> None:
    huge = replace(citation, snippet="word " * 3_000)

    messages = render_answer(replace(answer, citations=(huge,)), ENGLISH)

    (quote,) = parse(messages[-1]).under("blockquote")
    assert quote.endswith("word…")
    assert parse(messages[-1]).text.startswith("[1] UNIS/CP/497")


def test_message_has_no_more_tags_than_telegram_honours(
    answer: Answer, citation: Citation
) -> None:
    tiny = replace(citation, symbol=None, title="t", snippet="q", form="verbatim")

    messages = render_answer(replace(answer, citations=(tiny,) * 150), ENGLISH)

    assert max(len(parse(each).tagged) for each in messages) <= MOST_TAGS


@given(ANSWERS)
def test_every_message_parses_and_fits(answer: Answer) -> None:
    messages = render_answer(answer, ENGLISH)

    assert messages
    for parsed in map(parse, messages):
        assert parsed.text.strip()
        assert parsed.units <= LIMIT


@given(ANSWERS)
def test_nothing_is_lost_but_what_is_shortened(answer: Answer) -> None:
    said = "".join(parse(each).text for each in render_answer(answer, ENGLISH))

    for text in (
        answer.headline,
        *answer.points,
        *[c.snippet for c in answer.citations],
    ):
        beginning = clean(text).partition("\n")[0][:500].partition(" ")[0]
        assert beginning in said


@given(ANSWERS)
def test_citations_stay_whole_and_in_order(answer: Answer) -> None:
    messages = [parse(each) for each in render_answer(answer, ENGLISH)]

    quoted = [quote for each in messages for quote in each.under("blockquote")]
    expected = [clean(c.snippet) for c in answer.citations if clean(c.snippet)]
    assert len(quoted) == len(expected)
    for quote, whole in zip(quoted, expected, strict=True):
        assert quote == whole or whole.startswith(quote.removesuffix("…"))


def test_answer_that_fits_is_drawn_whole(answer: Answer) -> None:
    assert (render_whole(answer, ENGLISH),) == render_answer(answer, ENGLISH)


def test_single_message_shortens_quotations_and_keeps_sources(
    answer: Answer, citation: Citation
) -> None:
    long = replace(citation, snippet="word " * 500)
    answer = replace(answer, citations=tuple(long for _ in range(8)))

    parsed = parse(render_whole(answer, ENGLISH))

    assert parsed.units <= LIMIT
    assert all(f"[{number}] UNIS/CP/497" in parsed.text for number in range(1, 9))


@given(ANSWERS)
def test_single_message_is_always_accepted(answer: Answer) -> None:
    parsed = parse(render_whole(answer, ENGLISH))

    assert 0 < parsed.units <= LIMIT
