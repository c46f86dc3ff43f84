"""Understanding questions: what they name, ask for and are worded like; pure."""
