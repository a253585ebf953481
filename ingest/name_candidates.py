"""What every finder of names gives: a possible name, where it stands and how sure it is."""

from dataclasses import dataclass

from ingest.layout import Span
from ingest.undertakings import read_noun
from ontology.model import ProjectKind

__all__ = ["Candidate", "kind_of"]


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
