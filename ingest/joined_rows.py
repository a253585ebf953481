"""Tells rows that a page joined: `A B Stadt X, Amtsleiter C D Stadt Y` are two persons' rows."""

import re
from collections.abc import Sequence

from ingest.actor_spans import Actors
from ingest.names import NameMention

__all__ = ["ends_row", "opens_row"]

_NAME = re.compile(r"(?:(?:Prof\.|Dr\.|Herr|Frau)\s)*(?:[A-ZÄÖÜ][\w.'’-]*\s){2,4}")
_ROW_CHARS = 80


def opens_row(flat: str, start: int, actors: Actors) -> bool:
    """Return whether a name stands at an offset, with its body behind it and nothing between."""
    name = _NAME.match(flat, start)
    ends = {start + found.end() for found in re.finditer(r"\S+\s", name.group())} if name else set()
    return any(one.start in ends for one in actors.inside(start, start + _ROW_CHARS))


def ends_row(flat: str, office: int, earlier: Sequence[NameMention], actors: Actors) -> bool:
    """Return whether an office at an offset closes the row of the name before: "A B Stadt X, "."""
    if not earlier:
        return False
    end = earlier[-1].end
    row = (one for one in actors.inside(end, office) if one.start == end + 1)
    return any(flat[one.end : office] == ", " for one in row)
