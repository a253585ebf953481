"""Whom to call about an undertaking: named contacts first, then who is named closest to it."""

from collections.abc import Iterable, Mapping

from graph.project_cards import ProjectClaims
from ontology.cards import ContactCard, PersonCard, RoleCard, Span
from ontology.terms import NW

__all__ = ["MAX_CONTACTS", "contacts_of"]

# More than three names are no answer to "whom do I call".
MAX_CONTACTS = 3


def contacts_of(
    claims: ProjectClaims,
    persons: Mapping[str, PersonCard],
    spans: Mapping[str, tuple[Span, ...]],
) -> tuple[ContactCard, ...]:
    """Return at most three persons; `spans` say where each person is mentioned.

    Besides named contacts only those count who belong to somebody taking part, and of these
    persons whose role is known come before mere members.
    """
    named = sorted(claims.values(str(NW.contact)))
    actors = claims.actors()
    places = _by_document(claims.spans)
    near = sorted(
        (held.role is None, distance, iri)
        for iri, person in persons.items()
        if iri not in named
        if (held := _role_at(person, actors)) is not None
        if (distance := _distance(spans.get(iri, ()), places)) is not None
    )
    chosen = [*named, *(iri for *_, iri in near)][:MAX_CONTACTS]
    return tuple(_card(persons[iri], actors) for iri in chosen if iri in persons)


def _card(person: PersonCard, actors: set[str]) -> ContactCard:
    role = _role_at(person, actors) or next(iter(person.roles), None)
    if role is None:
        return ContactCard(person.name, iri=person.iri)
    return ContactCard(person.name, role.role, role.organisation, person.iri)


def _role_at(person: PersonCard, actors: set[str]) -> RoleCard | None:
    held = [role for role in person.roles if role.organisation_iri in actors]
    # A role with a name says more than a mere affiliation.
    return next((role for role in held if role.role), held[0] if held else None)


def _by_document(spans: Iterable[Span]) -> dict[str, list[Span]]:
    places: dict[str, list[Span]] = {}
    for span in spans:
        places.setdefault(span.document_id, []).append(span)
    return places


def _distance(spans: Iterable[Span], places: Mapping[str, list[Span]]) -> int | None:
    gaps = [
        max(place.start - span.end, span.start - place.end, 0)
        for span in spans
        for place in places.get(span.document_id, ())
    ]
    return min(gaps) if gaps else None
