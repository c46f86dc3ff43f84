"""White space: folded for quoting, and the stray kind that nobody sees."""

import re

_STRAY = re.compile(r"^\s|\s$|[^\S ]|  ")


def collapse(text: str) -> str:
    """Fold every run of white space, line breaks included, into one space."""
    return " ".join(text.split())


def has_stray_space(text: str) -> bool:
    """Tell whether white space leads, trails, doubles or is anything but a space."""
    return bool(_STRAY.search(text))
