"""The schema, as the steps that lead to it; each is final once it was released.

A database counts in `user_version` how many of them it went through.
"""

_PREFERENCES = """
CREATE TABLE preferences (
    user INTEGER PRIMARY KEY,
    language TEXT,               -- as in `fr`; NULL: that of each question
    is_short INTEGER NOT NULL,
    is_plain INTEGER NOT NULL
)
"""

_UPDATES = """
CREATE TABLE updates (
    number INTEGER PRIMARY KEY,  -- in order of writing; Telegram's own numbers leap
    id INTEGER NOT NULL UNIQUE,
    content TEXT                 -- NULL once it is answered
)
"""

_FEEDBACK = """
CREATE TABLE feedback (
    number INTEGER PRIMARY KEY,
    user INTEGER NOT NULL,
    at TEXT NOT NULL,            -- ISO 8601, in UTC
    is_helpful INTEGER NOT NULL,
    question TEXT,               -- NULL if it was not known any more
    answer TEXT NOT NULL,        -- what was said in one sentence
    reason TEXT                  -- why it did not help
)
"""

MIGRATIONS = (_PREFERENCES, _UPDATES, _FEEDBACK)
