"""Finds what a bare "Leiterin" leads: the undertaking that her paragraph has just named."""

import re
from collections.abc import Sequence
from dataclasses import replace

from ingest.entities import Entities
from ontology.model import Actor, Project, Role

__all__ = ["with_leaders"]

# An office without a word of what is led.
_LEADS = re.compile(
    r"(?:[a-zäöüÄÖÜ]+e[rnm]?\s)?(?:(?:Gesamtp|P)rojekt|Team|Verbund|Programm|Netzwerk)?"
    r"(?:[Ll]eiter(?:in)?|[Ll]eitung|[Kk]oordinator(?:in)?|[Kk]oordination)$|(?:Projektmitarbeiter|Betreuer)(?:in)?$"
)
# What was weighed for nothing else; 7 of 9 were right in the development documents.
CONFIDENCE = 0.7


def with_leaders(text: str, entities: Entities, projects: Sequence[Project]) -> Entities:
    """Return the entities with undertakings as what people lead of whom no body is known."""
    persons = tuple(
        replace(person, roles=tuple(_led(text, role, projects) for role in person.roles))
        for person in entities.persons
    )
    return replace(entities, persons=persons)


def _led(text: str, role: Role, projects: Sequence[Project]) -> Role:
    if role.organisation or not role.role or not _LEADS.match(role.role):
        return role
    paragraph = text.rfind("\n\n", 0, role.evidence.start) + 1
    named = [
        (one.start, project.name)
        for project in projects
        for one in project.evidence
        if paragraph <= one.start < role.evidence.end
    ]
    if not named:
        return role
    evidence = replace(role.evidence, confidence=CONFIDENCE, inferred=True)
    return replace(role, organisation=Actor(max(named)[1]), evidence=evidence)
