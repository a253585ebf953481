"""Weighs what speaks for and against two names meaning one thing, and says which signals did.

A score of `MERGED` or more makes one thing of two, one of `DOUBTFUL` or more is a person's to
decide. The weights were set by hand from what each signal is worth in German official texts:
no single signal but a declared identity reaches `MERGED` alone. `tests/graph/pairs.py` holds the
pairs they are measured on.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import product
from types import MappingProxyType

from graph.naming import is_genre_word
from graph.profiles import Profile, is_common_name
from graph.spelling import (
    EMPTY_WORDS,
    Grade,
    is_place_word,
    legal_forms,
    organisation_grade,
    person_grade,
    undertaking_grade,
    words_of,
)
from ontology.vocabulary import exclusive_offices

__all__ = ["DOUBTFUL", "MERGED", "Likeness", "Signal", "compare", "compare_namesakes"]

MERGED = 0.8
DOUBTFUL = 0.5

# Just short of sure.
HIGHEST_DOUBT = 0.79

# Which name agrees best decides where a thing has several.
_ORDER: tuple[Grade, ...] = ("same", "abbreviation", "longer", "initials", "initial", "spelling")
# Undertakings begun further apart are hardly one; documents differ by a year or two.
CLOSE_YEARS, FAR_YEARS = 3, 10
# A second town shared is no accident any more, nor where three of four take part in both.
MIN_SHARED_TOWNS, MIN_OVERLAP = 2, 0.75


@dataclass(frozen=True, slots=True)
class Signal:
    """One reason for or against, and its weight."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much two things are alike, the grade of their names, and why."""

    grade: Grade
    signals: tuple[Signal, ...]

    @property
    def score(self) -> float:
        """The sum of all weights within 0 and 1."""
        total = sum(signal.weight for signal in self.signals)
        return round(min(max(total, 0.0), 1.0), 2)

    def lowered(self, reason: str) -> "Likeness":
        """Return the likeness as one that only a person may call sure."""
        surplus = round(sum(signal.weight for signal in self.signals) - HIGHEST_DOUBT, 2)
        if surplus <= 0:
            return self
        return replace(self, signals=(*self.signals, Signal(reason, -surplus)))

    def told(self) -> list[str]:
        """Return the signals as texts, strongest first."""
        ranked = sorted(self.signals, key=lambda signal: (-abs(signal.weight), signal.name))
        return [f"{signal.name} {signal.weight:+.2f}" for signal in ranked]


def compare(one: Profile, other: Profile) -> Likeness | None:
    """Return how alike two differently named things of one kind are, None for no likeness."""
    grades = [_GRADES[one.kind](one, other, pair) for pair in product(one.names, other.names)]
    found = [grade for grade in _ORDER if grade in grades]
    if not found:
        return None
    return Likeness(found[0], tuple(_SIGNALS[one.kind](one, other, found[0])))


def compare_namesakes(one: Profile, other: Profile) -> Likeness:
    """Return how surely two groups of documents mean the same person by one name."""
    is_common = is_common_name(one)
    name = Signal("frequent name", 0.5) if is_common else Signal("same name", 0.7)
    return Likeness("same", (name, *_person_evidence(one, other)))


def _person_signals(one: Profile, other: Profile, grade: Grade) -> Iterable[Signal]:
    weights: dict[Grade, float] = {"same": 0.7, "longer": 0.4, "initial": 0.25, "spelling": 0.2}
    yield Signal(f"name: {grade}", weights[grade])
    yield from _person_evidence(one, other)


def _person_evidence(one: Profile, other: Profile) -> Iterable[Signal]:
    is_near = bool(one.actors & other.scene or other.actors & one.scene)
    if one.actors & other.actors:
        yield Signal("same organisation", 0.5)
    elif is_near:
        yield Signal("organisation named beside the other", 0.4)
    if one.roles & other.roles:
        yield Signal("same role", 0.2)
    if one.scene_of("person") & other.scene_of("person"):
        yield Signal("named with the same persons", 0.15)
    if one.scene_of("project") & other.scene_of("project"):
        yield Signal("named with the same undertaking", 0.15)
    if one.counties & other.counties:
        yield Signal("same county", 0.1)
    if not is_near and _hold_exclusive_offices(one, other):
        yield Signal("one office in two places", -0.8)


def _hold_exclusive_offices(one: Profile, other: Profile) -> bool:
    offices = exclusive_offices()
    return any(
        role == second and place != elsewhere and role.rpartition("/")[2] in offices
        for (role, place), (second, elsewhere) in product(one.offices, other.offices)
    )


