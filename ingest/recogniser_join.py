"""Joins the recogniser's finds to those of the rules: it adds with care and takes nothing away."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.base_forms import base_form
from ingest.body_shapes import (
    CERTAIN,
    LEGAL_FORM,
    MUNICIPAL,
    NAMELESS,
    NOBODY,
    TOWN_HALL,
    least_score,
)
from ingest.entities import Entities
from ingest.lexica import words
from ingest.names import NameMention, full_names
from ingest.party_bodies import IS_PARTY
from ingest.recogniser import Span
from ingest.roles import is_role_noun
from ingest.scenes import is_venue
from ontology.model import (
    Document,
    Evidence,
    MunicipalityMention,
    OrganisationMention,
    Person,
)

Mention = Person | OrganisationMention | MunicipalityMention

__all__ = [
    "EXTRACTOR",
    "credited",
    "doubtful_organisations",
    "is_organisation",
    "join",
    "likely_names",
    "likely_organisations",
    "likely_persons",
]

EXTRACTOR = "recogniser"

SURE_OF_PERSON = 0.9
CONTEXT_CHARS = 60

# A network is surer of itself than it should be. From which score on how many spans were right
# to the letter, of all those found in the 2,200 sentences of GermEval's dev part (model card).
CALIBRATED: Mapping[str, tuple[tuple[float, float], ...]] = {
    "PER": ((0.99, 0.97), (0.97, 0.85), (0.8, 0.67), (0.0, 0.54)),
    "ORG": ((0.97, 0.87), (0.9, 0.67), (0.8, 0.49), (0.0, 0.41)),
    "LOC": ((0.99, 0.96), (0.97, 0.93), (0.9, 0.82), (0.0, 0.65)),
}

QUOTES_BEFORE, QUOTES_AFTER = '„“"‚»', '“”"‘«'
# Who took a picture or wrote a text, up to the end of the line: "Foto: Ilse Moor/Nordblatt".
CREDIT = re.compile(
    r"(?:(?:Fotos?|Bild(?:er|nachweis|quelle)?|Grafik|Quelle|Text|Autor(?:in)?)"
    r"(?: [^\n:.]{0,30})?:|©)[^\n:;()]*$|^Von $"
)
LISTED = re.compile(r"(?:v\. ?l\.|von links|[Aa]nwesend|[Tt]eilnehm|[Ee]ntschuldigt|[Ee]s fehlen)")
# "i. A. Vorname Nachname": signed on behalf.
_SIGNED = re.compile(r"i\. ?[AV]\. ")
# An office in short is no first name.
_SHORT_OFFICE = re.compile(r"(?:[A-ZÄÖÜ]{2,}(?:in)?|[A-Z][a-z]{2}\.|(?:Frau|Herrn?|Hr\.|Fr\.|PD)) ")
ARTICLE = re.compile(r"(?<!\w)(der|die|das|dem|den|des|beim?|vom|zum|zur|im|am)\s$", re.IGNORECASE)
TITLE = re.compile(r"((?:Prof\. |Dr\. |Dr\.-Ing\. |Dipl\.-Ing\. )+)$")
FULL_NAME = re.compile(
    r"[^\W\d_][\w.'’-]*(?: (?:von|van|de|der|zu|den|el|al|[^\W\d_][\w.'’-]*)){1,4}"
)


# Names of parts of a body, and words that many bodies share.
_GENERIC = re.compile(
    r"(?:Geschäftsstelle|Koordinierungsstelle|Professur|Projekt\w*|\w*[Bb]üro|"
    r"Historisches Archiv)\b|(?:Unternehmen|Gesellschaft|\w*[Gg]enossenschaft|Partnerschaft|Verein|"
    r"Verband|Stiftung|Agentur)(?:e?s)?$|"
    r"[A-ZÄÖÜ]{2,}(?: |$)"
)


def join(entities: Entities, spans: Sequence[Span], document: Document) -> Entities:
    """Return the rules' entities with the organisations and persons that only the network saw."""
    text = document.text
    organisations = likely_organisations(text, spans, entities)
    persons = likely_persons(text, spans, entities)
    return replace(
        entities,
        organisations=tuple(sorted([*entities.organisations, *organisations], key=_first)),
        persons=tuple(sorted([*entities.persons, *persons], key=_first)),
    )


