"""Which language a text is written in, by its letters and its commonest words."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from index.language.tokens import SIGNS, fold
from index.vocabulary import Language

# Of the six languages of the United Nations three are told by their letters alone.
_SCRIPTS = {
    "ru": re.compile(r"[\u0400-\u04ff]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ja": re.compile(r"[\u3041-\u30ff]"),
    "zh": re.compile(f"[{SIGNS}]"),
}
# Japanese writes most nouns in Chinese signs, but no sentence without kana.
_SIGNS_FOR_KANA = 9


def fold_stop_words(
    languages: Mapping[str, Language],
) -> Mapping[str, frozenset[str]]:
    """Give the stop words of each language as `identify_language` takes them."""
    return {
        code: frozenset(map(fold, language.stop_words))
        for code, language in languages.items()
    }


def has_letters_of(word: str, language: str) -> bool:
    """Tell whether a folded word may be of a language, as far as letters tell."""
    script = _script_of(word)
    if language == "ja":
        return script in ("ja", "zh")
    return script == (language if language in _SCRIPTS else None)


def identify_language(
    words: Sequence[str],
    stop_words: Mapping[str, AbstractSet[str]],
    *,
    lead: int = 1,
) -> str | None:
    """Give the language of folded words, None where too little tells.

    It is the one that alone has the letters of more than half of them, else the one
    of which so many more are `stop_words` than of any other.
    """
    return _by_script(words) or _by_stop_words(words, stop_words, lead)


def _by_script(words: Sequence[str]) -> str | None:
    said = [word for word in words if not word.isdecimal()]
    scripts = Counter(filter(None, map(_script_of, said)))
    signs = "ja" if scripts["ja"] * _SIGNS_FOR_KANA > scripts["zh"] else "zh"
    scripts = Counter(
        {**scripts, "ja": 0, "zh": 0, signs: scripts["ja"] + scripts["zh"]}
    )
    ((script, count),) = scripts.most_common(1)
    return script if 2 * count > len(said) else None


def _by_stop_words(
    words: Sequence[str], stop_words: Mapping[str, AbstractSet[str]], lead: int
) -> str | None:
    hits = Counter(
        {c: sum(map(own.__contains__, words)) for c, own in stop_words.items()}
    )
    ranked = (*hits.most_common(2), ("", 0), ("", 0))
    return ranked[0][0] if ranked[0][1] - ranked[1][1] >= lead else None


def _script_of(word: str) -> str | None:
    """Give the language whose letters begin a folded word, None for Latin ones."""
    return next((code for code, own in _SCRIPTS.items() if own.match(word)), None)
