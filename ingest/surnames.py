"""Resolves mentions by surname alone ("Frau Kruse") to persons, or makes persons of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lexica import words
from ingest.names import NameMention, is_first_name, is_name_word
from ingest.place_names import county_spellings, town_spellings
from ingest.roles import is_role_noun, is_unit
from ingest.short_offices import SHORT_OFFICE
from ontology.model import Evidence, Person

__all__ = ["with_later_mentions", "with_surnames"]

_ADDRESSED = re.compile(
    r"(?<!\w)(?:Herrn?|Frau|Hr\.|Fr\.)\s(?P<title>(?:(?:Prof|Dr|Dipl|Ing)\b\.?(?:-\w+\.?)?\s?)*)(?P<name>(?:(?:von|van|de|zu|von\sder)\s)?[A-ZÄÖÜ][\w]+(?:-[A-ZÄÖÜ]\w+)*)"
)

_TITLED = re.compile(
    r"(?<!\w)(?P<title>(?:Prof\.\s)?Dr\.(?:-Ing\.)?\s)(?P<name>[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?)"
    r"(?![\w-]|\s[A-ZÄÖÜ]|\.\s[A-ZÄÖÜ]\w+\s\()"
)
_OFFICE = re.compile(
    r"(?<![\w-])(?:(?:[A-ZÄÖÜ]\w*b|B)ürgermeister(?:in)?|(?:Vize-)?Landrat|Landrätin|(?:Stadt|Kreis|Gemeinde|Orts|Markt)(?:rat|rätin|direktor(?:in)?)|Ministerpräsident(?:in)?|[A-Z]\w*minister(?:in)?|(?:[A-ZÄÖÜ]\w*b|B)eigeordnete[rn]?|Ortsvorsteher(?:in)?|Ratsmitglied|Amtsr[aä]t(?:in)?|"
    rf"{SHORT_OFFICE})\s(?P<title>(?:(?:Prof|Dr)\.\s?)*)(?P<name>(?:(?:von\sder|von|van|de|zu)\s)?[A-ZÄÖÜ][a-zäöüß]+(?:-[A-ZÄÖÜ][a-zäöüß]+)?)(?=[.,;:)]|\s[a-zäöü(]|$)"
)


def with_surnames(flat: str, names: Sequence[NameMention]) -> list[NameMention]:
    """Return the names with those added that only a surname gives: "Frau Kruse", "Landrat Berg".

    Where one full name of the text has the surname, the mention carries that name.
    """
    whole: dict[str, set[str]] = {}
    for one in names:
        whole.setdefault(one.surname.split()[-1], set()).add(one.name)
    taken = [(one.start, one.end) for one in names]
    found: dict[int, NameMention] = {}
    for mention in [*_addressed(flat), *_in_office(flat), *_titled(flat), *_known(flat, names)]:
        bearers = whole.get(mention.surname, set())
        if len(bearers) > 1 or _is_inside(mention, taken) or _full_name_follows(mention, names):
            continue
        found.setdefault(mention.end, replace(mention, name=next(iter(bearers), mention.name)))
    return sorted([*names, *found.values()], key=lambda one: one.start)


def with_later_mentions(text: str, flat: str, persons: Sequence[Person]) -> tuple[Person, ...]:
    """Return the persons with the places added where their surname stands alone."""
    enriched = [_with_later_mentions(flat, text, person, persons) for person in persons]
    return tuple(sorted(enriched, key=lambda one: one.evidence[0].start))


def _is_inside(mention: NameMention, taken: Sequence[tuple[int, int]]) -> bool:
    return any(mention.start < end and start < mention.end for start, end in taken)


def _known(flat: str, names: Sequence[NameMention]) -> Iterator[NameMention]:
    """Yield the surnames of known persons, later in the text or behind an office."""
    firsts: dict[str, int] = {}
    for one in names:
        firsts.setdefault(one.surname.split()[-1], one.start)
    for surname, first in sorted(firsts.items()):
        if not is_name_word(surname):
            continue
        for found in re.finditer(rf"(?<![\w-]){re.escape(surname)}(?![\w-])", flat):
            word = re.search(r"([\w-]+) $", flat[max(0, found.start() - 50) : found.start()])
            is_described = flat.startswith(" (", found.end())
            is_in_office = is_described or (word is not None and is_role_noun(word.group(1)))
            if is_in_office or (found.start() > first and _is_person_here(flat, found.start())):
                yield NameMention(found.start(), found.end(), surname, surname)


def _in_office(flat: str) -> Iterator[NameMention]:
    """Yield "Landrat Berg": an office that one person holds, and a name that is no noun."""
    for found in _OFFICE.finditer(flat):
        last = found["name"].split()[-1]
        if last in town_spellings() or is_first_name(last) or not is_name_word(last):
            continue
        if last in county_spellings() or last in words("regions"):
            continue
        if not is_role_noun(last) and not is_unit(last):
            title = " ".join((found["title"] or "").split()) or None
            yield NameMention(found.start("name"), found.end("name"), found["name"], last, title)


def _surname(person: Person) -> str:
    return person.name.split()[-1]


def _titled(flat: str) -> Iterator[NameMention]:
    """Yield "Dr. Krüger": a degree makes a person of a surname alone."""
    for found in _TITLED.finditer(flat):
        last = found["name"]
        if is_name_word(last) and not is_role_noun(last) and not is_first_name(last):
            title = " ".join(found["title"].split())
            yield NameMention(found.start(), found.end(), last, last, title)


def _addressed(flat: str) -> Iterator[NameMention]:
    for found in _ADDRESSED.finditer(flat):
        last = found["name"].split()[-1]
        if is_name_word(last) and not is_role_noun(last):
            title = " ".join(found["title"].split()) or None
            yield NameMention(found.start(), found.end(), found["name"], last, title)


def _full_name_follows(mention: NameMention, names: Sequence[NameMention]) -> bool:
    """Return whether "Frau" stands before a whole name: "Frau Petra Kruse"."""
    return is_first_name(mention.surname) and any(
        abs(one.start - mention.end) < 60 and one.start < mention.end for one in names
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
    kept = [one for one in more if _is_person_here(flat, one.start)]
    return replace(person, evidence=tuple(sorted([*person.evidence, *kept])))


def _inside(position: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)


_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:die|das|dem|den|der|des|eine?[rnms]?|zur|zum|im|am|in|aus|Stadt|Gemeinde|Kreis)\s$"
)


def _is_person_here(flat: str, start: int) -> bool:
    """Return whether the word stands as a surname does: never behind an article."""
    return _NOUN_BEFORE.search(flat[max(0, start - 10) : start]) is None
