"""Why no text can be read from a file."""


class UnreadableError(Exception):
    """A file holds no text that can be read; `fix` says what its owner can do."""

    def __init__(self, found: str, *, expected: str, fix: str) -> None:
        self.found, self.expected, self.fix = found, expected, fix
        super().__init__(found)
