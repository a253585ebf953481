"""Which names of persons, organisations and undertakings mean one thing, and which mean several.

A pure function of what all documents say and what people decided: the order in which documents
came does not show in it, and it can be thrown away and made again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from graph.amendments import Amendments
from graph.blocking import candidate_pairs
from graph.comparing import DOUBTFUL, MERGED, Likeness, compare
from graph.decisions import Decision, corrections, refused_keys
from graph.groups import Groups
from graph.mentions import Mentions
from graph.namesakes import Part, Parting, part_names
from graph.profiles import Profile, is_common_name, profile_of
from ontology.iris import part_iri, plain_iri

__all__ = ["Outcome", "Pair", "reconcile"]

# The name that is found short for two others which are not one says nothing about either.
_AMBIGUOUS_GRADES = frozenset({"longer", "abbreviation", "initial", "initials"})


@dataclass(frozen=True, slots=True, order=True)
class Pair:
    """Two things that were compared, what came of it, and why."""

    one: str
    other: str
    outcome: Literal["merged", "doubtful", "apart"]
    score: float
    signals: tuple[str, ...]
    is_decided: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """What reconciling found: `canonical` leads every other name of a thing to its chief one."""

    pairs: tuple[Pair, ...]
    canonical: Mapping[str, str]
    labels: Mapping[str, str]
    partings: Mapping[str, Parting]
    by_people: Amendments = field(default_factory=Amendments)

    def amendments(self) -> dict[str, Amendments]:
        """Return what is to be changed in each document that has namesakes."""
        parts: defaultdict[str, dict[str, str]] = defaultdict(dict)
        for iri, parting in sorted(self.partings.items()):
            for part in parting.parts:
                for document_id in part.documents:
                    parts[document_id][iri] = part.iri
        return {each: replace(self.by_people, parts=found) for each, found in sorted(parts.items())}


def reconcile(found: Mentions, decisions: Sequence[Decision] = ()) -> Outcome:
    """Return which things are one, which may be, and which names are to be parted."""
    latest = {decision.matter: decision for decision in decisions}.values()
    partings = part_names(found, forced=_forced_parts(found, latest))
    profiles = {profile.iri: profile for profile in _profiles(found, partings)}
    pairs = _pairs(profiles, partings)
    decided = {
        tuple(sorted(each.things)): each.verdict
        for each in latest
        if each.verdict in {"same", "different"} and profiles.keys() >= set(each.things)
    }
    groups = _grouped(profiles, pairs, decided)
    canonical, labels = _chiefs(groups, profiles)
    return Outcome(
        pairs=tuple(sorted(_told(pairs, decided, groups))),
        canonical=canonical,
        labels=labels,
        partings=partings,
        by_people=Amendments(refused=refused_keys(decisions), corrected=corrections(decisions)),
    )


def _forced_parts(found: Mentions, decisions: Iterable[Decision]) -> dict[str, list[Part]]:
    parts: defaultdict[str, list[Part]] = defaultdict(list)
    taken: defaultdict[str, set[str]] = defaultdict(set)
    for decision in sorted(decisions, key=lambda each: -each.number):
        if decision.verdict != "split":
            continue
        iri = plain_iri(decision.things[0])
        documents = [
            each.document_id
            for each in found.sources.values()
            if each.document_id in decision.documents or each.source_file in decision.source_files
        ]
        chosen = sorted(set(documents) - taken[iri])
        taken[iri].update(chosen)
        # The part keeps its IRI when its documents are replaced: their files' names stay.
        label = min(decision.source_files or decision.documents)
        parts[iri].append(Part(part_iri(iri, label), tuple(chosen)))
    return dict(parts)


def _profiles(found: Mentions, partings: Mapping[str, Parting]) -> Iterable[Profile]:
    for iri, mentions in sorted(found.by_thing.items()):
        left = dict(mentions)
        parting = partings.get(iri)
        for part in parting.parts if parting else ():
            own = [left.pop(each) for each in part.documents if each in left]
            if own:
                yield profile_of(part.iri, own, found)
        if left:
            yield profile_of(iri, left.values(), found)


def _pairs(
    profiles: Mapping[str, Profile], partings: Mapping[str, Parting]
) -> dict[tuple[str, str], Likeness]:
    pairs = {}
    for one, other in candidate_pairs(profiles.values()):
        if plain_iri(one.iri) == plain_iri(other.iri):
            continue
        likeness = compare(one, other)
        if likeness and likeness.score >= DOUBTFUL:
            pairs[one.iri, other.iri] = likeness
    for key in _ambiguous(pairs, profiles):
        pairs[key] = pairs[key].lowered("several names fit")
    for parting in partings.values():
        for first, second, likeness in parting.likenesses:
            pairs[min(first, second), max(first, second)] = likeness.lowered(
                "kept apart by affiliation"
            )
    return pairs


def _ambiguous(
    pairs: Mapping[tuple[str, str], Likeness], profiles: Mapping[str, Profile]
) -> list[tuple[str, str]]:
    fitting: defaultdict[str, list[str]] = defaultdict(list)
    for (one, other), likeness in pairs.items():
        if likeness.grade in _AMBIGUOUS_GRADES and likeness.score >= MERGED:
            shorter, longer = sorted(
                (profiles[one], profiles[other]),
                key=lambda profile: (len(profile.name), profile.iri),
            )
            if shorter.kind != "project" or is_common_name(shorter):
                fitting[shorter.iri].append(longer.iri)
    return [
        (min(iri, long), max(iri, long))
        for iri, longs in fitting.items()
        for long in longs
        if any(not _are_one(long, other, pairs) for other in longs if other != long)
    ]


def _are_one(one: str, other: str, pairs: Mapping[tuple[str, str], Likeness]) -> bool:
    likeness = pairs.get((min(one, other), max(one, other)))
    return likeness is not None and likeness.score >= MERGED


def _grouped(
    profiles: Mapping[str, Profile],
    pairs: Mapping[tuple[str, str], Likeness],
    decided: Mapping[tuple[str, ...], str],
) -> Groups:
    groups = Groups(profiles)
    apart = [pair for pair, verdict in decided.items() if verdict == "different"]
    for one, other in sorted(pair for pair, verdict in decided.items() if verdict == "same"):
        groups.join(one, other)
    surest = sorted(pairs, key=lambda pair: (-pairs[pair].score, pair))
    for one, other in surest:
        if pairs[one, other].score < MERGED:
            break
        if not _would_join(groups, one, other, apart):
            groups.join(one, other)
    return groups


def _would_join(groups: Groups, one: str, other: str, apart: Iterable[tuple[str, ...]]) -> bool:
    """Tell whether joining would bring together what people keep apart."""
    joined = {groups.chief(one), groups.chief(other)}
    return any({groups.chief(first), groups.chief(second)} == joined for first, second in apart)


def _chiefs(
    groups: Groups, profiles: Mapping[str, Profile]
) -> tuple[dict[str, str], dict[str, str]]:
    canonical: dict[str, str] = {}
    labels: dict[str, str] = {}
    for group in groups.all():
        if len(group) > 1:
            chief = min((profiles[iri] for iri in group), key=_rank)
            labels[chief.iri] = chief.name
            canonical.update({iri: chief.iri for iri in group if iri != chief.iri})
    return canonical, labels


def _rank(profile: Profile) -> tuple[bool, int, int, str]:
    """Order by fitness to stand for the thing: written out, used by most documents, long."""
    first, *others = profile.name.split()
    is_short = profile.kind == "organisation" and (first.isupper() or not others)
    return is_short, -len(profile.documents), -len(profile.name), profile.iri


def _told(
    pairs: Mapping[tuple[str, str], Likeness],
    decided: Mapping[tuple[str, ...], str],
    groups: Groups,
) -> Iterable[Pair]:
    for one, other in sorted({*pairs, *((pair[0], pair[1]) for pair in decided)}):
        likeness = pairs.get((one, other))
        score = likeness.score if likeness else 0.0
        signals = tuple(likeness.told()) if likeness else ()
        verdict = decided.get((one, other))
        is_one = groups.chief(one) == groups.chief(other)
        outcome: Literal["merged", "doubtful", "apart"] = "merged" if is_one else "doubtful"
        if verdict == "different" or (score >= MERGED and not is_one):
            outcome = "apart"
        yield Pair(one, other, outcome, score, signals, verdict is not None)
