"""Says what speaks for and against somebody's taking part in an undertaking."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from ingest.partner_bodies import body_signals
from ingest.partner_words import CIRCLE, NUMBERS
from ingest.scopes import Scope, Source
from ingest.sightings import Sighting
from ontology.model import Actor

__all__ = ["Company", "pair_signals"]

MAX_DISTANCE = 8
# A line that these signs part into short pieces leads to other pages or opens a table of contents.
_MENU = re.compile(r"(?:[^|·›»/\n]{2,40}\s[|·›»]\s){2}")
ALL_OF_LIST = 3
EARLY_SENTENCES = 4
# The parts of a page in which a mention may stand (see `partner_fields`).
PARTS = (
    "partners",
    "leads",
    "row",
    "first_cell",
    "line",
    "dateline",
    "location",
    "heading",
    "bullet",
)


@dataclass(frozen=True)
class Company:
    """Everyone in a document as seen from all its undertakings."""

    source: Source
    sightings: tuple[Sighting, ...]
    scopes: tuple[Scope, ...]

    @cached_property
    def actors(self) -> tuple[Actor, ...]:
        """Everyone named, in order of first mention."""
        return tuple(dict.fromkeys(s.mention.actor for s in self.sightings))

    @cached_property
    def speakers(self) -> frozenset[str]:
        """The register of those for whom somebody with a role is named."""
        return frozenset(
            role.organisation.ags or role.organisation.name
            for person in self.source.entities.persons
            for role in person.roles
            if role.organisation
        )

    @cached_property
    def _by_actor(self) -> dict[Actor, tuple[Sighting, ...]]:
        found: dict[Actor, list[Sighting]] = {}
        for sighting in self.sightings:
            found.setdefault(sighting.mention.actor, []).append(sighting)
        return {actor: tuple(seen) for actor, seen in found.items()}

    def of(self, actor: Actor) -> tuple[Sighting, ...]:
        """Return the mentions of one actor."""
        return self._by_actor[actor]


def pair_signals(company: Company, scope: Scope, actor: Actor) -> dict[str, float]:
    """Return the signals for an actor's part in the undertaking of a scope, by their names."""
    seen = company.of(actor)
    inside = [s for s in seen if _is_in(s, scope)]
    signals = _extent(company, scope, seen, inside) | _apartness(scope, seen, inside)
    signals |= _sayings(inside, near=[s for s in inside if _is_near(s, scope)])
    signals |= _circle(company, scope, actor, inside)
    signals |= _standing(company, scope, actor)
    if not scope.is_main:
        crossed = (
            "near",
            "after",
            "inside",
            "list",
            "long_list",
            "says_joins",
            "says_declines",
            "speaks",
            "publishes",
            "share",
            "mentions",
            "lonely",
            "outside_told",
        )
        signals |= {f"further_{name}": signals.get(name, 0.0) for name in crossed}
    return signals


def _is_inside(company: Company, scope: Scope, actor: Actor) -> bool:
    return any(_is_in(sighting, scope) for sighting in company.of(actor))


def _is_in_menu(company: Company, sighting: Sighting) -> bool:
    layout = company.source.layout
    position = sighting.mention.span.start
    is_menu = _MENU.match(layout.cut(layout.line_at(position)))
    return bool(is_menu) and layout.row_at(position) is None


def _is_near(sighting: Sighting, scope: Scope) -> bool:
    span = sighting.mention.span
    return any(s.holds(span.start, span.end) for s in scope.near)


def _is_in(sighting: Sighting, scope: Scope) -> bool:
    span = sighting.mention.span
    fields = scope.is_main and sighting.place.field != ""
    return fields or any(s.holds(span.start, span.end) for s in (*scope.near, *scope.wide))


def _extent(
    company: Company, scope: Scope, seen: Sequence[Sighting], inside: Sequence[Sighting]
) -> dict[str, float]:
    """Return how much of an actor's mentions, and how near, the undertaking is spoken of."""
    near = [s for s in inside if _is_near(s, scope)]
    numbers = _numbers(company, scope)
    gaps = [min(abs(s.number - n) for n in numbers) for s in seen] if numbers else [MAX_DISTANCE]
    behind = [s for s in seen if any(0 < s.number - n < 3 for n in numbers)]
    elsewhere = [s for s in seen if any(s.sentence.holds(o.start, o.end) for o in scope.others)]
    return {
        "near": float(bool(near)),
        "after": float(bool(behind)),
        "inside": float(bool(inside)),
        "share": len({s.sentence for s in inside}) / max(1, len({s.sentence for s in seen})),
        "mentions": math.log(1 + len({s.sentence for s in inside})),
        "all_mentions": math.log(len({s.sentence for s in seen})),
        "distance": min(MAX_DISTANCE, *gaps, MAX_DISTANCE) / MAX_DISTANCE,
        "elsewhere": float(bool(elsewhere)),
        "only_elsewhere": float(len(elsewhere) == len(seen)),
        "early": float(min(s.number for s in seen) < EARLY_SENTENCES),
        "place": min(s.mention.span.start for s in seen) / max(1, len(company.source.layout.text)),
    } | {f"in_{kind}": float(any(s.place.kind == kind for s in (inside or seen))) for kind in PARTS}


