"""What waits for a person: doubtful pairs and statements of low confidence."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from graph.catalogue import Catalogue
from graph.decisions import read_decisions
from graph.mentions import kind_of
from graph.statement_cards import evidence_card, name_of
from graph.statement_keys import StatementKey, membership_value
from graph.store import Store
from ontology.cards import EvidenceCard
from ontology.errors import NotFoundError
from ontology.iris import plain_iri

__all__ = ["DOUBTED_UP_TO", "Matter", "matter_named", "open_matters", "pair_id"]

# Confidences are measured (see `ingest.confidence`): up to here a statement is as likely wrong as
# right. About eight a document of the corpus.
DOUBTED_UP_TO = 0.5

# Things whose statements a person can judge by a quote; the rest hangs on these.
_KINDS = frozenset({"award", "event", "organisation", "person", "project"})

Row = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter to decide: two things that may be one, or a statement; `id` names it.

    `texts` are the names of the two things, or thing, property and value of the statement.
    """

    id: str
    kind: str
    score: float
    texts: tuple[str, ...]
    things: tuple[str, ...]
    signals: tuple[str, ...] = ()
    statement: StatementKey | None = None
    evidence: tuple[EvidenceCard, ...] = ()


def pair_id(one: str, other: str) -> str:
    """Return the twelve hexadecimal digits by which people name a pair of things."""
    return hashlib.sha256("\x1f".join(sorted((one, other))).encode()).hexdigest()[:12]


def open_matters(
    store: Store, catalogue: Catalogue, *, up_to: float = DOUBTED_UP_TO
) -> tuple[Matter, ...]:
    """Return what nobody decided yet: pairs, likeliest first, then statements, least sure first."""
    decisions = read_decisions(store)
    decided = {decision.matter for decision in decisions}
    decided |= {("statement", each.vouched.digest) for each in decisions if each.vouched}
    pairs = [
        matter
        for matter in _doubtful_pairs(store, catalogue)
        if ("pair", *matter.things) not in decided
    ]
    statements = [
        matter
        for matter in _doubted_statements(store, catalogue, up_to)
        if ("statement", matter.id) not in decided
    ]
    return (
        *sorted(pairs, key=lambda matter: (-matter.score, matter.things)),
        *sorted(statements, key=lambda matter: (matter.score, matter.texts, matter.id)),
    )


def matter_named(matters: tuple[Matter, ...], identifier: str) -> Matter:
    """Return the matter whose id begins so."""
    found = [matter for matter in matters if matter.id.startswith(identifier.casefold())]
    if len(found) != 1 or not identifier:
        msg = f"No single open matter is called {identifier!r}; `review list` shows them all"
        raise NotFoundError(msg)
    return found[0]


def _doubtful_pairs(store: Store, catalogue: Catalogue) -> list[Matter]:
    rows: defaultdict[str, list[Row]] = defaultdict(list)
    for row in store.rows("comparisons"):
        if row["outcome"] == "doubtful":
            rows[row["comparison"] or ""].append(row)
    return [_pair(found, store, catalogue) for found in rows.values()]


def _pair(rows: list[Row], store: Store, catalogue: Catalogue) -> Matter:
    one, other = sorted({row["thing"] or "" for row in rows})
    return Matter(
        id=pair_id(one, other),
        kind="pair",
        score=float(rows[0]["score"] or 0),
        texts=tuple(catalogue.label(iri) or name_of(store, iri) for iri in (one, other)),
        things=(one, other),
        signals=tuple(sorted({row["signal"] for row in rows if row["signal"]})),
    )


def _doubted_statements(store: Store, catalogue: Catalogue, up_to: float) -> list[Matter]:
    memberships = _memberships(store)
    rows: defaultdict[StatementKey, list[Row]] = defaultdict(list)
    for row in store.rows("reviewable"):
        subject = plain_iri(row["thing"] or "")
        if kind_of(subject) in _KINDS:
            value = row["value"] or ""
            text = memberships.get(value) or plain_iri(value)
            rows[StatementKey(subject, row["predicate"] or "", text)].append(row)
    return [
        _statement(key, found, store, catalogue)
        for key, found in rows.items()
        if max(float(row["confidence"] or 0) for row in found) <= up_to
    ]


def _statement(key: StatementKey, rows: list[Row], store: Store, catalogue: Catalogue) -> Matter:
    thing, value = rows[0]["thing"] or "", rows[0]["value"] or ""
    texts = (
        catalogue.label(thing) or name_of(store, thing),
        name_of(store, key.predicate),
        _value_text(value, store, catalogue),
    )
    return Matter(
        id=key.digest,
        kind="statement",
        score=max(float(row["confidence"] or 0) for row in rows),
        texts=texts,
        things=(key.subject,),
        statement=key,
        evidence=tuple(sorted(evidence_card(row) for row in rows)),
    )


def _value_text(value: str, store: Store, catalogue: Catalogue) -> str:
    is_thing = value.startswith(store.iris.base) or "#" in value
    return (catalogue.label(value) or name_of(store, value)) if is_thing else value


def _memberships(store: Store) -> dict[str, str]:
    return {
        row["membership"] or "": membership_value(row["role"], row["organisation"])
        for row in store.rows("membership_names")
    }
