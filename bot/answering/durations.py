"""Lengths of time, counted by the calendar and put into words."""

from collections.abc import Set
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.answering.wording import word_figure, word_list
from index.vocabulary import Language

# What units of time are called in the vocabulary, and how many days two of them
# have: shorter lengths are told in days only.
UNITS = ("years", "months", "weeks", "days")
_ALWAYS_IN_DAYS = 62


def asked_unit(words: Set[str], language: Language) -> str | None:
    """Tell the unit in which a length of time is asked for."""
    return next((u for u in UNITS if words & set(language.words.get(u, ()))), None)


def word_duration(first: date, last: date, unit: str | None, language: Language) -> str:
    """Say how much time passes from one day to another: `34 months and 14 days`.

    Beside months and years the days are told as well, for they are exact.
    """
    days = (last - first).days
    if unit == "weeks":
        parts = [_counted(days // 7, "weeks", language)]
        parts += [_counted(days % 7, "days", language)] if days % 7 else []
        return word_list(parts, language)
    if unit == "days" or (unit is None and days <= _ALWAYS_IN_DAYS):
        return _counted(days, "days", language)
    between = relativedelta(last, first)
    years, months = between.years, between.months
    if unit == "months":
        years, months = 0, years * 12 + months
    counts = {"years": years, "months": months, "days": between.days}
    parts = [_counted(n, name, language) for name, n in counts.items() if n]
    exact = _counted(days, "days", language)
    return f"{word_list(parts, language)} ({exact})" if years or months else exact


def word_length(first: date, last: date, unit: str | None, language: Language) -> str:
    """Say how long something lasted, its first and its last day included."""
    behind = last + timedelta(days=1)
    return word_duration(first, behind, unit if unit == "weeks" else "days", language)


def _counted(count: int, unit: str, language: Language) -> str:
    singular, plural = language.words[unit][:2]
    return f"{word_figure(count, language)} {singular if count == 1 else plural}"
