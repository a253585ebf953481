"""Which undertakings of different documents are one and the same, as far as that is sure.

The links are a pure function of what all documents say: they can be thrown away and made again,
and the order in which documents came does not show in them.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import Protocol

import snowballstemmer
from rdflib import URIRef

from graph.naming import is_generic
from graph.statements import Statement
from graph.store import Store
from ontology.terms import NW

__all__ = ["NamedUndertaking", "normalised_name", "refresh_canonical", "same_undertakings"]

# Words that distinguish no two undertakings: articles, and what every cooperation is.
EMPTY_WORDS = frozenset(
    ["das", "dem", "den", "der", "des", "die", "ein", "eine", "einer", "eines", "für", "und"]
)
EMPTY_STEMS = ("interkommunal", "gemeinsam", "gemeinschaft")


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


@dataclass(frozen=True, slots=True)
class NamedUndertaking:
    """An undertaking under one of its names, with the IRIs of its municipalities."""

    iri: str
    name: str
    towns: frozenset[str]


def normalised_name(name: str) -> str:
    """Return a name without case, quotes, hyphens, articles and inflection."""
    # Hyphens go before stemming: the s of `Wissens-Netzwerk` is no ending.
    words = re.findall(r"\w+", name.casefold().replace("-", ""))
    kept = [
        stem
        for word in words
        if word not in EMPTY_WORDS and not (stem := _stem(word)).startswith(EMPTY_STEMS)
    ]
    # Joined without blanks, so that `Aue-Weser` and `Aue Weser` are one.
    return "".join(kept or words)


def same_undertakings(known: Iterable[NamedUndertaking]) -> tuple[Statement, ...]:
    """Return a link for every pair of IRIs of which it is sure that they mean the same.

    The names must be equal once normalised and a municipality must take part in both; where
    the name is generic, exactly the same municipalities.
    """
    by_name: defaultdict[str, set[NamedUndertaking]] = defaultdict(set)
    for undertaking in known:
        by_name[normalised_name(undertaking.name)].add(undertaking)
    pairs = {
        (one.iri, other.iri)
        for group in by_name.values()
        for one, other in combinations(sorted(group, key=lambda each: (each.iri, each.name)), 2)
        if one.iri != other.iri and _share_towns(one, other)
    }
    return tuple(
        Statement(URIRef(one), NW.sameUndertaking, URIRef(other)) for one, other in sorted(pairs)
    )


def refresh_canonical(store: Store) -> int:
    """Make the canonical graph say what follows from all documents; return how many links."""
    links = same_undertakings(_known(store))
    canonical = store.iris.graph("canonical")
    if links or store.has_graph(canonical):
        store.replace_graph(canonical, links)
    return len(links)


def _share_towns(one: NamedUndertaking, other: NamedUndertaking) -> bool:
    if is_generic(one.name) or is_generic(other.name):
        return bool(one.towns) and one.towns == other.towns
    return bool(one.towns & other.towns)


def _known(store: Store) -> Iterator[NamedUndertaking]:
    towns: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for row in store.rows("undertaking_names"):
        towns[row["project"] or "", row["name"] or ""].add(row["town"] or "")
    for (iri, name), found in towns.items():
        yield NamedUndertaking(iri, name, frozenset(found))


def _stem(word: str) -> str:
    return str(_german().stemWord(word))


@cache
def _german() -> _Stemmer:
    stemmer: _Stemmer = snowballstemmer.stemmer("german")
    return stemmer
