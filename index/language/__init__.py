"""Pure reading of natural language: text in, tokens, times and mentions out."""
