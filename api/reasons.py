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

_HEAD, _MIDDLE, _END = map(re.escape, THEME_ONLY.split("{}"))
_THEME_ONLY = re.compile(
    rf"{_HEAD}(?P<name>.*?){_MIDDLE}(?P<lacking>.*?){_END}(?: Durchsucht wurden? .*)?"
)
_IN_ENGLISH = (
    (re.compile("nichts zu: "), "nothing on: "),
    (re.compile("von „([^“]*)“ steht dort nichts"), r"nothing is said there of “\1”"),
    (re.compile("„([^“]*)“ ist nicht erfüllt"), r"“\1” is not met"),
)


def why_not(answer: Answer, language: str) -> str:
    """Return why an answer is a no, without what was searched; empty where no reason is given."""
    note = answer.note or ""
    translate = translator(language)
    for said, key in _REASONS.items():
        if note.startswith(said):
            return translate(key)
    found = _THEME_ONLY.fullmatch(note)
    if found:
        lacking = missing_text(found.group("lacking"), language)
        return translate("no_theme_only", name=found.group("name"), lacking=lacking)
    return ""


def missing_text(missing: str, language: str) -> str:
    """Return what a find lacks in the reader's language; its words stay as they were asked."""
    if language != "de":
        for german, english in _IN_ENGLISH:
            missing = german.sub(english, missing)
    return missing


def telling_words(terms: Sequence[str], answer: Answer) -> list[str]:
    """Return the shared words that tell something: no number, no letter, none of a condition."""
    of_conditions = {
        word
        for condition in answer.conditions
        for word in re.findall(r"\w+", condition.words.casefold())
    }
    return [
        term
        for term in terms
        if len(term) > 1 and not term.isdecimal() and term.casefold() not in of_conditions
    ]
