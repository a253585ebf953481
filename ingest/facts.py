"""Everything that the extractors find in a document."""

from ingest.awards import find_awards
from ingest.entities import find_entities
from ingest.events import find_events
from ingest.projects import find_projects
from ontology.model import Document, Facts

__all__ = ["extract_facts"]


def extract_facts(document: Document) -> Facts:
    """Return the facts of a document: who acts, what they undertake, win and meet for."""
    entities = find_entities(document)
    projects = find_projects(document, entities)
    return Facts(
        persons=entities.persons,
        municipalities=entities.municipalities,
        organisations=entities.organisations,
        projects=projects,
        awards=find_awards(document, entities, projects),
        events=find_events(document, entities),
    )
