"""Says on what a statement rests; how often statements of one ground hold is measured on gold."""

from bisect import bisect_right
from collections.abc import Callable, Mapping

from ontology.model import (
    ActorClaim,
    Award,
    Claim,
    Event,
    Evidence,
    MunicipalityMention,
    OrganisationMention,
    Person,
    Project,
    Role,
)

__all__ = ["PARTS", "ground_of", "ground_within", "kind_of_thing"]

Thing = Person | MunicipalityMention | OrganisationMention | Project | Award | Event
Part = Role | ActorClaim | Claim

# A choice: the chooser of names gives .3 to .95, and each band holds about a quarter of them.
NAME_BANDS = (0.5, 0.7, 0.85)
NAME_WORDS = ("name doubtful", "name possible", "name likely", "name sure")

# Which kind of statement a field of a thing holds.
PARTS: Mapping[str, Mapping[str, str]] = {
    "person": {"roles": "office"},
    "project": {
        "participants": "participation",
        "lead": "lead",
        "starts": "start",
        "ends": "end",
        "status": "status",
        "themes": "theme",
        "costs": "cost",
        "staff": "staff",
        "legal_form": "legal_form",
        "programmes": "programme",
        "obstacles": "obstacle",
        "stops": "stopped",
        "problems": "problem",
        "results": "result",
        "contacts": "contact",
    },
    "event": {"attendees": "attendance", "absent": "absence"},
}


def kind_of_thing(thing: Thing) -> str:
    """Return of which kind the statement is that a document tells of this thing."""
    return _KINDS[type(thing)]


def ground_of(thing: Thing) -> str:
    """Return on what it rests that the document tells of this thing under this name."""
    extractor = thing.evidence[0].extractor
    ground = _GROUNDS[kind_of_thing(thing)](thing)
    return ground if extractor == "rules" else f"{ground}, {extractor}"


def ground_within(thing: Thing, part: Part) -> str:
    """Return on what a statement about a thing rests: its own words, and how sure the thing is."""
    if isinstance(part, Role):
        return _office(part)
    own = _said(part.evidence)
    return f"{own}; {ground_of(thing)}" if isinstance(thing, Project) else own


def _person(person: Person) -> str:
    office = "with an office" if person.roles else "without an office"
    return f"{office}, {_mentions(person.evidence)}"


def _place(place: MunicipalityMention) -> str:
    return _mentions(place.evidence)


def _organisation(organisation: OrganisationMention) -> str:
    short = "with a short form" if organisation.short_names else "without a short form"
    return f"{short}, {_mentions(organisation.evidence)}"


def _project(project: Project) -> str:
    return NAME_WORDS[bisect_right(NAME_BANDS, project.evidence[0].confidence)]


def _award(award: Award) -> str:
    told = sum(bool(each) for each in (award.category, award.year, award.recipient))
    return f"{told} of category, year and recipient"


def _event(event: Event) -> str:
    return f"{'dated' if event.date else 'undated'}, {_said(event.evidence[0])}"


def _office(role: Role) -> str:
    told = "office and holder" if role.role and role.organisation else "one of the two"
    return f"{told}, {'inferred' if role.evidence.inferred else 'stated'}"


def _said(evidence: Evidence) -> str:
    """Return the degree that the rule gave, and whether the statement only follows."""
    # Tenths, because a fitted rule gives any number, and a ground needs cases to be measured on.
    return f"{'inferred' if evidence.inferred else 'stated'} at {round(evidence.confidence, 1):g}"


def _mentions(evidence: tuple[Evidence, ...]) -> str:
    return "named once" if len(evidence) == 1 else "named again"


_KINDS: Mapping[type, str] = {
    Award: "award",
    Event: "event",
    MunicipalityMention: "municipality",
    OrganisationMention: "organisation",
    Person: "person",
    Project: "project",
}
_GROUNDS: Mapping[str, Callable[..., str]] = {
    "award": _award,
    "event": _event,
    "municipality": _place,
    "organisation": _organisation,
    "person": _person,
    "project": _project,
}
