import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.entities import Entity, utf16_length
from bot.sandbox.markup import parse_html
from bot.sandbox.tags import MarkupError

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(TEXTS)
def test_escaped_text_is_given_back(text: str) -> None:
    formatted = parse_html(html.escape(text, quote=False))

    assert formatted.text == text
    assert formatted.entities == ()


@given(TEXTS, TEXTS.filter(bool), TEXTS)
def test_an_entity_covers_what_stood_in_its_tag(
    before: str, inside: str, after: str
) -> None:
    markup = "{}<b>{}</b>{}".format(*map(html.escape, (before, inside, after)))

    formatted = parse_html(markup.replace("&#x27;", "'"))

    assert [formatted.covered(entity) for entity in formatted.entities] == [inside]


@given(TEXTS, TEXTS.filter(bool))
def test_offsets_count_utf16_units(before: str, inside: str) -> None:
    formatted = parse_html(f"{html.escape(before)}<i>{html.escape(inside)}</i>")

    units = len(before.encode("utf-16-le")) // 2
    assert formatted.entities[0].offset == units
    assert formatted.entities[0].length == utf16_length(inside)


@given(st.text(st.sampled_from("<>/&;#ab pre='\"\n🎉x0")))
def test_any_input_is_either_read_or_refused(markup: str) -> None:
    try:
        formatted = parse_html(markup)
    except MarkupError:
        return
    size = utf16_length(formatted.text)
    assert all(0 <= each.offset < each.end <= size for each in formatted.entities)


@given(TEXTS)
def test_trimming_keeps_entities_over_the_same_words(text: str) -> None:
    formatted = parse_html(f" \n<b>{html.escape(text)}</b>\n ").trimmed()

    assert formatted.text == text.strip(" \t\r\n\v")
    covered = [formatted.covered(entity) for entity in formatted.entities]
    assert covered == ([formatted.text] if formatted.text else [])


@pytest.mark.parametrize(
    ("markup", "reason"),
    [
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("é<BR/>", 'Unsupported start tag "br/" at byte offset 2'),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b x", 'Unclosed start tag "b" at byte offset 0'),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a =x>y</a>", 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        (
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
        ),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        (
            "<blockquote><blockquote>x</blockquote></blockquote>",
            'Nested start tag "blockquote" at byte offset 12',
        ),
        ("<code><b>x</b></code>", 'Start tag "b" within code at byte offset 6'),
        ('<a href="foo">x</a>', 'Wrong URL "foo" in the tag "a" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        (
            "<tg-time unix='x'>y</tg-time>",
            'Wrong date or format in the tag "tg-time" at byte offset 0',
        ),
        (
            "&#xD800;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
        ),
        ("\0", "Text must not contain null bytes"),
    ],
)
def test_bad_markup_is_refused_in_telegrams_words(markup: str, reason: str) -> None:
    with pytest.raises(MarkupError) as refusal:
        parse_html(markup)

    assert str(refusal.value) == reason


@pytest.mark.parametrize(
    ("markup", "entity"),
    [
        ("<strong>x</strong>", Entity("bold", 0, 1)),
        ("<EM>x</em>", Entity("italic", 0, 1)),
        ("<ins>x</>", Entity("underline", 0, 1)),
        ("<del>x</del >", Entity("strikethrough", 0, 1)),
        ("<span class='tg-spoiler'>x</span>", Entity("spoiler", 0, 1)),
        (
            '<a href="https://un.org?a=1&amp;b=2">x</a>',
            Entity("text_link", 0, 1, url="https://un.org/?a=1&b=2"),
        ),
        ("<a>un.org</a>", Entity("text_link", 0, 6, url="http://un.org/")),
        ("<code>x</code>", Entity("code", 0, 1)),
        ('<code class="language-py">x</code>', Entity("code", 0, 1)),
        (
            '<pre><code class="language-py">x</code></pre>',
            Entity("pre", 0, 1, language="py"),
        ),
        (
            '<code class="language-py"><pre>x</pre></code>',
            Entity("pre", 0, 1, language="py"),
        ),
        ("<blockquote>x</blockquote>", Entity("blockquote", 0, 1)),
        (
            "<blockquote expandable>x</blockquote>",
            Entity("expandable_blockquote", 0, 1),
        ),
        (
            '<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>',
            Entity("custom_emoji", 0, 2, custom_emoji_id="5368324170671202286"),
        ),
        (
            '<tg-time unix="1064793600" format="D">x</tg-time>',
            Entity("date_time", 0, 1, unix_time=1064793600, date_time_format="D"),
        ),
    ],
)
def test_each_tag_gives_its_entity(markup: str, entity: Entity) -> None:
    assert parse_html(markup).entities == (entity,)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("&lt;&gt;&amp;&quot;&#233;&#xE9;", '<>&"éé'),
        ("&amp;lt; &lt x", "&lt; < x"),
        ("&nbsp; &apos; & &#0; &#99999999;", "&nbsp; &apos; & &#0; &#99999999;"),
        ("<b></b>x", "x"),
    ],
)
def test_only_four_named_references_are_known(markup: str, text: str) -> None:
    formatted = parse_html(markup)

    assert formatted.text == text
    assert formatted.entities == ()
