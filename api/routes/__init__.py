"""HTTP routes, one file a subject."""

from api.routes import asking, entities, health, listings, sparql, start

__all__ = ["asking", "entities", "health", "listings", "sparql", "start"]
