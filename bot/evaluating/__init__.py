"""Judging answers, summing up and comparing: pure; it asks and reads nothing."""
