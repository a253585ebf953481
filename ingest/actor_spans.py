"""Lists where municipalities and organisations stand, as the actors that a role can belong to."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ingest.municipalities import TownMention
from ingest.organisation_spans import OrganisationSpan
from ontology.gazetteer import Place
from ontology.model import Actor

__all__ = ["ActorKind", "ActorSpan", "Actors", "Gender", "actor_of", "usual_name"]

ActorKind = Literal["town", "county", "organisation", "circle"]
Gender = Literal["feminine", "other"]

_FEMININE = re.compile(
    r"(?:GmbH|mbH|AG|KG|UG|AöR|agentur|gesellschaft|stiftung|hochschule|universität|akademie|stelle|kammer|regierung|"
    r"wehr|schule|bank|kasse|gemeinschaft|konferenz|gruppe|förderung|anstalt|genossenschaft|Stadt\s\S+|Gemeinde\s\S+)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ActorSpan:
    """An actor where it stands; `bare_start` leaves out the kind word before a town's name."""

    start: int
    end: int
    actor: Actor
    kind: ActorKind
    gender: Gender
    is_genitive: bool = False


class Actors:
    """The actors of a document in reading order."""

    def __init__(self, spans: Iterable[ActorSpan]) -> None:
        self.spans: Sequence[ActorSpan] = sorted(spans, key=lambda one: (one.start, one.end))
        self._starts = [one.start for one in self.spans]

    @classmethod
    def of(
        cls,
        towns: Iterable[TownMention],
        organisations: Iterable[OrganisationSpan],
        circles: Iterable[OrganisationSpan] = (),
    ) -> "Actors":
        """Return the actors among the finds of the extractors for towns and organisations.

        Circles are committees and undertakings: they give roles, yet are no bodies of their own.
        """
        named = [replace(_of_organisation(one), kind="circle") for one in circles]
        places = list(towns)
        usual = {
            ags: usual_name([one.name for one in places if one.place.ags == ags])
            for ags in {one.place.ags for one in places}
        }
        renamed = [replace(one, name=usual[one.place.ags]) for one in places]
        return cls([*map(_of_town, renamed), *map(_of_organisation, organisations), *named])

    def inside(self, start: int, end: int) -> list[ActorSpan]:
        """Return the actors that stand wholly between two offsets."""
        first = bisect_left(self._starts, start)
        return [one for one in self.spans[first : bisect_left(self._starts, end)] if one.end <= end]

    def before(self, position: int, *, back_to: int = 0) -> list[ActorSpan]:
        """Return the actors that end before an offset, nearest first."""
        return list(reversed(self.inside(back_to, position)))


def usual_name(names: Sequence[str]) -> str:
    """Return the fullest name a text uses for a town: "Halle (Westf.)" also where it is once."""
    return max(names, key=len)


def actor_of(place: Place) -> Actor:
    """Return a place as the holder of roles: "Stadt Lemgo", "Gemeinde Kalletal", "Kreis Lippe"."""
    if place.is_county:
        return Actor(place.name, place.ags)
    kind = "Stadt" if place.is_independent else place.kind
    return Actor(f"{kind} {place.name}", place.ags)


def _of_town(town: TownMention) -> ActorSpan:
    actor = actor_of(town.place)
    given = town.name if town.place.is_county else f"{actor.name.split()[0]} {town.name}"
    actor = Actor(given, actor.ags)
    kind: ActorKind = "county" if town.place.is_county else "town"
    gender: Gender = "feminine" if town.start < town.core and kind == "town" else "other"
    return ActorSpan(town.start, town.end, actor, kind, gender, town.is_genitive)


def _of_organisation(one: OrganisationSpan) -> ActorSpan:
    words = one.name.split()
    is_feminine = any(_FEMININE.search(word) for word in (words[0], words[-1]))
    gender: Gender = "feminine" if is_feminine else "other"
    return ActorSpan(one.start, one.end, Actor(one.name), "organisation", gender)
