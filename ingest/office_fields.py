"""Reads the field that stands between an office and its holder: `Abteilungsleiter Tiefbau A B`."""

import re

from ingest.actor_spans import Actors
from ingest.descriptions import Claimed
from ingest.names import NameMention
from ingest.roles import RolePhrase, is_role_noun

__all__ = ["with_field"]

_FIELD = re.compile(r"\s(?P<field>[A-ZÄÖÜ][\w-]{4,}(?:\sund\s[A-ZÄÖÜ][\w-]{3,})?)\s")
# Offices that are held in a field.
_LEADS = re.compile(r"(?:leiter|leitung|referent|dezernent|koordinator)(?:in)?$")


def with_field(flat: str, phrase: RolePhrase, name: NameMention, actors: Actors) -> list[Claimed]:
    """Return the office with one word for its field, where such a word stands before the name."""
    found = _FIELD.fullmatch(flat, phrase.end, name.start)
    if found is None or not _LEADS.search(flat[phrase.noun_start : phrase.end]):
        return []
    if is_role_noun(found["field"]) or actors.inside(phrase.end, name.start):
        return []
    return [Claimed(flat[phrase.start : found.end("field")], None, phrase.start, name.end)]
