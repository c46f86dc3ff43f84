"""Anything that data may hold, as answers."""

from hypothesis import strategies as st

from bot.answering.model import Answer, Citation

# Lone surrogates and control characters included: data may hold them.
ANY = st.characters(exclude_categories=())
MARKUP = st.sampled_from(
    ["<b>", "</b>", "</blockquote>", "&", "&lt;", "&#0;", '"', "'", "<a href=", "\x00"]
)
TEXTS = st.one_of(
    st.text(ANY, max_size=60),
    st.lists(st.one_of(MARKUP, st.text(ANY, max_size=8)), max_size=8).map("".join),
    # Long enough for splits: repeated words, or one that never ends.
    st.builds(
        lambda word, count: word * count,
        st.sampled_from(["word ", "𝒳𝒴 ", "x", "😀", "<&> ", "line\n"]),
        st.integers(0, 2_000),
    ),
)
MAYBE = st.none() | TEXTS
CITATIONS = st.builds(
    Citation,
    document=TEXTS,
    symbol=MAYBE,
    title=TEXTS,
    date=MAYBE | st.dates().map(str),
    locator=TEXTS,
    url=MAYBE | TEXTS.map("https://example.org/{}".format),
    snippet=TEXTS,
    form=st.sampled_from(["digest", "verbatim"]),
    passage=TEXTS,
)
ANSWERS = st.builds(
    Answer,
    question=TEXTS,
    language=st.sampled_from(["en", "fr", ""]),
    answered=st.booleans(),
    headline=TEXTS,
    confidence=st.floats(0, 1),
    points=st.lists(TEXTS, max_size=5).map(tuple),
    as_of=MAYBE | st.dates().map(str),
    note=MAYBE,
    citations=st.lists(CITATIONS, max_size=5).map(tuple),
)
