"""Reads what is said about a person in brackets, in apposition or in a table: role and actor."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.actor_spans import Actors, ActorSpan
from ingest.place_names import town_spellings
from ingest.roles import RolePhrase, is_unit, role_phrases
from ontology.model import Actor

__all__ = ["Claimed", "describe", "generic_actor", "meant_by"]

# Where somebody stands in a picture says nothing about the person.
_POSITION = re.compile(
    r"(?:,\s)?(?:\d\.\s)?(?:von\s(?:links|rechts)|v\.\s?[lr]\.(?:\sn\.\s?[rl]\.)?|links|rechts|Mitte|(?:in\sder\s)?Mitte|vorne?|hinten|im\sBild|\d+\.\s?v\.\s?[lr]\.)(?!\w)"
)
_LOOSE_END = re.compile(
    r"(?:[\s,;|:–/„»-]|(?<!\w)(?:ist|war|sind|wird|Gemeindeverwaltung|Stadtverwaltung|Kreisverwaltung|Verwaltung|bei|in|im|von|vom|beim|der|des|dem|den|die|das|für|am|an|aus|zum|zur|und|sowie|mit|seiner|ihrer)(?!\w))+$"
)
_LOOSE_START = re.compile(
    r"^(?:[\s,;|:–/-]|\d\.\s(?=[A-ZÄÖÜ])|(?<!\w)(?:als|der|die|das|den|dem|des|ein|eine|Erfüllende|beide|und|sowie|aus|von|vom|bei|beim|im|in|zuvor|jetzt|heute)(?!\w))+"
)
_GENERIC = re.compile(
    r"(?<!\w)(?:der|des|beim|bei\sder|im|in\sder|vom|von\sder)\s(?P<noun>Stadtverwaltung|Stadt|Gemeindeverwaltung|Gemeinde|Marktgemeinde|Kreisverwaltung|Kreises|Kreis|Landkreises|Landkreis|"
    r"Amtes|Amts|Amt|Verbandes|Verbands|Verband|Zweckverbandes|Zweckverbands|Zweckverband|Gesellschaft|Agentur|Instituts|Vereins|Genossenschaft|Stiftung|Hochschule|Universität|Kommune|Verbund(?:e?s)?|"
    r"Stelle|Zentrale|Unternehmens|Betriebes|Betriebs|Schule|Musikschule|Bibliothek|Bücherei|Museums|Klinik|Klinikums|Akademie|Feuerwehr|Wehr|Netzwerkes|Netzwerks|Initiative|Allianz|"
    r"Arbeitsgemeinschaft|Gemeinschaft|Kammer|Sparkasse|Bündnisses|Zentrums|Archivs)(?!\w)"
)
_ADDRESS = re.compile(
    r"[,;|\s]+(?:Tel(?:efon)?\b|Fon\b|Mobil\b|E-?Mail|Ruf\b|0\d{2,}|\S+(?:@|\(at\)|\[at\]))"
)
# Whoever is called so has the legal form of a business.
_BUSINESSES = re.compile(r"(?<!\w)(?:g?GmbH|mbH|AG|KG|eG|SE|AöR|Stadtwerke)(?!\w)|[Bb]etrieb")
_COUNTY_WORDS = ("Kreis", "Landkreis")
_TOWN_WORDS = ("Stadt", "Gemeinde", "Markt", "Kommune")
_ADJECTIVES = re.compile(r"(?:[a-zäöü][\w.-]*\s)+")
# Small words that stand within an office: any other one goes on with the sentence.
_GOES_ON = re.compile(
    r"(?<=[A-ZÄÖÜ\w])\s(?!(?:de[rsmn]|d[ia][es]|und|sowie|für|in|im|bei|beim|von|vom|am|an|aus|auf|zu[rm]?|mit|unter|"
    r"öffentlich-\w+|\w*(?:lich|isch|al|ell|ig|end|ern|iv|är|et|eut|ar|os|ant|ei|haft|sam|bar|weit|eigen|or)(?:e[rnms]?))\s)"
    r"[a-zäöü]+(?=\s|$)(?<!\se)(?<!\sa)(?<!\si)"
)
# Longer descriptions are whole clauses, not roles.
_MAX_ROLE_CHARS = 110


@dataclass(frozen=True, slots=True)
class Claimed:
    """A role (or None), its holder (or None), and the stretch of text that says so."""

    role: str | None
    actor: Actor | None
    start: int
    end: int
    is_inferred: bool = False
    confidence: float | None = None
    """How likely an inferred holder is, where that was weighed."""


def describe(flat: str, start: int, end: int, actors: Actors) -> list[Claimed]:
    """Return the roles and affiliations that a stretch of text gives, in order."""
    address = _ADDRESS.search(flat, start, end)
    start, end = _trimmed(flat, start, address.start() if address else end)
    inside = _outermost(actors.inside(start, end))
    phrases = _heads(flat, start, list(role_phrases(flat, start, end)), inside)
    if phrases:
        return _with_roles(flat, (start, end), phrases, inside, actors)
    return _without_roles(flat, (start, end), inside)


def generic_actor(flat: str, start: int, end: int, actors: Actors) -> ActorSpan | None:
    """Return the actor that "der Gemeinde" or "des Amtes" means: the last one of that kind."""
    found = next(reversed(list(_GENERIC.finditer(flat, start, end))), None)
    if found is None or re.match(r"\s[A-ZÄÖÜ]", flat[found.end() : found.end() + 2]):
        return None
    return meant_by(found["noun"], found.span(), actors)


def meant_by(noun: str, where: tuple[int, int], actors: Actors) -> ActorSpan | None:
    """Return the last actor before a stretch that a bare "Kreis" or "Verein" there can mean."""
    meant = (one for one in actors.before(where[0]) if _is_meant(noun, one))
    found = next(meant, None)
    return replace(found, start=where[0], end=where[1]) if found else None


def _is_meant(noun: str, span: ActorSpan) -> bool:
    if noun.startswith(_COUNTY_WORDS):
        return span.kind == "county"
    if noun.startswith(_TOWN_WORDS):
        kind = "Stadt" if noun.startswith("Stadt") else ("Gemeinde", "Markt")
        return span.kind == "town" and (noun == "Kommune" or span.actor.name.startswith(kind))
    if noun.startswith(("Unternehmen", "Betrieb")):
        return bool(_BUSINESSES.search(span.actor.name))
    stem = re.sub(r"(?:e?s)$", "", noun).casefold()
    return span.kind in ("organisation", "circle") and stem in span.actor.name.casefold()


def _trimmed(flat: str, start: int, end: int) -> tuple[int, int]:
    loose = _LOOSE_START.match(flat[start:end])
    start += loose.end() if loose else 0
    position = _POSITION.search(flat, start, end)
    if position and position.end() >= end - 1:
        end = position.start()
    elif position and position.start() == start:
        start = position.end()
    while end > start and flat[end - 1] in " ,;|:":
        end -= 1
    return start, end


def _outermost(spans: Sequence[ActorSpan]) -> list[ActorSpan]:
    return [
        one
        for one in spans
        if not any(
            other is not one and other.start <= one.start and one.end <= other.end
            for other in spans
        )
    ]


def _heads(
    flat: str, start: int, phrases: list[RolePhrase], inside: list[ActorSpan]
) -> list[RolePhrase]:
    """Return the phrases that name a role of the person, not those inside another's complement."""
    heads: list[RolePhrase] = []
    for phrase in phrases:
        before = flat[start : phrase.start]
        if (
            not before.strip()
            or re.search(r"(?:^|[,;|/&(:–-]|und|sowie|zugleich|als|auch)\s?$", before)
            or (not heads and any(one.end == phrase.start - 1 for one in inside))
            or (
                not heads
                and re.search(r"(?:^|\s)(?:der|die|den|dem|ein|eine|seit\s\d{4}|\d{4})\s$", before)
            )
        ):
            heads.append(phrase)
    if not heads and phrases and re.match(r"^(?:[\w-]+ ){0,2}$", flat[start : phrases[0].start]):
        heads.append(phrases[0])
    return heads


