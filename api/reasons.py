"""Why a result stands where it does and why an answer is a no, in the reader's words."""

import re
from collections.abc import Sequence

from api.messages import translator
from search.abstention import (
    CONDITIONS_MISSED,
    NOBODY_TOGETHER,
    NOT_NEAR_ENOUGH,
    NOTHING_FITS,
    THEME_ONLY,
)
from search.answer import Answer

__all__ = ["missing_text", "telling_words", "why_not"]

# What the search says in German, and the text of the pages that says the same.
_REASONS = {
    CONDITIONS_MISSED: "no_conditions_missed",
    NOBODY_TOGETHER: "no_together",
    NOT_NEAR_ENOUGH: "no_near_enough",
    NOTHING_FITS: "no_fit",
}

_OPENINGS = {"nichts zu: ": "nothing on: ", "nicht erfüllt: ohne ": "not met: without "}


def why_not(answer: Answer, language: str) -> str:
    """Return why an answer is a no, without what was searched; empty where no reason is given."""
    note = answer.note or ""
    translate = translator(language)
    for said, key in _REASONS.items():
        if note.startswith(said):
            return translate(key)
    if note.startswith(THEME_ONLY):
        lacking = note.removeprefix(THEME_ONLY).partition(" Durchsucht wurden ")[0].strip(" .")
        return translate("no_theme_only", lacking=missing_text(lacking, language))
    return ""


def missing_text(missing: str, language: str) -> str:
    """Return what a find lacks, its opening in the reader's language."""
    if language != "de":
        for german, english in _OPENINGS.items():
            missing = missing.replace(german, english)
    return missing


def telling_words(terms: Sequence[str], answer: Answer) -> list[str]:
    """Return the shared words that tell something: no bare numbers, none of a condition."""
    of_conditions = {
        word
        for condition in answer.conditions
        for word in re.findall(r"\w+", condition.words.casefold())
    }
    return [term for term in terms if not term.isdecimal() and term.casefold() not in of_conditions]
