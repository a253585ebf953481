"""Tells German from English by the commonest words of both."""

import re

__all__ = ["language_of"]

# The function words that head every frequency list of the two languages and belong to only one.
_GERMAN = frozenset(
    [
        "der",
        "die",
        "das",
        "und",
        "den",
        "von",
        "zu",
        "mit",
        "sich",
        "des",
        "auf",
        "für",
        "ist",
        "im",
        "dem",
        "nicht",
        "ein",
        "eine",
        "als",
        "auch",
        "es",
        "an",
        "werden",
        "aus",
        "er",
        "hat",
        "dass",
        "sie",
        "nach",
        "wird",
        "bei",
        "einer",
        "um",
        "am",
        "sind",
        "noch",
        "wie",
        "einem",
        "über",
        "einen",
        "so",
        "zum",
        "war",
        "haben",
        "nur",
        "oder",
        "aber",
        "vor",
        "zur",
        "bis",
        "mehr",
        "durch",
    ]
)
_ENGLISH = frozenset(
    [
        "the",
        "of",
        "and",
        "to",
        "a",
        "that",
        "it",
        "for",
        "on",
        "with",
        "as",
        "was",
        "at",
        "by",
        "be",
        "this",
        "have",
        "from",
        "or",
        "had",
        "not",
        "are",
        "but",
        "which",
        "were",
        "they",
        "you",
        "all",
        "their",
        "has",
        "there",
        "been",
        "one",
        "will",
        "would",
        "what",
        "when",
        "if",
        "who",
        "more",
        "no",
        "out",
    ]
)
_WORD = re.compile(r"[a-zäöüß]+")

# Our choice: a page of text, in which the function words of its language abound.
SAMPLE_WORDS = 400


def language_of(text: str, stated: str | None = None) -> str:
    """Return `de` or `en`: what the words say, else what the format states, else German."""
    words = _WORD.findall(text.lower())[:SAMPLE_WORDS]
    german = sum(word in _GERMAN for word in words)
    english = sum(word in _ENGLISH for word in words)
    if german != english:
        return "de" if german > english else "en"
    return "en" if stated == "en" else "de"
