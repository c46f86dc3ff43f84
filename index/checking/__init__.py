"""The checks of `index.check`, by what they look at."""
