"""HTTP routes, one file a subject."""

from api.routes import (
    asking,
    contradictions,
    entities,
    health,
    listings,
    overview,
    review,
    sparql,
    start,
    statements,
    suggest,
)

__all__ = [
    "asking",
    "contradictions",
    "entities",
    "health",
    "listings",
    "overview",
    "review",
    "sparql",
    "start",
    "statements",
    "suggest",
]
