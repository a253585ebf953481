"""Writes what is done: projects, cooperations, strategies, networks and portals."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from rdflib import DCTERMS, Literal, URIRef

from graph.actors import write_actor, write_person_name
from graph.ledger import Ledger
from graph.naming import anchor_of
from ontology.model import ActorClaim, Claim, Project, ProjectKind
from ontology.terms import NW

__all__ = ["KIND_OF_CLASS", "project_iri", "write_projects"]


def project_iri(ledger: Ledger, project: Project) -> str:
    """Return the IRI of a project of this document."""
    anchor = anchor_of(project, document_id=ledger.document.id)
    return ledger.iris.project(project.name, anchor)


def write_projects(ledger: Ledger, projects: Iterable[Project]) -> None:
    """Write every undertaking of a document with all that is claimed about it."""
    for project in projects:
        subject = ledger.thing(
            project_iri(ledger, project),
            CLASS_OF_KIND[project.kind],
            ledger.text(project.name) or Literal(project.name),
            project.evidence,
        )
        _write_actors(ledger, subject, project)
        _write_concepts(ledger, subject, project)
        _write_values(ledger, subject, project)


def _write_actors(ledger: Ledger, subject: URIRef, project: Project) -> None:
    lead = (project.lead,) if project.lead else ()
    for predicate, claims in (
        (NW.participant, project.participants),
        (NW.lead, lead),
        (NW.fundedBy, project.funders),
    ):
        _write_actor_claims(ledger, subject, predicate, claims)
    for contact in project.contacts:
        person = write_person_name(ledger, contact.value, contact.evidence)
        ledger.claim(subject, NW.contact, person, contact.evidence)


def _write_actor_claims(
    ledger: Ledger, subject: URIRef, predicate: URIRef, claims: Iterable[ActorClaim]
) -> None:
    for claim in claims:
        actor = write_actor(ledger, claim.actor, claim.evidence)
        ledger.claim(subject, predicate, actor, claim.evidence)


def _write_concepts(ledger: Ledger, subject: URIRef, project: Project) -> None:
    for predicate, claims in ((DCTERMS.subject, project.themes), (NW.fieldOfLife, project.fields)):
        for claim in claims:
            theme = URIRef(ledger.iris.theme(claim.value))
            ledger.claim(subject, predicate, theme, claim.evidence)


def _write_values(ledger: Ledger, subject: URIRef, project: Project) -> None:
    for predicate, claims in (
        (NW.startDate, project.starts),
        (NW.endDate, project.ends),
        (NW.status, _optional(project.status)),
        (NW.problem, project.problems),
        (NW.solution, project.solutions),
        (NW.result, project.results),
        (NW.figure, project.figures),
        (NW.funding, _optional(project.funding)),
        (NW.legalForm, _optional(project.legal_form)),
        (NW.cost, project.costs),
        (NW.staff, project.staff),
        (NW.fundingProgramme, project.programmes),
        (NW.obstacle, project.obstacles),
        (NW.stopped, project.stops),
    ):
        for claim in claims:
            ledger.claim(subject, predicate, ledger.text(claim.value), claim.evidence)


def _optional(claim: Claim | None) -> tuple[Claim, ...]:
    return (claim,) if claim else ()


CLASS_OF_KIND: Mapping[ProjectKind, URIRef] = MappingProxyType(
    {
        "kooperation": NW.Cooperation,
        "netzwerk": NW.Network,
        "portal": NW.Portal,
        "projekt": NW.Project,
        "strategie": NW.Strategy,
    }
)
KIND_OF_CLASS: Mapping[str, ProjectKind] = MappingProxyType(
    {str(iri): kind for kind, iri in CLASS_OF_KIND.items()}
)
