"""Queries that would keep an engine busy without end, or make it grow without end."""

import itertools
from collections.abc import Iterator

__all__ = ["hostile_queries"]

_CROSS = "?a ?p ?b . ?c ?q ?d . ?e ?r ?f"
_KINDS = (
    "SELECT (COUNT(*) AS ?n) {{ {cross} FILTER(?a != {n}) }}",
    "SELECT * {{ {cross} }} ORDER BY ?b ?d ?f OFFSET {n}",
    "SELECT DISTINCT ?a ?c ?e {{ {cross} }} OFFSET {n}",
    "SELECT * {{ {cross} FILTER(?b = ?d + ?f + {n}) }}",
    "SELECT (COUNT(*) AS ?n) {{ ?a (<urn:x:{n}>|!<urn:x:none>)+ ?b }}",
    "SELECT (COUNT(*) AS ?n) {{ ?a (!<urn:x:{n}>*/!<urn:x:none>*)* ?b }}",
    'SELECT * {{ ?a ?p ?b . ?c ?q ?d FILTER(REGEX(CONCAT(STR(?c), STR(?a)), "(z{n})+$")) }}',
    "SELECT * {{ {cross} FILTER NOT EXISTS {{ ?a <urn:x:{n}> ?e . ?c ?x ?f }} FILTER(?a = {n}) }}",
    "SELECT ?m {{ BIND('ab{n}' AS ?z) {doubled} BIND(STRLEN(?t16) AS ?m) }}",
    "SELECT (GROUP_CONCAT(STR(?b); separator='{n}') AS ?t) {{ {cross} }}",
    "SELECT * # {n}\n{nested}",
    "SELECT ?a ?c (COUNT(*) + {n} AS ?m) {{ {cross} }} GROUP BY ?a ?c ?e",
)


def hostile_queries(number: int) -> Iterator[str]:
    """Yield so many hostile queries, no two alike."""
    names = ["?z", *(f"?t{place}" for place in range(17))]
    doubled = " ".join(
        f"BIND(CONCAT({x},{x},{x},{x}) AS {y})" for x, y in itertools.pairwise(names)
    )
    nested = "{" * 50_000 + "}" * 50_000
    for place in range(number):
        kind = _KINDS[place % len(_KINDS)]
        yield kind.format(cross=_CROSS, n=place, doubled=doubled, nested=nested)
