"""Everything that the extractors find in a document."""

from dataclasses import replace

from ingest.aids import Aids
from ingest.awards import find_awards
from ingest.confidence import calibrated
from ingest.entities import Entities, find_entities
from ingest.events import find_events
from ingest.figures import with_figures
from ingest.language_model import with_proposals
from ingest.leaders import with_leaders
from ingest.projects import find_projects
from ingest.recogniser import Recogniser, Seen, Span
from ingest.recogniser_bodies import likely_bodies
from ingest.recogniser_join import (
    credited,
    doubtful_organisations,
    join,
    likely_names,
)
from ingest.stretches import stretches
from ontology.model import Document, Facts

__all__ = ["extract_facts", "find_actors", "find_facts"]


def extract_facts(document: Document, *, aids: Aids | None = None) -> Facts:
    """Return the facts of a document: who acts, what they undertake, win and meet for."""
    aids = aids or Aids()
    facts = calibrated(find_facts(document, recogniser=aids.recogniser))
    if aids.language_model:
        return with_proposals(document, facts, aids.language_model)
    return facts


def find_facts(document: Document, *, recogniser: Recogniser | None = None) -> Facts:
    """Return the facts of a document, each as sure as the rule that found it says it is."""
    seen = recogniser.look(document.text, stretches(document.text)) if recogniser else None
    entities = find_actors(document, seen)
    opinions = seen.opinions if seen else None
    projects = with_figures(document, find_projects(document, entities, opinions))
    entities = with_leaders(document.text, entities, projects)
    return Facts(
        persons=entities.persons,
        municipalities=entities.municipalities,
        organisations=entities.organisations,
        projects=projects,
        awards=find_awards(document, entities, projects),
        events=find_events(document, entities),
    )


def find_actors(document: Document, seen: Seen | None) -> Entities:
    """Return who acts in a document by the rules, and by what the network saw if it was asked."""
    return _recognised(document, seen.spans) if seen else find_entities(document)


def _recognised(document: Document, spans: tuple[Span, ...]) -> Entities:
    """Add what only the network saw, and leave out what rests on a head noun alone.

    Measured when the rules were last changed, on documents nobody had looked at (15 of the corpus,
    20 written ones): organisations F1 .66 and .76 by rules, .73 and .76 joined, .77 and .73 with
    the doubtful ones left out; persons .973 and .966 by rules, .980 and .970 joined.
    """
    names, bodies = likely_names(document.text, spans), likely_bodies(document.text, spans)
    found = find_entities(document, names, bodies=bodies)
    entities = credited(found, document.text, spans)
    doubtful = {one.name for one in doubtful_organisations(entities, spans)}
    joined = join(entities, spans, document)
    kept = tuple(one for one in joined.organisations if one.name not in doubtful)
    return replace(joined, organisations=kept)
