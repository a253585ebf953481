"""The review desk as a page: each matter with the proofs of both sides beside each other."""

from collections.abc import Iterable
from dataclasses import dataclass

from api.proofs import Proof, proofs_of
from api.rulings_queue import Noted, matter_id
from api.values import said
from api.view import View
from graph.decisions import Decision, read_decisions
from graph.review import Matter

__all__ = ["MAX_SHOWN", "Decided", "Desktop", "Side", "Task", "decided_lately", "tasks_of"]

# What one reads at a stretch; the next ones follow as soon as these are decided.
MAX_SHOWN = 10
MAX_PROOFS = 3


@dataclass(frozen=True, slots=True)
class Side:
    """One of two things that may be one, with what is said of it."""

    iri: str
    name: str
    facts: tuple[str, ...]
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A matter as the desk shows it: two sides of a pair, or one of a statement."""

    id: str
    kind: str
    percent: int
    texts: tuple[str, ...]
    signals: tuple[str, ...]
    sides: tuple[Side, ...]


@dataclass(frozen=True, slots=True)
class Desktop:
    """What lies on the desk, and how much more waits."""

    tasks: tuple[Task, ...]
    pairs: int
    statements: int


def tasks_of(view: View, matters: Iterable[Matter], kind: str) -> Desktop:
    """Return the first matters of a kind, or of every kind, and the count of each."""
    every = list(matters)
    chosen = [each for each in every if kind in ("", each.kind)][:MAX_SHOWN]
    pairs = sum(each.kind == "pair" for each in every)
    return Desktop(tuple(_task(view, each) for each in chosen), pairs, len(every) - pairs)


@dataclass(frozen=True, slots=True)
class Decided:
    """What was decided lately: `matter` takes it back; one that waits is not in the graph yet."""

    matter: str
    texts: tuple[str, ...]
    verdict: str
    who: str
    waits: bool = False


def decided_lately(view: View, waiting: Iterable[Noted], limit: int = 8) -> list[Decided]:
    """Return the last decisions that one can take back, the newest first."""
    noted = list(waiting)
    undone = {each.matter for each in noted if each.is_undo}
    fresh = [
        Decided(each.matter, each.texts, "yes" if each.is_accepted else "no", each.who, waits=True)
        for each in noted
        if not each.is_undo
    ]
    written = [
        Decided(matter, _texts(view, each), each.verdict, each.who)
        for each in read_decisions(view.store)
        if (matter := matter_id(each)) and matter not in undone
    ]
    return [*reversed(fresh), *reversed(written)][:limit]


def _texts(view: View, decision: Decision) -> tuple[str, ...]:
    key = decision.statement
    if key is None:
        return tuple(view.name_of(iri) for iri in decision.things)
    is_thing = key.value.startswith(view.iris.base)
    value = view.name_of(key.value) if is_thing else key.value.partition(" @ ")[0]
    return (view.name_of(key.subject), view.name_of(key.predicate), value)


def _task(view: View, matter: Matter) -> Task:
    if matter.kind == "pair":
        sides = tuple(
            _side(view, iri, name) for iri, name in zip(matter.things, matter.texts, strict=True)
        )
    else:
        proofs = proofs_of(view, matter.evidence)[:MAX_PROOFS]
        sides = (Side(matter.things[0], matter.texts[0], (), proofs),)
    texts = matter.texts
    if matter.statement:
        texts = (*texts[:-1], said(matter.statement.predicate, texts[-1], "de"))
    return Task(matter.id, matter.kind, round(100 * matter.score), texts, matter.signals, sides)


def _side(view: View, iri: str, name: str) -> Side:
    """Return what tells a thing apart: its statements in words, and quotes of each document."""
    cards = view.catalogue.statements_about(iri)
    told = [card for card in cards if card.evidence and card.label and card.value != name]
    facts = dict.fromkeys(
        f"{card.label}: {said(card.predicate, card.value, 'de')}"
        for card in told
        if "type" not in card.predicate
    )
    proofs = {
        proof.document.id: proof for card in cards for proof in proofs_of(view, card.evidence)
    }
    return Side(iri, name, tuple(facts)[:6], tuple(proofs.values())[:MAX_PROOFS])
