"""The object that `extract --json` prints: one document with all that was read out of it."""

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from ingest.unions import is_union
from ontology.model import (
    Award,
    Claim,
    Document,
    Event,
    Evidence,
    Facts,
    OrganisationMention,
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

_IN_BRACKETS = re.compile(r"\s*\(([^()]+)\)")


def extract_object(reading: Reading) -> dict[str, Any]:
    """Return a reading as the contract writes it; every quote is `text[start:end]`."""
    document, facts = reading.document, reading.facts
    labels = _labels(document, facts.organisations)
    return {
        "source_file": document.source_file,
        "title": document.title,
        "kind": document.kind,
        "date": document.date,
        "publisher": document.publisher,
        "language": document.language,
        "rights": document.rights,
        "persons": [_person(person, labels) for person in facts.persons],
        "municipalities": _municipalities(facts),
        "organisations": [
            {"name": labels[mention.name], "evidence": _evidence(mention.evidence)}
            for mention in facts.organisations
            if not is_union(mention.name)
        ],
        "projects": [_project(project, labels) for project in facts.projects],
        "awards": [_award(award, labels) for award in facts.awards],
        "events": [_event(event) for event in facts.events],
    }


def _municipalities(facts: Facts) -> list[dict[str, Any]]:
    """Return the municipalities, unions of them included, which have no key of their own."""
    found = [
        {
            "name": mention.name,
            "kind": mention.kind,
            "ags": mention.ags,
            "evidence": _evidence(mention.evidence),
        }
        for mention in facts.municipalities
    ]
    return found + [
        {
            "name": mention.name.partition(" ")[2],
            "kind": "Gemeinde",
            "ags": None,
            "evidence": _evidence(mention.evidence),
        }
        for mention in facts.organisations
        if is_union(mention.name)
    ]


def _labels(document: Document, organisations: Iterable[OrganisationMention]) -> dict[str, str]:
    """Return each body's name with the short form that the text explains: `Institut X (IX)`."""
    return {
        mention.name: f"{mention.name} ({short})"
        if (short := _explained(document, mention))
        else mention.name
        for mention in organisations
    }


def _explained(document: Document, mention: OrganisationMention) -> str | None:
    """Return the short form that stands in brackets right behind the name."""
    behind = [_IN_BRACKETS.match(document.text, one.end) for one in mention.evidence]
    explained = {found.group(1) for found in behind if found}
    return next((short for short in mention.short_names if short in explained), None)


def _evidence(evidence: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [{"quote": one.quote, "start": one.start, "end": one.end} for one in evidence]


def _person(person: Person, labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": person.name,
        "title": person.title,
        "roles": [_role(role, labels) for role in person.roles],
        "contact": {"email": person.contact.email, "phone": person.contact.phone},
        "evidence": _evidence(person.evidence),
    }


def _label(name: str, labels: Mapping[str, str]) -> str:
    return labels.get(name, name)


def _role(role: Role, labels: Mapping[str, str]) -> dict[str, str | None]:
    name = role.organisation.name if role.organisation else None
    return {"role": role.role, "organisation": _label(name, labels) if name else None}


def _project(project: Project, labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "name": project.name,
        "kind": project.kind,
        "participants": [_label(claim.actor.name, labels) for claim in project.participants],
        "lead": _label(project.lead.actor.name, labels) if project.lead else None,
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


def _award(award: Award, labels: Mapping[str, str]) -> dict[str, Any]:
    return {
        "award": award.award,
        "category": award.category,
        "year": award.year,
        "rank": award.rank,
        "recipient": _label(award.recipient, labels) if award.recipient else None,
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
