"""What every finder of names gives: a possible name, where it stands and how sure it is."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ingest.layout import Span
from ingest.undertakings import read_noun
from ontology.model import ProjectKind

__all__ = [
    "MAX_ACRONYM_CHARS",
    "NO_UNDERTAKING",
    "QUOTED",
    "WORD",
    "Candidate",
    "kind_of",
    "word_group",
]

WORD = r"[A-ZÄÖÜ][\wäöüß³²]*(?:-[\wäöüßÄÖÜ]+)*"
QUOTED = re.compile(r"[„“\"»‚](?P<name>[^„“”\"»«\n]{3,70}?)[“”\"«‘](?P<after>-?\w*)")
# Longer words in capitals are a headline's, not an abbreviation.
MAX_ACRONYM_CHARS = 5
NO_UNDERTAKING = re.compile(
    r"meet-?up|workshop|treffen|sitzung|schulung|projektbüro|stichwort|öffentlichkeitsarbeit"
    r"|fortbildung|veranstaltung|^weitere|^erste",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible name where it stands; `source` says how it was found, `weight` how surely."""

    name: str
    span: Span
    kind: ProjectKind
    source: str
    weight: float


def kind_of(name: str) -> ProjectKind:
    """Return the kind that a name's first telling noun gives it."""
    for word in name.split():
        noun = read_noun(word)
        if noun:
            return noun.head.kind
    return "projekt"


@cache
def word_group(name: str) -> frozenset[str]:
    """Return a group of words of `ingest/data/naming-words.json` for membership tests."""
    source = files("ingest") / "data" / "naming-words.json"
    return frozenset(json.loads(source.read_text(encoding="utf-8"))[name])
