"""Infers where a role is held when the text leaves it to the reader."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest.actor_spans import ActorKind, Actors, ActorSpan, actor_of
from ingest.counties import county_names
from ingest.descriptions import Claimed
from ingest.organisations import find_organisations
from ingest.place_names import spelled_places
from ontology.model import Actor

__all__ = ["Holders", "holders_of"]

_TOWN_ROLE = re.compile(
    r"(?:(?:ober)?bürgermeister|stadt(?!werke)|kämmer|gemeinde|ortsvorsteher|magistrat|rathaus|ratsherr|ratsfrau)",
    re.IGNORECASE,
)
_COUNTY_ROLE = re.compile(
    r"(?:landr[aä]t|kreis(?:direktor|präsident|-?dezernent|rat|rätin|kämmer|brandmeister|baumeister))",
    re.IGNORECASE,
)
_PROJECT_ROLE = re.compile(r"projekt", re.IGNORECASE)
_ANY_OFFICE = re.compile(
    r"(?:\wleiter|amtes|dezernats|referats|it-leit|amtsleit|dienstleit|bereichsleit|gebietsleit|beigeordnet|dezernent|beauftragt|manager|referent|chief|cdo|cio|amtsleit|fachbereich|fachdienst|stabsstelle|abteilung|pressesprecher|kämmer|klimaschutz|wirtschaftsförder|digitalisierung|verwaltung|sachbearbeit|koordinator)",
    re.IGNORECASE,
)
_BODY_ROLE = re.compile(
    r"(?:geschäftsführ|vorsitzend|vorstand|direktor|projektleit|projektmitarbeit|projektkoordinat|präsident|verbandsvorsteher|leiter|leitung|sprecher|intendant|rektor|prokurist)",
    re.IGNORECASE,
)
# Whoever heads the one body a text is about needs no mention of it nearby.
_LASTING = re.compile(r"(?:geschäftsführ|vorsitzend|vorstand|vorsteher|direktor)", re.IGNORECASE)
# Offices of state and vocations that no town or body of the text gives.
_OF_NOBODY = re.compile(
    r"(?:minister(?:in|präsident\w*)?\b|bundes|abgeordnet|staatssekretär|jurymitglied|kanzler|berater|moderat|mdb|mdl|\bmitglied|gründer|experte|wissenschaft|professor|forscher|regierungspräsident)",
    re.IGNORECASE,
)


# Title, subtitle and caption stand before the dateline.
DATELINE_WITHIN_CHARS = 1500


@dataclass(frozen=True, slots=True)
class Holders:
    """Who can hold the roles that a document leaves open."""

    actors: Actors
    issuers: tuple[Actor, ...]
    flat: str

    def fill(self, claim: Claimed, position: int) -> Claimed:
        """Return the claim with the actor it implies, marked as inferred, or as it was."""
        if claim.actor or not claim.role:
            return claim
        kinds = _kinds(claim.role)
        if not kinds:
            return claim
        actor = self._implied(kinds, position, role=claim.role)
        return replace(claim, actor=actor, is_inferred=True) if actor else claim

    def _implied(self, kinds: Sequence[ActorKind], position: int, role: str) -> Actor | None:
        if "organisation" in kinds:
            return self._body(kinds, position, role)
        for stretch in self._stretches(position):
            inside = [one for one in self.actors.inside(*stretch) if one.kind in kinds]
            sole = _sole(inside)
            if sole:
                return sole
            if inside:
                break
        issuer = next((one for one in self.issuers if _kind(one) in kinds), None)
        return issuer or _dominant([one for one in self.actors.spans if one.kind in kinds])

    def _body(self, kinds: Sequence[ActorKind], position: int, role: str) -> Actor | None:
        """Return the organisation last spoken of: in the paragraph, or the only one there is."""
        line_start = self.flat.rfind("\n", 0, position) + 1
        if "town" in kinds:
            marks = (self.flat.rfind(mark, line_start, position) for mark in (". ", "! ", "? "))
            line_start = max(line_start, *marks)
        near = [
            one for one in self.actors.before(position, back_to=line_start) if one.kind in kinds
        ]
        if near:
            return near[0].actor
        if "town" in kinds or not _LASTING.search(role):
            return None
        issuer = next((one for one in self.issuers if _kind(one) == "organisation"), None)
        if issuer:
            return issuer
        bodies = [one for one in self.actors.spans if one.kind == "organisation"]
        return _sole(bodies) or _dominant(bodies)

    def _stretches(self, position: int) -> Iterable[tuple[int, int]]:
        """Yield where to look first: the sentence, then the paragraph up to the name."""
        line_start = self.flat.rfind("\n", 0, position) + 1
        line_end = self.flat.find("\n", position)
        line_end = len(self.flat) if line_end < 0 else line_end
        sentence = max(self.flat.rfind(mark, line_start, position) for mark in (". ", "! ", "? "))
        stop = self.flat.find(". ", position, line_end)
        yield max(line_start, sentence), line_end if stop < 0 else stop + 1
        yield line_start, position
        heading_start = self.flat.rfind("\n", 0, max(0, line_start - 2)) + 1
        yield heading_start, line_start


def holders_of(flat: str, actors: Actors, publisher: str | None) -> Holders:
    """Return the holders of a document that `publisher` issued."""
    issuers = [*_issuers(publisher), *_publishing_body(publisher)]
    dateline = None if issuers else _dateline_town(flat, actors)
    return Holders(actors, tuple([*issuers, dateline] if dateline else issuers), flat)


def _publishing_body(publisher: str | None) -> list[Actor]:
    """Return the organisation that issued the document: the office the text is about."""
    bodies = find_organisations(publisher, ()) if publisher else ()
    return [Actor(one.name) for one in bodies[:1]]


def _dateline_town(flat: str, actors: Actors) -> Actor | None:
    """Return the town that opens a newspaper's article: "Lemgo. Der Rat ..."."""
    for span in actors.inside(0, DATELINE_WITHIN_CHARS):
        is_opening = span.start == 0 or flat[span.start - 1] == "\n"
        if span.kind == "town" and is_opening and re.match(r"\.\s[A-ZÄÖÜ„]", flat[span.end :]):
            return span.actor
    return None