def likely_organisations(
    text: str, spans: Iterable[Span], entities: Entities
) -> tuple[OrganisationMention, ...]:
    """Return organisations that the rules missed, each with all its mentions."""
    taken = _taken([*entities.persons, *entities.organisations])
    towns = _taken([*entities.municipalities, *entities.places])
    known = {_key(one.name) for one in entities.organisations}
    known |= {_key(short) for one in entities.organisations for short in one.short_names}
    found: defaultdict[str, list[Evidence]] = defaultdict(list)
    for span in spans:
        quote = text[span.start : span.end]
        # A town within the name (Stadtwerke X) does no harm; a name within a town's does.
        inside = [town for town in towns if town[0] <= span.start and span.end <= town[1]]
        if span.label != "ORG" or inside or _overlaps(span, taken):
            continue
        if not is_organisation(text, span) or is_venue(text, span.start, quote):
            continue
        article = ARTICLE.search(text[max(0, span.start - 10) : span.start])
        name = base_form(quote, article.group(1).casefold() if article else None)
        if not any(_key(name) <= other for other in known):
            found[name].append(_evidence(text, span))
    return tuple(OrganisationMention(name, tuple(quotes)) for name, quotes in found.items())


def doubtful_organisations(
    entities: Entities, spans: Sequence[Span]
) -> tuple[OrganisationMention, ...]:
    """Return the rules' organisations that rest on a head noun alone and the network did not see.

    They stay in the graph; a caller may trust them less or have them reviewed. The network learnt
    names as gold writes them, so that it says nothing of one that the text has in another case
    only ("vom Niedersächsischen Ministerium"): F1 .828 to .837 on documents it did not learn from.
    """
    seen = [(span.start, span.end) for span in spans if span.label == "ORG"]
    staffed = _staffed(entities)
    return tuple(
        one
        for one in entities.organisations
        if not one.short_names
        and any(quote.quote == one.name for quote in one.evidence)
        and one.name not in words("known-organisations")
        and not IS_PARTY.fullmatch(one.name)
        and one.name not in staffed
        and not CERTAIN.match(one.name)
        and not LEGAL_FORM.search(one.name)
        and not any(
            start < quote.end and quote.start < end for start, end in seen for quote in one.evidence
        )
    )


def _staffed(entities: Entities) -> frozenset[str]:
    """Return the names of bodies that somebody works for; a bare "Genossenschaft" names none."""
    roles = [role for one in entities.persons for role in one.roles]
    names = {role.organisation.name for role in roles if role.organisation}
    longer = [_key(one.name) for one in entities.organisations]
    return frozenset(
        name
        for name in names
        if not _GENERIC.match(name) and not any(_key(name) < other for other in longer)
    )


def likely_names(text: str, spans: Iterable[Span]) -> tuple[NameMention, ...]:
    """Return the full names that the network is sure of, for the rules to read roles around."""
    return tuple(
        _as_name(text, span) for span in spans if span.label == "PER" and _is_person(text, span)
    )


def credited(entities: Entities, text: str, spans: Iterable[Span]) -> Entities:
    """Return the entities with the network's confidence for names that only it saw."""
    own = {one.end for one in full_names(text)}
    seen = {span.end: span for span in spans if span.label == "PER" and span.end not in own}
    persons = tuple(
        replace(
            person,
            evidence=tuple(
                _evidence(text, seen[one.end]) if one.end in seen and " " in one.quote else one
                for one in person.evidence
            ),
        )
        for person in entities.persons
    )
    return replace(entities, persons=persons)


