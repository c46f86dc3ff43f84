"""Texts to search and queries to search them for, the same in every run."""

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from random import Random

import msgspec
from spellchecker import SpellChecker

_SEED = 1961
_WORDS = 20_000
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Text:
    """What becomes a document of one passage."""

    title: str
    text: str


def read_texts(file: Path) -> tuple[Text, ...]:
    """Read a line of JSON a text.

    Raises:
        msgspec.DecodeError: A line lacks its title or its text.
    """
    return tuple(msgspec.json.Decoder(Text).decode_lines(file.read_bytes()))


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

    return tuple(
        Text(sentence(3, 7), " ".join(f"{sentence(8, 24)}." for _ in range(5)))
        for _ in range(count)
    )


def _common_words() -> tuple[str, ...]:
    """Give the commonest words of English, the commonest first."""
    counts = SpellChecker(language="en").word_frequency.dictionary
    known = sorted((-counts[word], word) for word in counts if word.isalpha())
    return tuple(word for _, word in known[:_WORDS])


def write_texts(folder: Path, texts: Iterable[Text]) -> None:
    """Write a data folder that holds a digest for each text."""
    documents = folder / "documents"
    documents.mkdir(parents=True)
    for number, text in enumerate(texts, 1):
        fields = {"id": f"text-{number}", "title": _plain(text.title)}
        fields |= {"language": "en", "form": "digest"}
        lines = (f"{key}: {json.dumps(fields[key])}\n" for key in fields)
        page = f"---\n{''.join(lines)}---\n\n{_plain(text.text)}\n"
        (documents / f"{number}.md").write_text(page, encoding="utf-8")


def _plain(text: str) -> str:
    """Put a text on one line, which is no heading."""
    return " ".join(text.split()).lstrip("# ")


def draw_queries(
    texts: Sequence[Text], count: int, *, stop_words: Collection[str]
) -> tuple[str, ...]:
    """Draw up to six telling words of one text, for each query."""
    chance = Random(_SEED)
    drawn = (chance.choice(texts).text for _ in range(count))
    told = [telling_words(text, stop_words) for text in drawn]
    return tuple(_sample(words, chance) for words in told)


def _sample(words: Sequence[str], chance: Random) -> str:
    return " ".join(chance.sample(words, min(len(words), chance.randint(2, 6))))


def telling_words(text: str, stop_words: Collection[str]) -> tuple[str, ...]:
    """Give the distinct words of a text that are no stop words, in their order.

    Peers are asked for these alone, for none of them knows our stop words.
    """
    words = dict.fromkeys(_WORD.findall(text.lower()))
    return tuple(word for word in words if word not in stop_words)
