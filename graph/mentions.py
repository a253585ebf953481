"""What each document says of each person, organisation and undertaking, as far as it identifies.

IRIs are plain here: parts of an ambiguous name (`.../peter-mueller--lemgo`) count under the name.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from rdflib import DCTERMS
from rdflib.namespace import SKOS

from graph.store import Store
from ontology.gazetteer import gazetteer
from ontology.iris import plain_iri
from ontology.terms import NW

__all__ = ["KINDS", "Mention", "Mentions", "Source", "kind_of", "read_mentions"]

KINDS = ("organisation", "person", "project")

Row = Mapping[str, str | None]


@dataclass(slots=True)
class Mention:
    """What one document says of one thing; `actors` are who it belongs to or who takes part."""

    thing: str
    document_id: str
    names: set[str] = field(default_factory=set)
    short_names: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    roles: set[str] = field(default_factory=set)
    offices: set[tuple[str, str]] = field(default_factory=set)
    themes: set[str] = field(default_factory=set)
    starts: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Source:
    """A document as the scene of its mentions; `home` is the place it speaks of most."""

    document_id: str
    source_file: str
    things: set[str] = field(default_factory=set)
    places: Counter[str] = field(default_factory=Counter)

    @property
    def home(self) -> str | None:
        """The AGS named most often, of equals the first."""
        return min(self.places, key=lambda ags: (-self.places[ags], ags), default=None)


@dataclass(slots=True)
class Mentions:
    """All mentions, by thing and document, and the documents."""

    by_thing: dict[str, dict[str, Mention]]
    sources: dict[str, Source]

    def of_kind(self, kind: str) -> list[str]:
        """Return the things of a kind, ordered."""
        return sorted(thing for thing in self.by_thing if kind_of(thing) == kind)


def kind_of(iri: str) -> str:
    """Return the kind of thing that an IRI stands for, as it stands in the IRI."""
    return iri.rpartition("/")[0].rpartition("/")[2]


def read_mentions(store: Store) -> Mentions:
    """Return what all documents of a store say; the same for every order of their coming."""
    found = Mentions({}, {})
    for row in store.rows("documents"):
        document_id = _id(row)
        found.sources[document_id] = Source(document_id, row["file"] or "")
    for row in store.rows("mentions"):
        _add_scene(found, row)
    for row in store.rows("names_in_documents"):
        _add_name(_mention(found, row["thing"], row), row)
    for row in store.rows("memberships_in_documents"):
        _add_membership(_mention(found, row["thing"], row), row)
    for row in store.rows("undertaking_claims"):
        _add_claim(_mention(found, row["project"], row), row)
    return found


def _mention(found: Mentions, iri: str | None, row: Row) -> Mention | None:
    thing = plain_iri(iri or "")
    if kind_of(thing) not in KINDS:
        return None
    document_id = _id(row)
    mentions = found.by_thing.setdefault(thing, {})
    return mentions.setdefault(document_id, Mention(thing, document_id))


def _add_scene(found: Mentions, row: Row) -> None:
    thing = plain_iri(row["thing"] or "")
    source = found.sources.get(_id(row))
    if source is None:
        return
    source.things.add(thing)
    key = thing.rpartition("/")[2]
    if kind_of(thing) in {"municipality", "county"} and gazetteer().get(key):
        source.places[key] += 1


def _add_name(mention: Mention | None, row: Row) -> None:
    if mention and row["name"]:
        is_short = row["naming"] == str(SKOS.altLabel)
        (mention.short_names if is_short else mention.names).add(row["name"])


def _add_membership(mention: Mention | None, row: Row) -> None:
    if mention is None:
        return
    organisation = plain_iri(row["organisation"] or "")
    role = row["role"] or (row["words"] or "").casefold()
    if organisation:
        mention.actors.add(organisation)
    if role:
        mention.roles.add(role)
    if role and organisation:
        mention.offices.add((role, organisation))


def _add_claim(mention: Mention | None, row: Row) -> None:
    aspects = _ASPECTS.get(row["predicate"] or "")
    if mention and aspects and row["value"]:
        values: set[str] = getattr(mention, aspects)
        values.add(plain_iri(row["value"]))


def _id(row: Row) -> str:
    return (row["document"] or "").rpartition("/")[2]


_ASPECTS = {
    str(NW.participant): "actors",
    str(NW.lead): "actors",
    str(DCTERMS.subject): "themes",
    str(NW.startDate): "starts",
}
