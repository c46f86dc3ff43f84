"""Statements: those of the records, and those drawn from the documents."""

from index.extraction.gather import KeptKnowledge, gather, gather_changed

__all__ = ["KeptKnowledge", "gather", "gather_changed"]
