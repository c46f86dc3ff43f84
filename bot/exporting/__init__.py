"""Answers and dates in the formats of other programs: pure, values to text."""
