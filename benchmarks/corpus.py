"""Texts to search and queries to search them for, the same in every run."""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import NamedTuple

import msgspec
from spellchecker import SpellChecker

_SEED = 1961
_WORDS = 20_000
_WORD = re.compile(r"\w+")
# No text has words that begin so.
_UNKNOWN = "xqzv"


class Text(NamedTuple):
    """What becomes a document of one passage; no line of it is a heading."""

    id: str
    title: str
    text: str


class _Line(msgspec.Struct):
    title: str
    text: str


def read_texts(file: Path) -> tuple[Text, ...]:
    """Read a line of JSON a text.

    Raises:
        msgspec.DecodeError: A line lacks its title or its text.
    """
    lines = msgspec.json.Decoder(_Line).decode_lines(file.read_bytes())
    return _number((_plain(line.title), _plain(line.text)) for line in lines)


def generate_texts(count: int) -> tuple[Text, ...]:
    """Make texts of some 80 English words each.

    The words follow Zipf's law: the n-th commonest comes n times more rarely
    than the commonest. A smaller count gives the first texts of a larger one.
    """
    words = _common_words()
    bounds = tuple(accumulate(1 / rank for rank in range(1, len(words) + 1)))
    chance = Random(_SEED)

    def sentence(least: int, most: int) -> str:
        length = chance.randint(least, most)
        drawn = chance.choices(words, cum_weights=bounds, k=length)
        return " ".join(drawn).capitalize()

    return _number(
        (sentence(3, 7), " ".join(f"{sentence(8, 24)}." for _ in range(5)))
        for _ in range(count)
    )


def _number(texts: Iterable[tuple[str, str]]) -> tuple[Text, ...]:
    return tuple(Text(f"text-{n}", *text) for n, text in enumerate(texts, 1))


def _plain(text: str) -> str:
    """Put a text on one line, which is no heading."""
    return " ".join(text.split()).lstrip("# ")


def _common_words() -> tuple[str, ...]:
    """Give the commonest words of English, the commonest first."""
    counts = SpellChecker(language="en").word_frequency.dictionary
    known = sorted((-counts[word], word) for word in counts if word.isalpha())
    return tuple(word for _, word in known[:_WORDS])


def write_texts(folder: Path, texts: Iterable[Text]) -> None:
    """Write a data folder that holds a digest for each text."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    for text in texts:
        fields = {"id": text.id, "title": text.title, "language": "en"}
        fields |= {"form": "digest"}
        lines = (f"{key}: {json.dumps(fields[key])}\n" for key in fields)
        page = f"---\n{''.join(lines)}---\n\n{text.text}\n"
        (documents / f"{text.id}.md").write_text(page, encoding="utf-8")


def draw_queries(
    texts: Sequence[Text], count: int, *, stop_words: Collection[str]
) -> tuple[str, ...]:
    """Draw two to eight telling words that follow one another, for each query.

    One query in five has a word besides that occurs nowhere.
    """
    chance = Random(_SEED)
    return tuple(
        _draw(chance.choice(texts).text, chance, stop_words) for _ in range(count)
    )


def _draw(text: str, chance: Random, stop_words: Collection[str]) -> str:
    words = telling_words(text, stop_words)
    length = chance.randint(2, 8)
    start = chance.randint(0, max(0, len(words) - length))
    unknown = (f"{_UNKNOWN}{chance.randint(10, 99)}",) if chance.random() < 0.2 else ()
    return " ".join((*words[start : start + length], *unknown))


def telling_words(text: str, stop_words: Collection[str]) -> tuple[str, ...]:
    """Give the distinct words of a text that are no stop words, in their order.

    All engines are asked for these alone, for not all can leave words out.
    """
    words = dict.fromkeys(_WORD.findall(text.lower()))
    return tuple(word for word in words if word not in stop_words)
