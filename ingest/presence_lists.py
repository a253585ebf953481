"""Tells the lists of who was there: `Gäste: A B (Firma X), Polizeihauptkommissar C D`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from ingest.names import NameMention

__all__ = ["is_in_list"]

_LABEL = re.compile(r"(?:[-–•*]\s)?[A-ZÄÖÜ][^:|.,\n]{2,40}:\s")
# Of fewer persons a line tells rather than lists.
_LEAST = 2


def is_in_list(flat: str, names: Sequence[NameMention], name: NameMention) -> bool:
    """Return whether a name is one of several that commas part behind the label of a line."""
    start = flat.rfind("\n", 0, name.start) + 1
    end = flat.find("\n", name.end)
    end = len(flat) if end < 0 else end
    label = _LABEL.match(flat, start, name.start + 1)
    if label is None or flat[start:end].rstrip().endswith((".", "!", "?", "“")):
        return False
    listed = [one for one in names if label.end() <= one.start < end]
    gaps = [flat[one.end : two.start] for one, two in pairwise(listed)]
    return len(listed) >= _LEAST and all(re.search(r"[,;]\s", gap) for gap in gaps)