def _as_name(text: str, span: Span) -> NameMention:
    initial = _SIGNED.match(text, max(0, span.start - 3))
    if initial and initial.end() <= span.end - 3:
        span = replace(span, start=initial.end())
    title = TITLE.search(text[max(0, span.start - 30) : span.start])
    start = span.start - len(title.group(1)) if title else span.start
    name = text[span.start : span.end]
    return NameMention(
        start, span.end, name, name.split()[-1], title.group(1).strip() if title else None
    )


def likely_persons(text: str, spans: Iterable[Span], entities: Entities) -> tuple[Person, ...]:
    """Return persons in an official or project role whom the rules missed; they bring no roles."""
    taken = _taken([*entities.persons, *entities.organisations])
    known = {person.name for person in entities.persons}
    found: defaultdict[str, list[Span]] = defaultdict(list)
    for span in spans:
        name = text[span.start : span.end]
        is_new = name not in known and not _overlaps(span, taken)
        if span.label == "PER" and is_new and _is_person(text, span):
            found[name].append(span)
    return tuple(
        Person(
            name=name,
            evidence=tuple(_evidence(text, mention) for mention in mentions),
            title=_title(text, mentions),
        )
        for name, mentions in found.items()
    )


def is_organisation(text: str, span: Span) -> bool:
    """Return whether the network is sure of a body that is no town, party or credit."""
    quote = text[span.start : span.end]
    if MUNICIPAL.match(quote) or NAMELESS.fullmatch(quote) or quote in words("regions"):
        return False
    if NOBODY.search(quote) and not LEGAL_FORM.search(quote):
        return False
    if quote in words("parties") or TOWN_HALL.match(quote) or "i.S.d.P" in quote:
        return False
    if _is_quoted(text, span) or CREDIT.search(_before(text, span)):
        return False
    return span.score >= least_score(quote)


def _is_quoted(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return bool(before) and before in QUOTES_BEFORE and bool(after) and after in QUOTES_AFTER


def _is_person(text: str, span: Span) -> bool:
    is_full = FULL_NAME.fullmatch(text, span.start, span.end) is not None
    is_full = is_full and not _SHORT_OFFICE.match(text, span.start, span.end)
    return is_full and span.score >= SURE_OF_PERSON and _acts(text, span)


def _acts(text: str, span: Span) -> bool:
    """Return whether a role stands near, or the name is one of a list of people present."""
    line = text.rfind("\n", 0, span.start) + 1
    before = _before(text, span)
    if CREDIT.search(before):
        return False
    after = text[span.end : span.end + CONTEXT_CHARS].split("\n")[0]
    near = re.findall(r"[A-ZÄÖÜ][\w-]+", f"{before} {after}")
    listed = LISTED.search(text, line, text.find("\n", span.end) % (len(text) + 1))
    return bool(listed) or after.startswith((" (", " |")) or any(map(is_role_noun, near))


def _before(text: str, span: Span) -> str:
    line = text.rfind("\n", 0, span.start) + 1
    return text[max(line, span.start - CONTEXT_CHARS) : span.start]


def _title(text: str, mentions: Sequence[Span]) -> str | None:
    for span in mentions:
        title = TITLE.search(text[max(0, span.start - 30) : span.start])
        if title:
            return title.group(1).strip()
    return None


def _key(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", name.casefold()))


def _taken(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    return [(quote.start, quote.end) for one in mentions for quote in one.evidence]


def _first(mention: OrganisationMention | Person) -> Evidence:
    return mention.evidence[0]


def _overlaps(span: Span, taken: Iterable[tuple[int, int]]) -> bool:
    return any(span.start < end and start < span.end for start, end in taken)


def _evidence(text: str, span: Span) -> Evidence:
    quote = text[span.start : span.end]
    holds = next(share for least, share in CALIBRATED[span.label] if span.score >= least)
    return Evidence(span.start, span.end, quote, confidence=holds, extractor=EXTRACTOR)
