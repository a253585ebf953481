"""Makes decisions of what a person rules on matters, names and documents."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from rdflib.namespace import SDO

from graph.decisions import Decision, Verdict
from graph.mentions import Mentions, Source, kind_of
from graph.review import Matter
from graph.statement_keys import StatementKey
from ontology.errors import CorrectionError, NotFoundError, UsageError
from ontology.iris import Iris, plain_iri
from ontology.model import EventKind, Status
from ontology.privacy import mask_contacts
from ontology.terms import NW

__all__ = [
    "Ruling",
    "corrected",
    "decided_on",
    "refused",
    "ruled_on_pair",
    "split",
    "with_decision",
    "without_decision",
]

# As long as a quote may be; a value that is longer is a text.
MAX_VALUE_CHARS = 300
_DATES = frozenset({str(NW.startDate), str(NW.endDate), str(SDO.startDate)})
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_CHOICES = {str(NW.status): get_args(Status), str(NW.eventKind): get_args(EventKind)}


@dataclass(frozen=True, slots=True)
class Ruling:
    """Who decides, when (ISO 8601), and why."""

    who: str
    when: str
    reason: str | None = None

    def decision(self, verdict: Verdict) -> Decision:
        """Return a decision without a matter yet."""
        return Decision(0, verdict, self.who, self.when, reason=self.reason)


def decided_on(matter: Matter, ruling: Ruling, *, is_accepted: bool) -> Decision:
    """Return the decision that a pair is one thing or two, a statement true or false."""
    if matter.statement:
        return replace(
            ruling.decision("confirmed" if is_accepted else "refused"), statement=matter.statement
        )
    return replace(ruling.decision("same" if is_accepted else "different"), things=matter.things)


def refused(key: StatementKey, ruling: Ruling) -> Decision:
    """Return the decision that a statement is wrong."""
    return replace(ruling.decision("refused"), statement=key)


def corrected(key: StatementKey, right: str, ruling: Ruling) -> Decision:
    """Return the decision that another value is the right one for a statement."""
    value = " ".join(mask_contacts(right).split())
    choices = _CHOICES.get(key.predicate)
    if not value or len(value) > MAX_VALUE_CHARS:
        msg = f"{right!r} is no value; write 1 to {MAX_VALUE_CHARS} characters"
        raise CorrectionError("length", msg)
    if key.predicate in _DATES and not _DATE.fullmatch(value):
        msg = f"{right!r} is no date; write 2020, 2020-08 or 2020-08-17"
        raise CorrectionError("date", msg)
    if choices and value not in choices:
        msg = f"{right!r} cannot be; expected one of {', '.join(choices)}"
        raise CorrectionError("choice", msg)
    return replace(ruling.decision("corrected"), statement=key, replacement=value)


def ruled_on_pair(
    things: tuple[str, str], ruling: Ruling, *, is_same: bool, mentions: Mentions
) -> Decision:
    """Return the decision that two things of one kind are the same, or are not."""
    one, other = things
    pair = tuple(sorted((_known(one, mentions), _known(other, mentions))))
    if one == other or kind_of(one) != kind_of(other):
        msg = f"{one} and {other} cannot be one: give two different things of one kind"
        raise UsageError(msg)
    return replace(ruling.decision("same" if is_same else "different"), things=pair)


def split(iri: str, documents: Iterable[str], ruling: Ruling, *, mentions: Mentions) -> Decision:
    """Return the decision that these documents mean another bearer of the name.

    Documents are named by id or file.
    """
    thing = plain_iri(_known(iri, mentions))
    sources = [mentions.sources[each] for each in sorted(mentions.by_thing[thing])]
    chosen = [
        source for name in dict.fromkeys(documents) for source in _named(name, sources, thing)
    ]
    return replace(
        ruling.decision("split"),
        things=(thing,),
        documents=tuple(sorted({source.document_id for source in chosen})),
        source_files=tuple(sorted({source.source_file for source in chosen})),
    )


def with_decision(decisions: Sequence[Decision], new: Decision) -> tuple[Decision, ...]:
    """Return the decisions with one more, which replaces an earlier one on the same matter."""
    number = max((each.number for each in decisions), default=0) + 1
    others = [each for each in decisions if each.matter != new.matter]
    return (*others, replace(new, number=number))


def without_decision(
    decisions: Sequence[Decision], identifier: str | None, iris: Iris
) -> tuple[Decision, ...]:
    """Return the decisions without the one whose id begins so; without an id the last goes."""
    if identifier is None:
        found = list(decisions[-1:])
    else:
        found = [each for each in decisions if _key(each, iris).startswith(identifier)]
    if len(found) != 1:
        msg = f"There is no single decision {identifier or ''!r} to undo; see `review decisions`"
        raise NotFoundError(msg)
    return tuple(each for each in decisions if each is not found[0])


def _key(decision: Decision, iris: Iris) -> str:
    return decision.iri(iris).rpartition("/")[2]


def _known(iri: str, mentions: Mentions) -> str:
    if plain_iri(iri) not in mentions.by_thing:
        msg = f"No document mentions a person, organisation or undertaking {iri}"
        raise NotFoundError(msg)
    return iri


def _named(name: str, sources: Iterable[Source], thing: str) -> list[Source]:
    found = [
        source
        for source in sources
        if name.rpartition("/")[2] in {source.document_id, source.source_file}
    ]
    if not found:
        msg = f"{name} does not mention {thing}; a pair of two names is parted by `review reject`"
        raise NotFoundError(msg)
    return found
