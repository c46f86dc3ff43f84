"""Statements: those of the records, and those drawn from the documents."""

from index.extraction.gather import gather

__all__ = ["gather"]
