"""Writes what happened once: awards won, and events with who came and who was missing."""

from collections.abc import Iterable, Mapping

from rdflib import Literal, URIRef
from rdflib.namespace import SDO

from graph.actors import actor_named, write_actor, write_person_name
from graph.dates import date_literal
from graph.ledger import Ledger
from ontology.model import Award, Event, Facts
from ontology.terms import NW

__all__ = ["write_awards", "write_events"]


def write_awards(ledger: Ledger, facts: Facts, projects: Mapping[str, str]) -> None:
    """Write every award of a document; `projects` maps names of undertakings to their IRIs."""
    for award in facts.awards:
        _write_award(ledger, award, facts, projects)


def _write_award(ledger: Ledger, award: Award, facts: Facts, projects: Mapping[str, str]) -> None:
    first = award.evidence[:1]
    parts = (award.award, award.category or "", award.year or "", award.recipient or "")
    name = " · ".join(part for part in parts[:3] if part)
    subject = ledger.thing(ledger.iris.award(*parts), NW.AwardGrant, Literal(name), award.evidence)
    for predicate, value in (
        (NW.award, award.award),
        (NW.category, award.category),
        (NW.year, award.year),
        (NW.recipientName, award.recipient),
    ):
        ledger.claim(subject, predicate, ledger.text(value), *first)
    if award.rank is not None:
        ledger.claim(subject, NW.rank, Literal(award.rank), *first)
    recipient = actor_named(award.recipient, facts) if award.recipient else None
    if recipient and first:
        ledger.claim(subject, NW.recipient, write_actor(ledger, recipient, *first), *first)
    project = projects.get(award.project or "")
    if project:
        ledger.claim(subject, NW.forUndertaking, URIRef(project), *first)


def write_events(ledger: Ledger, events: Iterable[Event], projects: Mapping[str, str]) -> None:
    """Write every event of a document; `projects` maps names of undertakings to their IRIs."""
    for event in events:
        _write_event(ledger, event, projects)


def _write_event(ledger: Ledger, event: Event, projects: Mapping[str, str]) -> None:
    first = event.evidence[:1]
    # Two documents' meetings without a date are not known to be one.
    when = event.date or ledger.document.id
    subject = ledger.thing(
        ledger.iris.event(event.name, when, event.place or ""),
        NW.Event,
        Literal(event.name),
        event.evidence,
    )
    ledger.claim(subject, NW.eventKind, Literal(event.kind), *first)
    ledger.claim(subject, SDO.startDate, date_literal(event.date), *first)
    ledger.claim(subject, SDO.location, ledger.text(event.place), *first)
    if event.about and event.about in projects:
        ledger.claim(subject, NW.about, URIRef(projects[event.about]), *first)
    else:
        ledger.claim(subject, NW.topic, ledger.text(event.about), *first)
    for predicate, persons in ((NW.attendee, event.attendees), (NW.absentee, event.absent)):
        for claim in persons:
            person = write_person_name(ledger, claim.value, claim.evidence)
            ledger.claim(subject, predicate, person, claim.evidence)
