"""What the server refuses, in the Bot API's own words."""

from typing import Any


class ApiError(Exception):
    """A request that the Bot API answers with `ok: false`."""

    def __init__(
        self, code: int, description: str, *, retry_after: int | None = None
    ) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def as_json(self) -> dict[str, Any]:
        """Give the body that goes with the status `code`."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.retry_after is not None:
            body["parameters"] = {"retry_after": self.retry_after}
        return body


def bad_request(reason: str) -> ApiError:
    """Build the error that nearly every faulty argument gets."""
    return ApiError(400, f"Bad Request: {reason}")
