"""Makes one card of all that documents claim about an undertaking."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from rdflib import DCTERMS, RDF, RDFS

from graph.undertakings import KIND_OF_CLASS
from ontology.cards import ContactCard, MunicipalityCard, ProjectCard, Span
from ontology.gazetteer import gazetteer
from ontology.headings import as_heading
from ontology.iris import slug
from ontology.terms import NW
from ontology.vocabulary import fields, themes

__all__ = ["ClaimRow", "ProjectClaims", "municipality_card", "project_card"]


@dataclass(frozen=True, slots=True, order=True)
class ClaimRow:
    """One claim: a predicate, its value, and where it stands."""

    predicate: str
    value: str
    span: Span


@dataclass
class ProjectClaims:
    """All claims about one undertaking, under one or several IRIs, and where it is mentioned."""

    iri: str
    rows: set[ClaimRow] = field(default_factory=set)
    mentions: set[Span] = field(default_factory=set)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Every stretch that speaks of it, in order."""
        return tuple(sorted({row.span for row in self.rows} | self.mentions))

    def values(self, predicate: str) -> dict[str, set[str]]:
        """Return each value of a property with the documents that give it."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for row in self.rows:
            if row.predicate == predicate:
                found[row.value].add(row.span.document_id)
        return dict(found)

    def actors(self) -> set[str]:
        """Return the IRIs of all who take part or lead."""
        return {*self.values(str(NW.participant)), *self.values(str(NW.lead))}


def project_card(
    claims: ProjectClaims,
    *,
    dates: Mapping[str, str | None],
    name: str | None = None,
    contacts: Sequence[ContactCard] = (),
) -> ProjectCard:
    """Return the card of an undertaking; `dates` are those of the documents.

    Without a `name` it is called as most documents call it.
    """
    starts = claims.values(str(NW.startDate))
    kinds = claims.values(str(RDF.type))
    return ProjectCard(
        iri=claims.iri,
        name=as_heading(name or _most_given(claims.values(str(RDFS.label))) or claims.iri),
        kind=KIND_OF_CLASS.get(_most_given(kinds) or "", "projekt"),
        status=_newest(claims.values(str(NW.status)), dates),
        start=_most_given(starts),
        starts=tuple(sorted(starts)),
        end=_most_given(claims.values(str(NW.endDate))),
        themes=_theme_labels(claims.values(str(DCTERMS.subject))),
        municipalities=_municipalities(claims),
        contacts=tuple(contacts),
        spans=claims.spans,
    )


def municipality_card(iri: str) -> MunicipalityCard | None:
    """Return the card of a municipality or county by its IRI, None for anything else."""
    place = gazetteer().get(iri.rpartition("/")[2])
    if place is None:
        return None
    return MunicipalityCard(iri, place.name, place.kind, place.ags, place.population or None)


def _most_given(values: Mapping[str, set[str]]) -> str | None:
    """Return the value that most documents give; of equals the first, so the earliest date."""
    ranked = sorted(values, key=lambda value: (-len(values[value]), value))
    return ranked[0] if ranked else None


def _newest(values: Mapping[str, set[str]], dates: Mapping[str, str | None]) -> str | None:
    """Return the value of the newest document; documents without a date count as oldest."""

    def rank(value: str) -> tuple[str, int, str]:
        documents = values[value]
        return max(dates.get(document) or "" for document in documents), len(documents), value

    return max(values, key=rank) if values else None


def _theme_labels(values: Mapping[str, set[str]]) -> tuple[str, ...]:
    ranked = sorted(values, key=lambda iri: (-len(values[iri]), iri))
    labels = (_label_by_slug().get(iri.rpartition("/")[2]) for iri in ranked)
    return tuple(label for label in labels if label)


def _municipalities(claims: ProjectClaims) -> tuple[MunicipalityCard, ...]:
    leads = claims.values(str(NW.lead))
    cards: Iterable[MunicipalityCard | None] = map(municipality_card, claims.actors())
    return tuple(
        sorted(
            (card for card in cards if card),
            key=lambda card: (card.iri not in leads, card.name, card.ags),
        )
    )


@cache
def _label_by_slug() -> dict[str, str]:
    return {slug(concept.label): concept.label for concept in (*fields(), *themes())}
