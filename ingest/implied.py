"""Infers where a role is held when the text leaves it to the reader."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.actor_spans import ActorKind, Actors, ActorSpan, actor_of
from ingest.counties import county_names
from ingest.descriptions import Claimed
from ingest.names import NameMention
from ingest.organisations import find_organisations
from ingest.place_names import spelled_places
from ingest.roles import is_unit
from ingest.surroundings import Surroundings
from ontology.model import Actor

__all__ = ["Holders", "holders_of"]

_TOWN_ROLE = re.compile(
    r"(?:(?:ober)?bürgermeister|stadt(?!werke)|hauptamt|ordnungsamt|bauamt|kämmer|gemeinde|ortsvorsteher|magistrat|rathaus|ratsherr|ratsfrau)",
    re.IGNORECASE,
)
_COUNTY_ROLE = re.compile(
    r"(?:landr[aä]t|landratsamt|(?<!\w)kreis[a-zäöüß-]{3,})",
    re.IGNORECASE,
)
_PROJECT_ROLE = re.compile(r"projekt", re.IGNORECASE)
_ANY_OFFICE = re.compile(
    r"(?:\wleiter|amtes|dezernats|referats|it-leit|amtsleit|dienstleit|bereichsleit|gebietsleit|beigeordnet|dezernent|beauftragt|manager|referent|chief|cdo|cio|amtsleit|fachbereich|fachdienst|stabsstelle|abteilung|pressesprecher|kämmer|klimaschutz|wirtschaftsförder|digitalisierung|verwaltung|sachbearbeit|koordinator)",
    re.IGNORECASE,
)
_BODY_ROLE = re.compile(
    r"(?:geschäftsführ|vorsitzend|vorstand|direktor|projektleit|projektmitarbeit|projektkoordinat|präsident|vorsitz|verbandsvorsteher|leiter|leitung|sprecher|intendant|rektor|prokurist)",
    re.IGNORECASE,
)
# Whoever heads the one body a text is about needs no mention of it nearby.
_LASTING = re.compile(r"(?:geschäftsführ|vorsitz|vorstand|vorsteher|direktor)", re.IGNORECASE)
# Offices of state and vocations that no town or body of the text gives.
_OF_NOBODY = re.compile(
    r"(?:minister(?:in|präsident\w*)?\b|bundes|abgeordnet|staatssekretär|jurymitglied|kanzler|berater|moderat|mdb|mdl|\bmitglied|gründer|experte|wissenschaft|professor|forscher|regierungspräsident|kolleg|amtsbruder|pendant|vorgänger|nachfolg|stellvertret|journalist)",
    re.IGNORECASE,
)


# A letterhead is short and stands at the very top; our choice.
LETTERHEAD_LINES = 6
MAX_LETTERHEAD_CHARS = 80
_AUTHORITY = re.compile(
    r"(?:magistrat|verwaltung|bürgermeister(?:in)?|rat|pressestelle|presseamt|landratsamt|·|projektblatt|große|alte|steckbrief)"
    r"(?:\sder|\sdes)?$"
)

# Title, subtitle and caption stand before the dateline.
DATELINE_WITHIN_CHARS = 1500


@dataclass(frozen=True, slots=True)
class Holders:
    """Who can hold the roles that a document leaves open."""

    actors: Actors
    issuers: tuple[Actor, ...]
    surroundings: Surroundings

    def fill(self, claim: Claimed, name: NameMention) -> Claimed:
        """Return the claim with the actor it implies, marked as inferred, or as it was."""
        if claim.actor or not claim.role:
            return claim
        kinds = _kinds(claim.role)
        actor = self._implied(kinds, name, role=claim.role) if kinds else None
        return replace(claim, actor=actor, is_inferred=True) if actor else claim

    def _implied(self, kinds: Sequence[ActorKind], name: NameMention, role: str) -> Actor | None:
        return (
            self._beside(kinds, name, role)
            or self._in_paragraph(kinds, name)
            or self._of_document(kinds, name, role)
        )

    def _beside(self, kinds: Sequence[ActorKind], name: NameMention, role: str) -> Actor | None:
        """Return whom the sentence names: "für X der Bürgermeister A B", "In X hat A B ..."."""
        near = self.surroundings
        led = self._fitting(kinds, *near.clause_before(name))
        if led and (near.is_led_in(led[-1]) or led[-1].kind in BODIES):
            return led[-1].actor
        if kinds == BODIES and _LASTING.search(role):
            return None
        if kinds == BODIES:
            places = self._fitting(("town", "county"), *near.clause_before(name))
            return places[-1].actor if places and near.is_led_in(places[-1]) else None
        return _sole(self._fitting(kinds, *near.sentence(name)))

    def _in_paragraph(self, kinds: Sequence[ActorKind], name: NameMention) -> Actor | None:
        """Return whom the lines before the name speak of, nearest first."""
        near = self.surroundings
        before = self._fitting(kinds, *near.paragraph_before(name))
        if kinds == BODIES:
            return before[-1].actor if before else None
        if not self.issuers and near.is_in_prose(name) and not near.says_there(name):
            topic = _sole(self._fitting(kinds, *near.section_heading(name)))
            if topic:
                return topic
        sole = _sole(before)
        if sole or (before and not self.issuers and near.is_in_prose(name)):
            return sole or self._taken_up(before, name)
        return None if before else _sole(self._fitting(kinds, *near.heading(name)))

    def _taken_up(self, before: list[ActorSpan], name: NameMention) -> Actor:
        """Return whom "dort" means, the last before it, else what the paragraph began with."""
        if self.surroundings.says_there(name):
            return self.surroundings.last_sentence(before, name)[-1].actor
        return before[0].actor

    def _of_document(
        self, kinds: Sequence[ActorKind], name: NameMention, role: str
    ) -> Actor | None:
        """Return who issued the document, or whom its section or all of it is about."""
        is_body = kinds == BODIES
        if is_body and self.surroundings.is_labelled(name):
            titled = self._fitting(kinds, *self.surroundings.title())
            if titled:
                return titled[0].actor
        if is_body and not _LASTING.search(role):
            return None
        issuer = next((one for one in self.issuers if _kind(one) in kinds), None)
        if issuer:
            return issuer
        whole = (0, len(self.surroundings.flat))
        everyone = self._fitting(("organisation",) if is_body else kinds, *whole)
        if is_body:
            return _sole(everyone) or _dominant(everyone)
        section = self._fitting(kinds, *self.surroundings.section(name))
        return _dominant(section) or _dominant(everyone)

    def _fitting(self, kinds: Sequence[ActorKind], start: int, end: int) -> list[ActorSpan]:
        return [one for one in self.actors.inside(start, end) if one.kind in kinds]


def holders_of(
    flat: str, actors: Actors, publisher: str | None, names: Sequence[NameMention]
) -> Holders:
    """Return the holders of a document that `publisher` issued."""
    issuers = [*_issuers(publisher), *_publishing_body(publisher)]
    dateline = None if issuers else _letterhead(flat, actors) or _dateline_town(flat, actors)
    found = [*issuers, dateline] if dateline else issuers
    return Holders(actors, tuple(found), Surroundings(flat, names))


def _letterhead(flat: str, actors: Actors) -> Actor | None:
    """Return whom the short lines at the head of a text name with its kind: "Stadt X, Presse"."""
    end = 0
    for line in flat.split("\n", LETTERHEAD_LINES)[:LETTERHEAD_LINES]:
        start, end = end, end + len(line) + 1
        heads = [
            one
            for one in actors.inside(start, end)
            if one.gender == "feminine" or one.kind == "county"
        ]
        is_head = len(line) <= MAX_LETTERHEAD_CHARS and not line.rstrip().endswith((".", "?", "!"))
        if is_head and len(heads) == 1 and heads[0].kind in ("town", "county"):
            before = flat[start : heads[0].start].strip(" *#").casefold()
            if not before or _AUTHORITY.search(before):
                return heads[0].actor
    return None


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
            is_in_town_hall = kinds == BODIES and any(map(is_unit, role.split()[1:]))
            return ("town", "county") if is_in_town_hall else kinds
    return ("town", "county")


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


# A post that any public body may have, where the words do not say which.
_ANYBODY: tuple[ActorKind, ...] = ("town", "county", "organisation", "circle")
BODIES: tuple[ActorKind, ...] = ("organisation", "circle")

_BY_ROLE: tuple[tuple[re.Pattern[str], tuple[ActorKind, ...]], ...] = (
    (_OF_NOBODY, ()),
    (_COUNTY_ROLE, ("county",)),
    (_TOWN_ROLE, ("town",)),
    (_PROJECT_ROLE, _ANYBODY),
    (_ANY_OFFICE, ("town", "county")),
    (_BODY_ROLE, BODIES),
)
