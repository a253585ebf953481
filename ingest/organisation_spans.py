"""An organisation where it stands in a text, and what its name is made of."""

import re
from dataclasses import dataclass

from ingest.base_forms import base_form
from ingest.place_names import town_spellings

__all__ = ["CAPITALISED", "LEGAL_FORM", "OrganisationSpan", "named_span", "short_form"]

CAPITALISED = r"[A-ZÄÖÜ](?:[\w&+-]|\.(?=\w))*"
LEGAL_FORM = re.compile(
    r"(?<![\w-])(?:gGmbH|gAG|GmbH(?:\s&\sCo\.\s?KG)?|mbH|AG|AöR|eG|KG|SE|UG|e\.\s?V\.|"
    r"e\.\s?G\.|KdöR|gUG|A\.ö\.R\.)(?![\w])"
)
_SHORT = re.compile(r"\s?\((?:kurz:?\s|kurz\s)?[„\"]?([A-ZÄÖÜa-zäöü][\w.+ -]{1,18})[“\"]?\)")
_ARTICLE = re.compile(
    r"(?<!\w)(d(?:er|ie|as|em|en|es)|ein(?:e[rnms]?)?|beim?|vom|zum|zur|im|am|seine[rnms]?|"
    r"ihre[rnms]?|unsere[rnms]?)\s$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OrganisationSpan:
    """An organisation where it stands, with its base form and the short form given behind it."""

    start: int
    end: int
    name: str
    short: str | None = None


def short_form(flat: str, end: int) -> str | None:
    """Return the abbreviation in brackets at an offset, if it looks like one."""
    found = _SHORT.match(flat, end)
    if found is None:
        return None
    text = found.group(1).strip()
    has_capitals = sum(1 for letter in text if letter.isupper()) >= 2
    is_brand = len(text) <= 8 and " " not in text and text not in town_spellings()
    has_form = bool(LEGAL_FORM.search(text))
    return (
        text if (has_capitals and is_brand) or has_form or (is_brand and text.islower()) else None
    )


def named_span(flat: str, start: int, end: int) -> OrganisationSpan:
    """Return the organisation of a stretch, in its base form, with its abbreviation."""
    article = _ARTICLE.search(flat[max(0, start - 12) : start])
    name = base_form(flat[start:end], article.group(1).casefold() if article else None)
    return OrganisationSpan(start, end, name, short_form(flat, end))
