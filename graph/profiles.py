"""All that is known of one thing over the documents that speak of it, to compare it with others."""

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from graph.mentions import Mention, Mentions, kind_of
from graph.naming import is_generic
from graph.spelling import person_words, words_of
from ontology.gazetteer import gazetteer

__all__ = ["Profile", "is_common_name", "profile_of"]


@dataclass(frozen=True, slots=True)
class Profile:
    """A thing as its documents show it; sets hold IRIs unless their names say otherwise.

    `homes` are the AGS of the places its documents speak of most, `scene` is everything else
    that these documents mention, `names` begin with the one most documents use.
    """

    iri: str
    names: tuple[str, ...]
    documents: frozenset[str]
    short_names: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    offices: frozenset[tuple[str, str]] = frozenset()
    themes: frozenset[str] = frozenset()
    starts: frozenset[str] = frozenset()
    homes: frozenset[str] = frozenset()
    scene: frozenset[str] = frozenset()

    @property
    def kind(self) -> str:
        """The kind of thing: person, organisation or project."""
        return kind_of(self.iri)

    @property
    def name(self) -> str:
        """The name most documents use."""
        return self.names[0]

    @property
    def towns(self) -> frozenset[str]:
        """The municipalities and counties among its actors."""
        return frozenset(
            actor for actor in self.actors if kind_of(actor) in {"municipality", "county"}
        )

    @property
    def counties(self) -> frozenset[str]:
        """The AGS of the counties in which its homes lie."""
        return frozenset(_county(ags) for ags in self.homes)

    def scene_of(self, kind: str) -> frozenset[str]:
        """Return what else of a kind its documents mention."""
        return frozenset(thing for thing in self.scene if kind_of(thing) == kind)


def profile_of(iri: str, mentions: Iterable[Mention], found: Mentions) -> Profile:
    """Return the profile that some mentions of a thing make together."""
    mentions = list(mentions)
    documents = frozenset(mention.document_id for mention in mentions)
    sources = [found.sources[each] for each in sorted(documents) if each in found.sources]
    counts = Counter(name for mention in mentions for name in mention.names)
    names = sorted(counts, key=lambda name: (-counts[name], name))
    return Profile(
        iri=iri,
        names=tuple(names) or (iri.rpartition("/")[2],),
        documents=documents,
        short_names=_union(mention.short_names for mention in mentions),
        actors=_union(mention.actors for mention in mentions),
        roles=_union(mention.roles for mention in mentions),
        offices=frozenset(office for mention in mentions for office in mention.offices),
        themes=_union(mention.themes for mention in mentions),
        starts=_union(mention.starts for mention in mentions),
        homes=frozenset(source.home for source in sources if source.home),
        scene=_union(source.things for source in sources) - {mentions[0].thing},
    )


def is_common_name(profile: Profile) -> bool:
    """Tell whether several things may well bear this name: Müller, Stadtwerke, Serviceportal."""
    if profile.kind == "person":
        words = person_words(profile.name)
        return len(words) < 2 or words[-1] in _surnames()
    if profile.kind == "organisation":
        return _is_plain_institution(profile.name)
    return is_generic(profile.name)


def _is_plain_institution(name: str) -> bool:
    """Tell whether a name is the bare word for a body that every town or state has one of."""
    words = words_of(name)
    # There is only one of what is the Federation's.
    return len(words) == 1 and words[0].endswith(_institutions()) and words[0][:4] != "bund"


def _county(ags: str) -> str:
    place = gazetteer().get(ags)
    return (place.county_ags if place else None) or ags


def _union(groups: Iterable[Iterable[str]]) -> frozenset[str]:
    return frozenset(value for group in groups for value in group)


@cache
def _surnames() -> frozenset[str]:
    source = files("ontology") / "data" / "common-surnames.json"
    return frozenset(json.loads(source.read_text(encoding="utf-8"))["surnames"])


@cache
def _institutions() -> tuple[str, ...]:
    source = files("ontology") / "data" / "generic-names.json"
    return tuple(json.loads(source.read_text(encoding="utf-8"))["institutions"])
