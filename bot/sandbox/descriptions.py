"""What a bot says of itself, per language."""

from bot.sandbox.errors import bad_request


class Descriptions:
    """One kind of description in all its languages."""

    def __init__(self, limit: int, *, too_long: str) -> None:
        self._limit = limit
        self._too_long = too_long
        self._texts: dict[str, str] = {}

    def set(self, language: str, text: str) -> None:
        """Set the text of a language; an empty text takes it away."""
        if len(text) > self._limit:
            raise bad_request(self._too_long)
        self._texts[language] = text

    def get(self, language: str) -> str:
        """Give the text of a language, else the one for all languages."""
        return self._texts.get(language) or self._texts.get("", "")
