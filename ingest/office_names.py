"""Takes a name together with the office that stands before it: `Osterburgs Förster A B`."""

import re
from dataclasses import replace

from ingest.names import NameMention
from ingest.roles import role_phrases

__all__ = ["RETIRED", "with_office"]

# Between an office and the name of who has it no more: "Rektor i. R. A B".
RETIRED = r"(?:(?:a\.\s?D|i\.\s?R|em)\.\s)?"
_BEFORE_NAME = re.compile(rf"\s{RETIRED}")
_HOLDER = re.compile(
    r"(?:(?<=\s)(?:der|die|dem)\s)?(?<=\s)[A-ZÄÖÜ][\w-]+(?:s|er)\s$|(?<=\s)(?:der|die|dem)\s$"
)


def with_office(flat: str, name: NameMention, start: int) -> NameMention | None:
    """Return a name that begins with the office before it: "Osterburgs Förster A B"."""
    phrase = next(
        (
            one
            for one in role_phrases(flat, start, name.start)
            if _BEFORE_NAME.fullmatch(flat, one.end, name.start)
        ),
        None,
    )
    if phrase is None:
        return None
    holder = _HOLDER.search(flat, start, phrase.start)
    return replace(name, start=holder.start() if holder else phrase.start)
