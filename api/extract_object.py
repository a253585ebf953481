"""The object that `extract --json` prints: one document with all that was read out of it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from ingest.unions import is_union
from ontology.model import (
    Award,
    Claim,
    Event,
    Evidence,
    Person,
    Project,
    Reading,
    Role,
)

__all__ = ["TRANSFER", "extract_object"]

# What a town that copies an undertaking must know, and the field of a project that tells it.
TRANSFER: Mapping[str, str] = MappingProxyType(
    {
        "problem": "problems",
        "solution": "solutions",
        "result": "results",
        "obstacles": "obstacles",
        "stopped": "stops",
        "cost": "costs",
        "staff": "staff",
        "legal_form": "legal_form",
        "programmes": "programmes",
        "contacts": "contacts",
    }
)


def extract_object(reading: Reading) -> dict[str, Any]:
    """Return a reading as the contract writes it; every quote is `text[start:end]`."""
    document, facts = reading.document, reading.facts
    return {
        "source_file": document.source_file,
        "title": document.title,
        "kind": document.kind,
        "date": document.date,
        "publisher": document.publisher,
        "language": document.language,
        "rights": document.rights,
        "persons": [_person(person) for person in facts.persons],
        "municipalities": [
            {
                "name": mention.name,
                "kind": mention.kind,
                "ags": mention.ags,
                "evidence": _evidence(mention.evidence),
            }
            for mention in facts.municipalities
        ]
        + [
            {
                "name": mention.name.partition(" ")[2],
                "kind": "Gemeinde",
                "ags": None,
                "evidence": _evidence(mention.evidence),
            }
            for mention in facts.organisations
            if is_union(mention.name)
        ],
        "organisations": [
            {"name": mention.name, "evidence": _evidence(mention.evidence)}
            for mention in facts.organisations
            if not is_union(mention.name)
        ],
        "projects": [_project(project) for project in facts.projects],
        "awards": [_award(award) for award in facts.awards],
        "events": [_event(event) for event in facts.events],
    }


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"quote": one.quote, "start": one.start, "end": one.end} for one in evidence]


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "title": person.title,
        "roles": [_role(role) for role in person.roles],
        "contact": {"email": person.contact.email, "phone": person.contact.phone},
        "evidence": _evidence(person.evidence),
    }


def _role(role: Role) -> dict[str, str | None]:
    return {
        "role": role.role,
        "organisation": role.organisation.name if role.organisation else None,
    }


def _project(project: Project) -> dict[str, Any]:
    return {
        "name": project.name,
        "kind": project.kind,
        "participants": [claim.actor.name for claim in project.participants],
        "lead": project.lead.actor.name if project.lead else None,
        "start": _first(project.starts),
        "end": _first(project.ends),
        "status": project.status.value if project.status else None,
        "themes": [claim.value for claim in project.themes],
        "funding": project.funding.value if project.funding else None,
        "evidence": _evidence(project.evidence),
        "transfer": {name: _claims(getattr(project, field)) for name, field in TRANSFER.items()},
    }


def _claims(told: tuple[Claim, ...] | Claim | None) -> list[dict[str, Any]]:
    claims = told if isinstance(told, tuple) else (told,) if told else ()
    return [{"value": claim.value, "evidence": _evidence([claim.evidence])} for claim in claims]


def _first(claims: tuple[Claim, ...]) -> str | None:
    return claims[0].value if claims else None


def _award(award: Award) -> dict[str, Any]:
    return {
        "award": award.award,
        "category": award.category,
        "year": award.year,
        "rank": award.rank,
        "recipient": award.recipient,
        "project": award.project,
        "evidence": _evidence(award.evidence),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "name": event.name,
        "kind": event.kind,
        "date": event.date,
        "place": event.place,
        "attendees": [claim.value for claim in event.attendees],
        "absent": [claim.value for claim in event.absent],
        "evidence": _evidence(event.evidence),
    }