def _kinds(role: str) -> tuple[ActorKind, ...]:
    for pattern, kinds in _BY_ROLE:
        if pattern.search(role):
            return kinds
    return ()


def _kind(actor: Actor) -> ActorKind:
    if actor.ags is None:
        return "organisation"
    return "county" if len(actor.ags) == 5 else "town"


def _sole(spans: Sequence[ActorSpan]) -> Actor | None:
    actors = list(dict.fromkeys(one.actor for one in spans))
    keys = {one.ags or one.name for one in actors}
    return actors[0] if len(keys) == 1 else None


def _dominant(spans: Sequence[ActorSpan]) -> Actor | None:
    """Return the actor that more than half of the mentions mean; else nobody may be guessed."""
    if not spans:
        return None
    counts = Counter(one.actor.ags or one.actor.name for one in spans)
    key, count = counts.most_common(1)[0]
    if 2 * count <= len(spans):
        return None
    return next(one.actor for one in spans if (one.actor.ags or one.actor.name) == key)


def _issuers(publisher: str | None) -> list[Actor]:
    if not publisher:
        return []
    counties = county_names(publisher)
    found = [actor_of(one.place) for one in counties]
    if counties:
        return found
    for name in spelled_places(publisher):
        is_named_town = (
            publisher.startswith(
                (
                    "Stadt",
                    "Gemeinde",
                    "Markt",
                    "Große Kreisstadt",
                    "Hansestadt",
                    "Alte Hansestadt",
                    "Landeshauptstadt",
                    "Universitätsstadt",
                )
            )
            or publisher == name.name
        )
        if is_named_town:
            found.append(
                actor_of(
                    max((one.place for one in name.spellings), key=lambda place: place.population)
                )
            )
    return found


_BY_ROLE: tuple[tuple[re.Pattern[str], tuple[ActorKind, ...]], ...] = (
    (_OF_NOBODY, ()),
    (_COUNTY_ROLE, ("county",)),
    (_TOWN_ROLE, ("town",)),
    (_PROJECT_ROLE, ("organisation", "town", "county")),
    (_ANY_OFFICE, ("town", "county")),
    (_BODY_ROLE, ("organisation",)),
)