def _organisation_signals(one: Profile, other: Profile, grade: Grade) -> Iterable[Signal]:
    is_plain = is_common_name(one) or is_common_name(other)
    weights: dict[Grade, float] = {
        "same": 0.5 if is_plain else 0.8,
        "abbreviation": 0.6,
        "longer": 0.4,
        "initials": 0.4,
        "spelling": 0.6,
    }
    yield Signal(f"name: {grade}", weights[grade])
    yield from _nearness(one, other)
    forms = legal_forms(one.name), legal_forms(other.name)
    if all(forms) and forms[0] != forms[1]:
        yield Signal("different legal form", -0.4)
    if grade == "longer" and _is_headed_differently(one, other):
        yield Signal("another head word", -0.4)


def _nearness(one: Profile, other: Profile) -> Iterable[Signal]:
    if one.documents & other.documents:
        yield Signal("named in one document", 0.4)
    elif one.homes & other.homes:
        yield Signal("same town", 0.2)
    elif one.counties & other.counties or one.scene & other.scene:
        yield Signal("common surroundings", 0.1)


def _is_headed_differently(one: Profile, other: Profile) -> bool:
    """Tell whether what the longer name has more stands in front or names another body."""
    short, long = sorted((words_of(one.name), words_of(other.name)), key=len)
    more = _further_words(one.name, other.name)
    return long[: len(short)] != short or any(is_genre_word(word) for word in more)


def _undertaking_signals(one: Profile, other: Profile, grade: Grade) -> Iterable[Signal]:
    is_plain = is_common_name(one) or is_common_name(other)
    weights: dict[Grade, float] = {
        "same": 0.4 if is_plain else 0.6,
        "longer": 0.3 if is_plain else 0.5,
        "spelling": 0.3 if is_plain else 0.5,
    }
    yield Signal(f"name: {grade}", weights[grade])
    yield from _partners(one, other)
    if one.themes & other.themes:
        yield Signal("same theme", 0.1)
    yield from _times(one, other)
    if grade == "longer" and _says_another_stage(one, other):
        yield Signal("another part or stage", -0.3)


def _partners(one: Profile, other: Profile) -> Iterable[Signal]:
    shared = one.towns & other.towns
    fewer = min(len(one.towns), len(other.towns))
    are_equal = bool(shared) and one.towns == other.towns
    if are_equal or (len(shared) >= MIN_SHARED_TOWNS and len(shared) >= MIN_OVERLAP * fewer):
        yield Signal("same towns", 0.4)
    elif shared:
        # Neighbours run many things of one generic name.
        is_plain = is_common_name(one) or is_common_name(other)
        yield Signal("a town in common", 0.2 if is_plain else 0.25)
    elif fewer and (is_common_name(one) or is_common_name(other)):
        yield Signal("no town in common", -0.2)
    elif not fewer and one.homes & other.homes:
        yield Signal("same surroundings", 0.15)


def _times(one: Profile, other: Profile) -> Iterable[Signal]:
    gaps = [
        abs(int(first[:4]) - int(second[:4])) for first, second in product(one.starts, other.starts)
    ]
    if gaps and min(gaps) <= CLOSE_YEARS:
        yield Signal("begun at about the same time", 0.05)
    elif gaps and min(gaps) > FAR_YEARS:
        yield Signal("begun at different times", -0.3)


def _says_another_stage(one: Profile, other: Profile) -> bool:
    """Tell whether the longer name has a number, a further town or a further kind of thing."""
    more = _further_words(one.name, other.name)
    if any(char.isdigit() for word in more for char in word):
        return True
    if one.towns != other.towns and any(is_place_word(words_of(word)[0]) for word in more):
        return True
    last = max(one.name, other.name, key=lambda name: len(words_of(name))).split()[-1]
    return bool(more) and last.strip("“”\"'()") == more[-1] and is_genre_word(more[-1])


def _further_words(one: str, other: str) -> list[str]:
    """Return the words that the longer of two names has more, as written."""
    short, long = sorted((one, other), key=lambda name: len(words_of(name)))
    known = set(words_of(short))
    words = re.findall(r"\w+", long.replace("-", ""))
    return [word for word in words if not known.union(EMPTY_WORDS).issuperset(words_of(word))]


_GRADES: Mapping[str, Callable[[Profile, Profile, tuple[str, str]], Grade | None]] = (
    MappingProxyType(
        {
            "organisation": lambda one, other, names: organisation_grade(
                *names, short_names=one.short_names, other_shorts=other.short_names
            ),
            "person": lambda _one, _other, names: person_grade(*names),
            "project": lambda _one, _other, names: undertaking_grade(*names),
        }
    )
)
_SIGNALS: Mapping[str, Callable[[Profile, Profile, Grade], Iterable[Signal]]] = MappingProxyType(
    {
        "organisation": _organisation_signals,
        "person": _person_signals,
        "project": _undertaking_signals,
    }
)
