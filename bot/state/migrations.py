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

MIGRATIONS = (_PREFERENCES,)
