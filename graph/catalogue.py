"""What the graph says about documents, undertakings, towns and persons, in short.

A catalogue belongs to one published state: it reads with few named queries when first asked and
keeps what it read.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property

from graph.contacts import contacts_of
from graph.convert import CLASS_OF_KIND
from graph.identity import Identities
from graph.project_cards import ClaimRow, ProjectClaims, municipality_card, project_card
from graph.statement_cards import statements_about
from graph.store import Store
from ontology.cards import (
    DocumentCard,
    MunicipalityCard,
    PersonCard,
    ProjectCard,
    RoleCard,
    Span,
    StatementCard,
)
from ontology.ordering import german_order

__all__ = ["Catalogue"]

Row = Mapping[str, str | None]


class Catalogue:
    """The read side of a store for search, pages and JSON."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._iris = store.iris

    # -- documents -------------------------------------------------------------------------

    def documents(self) -> tuple[DocumentCard, ...]:
        """Return all documents, ordered by id."""
        return tuple(self._documents.values())

    def document(self, document_id: str) -> DocumentCard | None:
        """Return what is known of a document besides its text."""
        return self._documents.get(document_id)

    # -- undertakings ----------------------------------------------------------------------

    def projects(self) -> tuple[ProjectCard, ...]:
        """Return all undertakings, ordered by IRI."""
        return tuple(self._projects.values())

    def project(self, iri: str) -> ProjectCard | None:
        """Return an undertaking by its IRI, or by one that means the same."""
        return self._projects.get(self._identities.chief(iri))

    def projects_in(self, document_id: str) -> tuple[ProjectCard, ...]:
        """Return the undertakings that the document tells of, in order of first mention."""
        found = self._projects_by_document.get(document_id, [])
        return tuple(card for _, card in sorted(found, key=lambda each: (each[0], each[1].iri)))

    def town_projects(self, ags: str) -> tuple[ProjectCard, ...]:
        """Return the undertakings in which a municipality or county takes part, by name."""
        found = (
            card for card in self.projects() if any(town.ags == ags for town in card.municipalities)
        )
        return tuple(sorted(found, key=lambda card: (german_order(card.name), card.iri)))

    # -- towns and persons -----------------------------------------------------------------

    def municipality(self, ags: str) -> MunicipalityCard | None:
        """Return a municipality or county by its key."""
        return municipality_card(self._iris.municipality(ags))

    def municipality_spans(self, document_id: str) -> Mapping[str, tuple[Span, ...]]:
        """Return where the document speaks of each municipality, by AGS."""
        return self._towns_by_document.get(document_id, {})

    def person(self, iri: str) -> PersonCard | None:
        """Return a person by IRI, or by one that means the same."""
        return self._persons.get(self._identities.chief(iri))

    def persons(self) -> tuple[PersonCard, ...]:
        """Return all persons, ordered by IRI."""
        return tuple(self._persons.values())

    def persons_of(self, ags: str) -> tuple[PersonCard, ...]:
        """Return who holds a role at a municipality or county, by name."""
        iri = self._iris.municipality(ags)
        found = (
            person
            for person in self._persons.values()
            if any(role.organisation_iri == iri for role in person.roles)
        )
        return tuple(sorted(found, key=lambda person: (german_order(person.name), person.iri)))

    # -- any thing -------------------------------------------------------------------------

    def statements_about(self, iri: str) -> tuple[StatementCard, ...]:
        """Return every statement about a thing under all its names, with its evidence.

        It is empty for an unknown IRI.
        """
        return statements_about(self._store, iri, self._identities)

    def chief(self, iri: str) -> str:
        """Return the IRI that stands for a thing under all its names."""
        return self._identities.chief(iri)

    def names_of_one(self, iri: str) -> tuple[str, ...]:
        """Return every IRI that means the same thing, the one that stands for it first."""
        return self._identities.members(iri)

    def label(self, iri: str) -> str | None:
        """Return the name chosen for a thing with several names, None for any other."""
        return self._identities.label(iri)

    def mentions(self, iri: str) -> tuple[Span, ...]:
        """Return where documents mention a thing under any of its names, in order."""
        return self._mentions.get(self._identities.chief(iri), ())

    # -- read once -------------------------------------------------------------------------

    @cached_property
    def _documents(self) -> dict[str, DocumentCard]:
        cards = (self._document_card(row) for row in self._store.rows("documents"))
        return {card.id: card for card in cards}

    def _document_card(self, row: Row) -> DocumentCard:
        iri = row["document"] or ""
        return DocumentCard(
            iri=iri,
            id=self._id(iri),
            title=row["title"] or "",
            kind=KIND_OF_CLASS.get(row["class"] or "", "sonstiges"),
            date=row["issued"],
            publisher=row["publisher"],
            rights=row["rights"] or "",
            source_file=row["file"] or "",
            source_url=row["source"],
            partner=row["partner"],
        )

    @cached_property
    def _mentions(self) -> dict[str, tuple[Span, ...]]:
        found: defaultdict[str, set[Span]] = defaultdict(set)
        for row in self._store.rows("mentions"):
            found[self._identities.chief(row["thing"] or "")].add(self._span(row))
        return {iri: tuple(sorted(spans)) for iri, spans in sorted(found.items())}

    @cached_property
    def _towns_by_document(self) -> dict[str, dict[str, tuple[Span, ...]]]:
        towns: defaultdict[str, defaultdict[str, list[Span]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for iri, spans in self._mentions.items():
            ags = iri.rpartition("/")[2]
            if iri == self._iris.municipality(ags):
                for span in spans:
                    towns[span.document_id][ags].append(span)
        return {
            document: {ags: tuple(spans) for ags, spans in sorted(inside.items())}
            for document, inside in towns.items()
        }

    @cached_property
    def _identities(self) -> Identities:
        return Identities(self._store)

    @cached_property
    def _projects(self) -> dict[str, ProjectCard]:
        claims: dict[str, ProjectClaims] = {}
        for row in self._store.rows("undertaking_claims"):
            chief = self._identities.chief(row["project"] or "")
            about = claims.setdefault(chief, ProjectClaims(chief))
            value = self._identities.chief(row["value"] or "")
            about.rows.add(ClaimRow(row["predicate"] or "", value, self._span(row)))
            about.mentions.update(self._mentions.get(chief, ()))
        dates = {card.id: card.date for card in self.documents()}
        return {
            iri: project_card(
                claims[iri],
                name=self._identities.label(iri),
                dates=dates,
                contacts=contacts_of(claims[iri], self._persons, self._mentions),
            )
            for iri in sorted(claims)
        }

    @cached_property
    def _projects_by_document(self) -> dict[str, list[tuple[int, ProjectCard]]]:
        found: defaultdict[str, list[tuple[int, ProjectCard]]] = defaultdict(list)
        for card in self.projects():
            first: dict[str, int] = {}
            for span in card.spans:
                first.setdefault(span.document_id, span.start)
            for document_id, start in first.items():
                found[document_id].append((start, card))
        return dict(found)

    @cached_property
    def _persons(self) -> dict[str, PersonCard]:
        rows: defaultdict[str, list[Row]] = defaultdict(list)
        for row in self._store.rows("persons"):
            rows[self._identities.chief(row["person"] or "")].append(row)
        return {iri: self._person_card(iri, found) for iri, found in sorted(rows.items())}

    def _person_card(self, iri: str, rows: list[Row]) -> PersonCard:
        titles = [row["title"] for row in rows if row["title"]]
        roles = dict.fromkeys(
            RoleCard(row["role"], self._name(place), place)
            for row in rows
            if (place := self._place(row)) or row["role"]
        )
        return PersonCard(
            iri=iri,
            name=self._identities.label(iri) or rows[0]["name"] or iri,
            title=max(titles, key=lambda title: (len(title), title)) if titles else None,
            roles=tuple(roles),
        )

    def _place(self, row: Row) -> str | None:
        return self._identities.chief(row["organisation"]) if row["organisation"] else None

    def _name(self, iri: str | None) -> str | None:
        if iri is None:
            return None
        town = municipality_card(iri)
        if town:
            return town.name
        return self._identities.label(iri) or self._organisation_names.get(iri)

    @cached_property
    def _organisation_names(self) -> dict[str, str]:
        rows = self._store.rows("organisations")
        return {row["organisation"] or "": row["name"] or "" for row in rows}

    def _span(self, row: Row) -> Span:
        return Span(self._id(row["document"] or ""), int(row["start"] or 0), int(row["end"] or 0))

    def _id(self, document_iri: str) -> str:
        return document_iri.rpartition("/")[2]


KIND_OF_CLASS = {str(iri): kind for kind, iri in CLASS_OF_KIND.items()}
