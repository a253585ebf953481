"""Finds what documents say differently about one undertaking, and keeps every side with its proof.

Nothing is decided here: each side stands as its documents give it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from types import MappingProxyType

from graph.catalogue import Catalogue
from graph.statement_cards import evidence_card, name_of
from graph.store import Store
from ontology.cards import EvidenceCard
from ontology.figures import LABELS, figures_in
from ontology.terms import NW

__all__ = ["Contradiction", "Side", "contradictions"]

# Within a quarter a status seldom changes; across more, "planned" and "running" may both be true.
SAME_TIME_DAYS = 92


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values that are given, and where."""

    value: str
    evidence: tuple[EvidenceCard, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A property of an undertaking for which documents give values that cannot all be true.

    `counts` says what is counted, where the values are figures found in texts. `is_within` is
    True where one and the same document gives both.
    """

    iri: str
    name: str
    predicate: str
    label: str
    sides: tuple[Side, ...]
    counts: str | None = None
    is_within: bool = False

    @property
    def is_minor(self) -> bool:
        """True where one document gives several dates, statuses or sums: mostly phases or parts."""
        return self.is_within and self.predicate != str(NW.figure)


@dataclass(frozen=True, slots=True)
class _Fact:
    predicate: str
    value: str
    counts: str | None
    evidence: EvidenceCard


def contradictions(store: Store, catalogue: Catalogue) -> tuple[Contradiction, ...]:
    """Return all contradictions, those between documents first, ordered by name and property."""
    facts: defaultdict[tuple[str, str, str | None], list[_Fact]] = defaultdict(list)
    for row in store.rows("functional_claims"):
        chief = catalogue.names_of_one(row["thing"] or "")[0]
        for fact in _facts(row):
            facts[chief, fact.predicate, fact.counts].append(fact)
    found = []
    for (iri, predicate, counts), stated in facts.items():
        card = catalogue.project(iri)
        clashing = _clashing(stated, catalogue)
        if card is None or not clashing:
            continue
        found.append(
            Contradiction(
                iri=iri,
                name=card.name,
                predicate=predicate,
                label=name_of(store, predicate),
                sides=_sides(clashing),
                counts=counts,
                is_within=len({fact.evidence.document_id for fact in clashing}) == 1,
            )
        )
    return tuple(sorted(found, key=_order))


def _order(one: Contradiction) -> tuple[bool, str, str, str, str]:
    return one.is_within, one.name, one.iri, one.label, one.counts or ""


def _facts(row: Mapping[str, str | None]) -> Iterable[_Fact]:
    predicate, value = row["predicate"] or "", row["value"] or ""
    card = evidence_card(row)
    if predicate in _AGREE:
        yield _Fact(predicate, value, None, card)
        return
    for figure in figures_in(value):
        yield _Fact(predicate, str(figure), LABELS[figure.unit], card)


def _clashing(facts: Iterable[_Fact], catalogue: Catalogue) -> list[_Fact]:
    """Return the facts of documents that disagree; of one that disagrees with itself else."""
    by_document: defaultdict[str, list[_Fact]] = defaultdict(list)
    for fact in facts:
        by_document[fact.evidence.document_id].append(fact)
    clashing: set[str] = set()
    for one, other in combinations(sorted(by_document), 2):
        pairs = [(a, b) for a in by_document[one] for b in by_document[other]]
        if not any(_agree(a, b, catalogue) for a, b in pairs):
            clashing |= {one, other}
    if clashing:
        return [fact for each in sorted(clashing) for fact in by_document[each]]
    for document_id in sorted(by_document):
        own = by_document[document_id]
        if any(not _agree(a, b, catalogue) for a, b in combinations(own, 2)):
            return own
    return []


def _agree(one: _Fact, other: _Fact, catalogue: Catalogue) -> bool:
    return one.value == other.value or _AGREE.get(one.predicate, _never)(one, other, catalogue)


def _dates_agree(one: _Fact, other: _Fact, _catalogue: Catalogue) -> bool:
    """Tell whether one date is the other given less precisely."""
    return one.value.startswith(other.value) or other.value.startswith(one.value)


def _statuses_agree(one: _Fact, other: _Fact, catalogue: Catalogue) -> bool:
    """Tell whether two statuses may both be true because they are of different times."""
    if "unbekannt" in {one.value, other.value}:
        return True
    days = [_day(fact, catalogue) for fact in (one, other)]
    if one.evidence.document_id == other.evidence.document_id:
        return False
    if days[0] is None or days[1] is None:
        return True
    return abs((days[0] - days[1]).days) > SAME_TIME_DAYS


def _never(_one: _Fact, _other: _Fact, _catalogue: Catalogue) -> bool:
    return False


def _day(fact: _Fact, catalogue: Catalogue) -> date | None:
    card = catalogue.document(fact.evidence.document_id)
    # A year or month alone is no day on which two statuses could be compared.
    if card is None or not card.date or len(card.date) != len("2020-08-17"):
        return None
    return date.fromisoformat(card.date)


def _sides(facts: Iterable[_Fact]) -> tuple[Side, ...]:
    evidence: defaultdict[str, set[EvidenceCard]] = defaultdict(set)
    for fact in facts:
        evidence[fact.value].add(fact.evidence)
    return tuple(Side(value, tuple(sorted(cards))) for value, cards in sorted(evidence.items()))


_AGREE: Mapping[str, Callable[[_Fact, _Fact, Catalogue], bool]] = MappingProxyType(
    {
        str(NW.endDate): _dates_agree,
        str(NW.startDate): _dates_agree,
        str(NW.status): _statuses_agree,
    }
)
