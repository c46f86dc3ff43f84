"""From the data folder to a searchable, versioned index, and back to passages.

It knows neither questions and answers nor Telegram: `bot` imports it, never the
other way round. Nothing is imported here, so that each command loads only the
rooms that it needs.
"""

__all__ = [
    "build",
    "check",
    "errors",
    "extraction",
    "generations",
    "knowledge",
    "language",
    "library",
    "model",
    "reading",
    "status",
    "vocabulary",
]