def _apartness(
    scope: Scope, seen: Sequence[Sighting], inside: Sequence[Sighting]
) -> dict[str, float]:
    """Return whether an actor stands in lists, alone, only in the name, or always apart."""
    near = [s for s in inside if _is_near(s, scope)]
    longest = max((len(s.listed) for s in inside), default=0)
    return {
        "list": float(longest > 1),
        "long_list": float(longest >= ALL_OF_LIST),
        "list_near": float(any(len(s.listed) > 1 for s in near)),
        "alone": float(all(len(s.listed) == 1 for s in seen)),
        "always_apart": _every("says_apart", seen),
        "always_compared": _every("compared", seen),
        "only_in_name": float(
            all(any(m.holds(*_ends(s)) for m in scope.named.mentions) for s in seen)
        ),
        "passing": float(
            len(seen) == 1 and not near and len(seen[0].listed) == 1 and not seen[0].place.field
        ),
    }


def _ends(sighting: Sighting) -> tuple[int, int]:
    return sighting.mention.span.start, sighting.mention.span.end


def _every(mark: str, seen: Sequence[Sighting]) -> float:
    return float(all(mark in sighting.marks for sighting in seen))


def _numbers(company: Company, scope: Scope) -> list[int]:
    sentences = company.source.layout.sentences
    return [
        i
        for i, sentence in enumerate(sentences)
        for m in scope.named.mentions
        if sentence.start <= m.start < sentence.end
    ]


def _sayings(inside: Sequence[Sighting], near: Sequence[Sighting]) -> dict[str, float]:
    """Return how much of the mentions says what; what a naming sentence says counts again."""
    found: dict[str, float] = {}
    for sighting in inside:
        for mark in sighting.marks:
            found[mark] = found.get(mark, 0.0) + 1 / len(inside)
    for sighting in near:
        for mark in sighting.marks:
            if mark.startswith("says_"):
                found[f"near_{mark}"] = 1.0
    return found


def _circle(
    company: Company, scope: Scope, actor: Actor, inside: Sequence[Sighting]
) -> dict[str, float]:
    """Return whether `die drei Städte` means a list of so many in which the actor stands."""
    numbers = set()
    for span in (*scope.near, *scope.wide):
        for hit in CIRCLE.finditer(company.source.layout.cut(span)):
            numbers.add(NUMBERS.get(hit["number"].lower().rstrip("n"), 0))
    sizes = {len([a for a in s.listed if a.ags]) for s in company.of(actor)}
    is_one = bool(sizes & (numbers - {0}))
    return {
        "of_circle": float(is_one),
        "beside_circle": float(bool(numbers - {0}) and not is_one),
        "of_circle_inside": float(is_one and bool(inside)),
    }


def _standing(company: Company, scope: Scope, actor: Actor) -> dict[str, float]:
    document = company.source.document
    bare = re.sub(r"^(?:Stadt|Gemeinde|Landkreis|Kreis|Landratsamt)\s", "", actor.name)
    towns = {s.mention.actor for s in company.sightings if s.mention.actor.ags}
    near = {
        s.mention.actor for s in company.sightings if s.mention.actor.ags and _is_near(s, scope)
    }
    return {
        "speaks": float((actor.ags or actor.name) in company.speakers),
        "publishes": float(bool(document.publisher) and bare in (document.publisher or "")),
        "in_title": float(bare in document.title),
        "in_name": float(bare in scope.named.name),
        "county": float(len(actor.ags or "12345678") == 5),
        "towns": math.log(1 + len(towns)),
        "near_towns": math.log(1 + len(near)),
        "lonely": float(not near),
        # The undertaking has towns of its own sentences, and this is none of them.
        "outside_told": float(bool(near - {actor}) and not _is_inside(company, scope, actor)),
        "in_menu": float(all(_is_in_menu(company, s) for s in company.of(actor))),
        "undertakings": math.log(len(company.scopes)),
        "main": float(scope.is_main),
        "sure": scope.named.score,
    } | ({} if actor.ags else body_signals(actor.name))
