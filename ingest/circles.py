"""Finds what can give a role and is no body of its own: steering groups, projects in quotes."""

import re
from collections.abc import Iterator

from ingest.organisation_spans import OrganisationSpan
from ingest.place_names import town_spellings

__all__ = ["circles"]

_COMMITTEE = re.compile(
    r"(?<![\w-])(?P<noun>(?:Lenkungs|Steuerungs|Projekt|Arbeits|Koordinierungs|Begleit|Leitungs|Planungs|Fach)"
    r"(?:kreis|gruppe|ausschuss|gremium|beirat)|Beirat|Kuratorium|Lenkungsrat)(?P<case>e?s)?(?![\w-])"
    r"(?P<name>[ ][A-ZÄÖÜ][\w-]+)?"
)
_GROUP = re.compile(r"(?<![\w-])(?:AG|AK|LAG)[ ][A-ZÄÖÜ][\w-]+(?:[ ][A-ZÄÖÜ][\w-]+)?")
# Quotation marks also hold what people said; a name follows the noun or article it belongs to.
_QUOTED = re.compile(
    r"(?:(?<!\w)(?:d[ei][rsmen]|das|beim|im|vom|zum|zur|namens|Namen|heißt|[A-ZÄÖÜ][\w-]{3,60}))[ ]"
    r"[„»](?P<name>[A-ZÄÖÜ0-9][\w.+&-]*"
    r"(?:[ ](?:(?:für|und|im|am|in|der|des|auf)[ ])?[A-ZÄÖÜ0-9][\w.+&-]*){0,3})[“”«]"
)
# A name in quotation marks once stands without them later.
MIN_NAME_CHARS = 4


def circles(flat: str) -> Iterator[OrganisationSpan]:
    """Yield committees and named undertakings wherever they stand, as holders of roles only."""
    for found in _COMMITTEE.finditer(flat):
        yield OrganisationSpan(found.start(), found.end("noun"), found["noun"])
    for found in _GROUP.finditer(flat):
        yield OrganisationSpan(found.start(), found.end(), found.group())
    names = {found["name"] for found in _QUOTED.finditer(flat)}
    for name in sorted(names):
        if len(name) >= MIN_NAME_CHARS and name not in town_spellings():
            for found in re.finditer(rf"(?<![\w-]){re.escape(name)}(?![\w-])", flat):
                yield OrganisationSpan(found.start(), found.end(), name)
