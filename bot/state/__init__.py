"""What outlasts a restart: one SQLite file, in a thread of its own.

Nothing here is needed for an answer: where the file cannot be used, that is logged,
readers get the defaults, and updates are held as they would be without it.
"""
