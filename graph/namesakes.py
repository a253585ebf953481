"""Parts the documents that use one name for several persons or bodies.

A part has an IRI of its own, `<IRI of the name>--<town or body>`. The plain IRI stays for the
documents that do not show which of them is meant. A name with one bearer is never parted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from graph.comparing import DOUBTFUL, MERGED, Likeness, compare_namesakes
from graph.groups import Groups
from graph.mentions import Mention, Mentions, kind_of
from graph.profiles import Profile, is_common_name, profile_of
from graph.spelling import words_of
from ontology.gazetteer import gazetteer
from ontology.iris import part_iri, slug

__all__ = ["Part", "Parting", "part_names"]


@dataclass(frozen=True, slots=True)
class Part:
    """One bearer of a name: an IRI and the documents that mean it."""

    iri: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parting:
    """The bearers of one name, and how alike those of them are that may yet be one."""

    name_iri: str
    parts: tuple[Part, ...]
    likenesses: tuple[tuple[str, str, Likeness], ...] = ()


def part_names(found: Mentions, *, forced: Mapping[str, Sequence[Part]]) -> dict[str, Parting]:
    """Return how names are to be parted, by plain IRI; `forced` are the parts people decided."""
    partings: dict[str, Parting] = {}
    for iri in sorted(found.by_thing):
        mentions = found.by_thing[iri]
        decided = [
            part for part in forced.get(iri, ()) if not mentions.keys().isdisjoint(part.documents)
        ]
        taken = {document for part in decided for document in part.documents}
        rest = {key: mention for key, mention in mentions.items() if key not in taken}
        parting = _PARTERS[kind_of(iri)](iri, rest, found)
        parts = (*decided, *parting.parts)
        if decided or len(parts) > 1:
            partings[iri] = Parting(iri, tuple(parts), parting.likenesses)
    return partings


def _part_persons(iri: str, mentions: Mapping[str, Mention], found: Mentions) -> Parting:
    groups = _joined_by_actors(mentions)
    if len(groups) < 2:
        return Parting(iri, ())
    profiles = {
        group[0]: profile_of(iri, [mentions[each] for each in group], found) for group in groups
    }
    joined = Groups(profiles)
    likenesses: dict[tuple[str, str], Likeness] = {}
    for one, other in combinations(sorted(profiles), 2):
        likeness = compare_namesakes(profiles[one], profiles[other])
        likenesses[one, other] = likeness
        if likeness.score >= MERGED and _both_belong(profiles[one], profiles[other]):
            joined.join(one, other)
    return _persons_parting(iri, joined, profiles, likenesses)


def _both_belong(one: Profile, other: Profile) -> bool:
    # Who belongs nowhere is likened to everybody; that must not join two who belong somewhere.
    return bool(one.actors and other.actors)


def _persons_parting(
    iri: str,
    joined: Groups,
    profiles: Mapping[str, Profile],
    likenesses: Mapping[tuple[str, str], Likeness],
) -> Parting:
    bearers = [group for group in joined.all() if any(profiles[each].actors for each in group)]
    if len(bearers) < 2:
        return Parting(iri, ())
    documents = {
        group: sorted(each for key in group for each in profiles[key].documents)
        for group in bearers
    }
    for key in sorted(profiles):
        if not profiles[key].actors:
            near = [group for group in bearers if _is_near(key, group, likenesses)]
            if len(near) == 1:
                documents[near[0]] += sorted(profiles[key].documents)
    labels = _labels({group: [profiles[each] for each in group] for group in bearers})
    parts = {
        group: Part(part_iri(iri, labels[group]), tuple(documents[group])) for group in bearers
    }
    pairs = tuple(
        (parts[one].iri, parts[other].iri, best)
        for one, other in combinations(bearers, 2)
        if (best := _best(one, other, likenesses)).score >= DOUBTFUL
    )
    return Parting(iri, tuple(parts.values()), pairs)


def _is_near(
    key: str, group: Iterable[str], likenesses: Mapping[tuple[str, str], Likeness]
) -> bool:
    return _best((key,), group, likenesses).score >= MERGED


def _best(
    one: Iterable[str], other: Iterable[str], likenesses: Mapping[tuple[str, str], Likeness]
) -> Likeness:
    pairs = [likenesses[min(a, b), max(a, b)] for a in one for b in other]
    return max(pairs, key=lambda likeness: (likeness.score, likeness.signals))


def _joined_by_actors(mentions: Mapping[str, Mention]) -> tuple[tuple[str, ...], ...]:
    joined = Groups(mentions)
    first: dict[str, str] = {}
    for document_id in sorted(mentions):
        for actor in sorted(mentions[document_id].actors):
            joined.join(document_id, first.setdefault(actor, document_id))
    return joined.all()


def _part_organisations(iri: str, mentions: Mapping[str, Mention], found: Mentions) -> Parting:
    if len(mentions) < 2 or not is_common_name(profile_of(iri, mentions.values(), found)):
        return Parting(iri, ())
    by_home: defaultdict[str, list[str]] = defaultdict(list)
    is_of_land = _belongs_to_land(next(iter(mentions.values())))
    for document_id in sorted(mentions):
        home = found.sources[document_id].home
        if home:
            by_home[home[:2] if is_of_land else home].append(document_id)
    if len(by_home) < 2:
        return Parting(iri, ())
    parts = [
        Part(part_iri(iri, _place_label(home)), tuple(documents))
        for home, documents in sorted(by_home.items())
    ]
    return Parting(iri, tuple(parts))


def _part_undertakings(iri: str, _mentions: Mapping[str, Mention], _found: Mentions) -> Parting:
    # The IRI of a generic name holds its town already; only people part undertakings.
    return Parting(iri, ())


def _belongs_to_land(mention: Mention) -> bool:
    return any(
        word.startswith("land") or word.endswith("ministerium")
        for name in sorted(mention.names)
        for word in words_of(name)
    )


def _labels(bearers: Mapping[tuple[str, ...], Sequence[Profile]]) -> dict[tuple[str, ...], str]:
    labels = {group: _home_label(profiles) for group, profiles in bearers.items()}
    shared = Counter(slug(label) for label in labels.values())
    return {
        group: label if shared[slug(label)] == 1 else f"{label} {min(group)[:8]}"
        for group, label in labels.items()
    }


def _home_label(profiles: Sequence[Profile]) -> str:
    counts = Counter(actor for profile in profiles for actor in profile.actors)
    # A town before other bodies: it is what tells namesakes apart for a reader.
    chosen = min(
        counts,
        key=lambda actor: (kind_of(actor) not in {"municipality", "county"}, -counts[actor], actor),
    )
    key = chosen.rpartition("/")[2]
    return _place_label(key) if kind_of(chosen) in {"municipality", "county"} else key


def _place_label(ags: str) -> str:
    place = gazetteer().get(ags)
    if place is None:
        return f"land {ags}"
    is_only_one = len(gazetteer().named(place.name)) == 1
    return place.name if is_only_one else f"{place.name} {ags}"


_PARTERS = {
    "organisation": _part_organisations,
    "person": _part_persons,
    "project": _part_undertakings,
}