def _with_roles(
    flat: str,
    span: tuple[int, int],
    phrases: list[RolePhrase],
    inside: list[ActorSpan],
    actors: Actors,
) -> list[Claimed]:
    start, end = span
    stops = [*(phrase.start for phrase in phrases[1:]), end]
    claims: list[Claimed] = []
    for phrase, stop in zip(phrases, stops, strict=True):
        own = next((one for one in inside if phrase.start < one.start and one.end <= stop), None)
        if own is None:
            own = generic_actor(flat, phrase.end, stop, actors)
        role = _role_text(flat, phrase.start, own.start if own else stop)
        claims.append(
            Claimed(role, own.actor if own else None, phrase.start, own.end if own else stop)
        )
    unit = _UNIT_BEFORE.match(flat, start, phrases[0].start)
    if unit and is_unit(unit["unit"].split()[0]):
        claims.insert(0, Claimed(unit["unit"], None, start, unit.end("unit")))
    leading = next((one for one in inside if one.end <= phrases[0].start), None)
    return _share_actor(claims, leading, start)


# "Stabsstelle Klima, Energie und Umwelt / Klimamanagerin": a unit and an office.
_UNIT_BEFORE = re.compile(r"(?P<unit>[A-ZÄÖÜ][^/|()\n]{3,80}?)\s/\s$")


