"""Everything the graph says about one thing, each statement with its evidence."""

from collections import defaultdict
from collections.abc import Mapping

from rdflib import OWL, Literal, URIRef
from rdflib.namespace import ORG

from graph.decisions import reviewers_about
from graph.identity import Identities
from graph.statement_keys import membership_value
from graph.statements import Statement
from graph.store import Store
from ontology.cards import EvidenceCard, StatementCard
from ontology.iris import plain_iri

__all__ = ["evidence_card", "name_of", "statements_about"]

Said = tuple[str, str]

HAS_MEMBERSHIP = str(ORG.hasMembership)


def statements_about(store: Store, iri: str, identities: Identities) -> tuple[StatementCard, ...]:
    """Return the statements about a thing under all its names, ordered by label and value."""
    evidence: defaultdict[Said, set[EvidenceCard]] = defaultdict(set)
    reviewers = reviewers_about(store, identities.members(iri))
    for name in identities.members(iri):
        for row in store.rows("evidence_about", thing=URIRef(name)):
            predicate, value = row["predicate"] or "", row["value"] or ""
            told = _membership_value(store, value) if predicate == HAS_MEMBERSHIP else None
            reviewer = reviewers.get((predicate, told or plain_iri(value)))
            card = evidence_card(row, reviewer=reviewer)
            evidence[predicate, identities.chief(value)].add(card)
    said = {
        (str(each.predicate), identities.chief(str(each.object))): not isinstance(
            each.object, Literal
        )
        for name in identities.members(iri)
        for each in store.about(name)
        if not _is_own_name(each, identities)
    }
    cards = [
        StatementCard(
            predicate=predicate,
            label=name_of(store, predicate),
            value=(identities.label(value) or name_of(store, value)) if is_thing else value,
            value_iri=value if is_thing else None,
            evidence=tuple(sorted(evidence[predicate, value])),
        )
        for (predicate, value), is_thing in said.items()
    ]
    return tuple(sorted(cards, key=lambda card: (card.label, card.value, card.value_iri or "")))


def _membership_value(store: Store, membership: str) -> str | None:
    for row in store.rows("membership_names", membership=URIRef(membership)):
        return membership_value(row["role"], row["organisation"])
    return None


def _is_own_name(statement: Statement, identities: Identities) -> bool:
    """Tell whether a statement only says that one of a thing's names is another of them."""
    value = str(statement.object)
    return statement.predicate == OWL.sameAs and (
        identities.chief(value) == identities.chief(str(statement.subject))
    )


def name_of(store: Store, iri: str) -> str:
    """Return how a thing is called in German, or the last part of its IRI.

    A membership is called by its role and where it is held.
    """
    rows = list(store.rows("names_of", thing=URIRef(iri)))
    if rows:
        # German first, then names without a language; the rest only where there is no other.
        order = {"de": 0, "": 1}
        best = min(rows, key=lambda row: (order.get(row["language"] or "", 2), row["name"] or ""))
        return best["name"] or iri
    for row in store.rows("membership_names", membership=URIRef(iri)):
        organisation = row["organisation"]
        parts = (row["role"], name_of(store, organisation) if organisation else None)
        return ", ".join(part for part in parts if part)
    return iri.rpartition("#")[2].rpartition("/")[2]


def evidence_card(row: Mapping[str, str | None], *, reviewer: str | None = None) -> EvidenceCard:
    """Return the card of an evidence row, with who confirmed the statement."""
    return EvidenceCard(
        document_id=(row["document"] or "").rpartition("/")[2],
        start=int(row["start"] or 0),
        end=int(row["end"] or 0),
        quote=row["quote"] or "",
        page=int(row["page"]) if row["page"] else None,
        confidence=float(row["confidence"] or 0),
        extractor=row["extractor"] or "",
        inferred=row["inferred"] == "true",
        extractor_version=row.get("version"),
        sha256=row.get("sha256"),
        reviewer=reviewer,
    )
