"""The languages that the bot speaks; their texts are data, in `data/vocabulary/`."""

from collections.abc import Mapping
from dataclasses import dataclass

from index.messages import Messages
from index.vocabulary import Language

LANGUAGE = "en"  # what stands in for languages that the vocabulary lacks


@dataclass(frozen=True, slots=True)
class Tongue:
    """One language as the bot speaks it: its fixed texts and its words."""

    code: str
    texts: Messages
    words: Language


def tongue_in(languages: Mapping[str, Language], code: str) -> Tongue:
    """Give a language to speak, or the default one where it is not known.

    Texts that a language lacks are those of the default one.
    """
    code = code if code in languages else LANGUAGE
    texts = languages[code].messages or languages[LANGUAGE].messages
    if texts is None:
        raise LookupError(f"the language {LANGUAGE} has no texts")
    return Tongue(code, texts, languages[code])
