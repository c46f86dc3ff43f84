"""Replying while the index is rebuilt, beside replying while it is not."""
