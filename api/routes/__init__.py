"""HTTP routes, one file a subject."""

from api.routes import asking, entities, health, listings, overview, sparql, start, suggest

__all__ = ["asking", "entities", "health", "listings", "overview", "sparql", "start", "suggest"]
