"""Finds the party of a council's member in brackets behind the name: `Stadtrat A B (CDU)`."""

import re
from collections.abc import Iterator

from ingest.descriptions import Claimed
from ingest.lexica import words
from ingest.names import NameMention
from ontology.model import Actor

__all__ = ["PARTY", "party_of"]

_MORE = (
    "B90/Grüne",
    "Bündnis 90",
    "Grünen",
    "Freie Wählergemeinschaft",
    "Volt",
    "ÖDP",
    "UWV",
    "WG",
    "FW",
    "BfW",
)
PARTY = "|".join(
    re.escape(one) for one in sorted((*words("parties"), *_MORE), key=len, reverse=True)
)
_BRACKET = re.compile(rf"\s\((?:[^()\n]{{2,40}},\s)?(?P<party>{PARTY})(?=[),])")


def party_of(flat: str, name: NameMention) -> Iterator[Claimed]:
    """Yield that the person belongs to the party that brackets behind the name give."""
    found = _BRACKET.match(flat, name.end)
    if found:
        yield Claimed(None, Actor(found["party"]), name.start, found.end())
