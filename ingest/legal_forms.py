"""Finds organisations by their legal form: `... GmbH`, `... e. V.`, `... AöR`."""

import re
from collections.abc import Iterator

from ingest.lexica import words
from ingest.organisation_spans import CAPITALISED, LEGAL_FORM, OrganisationSpan, named_span

__all__ = ["by_legal_form"]

# Words that may stand inside a firm's name between capitalised ones.
_NAME = rf"(?:[a-zäöü]+(?=[A-ZÄÖÜ])|(?:[A-ZÄÖÜ][\w-]*/)+)?{CAPITALISED}"
_LEFT = re.compile(
    rf"(?<![\w/-])((?:(?:{_NAME}|[A-ZÄÖÜ]\w+-|und|für|&|\d+|zur|im)[ ])*(?:{_NAME}|\d+)[ ])$"
)


def by_legal_form(flat: str) -> Iterator[OrganisationSpan]:
    """Yield the organisations whose names end in a legal form."""
    for form in LEGAL_FORM.finditer(flat):
        line = flat.rfind("\n", 0, form.start()) + 1
        left = _LEFT.search(flat[max(line, form.start() - 110) : form.start()])
        if left is None:
            continue
        start = form.start() - len(left.group(1).lstrip())
        start = _into_lower_case_name(flat, _after_loose_words(flat, start, form.start()))
        start = _from_head(flat, start)
        if start < form.start():
            yield named_span(flat, start, form.end())


def _from_head(flat: str, start: int) -> int:
    """Take in the head noun of a name in the genitive: "Bildungswerk der Wirtschaft gGmbH"."""
    found = _HEAD_OF.search(flat, max(0, start - 50), start)
    if found is None or not found["head"].casefold().endswith(tuple(words("organisation-heads"))):
        return start
    return found.start()


_HEAD_OF = re.compile(r"(?<![\w-])(?P<head>[A-ZÄÖÜ][\w-]+)\s(?:der|des)\s$")


def _after_loose_words(flat: str, start: int, end: int) -> int:
    """Move the start behind words that cannot begin a firm's name: "Und", "Die", "Partner"."""
    opening = re.compile(
        r"(?:Vereins?(?=\s[A-ZÄÖÜ])|Die|Der|Das|Den|Dem|Des|Und|und|für|Für|Bei|Beim|Von|Vom|"
        r"Mit|Ein|Eine|Einer|Seit|"
        r"Auch|Firma|zur|im|Im|In|Geschäftsführer(?:in)?|Leiter(?:in)?|Projektleiter(?:in)?|"
        r"Büro|Unternehmen|\d+)\s"
    )
    while found := opening.match(flat, start, end):
        start = found.end()
    return start


def _into_lower_case_name(flat: str, start: int) -> int:
    """Take in a brand in lower case directly before: "interkomm Interkommunales ... GmbH"."""
    found = re.search(r"(?<![\w-])([a-zäöü]{4,}) $", flat[max(0, start - 30) : start])
    common = {
        "eine",
        "einer",
        "einem",
        "über",
        "durch",
        "sowie",
        "oder",
        "auch",
        "gemeinsam",
        "dann",
        "nach",
        "seit",
        "zwischen",
        "gegen",
        "kommunale",
        "kommunalen",
        "städtische",
        "städtischen",
        "gemeinnützige",
        "gemeinnützigen",
        "regionale",
        "regionalen",
    }
    if (
        not found
        or found.group(1) in common
        or found.group(1).endswith(("en", "er", "te", "em", "es", "t"))
    ):
        return start
    return start - len(found.group())
