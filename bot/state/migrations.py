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

_NEWS = """
CREATE TABLE subscriptions (
    chat INTEGER NOT NULL,
    topic INTEGER NOT NULL,      -- 0 where there are none
    user INTEGER NOT NULL,       -- who subscribed
    language TEXT NOT NULL,
    told INTEGER NOT NULL,       -- the number of the news told last
    PRIMARY KEY (chat, topic)
);
CREATE TABLE news (
    number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given twice
    content TEXT NOT NULL
);
CREATE TABLE known (             -- one row: what news are told apart from
    generation TEXT NOT NULL,
    content TEXT NOT NULL
)
"""

MIGRATIONS = (_PREFERENCES, _UPDATES, _FEEDBACK, _NEWS)
