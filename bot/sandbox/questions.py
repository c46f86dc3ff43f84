"""Callback and inline queries that wait for their one answer."""

import itertools

from bot.sandbox.errors import bad_request


class Questions:
    """Open queries and the chat that each came from."""

    def __init__(self) -> None:
        self._numbers = itertools.count(4_000_000_001)
        self._open: dict[str, int] = {}

    def ask(self, chat_id: int) -> str:
        """Open a query; give its id."""
        query_id = str(next(self._numbers))
        self._open[query_id] = chat_id
        return query_id

    def close(self, query_id: str) -> int:
        """Take the answer to a query; give the chat that waits for it.

        Raises:
            ApiError: The query is unknown or was answered before.
        """
        if query_id not in self._open:
            raise bad_request(
                "query is too old and response timeout expired or query ID is invalid"
            )
        return self._open.pop(query_id)
