"""The bot in Telegram: the only room that knows python-telegram-bot."""

import os

# What the library's next major version does: spans of time are timedeltas. Said
# before anything of it is imported; otherwise every flood limit warns.
os.environ["PTB_TIMEDELTA"] = "true"
