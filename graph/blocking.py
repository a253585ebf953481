"""Which things are worth comparing at all: those that share a key of their names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from graph.profiles import Profile
from graph.spelling import initials_of, normalised_name, person_words, words_of

__all__ = ["candidate_pairs"]

# Enough of a surname to find its misspellings too.
STEM_CHARS = 3


def candidate_pairs(profiles: Iterable[Profile]) -> list[tuple[Profile, Profile]]:
    """Return every pair of things of one kind that may be one, ordered by IRI."""
    blocks: defaultdict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        for key in sorted(set(_KEYS[profile.kind](profile))):
            blocks[profile.kind, *key].append(profile)
    pairs = {
        (one.iri, other.iri): (one, other)
        for key, block in blocks.items()
        for one, other in combinations(sorted(block, key=lambda each: each.iri), 2)
        if _is_worth_it(key, one, other)
    }
    return [pairs[iris] for iris in sorted(pairs)]


def _is_worth_it(key: tuple[str, ...], one: Profile, other: Profile) -> bool:
    # `Stadtwerke` may be short for any `Stadtwerke X`; two of these need not be compared.
    return key[1] != "head" or any(len(words_of(each.name)) == 1 for each in (one, other))


def _person_keys(profile: Profile) -> Iterator[tuple[str, ...]]:
    for name in profile.names:
        given, *others = person_words(name)
        for word in others:
            yield given[0], word[:STEM_CHARS]


def _organisation_keys(profile: Profile) -> Iterator[tuple[str, ...]]:
    for name in profile.names:
        words = words_of(name)
        yield ("name", normalised_name(name))
        yield ("name", initials_of(name))
        yield ("head", words[0])
        yield ("words", *words[:2])
        yield ("words", *words[-2:])
        yield from (("name", word) for word in words)
    for short in profile.short_names:
        yield ("name", normalised_name(short))


def _undertaking_keys(profile: Profile) -> Iterator[tuple[str, ...]]:
    for name in profile.names:
        yield ("name", normalised_name(name))
        for word in words_of(name):
            yield from (("town", town, word) for town in profile.towns)


_KEYS = {
    "organisation": _organisation_keys,
    "person": _person_keys,
    "project": _undertaking_keys,
}