def _share_actor(claims: list[Claimed], leading: ActorSpan | None, start: int) -> list[Claimed]:
    """Give roles without an actor that of the next role, or the one named first."""
    following: Actor | None = None
    shared: list[Claimed] = []
    for claim in reversed(claims):
        following = claim.actor or following
        shared.insert(0, replace(claim, actor=following))
    if leading is None:
        return shared
    return [
        claim
        if claim.actor
        else replace(claim, actor=leading.actor, start=min(start, leading.start))
        for claim in shared
    ]


def _role_text(flat: str, start: int, end: int) -> str:
    text = " ".join(flat[start:end].split())
    text = re.sub(r"\s?\((?:seit|bis|ab|von)?\s?[\d./ -]+\)", "", text)
    adjectives = _ADJECTIVES.match(text)
    verb = _GOES_ON.search(text, adjectives.end() if adjectives else 0)
    text = text[: verb.start()] if verb else text
    while loose := _LOOSE_END.search(text):
        text = text[: loose.start()]
    if text.count("(") > text.count(")"):
        text = text[: text.rfind("(")].rstrip()
    if text.count("(") < text.count(")"):
        text = text[: text.find(")")].rstrip()
    return text[:_MAX_ROLE_CHARS]


def _without_roles(flat: str, span: tuple[int, int], inside: list[ActorSpan]) -> list[Claimed]:
    start, end = span
    if not inside:
        first = re.match(r"[\w-]+", flat[start:end])
        if first and is_unit(first.group()) and end - start <= _MAX_ROLE_CHARS:
            return [Claimed(_role_text(flat, start, end), None, start, end)]
        return []
    # Among several actors the first employs: "Stadtwerke X, Kreis Y".
    actor = inside[0]
    unit = _role_text(flat, start, actor.start)
    if unit in _BUSINESS:
        unit = ""
    if unit and _is_name_like(unit):
        return [Claimed(unit, actor.actor, start, end)]
    rest = flat[actor.end : end].strip(" ,|–-")
    first = re.match(r"[\w-]+", rest)
    if first and is_unit(first.group()) and len(rest) <= _MAX_ROLE_CHARS:
        return [Claimed(rest, actor.actor, start, end)]
    parts = _PARTS.fullmatch(rest) if flat[end : end + 1] in ("", ")", "\n", ";") else None
    if parts is None or _NO_PART.search(rest) or rest.split()[0] in town_spellings():
        return [Claimed(None, actor.actor, start, end)]
    return [Claimed(part, actor.actor, start, end) for part in rest.split(", ")]


# What stands before the name of a business and is no part of it: "Büro Stadtraum".
_BUSINESS = frozenset({"Agentur", "Büro", "Fachbüro", "Firma", "Ingenieurbüro", "Planungsbüro"})
# What somebody does there, at the end of an entry: "(Stadt X, Tiefbau)".
_PART = r"[A-ZÄÖÜ][\w-]+(?: (?:und|für|der|des) [A-ZÄÖÜ][\w-]+| \d{1,2})*"
_PARTS = re.compile(rf"{_PART}(?:, {_PART})?")
_NO_PART = re.compile(
    r"(?:Standort|Ortsteil|Ortschaft|Sitz|Zimmer|Raum|Foto|Bild|Mitte|Tel|Urlaub|Platz|Haus|Straße|Gruppe|Partei|"
    r"Grüne|CDU|CSU|SPD|FDP|AfD|Linke|Wähler|Region|Land|Jahr)|(?:straße|platz|weg|allee|gasse|ring)\b"
)


def _is_name_like(unit: str) -> bool:
    return unit[:1].isupper() and len(unit) <= _MAX_ROLE_CHARS and not re.search(r"[.!?:]", unit)
