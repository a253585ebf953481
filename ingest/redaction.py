"""Takes a person out of a reading: facts go, names are covered, offsets stay."""

import re
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from ontology.gazetteer import gazetteer
from ontology.iris import slug
from ontology.model import Event, Evidence, Facts, Project, Reading
from ontology.privacy import MASK

__all__ = ["MAX_NAME_WORDS", "names_in", "places_of", "redacted"]

# `Maria von der Heide-Krämer`; longer runs of capitals are no name of a person.
MAX_NAME_WORDS = 5
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_ADDRESS = r"[\w.+-]*{part}[\w.+-]*\s?(?:@|\(at\)|\[at\]|\(ät\))\s?[\w-]+(?:\.[\w-]+)+"

IsErased = Callable[[str], bool]
Span = tuple[int, int]
Thing = TypeVar("Thing")


def names_in(reading: Reading, is_erased: IsErased) -> frozenset[str]:
    """Return the names of erased people as the document writes them.

    Every run of words is looked at, so that somebody is found whom no extractor saw.
    """
    known = {person.name for person in reading.facts.persons if is_erased(person.name)}
    for line in (reading.document.title, *reading.document.text.splitlines()):
        words = list(_WORD.finditer(line))
        for first, begin in enumerate(words):
            if not begin.group()[0].isupper():
                continue
            for end in words[first + 1 : first + MAX_NAME_WORDS]:
                run = line[begin.start() : end.end()]
                if is_erased(run):
                    known.add(run)
                elif run.endswith("s") and is_erased(run[:-1]):
                    known.add(run[:-1])
    return frozenset(known)


def places_of(reading: Reading, names: Iterable[str]) -> list[Span]:
    """Return where a document's text names these people, in full, by surname or by address."""
    return _spans(reading.document.text, _pattern(reading, names))


def redacted(reading: Reading, is_erased: IsErased) -> Reading:
    """Return a reading without the people that were erased; the same one where there are none.

    Names become dots of equal length, so that every offset holds and every quote stands in the
    text. Whoever else bears the surname in the document keeps it.
    """
    names = names_in(reading, is_erased)
    if not names:
        return reading
    pattern = _pattern(reading, names)
    text = _covered(reading.document.text, pattern)
    facts = _without(reading.facts, is_erased)
    title = _covered(reading.document.title, pattern)
    publisher = reading.document.publisher
    document = replace(
        reading.document,
        text=text,
        title=title,
        publisher=_covered(publisher, pattern) if publisher else None,
        source_file=_neutral(reading.document.source_file, names),
    )
    passages = tuple(
        replace(
            one,
            text=text[one.start : one.end],
            heading=_covered(one.heading, pattern) if one.heading else None,
        )
        for one in reading.passages
    )
    return Reading(document, _rewritten(facts, text, pattern), passages)


def _pattern(reading: Reading, names: Iterable[str]) -> re.Pattern[str]:
    parts: list[str] = []
    for name in sorted(names, key=lambda each: (-len(each), each)):
        words = name.split()
        parts.append(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"s?(?!\w)")
        surname = re.escape(words[-1])
        parts.append(_ADDRESS.format(part=f"(?i:{surname})"))
        if _is_alone(words[-1], reading, names):
            parts.append(rf"(?<!\w){surname}s?(?!\w)")
        else:
            parts.append(rf"(?<=Herr ){surname}(?!\w)|(?<=Frau ){surname}(?!\w)")
    for person in reading.facts.persons:
        if person.name in names:
            reached = (person.contact.email, person.contact.phone)
            parts += [re.escape(each) for each in reached if each]
    return re.compile("|".join(parts))


def _is_alone(surname: str, reading: Reading, names: Iterable[str]) -> bool:
    """Tell whether the bare surname means nobody and nothing else here."""
    erased = set(names)
    others = {
        person.name.split()[-1] for person in reading.facts.persons if person.name not in erased
    }
    is_word = re.search(rf"(?<!\w){re.escape(surname.lower())}(?!\w)", reading.document.text)
    return surname not in others and not is_word and not gazetteer().named(surname)


def _spans(text: str, pattern: re.Pattern[str]) -> list[Span]:
    return [found.span() for found in pattern.finditer(text)]


def _covered(text: str, pattern: re.Pattern[str]) -> str:
    return pattern.sub(lambda found: MASK * len(found.group()), text)


def _neutral(source_file: str, names: Iterable[str]) -> str:
    plain = slug(source_file)
    if any(slug(name) in plain or slug(name.split()[-1]) in plain for name in names):
        return f"dokument{source_file[source_file.rfind('.') :]}"
    return source_file


def _without(facts: Facts, is_erased: IsErased) -> Facts:
    return replace(
        facts,
        persons=tuple(each for each in facts.persons if not is_erased(each.name)),
        projects=tuple(_project(each, is_erased) for each in facts.projects),
        events=tuple(_event(each, is_erased) for each in facts.events),
    )


def _project(project: Project, is_erased: IsErased) -> Project:
    return replace(
        project, contacts=tuple(each for each in project.contacts if not is_erased(each.value))
    )


def _event(event: Event, is_erased: IsErased) -> Event:
    return replace(
        event,
        attendees=tuple(each for each in event.attendees if not is_erased(each.value)),
        absent=tuple(each for each in event.absent if not is_erased(each.value)),
    )


def _rewritten(thing: Thing, text: str, pattern: re.Pattern[str]) -> Thing:
    """Return facts with every quote taken from the covered text and every value covered."""
    if isinstance(thing, Evidence):
        return cast("Thing", replace(thing, quote=text[thing.start : thing.end]))
    if isinstance(thing, str):
        return cast("Thing", _covered(thing, pattern))
    if isinstance(thing, tuple):
        return cast("Thing", tuple(_rewritten(each, text, pattern) for each in thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        changed: dict[str, Any] = {
            field.name: _rewritten(getattr(thing, field.name), text, pattern)
            for field in fields(thing)
        }
        return replace(thing, **changed)
    return thing
