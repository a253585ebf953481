"""Resolves mentions by surname alone ("Frau Kruse") to persons, or makes persons of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.affiliations import Setting, claims_of
from ingest.names import NameMention, is_first_name, is_name_word
from ingest.place_names import town_spellings
from ingest.role_claims import roles_of
from ingest.roles import is_role_noun, is_unit
from ontology.model import Evidence, Person

__all__ = ["with_surnames_only"]

_ADDRESSED = re.compile(
    r"(?<!\w)(?:Herrn?|Frau)\s(?P<title>(?:(?:Prof|Dr|Dipl|Ing)\b\.?(?:-\w+\.?)?\s?)*)(?P<name>(?:(?:von|van|de|zu|von\sder)\s)?[A-ZÄÖÜ][\w]+(?:-[A-ZÄÖÜ]\w+)*)"
)

_OFFICE = re.compile(
    r"(?<![\w-])(?:(?:Ober)?[Bb]ürgermeister(?:in)?|Landrat|Landrätin|Kreisdirektor(?:in)?|Ministerpräsident(?:in)?|[A-Z]\w*minister(?:in)?)\s(?P<title>(?:(?:Prof|Dr)\.\s?)*)(?P<name>(?:(?:von\sder|von|van|de|zu)\s)?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?)(?=[.,;:)]|\s[a-zäöü(]|$)"
)


def with_surnames_only(
    text: str, setting: Setting, persons: Sequence[Person]
) -> tuple[Person, ...]:
    """Return the persons with mentions by surname added, and those named by surname alone."""
    enriched = [_with_later_mentions(setting.flat, text, person, persons) for person in persons]
    known = {part for person in persons for part in (person.name, _surname(person))}
    named = sorted(
        [*_addressed(setting.flat), *_in_office(setting.flat)], key=lambda one: one.start
    )
    known |= {one.split()[-1] for one in known}
    fresh = [one for one in named if one.surname not in known]
    unknown: dict[str, list[NameMention]] = {}
    for mention in fresh:
        if not _full_name_follows(setting, mention):
            unknown.setdefault(mention.name, []).append(mention)
    strangers = [_stranger(text, setting, mentions) for mentions in unknown.values()]
    return tuple(sorted([*enriched, *strangers], key=lambda one: one.evidence[0].start))


def _in_office(flat: str) -> Iterator[NameMention]:
    """Yield "Landrat Berg": an office that one person holds, and a name that is no noun."""
    for found in _OFFICE.finditer(flat):
        last = found["name"].split()[-1]
        if last in town_spellings() or is_first_name(last) or not is_name_word(last):
            continue
        if not is_role_noun(last) and not is_unit(last):
            title = " ".join((found["title"] or "").split()) or None
            yield NameMention(found.start("name"), found.end("name"), found["name"], last, title)


def _surname(person: Person) -> str:
    return person.name.split()[-1]


def _addressed(flat: str) -> Iterator[NameMention]:
    for found in _ADDRESSED.finditer(flat):
        last = found["name"].split()[-1]
        if is_name_word(last) and not is_role_noun(last):
            title = " ".join(found["title"].split()) or None
            yield NameMention(found.start(), found.end(), found["name"], last, title)


def _full_name_follows(setting: Setting, mention: NameMention) -> bool:
    """Return whether "Frau" stands before a whole name: "Frau Petra Kruse"."""
    if is_first_name(mention.surname):
        return any(
            abs(one.start - mention.end) < 60 and one.start < mention.end for one in setting.names
        )
    return any(one.start < mention.end and mention.start < one.end for one in setting.names)


def _stranger(text: str, setting: Setting, mentions: Sequence[NameMention]) -> Person:
    names = sorted([*setting.names, *mentions], key=lambda one: one.start)
    whole = replace(setting, names=names)
    claims = [
        replace(claim, start=min(claim.start, one.start), end=max(claim.end, one.end))
        for one in mentions
        for claim in claims_of(whole, names.index(one))
    ]
    return Person(
        name=mentions[0].name,
        evidence=tuple(Evidence(one.start, one.end, text[one.start : one.end]) for one in mentions),
        title=next((one.title for one in mentions if one.title), None),
        roles=tuple(roles_of(text, claims)),
    )


def _with_later_mentions(flat: str, text: str, person: Person, persons: Sequence[Person]) -> Person:
    """Add where the surname alone stands, unless two persons of the document share it."""
    surname = _surname(person)
    if sum(1 for other in persons if _surname(other) == surname) > 1:
        return person
    covered = [(one.start, one.end) for one in person.evidence]
    more = [
        Evidence(found.start(1), found.end(1), text[found.start(1) : found.end(1)])
        for found in re.finditer(rf"(?<![\w-])({re.escape(surname)})s?(?![\w-])", flat)
        if found.start() > covered[0][0] and not _inside(found.start(), covered)
    ]
    if not more or not is_name_word(surname):
        return person
    kept = [one for one in more if _is_person_here(flat, one)]
    return replace(person, evidence=tuple(sorted([*person.evidence, *kept])))


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:die|das|dem|den|der|des|eine?[rnms]?|zur|zum|im|am|in|aus|Stadt|Gemeinde|Kreis)\s$"
)


def _is_person_here(flat: str, evidence: Evidence) -> bool:
    """Return whether the word stands as a surname does: never behind an article."""
    return _NOUN_BEFORE.search(flat[max(0, evidence.start - 10) : evidence.start]) is None
