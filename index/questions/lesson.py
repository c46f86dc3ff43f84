"""What is learned of a language when a generation is built, for the disk."""

import msgspec


class PackedExamples(msgspec.Struct, frozen=True):
    """An `ExampleIndex` as plain values, for the disk.

    Examples are numbered so that those of one target follow each other: `starts`
    has the first number of each target. Each feature has its postings, examples
    (`numbers`) and weights, in one long run that is cut at `cuts`. Arrays are
    little-endian bytes: `int32` of numbers, `float32` of weights.
    """

    targets: list[str]
    starts: bytes
    features: list[str]
    idf: bytes
    cuts: bytes
    numbers: bytes
    weights: bytes


class Lesson(msgspec.Struct, frozen=True):
    """What is learned of one language when a generation is built.

    `words` are the folded words that questions are made of, with how often they are
    used; misspelled ones are repaired to them. `named` holds, by the id of a statement,
    the entities that its sentence names.
    """

    words: dict[str, int]
    named: dict[str, list[str]]
    examples: PackedExamples
