"""Brings the mentions of a person together: name, title, roles, contact, evidence."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from ingest.actor_spans import Actors
from ingest.affiliations import Setting, claims_of
from ingest.bystanders import guessed_claims, taken_up
from ingest.circles import circles
from ingest.contacts import contact_near
from ingest.descriptions import Claimed
from ingest.genders import is_woman
from ingest.holder_signs import View
from ingest.implied import holders_of
from ingest.municipalities import TownMention
from ingest.names import NameMention
from ingest.open_offices import filled, stated_in
from ingest.organisation_spans import OrganisationSpan
from ingest.profiles import at_profiled
from ingest.role_claims import at_county, colleagues_resolved, roles_of, without_guesses_for_many
from ingest.roles import for_gender, nominative
from ingest.short_offices import office_in_full
from ingest.surnames import with_later_mentions, with_surnames
from ingest.surroundings import Surroundings
from ontology.model import Contact, Document, Evidence, Person

__all__ = ["find_people"]

# "Foto (v. l.): A B" and "Im Bild: A B" name who is seen, "Foto: A B" who took it.
_CREDIT = re.compile(
    r"(?:(?<!\b[Ii]m\s)(?<!dem\s)(?<!zum\s)(?<!Zum\s)"
    r"(?:\w*[Ff]otos?|Bild(?:er|rechte|nachweis|quelle)?|Fotos?\s(?:oben|unten|links|rechts|von)|Fotograf(?:in)?|Aufnahme|Grafik|Illustration|"
    r"Quelle|Copyright|Text|Autor(?:in)?|Von(?!:))\s?(?:\((?!v\.|von\s|links|oben)[^)]*\))?\s?[:©]?\s?(?:©\s?)?|"
    r"©[^\n.]{0,40}|Foto[^\n.(]{0,30}/\s?)$"
)
_BYLINE = re.compile(
    r"(?:^|\n)(?:Von|VON|von)\s$|"
    r"[Vv]on\sunsere[mr]\s(?:(?:Redaktions|Lokal)?(?:[Mm]itglied|[Rr]eporter(?:in)?|[Rr]edakteur(?:in)?)|(?:freien\s)?Mitarbeiter(?:in)?|Korrespondent(?:en|in))\s$|"
    r"(?:Gespräch|Interview)\s(?:führten?|mit\s\w+\sführte)\s$|Fragen\sstellten?\s$|"
    r"(?:Redaktion|Layout|Satz|Gestaltung|Druck|Schriftleitung|Aufgezeichnet\svon|Protokolliert\svon):?\s$|"
    r"(?:Fotos?|Bild|Aufnahme)[^\n.:]{0,20}\([^)\n]*/\s$"
)


# Where somebody works, and no part of it.
_HOUSE = re.compile(r"Landratsamt|Kreishaus|Rathaus|(?:Stadt|Kreis|Gemeinde)?[Vv]erwaltung")
_ANY_STAFF = re.compile(r"(?:Beschäftigte|Bedienstete|Angestellte)[rn]?")


def find_people(
    document: Document,
    flat: str,
    names: Sequence[NameMention],
    towns: Sequence[TownMention],
    organisations: Sequence[OrganisationSpan],
    watch: Callable[[View], None] | None = None,
) -> tuple[Person, ...]:
    """Return the persons in an official or project role, in order of first mention."""
    names = with_surnames(flat, _without_credits(flat, names))
    actors = _actors(flat, towns, organisations)
    setting = Setting(flat, names, actors)
    holders = holders_of(flat, actors, document.publisher, names, watch)
    by_name: defaultdict[str, list[int]] = defaultdict(list)
    for index, name in enumerate(names):
        by_name[name.name].append(index)
    open_claims = {
        index: [
            at_profiled(flat, _covering(claim, name), name, actors)
            for claim in claims_of(setting, index)
        ]
        for index, name in enumerate(names)
    }
    open_claims = colleagues_resolved(open_claims, names)
    found = filled(open_claims, names, holders)
    near = Surroundings(flat, names)
    for indices in by_name.values():
        if not any(found[index] for index in indices):
            found[indices[0]] = [
                holders.fill(at_county(claim), names[indices[0]], stated_in(open_claims, names))
                for claim in guessed_claims(near, indices, actors)
            ]
        elif not any(claim.role for index in indices for claim in found[index]):
            found[indices[0]] += [
                holders.fill(at_county(claim), names[indices[0]], stated_in(open_claims, names))
                for claim in taken_up(near, indices, actors)
            ]
    claims = without_guesses_for_many(colleagues_resolved(found, names, are_filled=True))
    shared = tuple(_person(document.text, setting, claims, indices) for indices in by_name.values())
    return with_later_mentions(document.text, flat, shared)


def _actors(
    flat: str, towns: Sequence[TownMention], organisations: Sequence[OrganisationSpan]
) -> Actors:
    """Return whose offices there can be, committees among them where nothing else stands."""
    taken = [(one.start, one.end) for one in organisations]
    taken += [(one.start, one.end) for one in towns]
    roundabout = [
        one
        for one in circles(flat)
        if not any(one.start < end and start < one.end for start, end in taken)
    ]
    return Actors.of(towns, organisations, roundabout)


def _without_credits(flat: str, names: Sequence[NameMention]) -> list[NameMention]:
    """Leave out photographers and authors, also the second of "Fotos: A B und C D"."""
    kept: list[NameMention] = []
    last_credit_end = -1
    for name in names:
        gap = flat[last_credit_end : name.start] if last_credit_end >= 0 else None
        if _is_credit(flat, name.start) or gap in (" und ", ", ", "/", " / ", " & "):
            last_credit_end = name.end
        else:
            kept.append(name)
    return kept


def _is_credit(flat: str, start: int) -> bool:
    before = flat[max(0, start - 60) : start]
    return bool(_CREDIT.search(before) or _BYLINE.search(before))


def _person(
    text: str,
    setting: Setting,
    found: Mapping[int, Sequence[Claimed]],
    indices: Sequence[int],
) -> Person:
    mentions = [setting.names[index] for index in indices]
    claims = [claim for index in indices for claim in found[index]]
    spans = [(one.start, one.end) for one in mentions]
    return Person(
        name=mentions[0].name,
        evidence=tuple(Evidence(start, end, text[start:end]) for start, end in spans),
        title=next((one.title for one in mentions if one.title), None),
        roles=tuple(roles_of(text, claims)),
        contact=_contact(text, setting, indices),
    )


def _spelled_out(claim: Claimed, name: NameMention) -> Claimed:
    """Return the claim with "OB" written in full, and without a role that anybody has."""
    if claim.role and _ANY_STAFF.fullmatch(claim.role):
        return replace(claim, role=None)
    claim = replace(
        claim, role=claim.role and nominative(claim.role, is_female=is_woman(name.name))
    )
    office = office_in_full(claim.role or "")
    if claim.role is None or office is None:
        return claim
    is_female = claim.role.endswith("in") or is_woman(name.name)
    return replace(claim, role=for_gender(office, is_female=is_female))


def _covering(claim: Claimed, name: NameMention) -> Claimed:
    """Return the claim as the text makes it, spanning the name as well."""
    claim = at_county(_spelled_out(claim, name))
    is_house = claim.role is not None and _HOUSE.fullmatch(claim.role) is not None
    return replace(
        claim,
        role=None if is_house else claim.role,
        start=min(claim.start, name.start),
        end=max(claim.end, name.end),
    )


def _contact(text: str, setting: Setting, indices: Sequence[int]) -> Contact:
    for index in indices:
        following = setting.names[index + 1].start if index + 1 < len(setting.names) else len(text)
        contact = contact_near(text, setting.names[index].end, following)
        if contact != Contact():
            return contact
    return Contact()
