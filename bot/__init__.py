"""Answer questions about the Palermo Convention, in Telegram and in a terminal."""
