"""Finds the undertakings of a document with everything that it says of them."""

from collections.abc import Iterable

from ingest.entities import Entities
from ingest.expenses import find_costs, find_programmes, find_staff
from ingest.layout import Layout, Span, read_layout
from ingest.name_contexts import Setting
from ingest.opinion import Opinions
from ingest.participants import Partners, find_partners
from ingest.project_choice import Named, choose
from ingest.project_facts import (
    find_contacts,
    find_funders,
    find_funding,
    find_legal_form,
    find_problems,
    find_results,
    find_solutions,
)
from ingest.project_names import find_candidates
from ingest.project_periods import find_period, find_status
from ingest.scopes import Scope, Source, read_source, scope_of
from ingest.setbacks import find_obstacles, find_stops
from ingest.themes import find_fields, find_themes
from ontology.model import Document, Evidence, Project

__all__ = ["find_projects", "setting_of"]


def find_projects(
    document: Document, entities: Entities, opinions: Opinions | None = None
) -> tuple[Project, ...]:
    """Return the undertakings that a document tells of, the main one first."""
    layout = read_layout(document)
    source = read_source(document, layout, entities)
    candidates = find_candidates(document, layout, source.place_words)
    everyone = choose(setting_of(source, opinions), candidates)
    scopes = tuple(scope_of(source, named, everyone) for named in everyone)
    partners = find_partners(source, scopes) if scopes else ()
    return tuple(
        _project(source, scope, each) for scope, each in zip(scopes, partners, strict=True)
    )


def setting_of(source: Source, opinions: Opinions | None = None) -> Setting:
    """Return what the signals of names must know of a document and of who is named in it."""
    entities = source.entities
    return Setting(
        source.document,
        source.layout,
        organisations=_spans(e for o in entities.organisations for e in o.evidence),
        towns=tuple(mention.span for mention in source.actors if mention.actor.ags),
        persons=_spans(e for p in entities.persons for e in p.evidence),
        opinions=opinions,
    )


def _spans(evidence: Iterable[Evidence]) -> tuple[Span, ...]:
    return tuple(Span(each.start, each.end) for each in evidence)


def _project(source: Source, scope: Scope, partners: Partners) -> Project:
    named = scope.named
    period = find_period(source, scope)
    is_strategy = scope.is_main and source.document.kind in {"strategiepapier", "pressemitteilung"}
    return Project(
        name=named.name,
        kind=named.kind,
        evidence=_evidence(source.layout, named),
        participants=partners.participants,
        lead=partners.lead,
        starts=period.starts,
        ends=period.ends,
        status=find_status(source, scope, period),
        themes=find_themes(source.layout, named.name, (*scope.near, *_first(scope))),
        fields=find_fields(source.layout) if is_strategy and named.kind == "strategie" else (),
        funding=find_funding(source, scope),
        funders=find_funders(source, scope),
        problems=find_problems(source, scope),
        solutions=find_solutions(source, scope),
        results=find_results(source, scope),
        legal_form=find_legal_form(source, scope),
        contacts=find_contacts(source, scope),
        costs=find_costs(source, scope),
        staff=find_staff(source, scope),
        programmes=find_programmes(source, scope),
        obstacles=find_obstacles(source, scope),
        stops=find_stops(source, scope),
    )


# How many further sentences tell the theme of the main undertaking: about two paragraphs.
THEME_SENTENCES = 12


def _first(scope: Scope) -> tuple[Span, ...]:
    return scope.wide[:THEME_SENTENCES] if scope.is_main else scope.wide


# No rule is surer of a name than this, and none is given that is less sure (both chosen).
MAX_CONFIDENCE, MIN_CONFIDENCE = 0.95, 0.3


def _evidence(layout: Layout, named: Named) -> tuple[Evidence, ...]:
    confidence = min(MAX_CONFIDENCE, max(MIN_CONFIDENCE, named.score))
    return tuple(layout.quote(span, confidence=round(confidence, 2)) for span in named.mentions)
