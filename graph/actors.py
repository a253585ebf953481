"""Writes who acts: persons with their memberships, municipalities and other organisations."""

from rdflib import RDF, Literal, URIRef
from rdflib.namespace import FOAF, ORG, SKOS

from graph.ledger import Ledger
from ontology.gazetteer import gazetteer
from ontology.model import (
    Actor,
    Evidence,
    Facts,
    MunicipalityMention,
    OrganisationMention,
    Person,
    Role,
)
from ontology.terms import NW
from ontology.vocabulary import role_concept

__all__ = ["actor_named", "write_actor", "write_actors", "write_person_name"]


def write_actors(ledger: Ledger, facts: Facts) -> None:
    """Write every person, municipality and organisation of a document."""
    for place in facts.municipalities:
        _write_municipality(ledger, place)
    for organisation in facts.organisations:
        _write_organisation(ledger, organisation)
    for person in facts.persons:
        _write_person(ledger, person)


def write_actor(ledger: Ledger, actor: Actor, evidence: Evidence) -> URIRef:
    """Write how an actor is called and of which kind it is; return its IRI."""
    if actor.ags:
        return _write_place(ledger, actor.name, actor.ags, (evidence,))
    return ledger.thing(
        ledger.iris.actor(actor), ORG.Organization, Literal(actor.name), (evidence,)
    )


def write_person_name(ledger: Ledger, name: str, evidence: Evidence) -> URIRef:
    """Write that a person of this name is mentioned; return the person's IRI."""
    return ledger.thing(ledger.iris.person(name), FOAF.Person, Literal(name), (evidence,))


def actor_named(name: str, facts: Facts) -> Actor | None:
    """Return the municipality or organisation of the document that a name means.

    A town may be written with its kind (`Stadt Lemgo`); one that the document does not name
    otherwise counts only where the gazetteer knows no second of that name.
    """
    for place in facts.municipalities:
        if name in (place.name, f"{place.kind} {place.name}"):
            return Actor(place.name, place.ags)
    for organisation in facts.organisations:
        if name in (organisation.name, *organisation.short_names):
            return Actor(organisation.name)
    return _only_place(name)


def _only_place(name: str) -> Actor | None:
    bare = name
    for kind in ("Stadt ", "Gemeinde ", "Markt ", "Hansestadt ", "Landeshauptstadt "):
        bare = bare.removeprefix(kind)
    places = gazetteer().named(bare)
    # A bare name could be anything; only a name with its kind, or a county's, is sure.
    if len(places) == 1 and (bare != name or places[0].is_county):
        return Actor(places[0].name, places[0].ags)
    return None


def _write_municipality(ledger: Ledger, place: MunicipalityMention) -> None:
    _write_place(ledger, place.name, place.ags, place.evidence)


def _write_place(ledger: Ledger, name: str, ags: str, evidence: tuple[Evidence, ...]) -> URIRef:
    subject = URIRef(ledger.iris.municipality(ags))
    kind = NW.County if len(ags) == 5 else NW.Municipality
    # The label comes from the gazetteer; a document gives only the name it uses.
    ledger.introduce(subject, RDF.type, kind, evidence)
    ledger.introduce(subject, NW.ags, Literal(ags), evidence)
    ledger.introduce(subject, NW.surface, Literal(name), evidence)
    ledger.claim(ledger.document_iri, NW.mentions, subject, *evidence)
    return subject


def _write_organisation(ledger: Ledger, organisation: OrganisationMention) -> None:
    subject = ledger.thing(
        ledger.iris.organisation(organisation.name),
        ORG.Organization,
        Literal(organisation.name),
        organisation.evidence,
    )
    for short in organisation.short_names:
        ledger.claim(subject, SKOS.altLabel, Literal(short), *organisation.evidence[:1])


def _write_person(ledger: Ledger, person: Person) -> None:
    subject = ledger.thing(
        ledger.iris.person(person.name), FOAF.Person, Literal(person.name), person.evidence
    )
    ledger.claim(subject, NW.academicTitle, ledger.text(person.title), *person.evidence[:1])
    for role in person.roles:
        _write_membership(ledger, subject, role)


def _write_membership(ledger: Ledger, person: URIRef, role: Role) -> None:
    organisation = None
    if role.organisation:
        organisation = write_actor(ledger, role.organisation, role.evidence)
    node = URIRef(ledger.iris.hashed("membership", person, organisation or "", role.role or ""))
    concept = role_concept(role.role) if role.role else None
    ledger.state(node, RDF.type, ORG.Membership)
    ledger.state(node, ORG.member, person)
    ledger.claim(person, ORG.hasMembership, node, role.evidence)
    ledger.claim(node, ORG.organization, organisation, role.evidence)
    ledger.claim(node, NW.roleName, ledger.text(role.role), role.evidence)
    if concept:
        ledger.claim(node, ORG.role, URIRef(ledger.iris.role(concept)), role.evidence)
