"""Everything the graph says about one thing, each statement with its evidence."""

from collections import defaultdict
from collections.abc import Mapping

from rdflib import Literal, URIRef

from graph.store import Store
from ontology.cards import EvidenceCard, StatementCard

__all__ = ["name_of", "statements_about"]


def statements_about(store: Store, iri: str) -> tuple[StatementCard, ...]:
    """Return the statements whose subject is this thing, ordered by label and value."""
    thing = URIRef(iri)
    evidence: defaultdict[tuple[str, str], list[EvidenceCard]] = defaultdict(list)
    for row in store.rows("evidence_about", thing=thing):
        evidence[row["predicate"] or "", row["value"] or ""].append(_evidence_card(row))
    cards = []
    for statement in store.about(iri):
        predicate, value = str(statement.predicate), str(statement.object)
        is_thing = not isinstance(statement.object, Literal)
        cards.append(
            StatementCard(
                predicate=predicate,
                label=name_of(store, predicate),
                value=name_of(store, value) if is_thing else value,
                value_iri=value if is_thing else None,
                evidence=tuple(sorted(evidence[predicate, value])),
            )
        )
    return tuple(sorted(cards, key=lambda card: (card.label, card.value, card.value_iri or "")))


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


def _evidence_card(row: Mapping[str, str | None]) -> EvidenceCard:
    return EvidenceCard(
        document_id=(row["document"] or "").rpartition("/")[2],
        start=int(row["start"] or 0),
        end=int(row["end"] or 0),
        quote=row["quote"] or "",
        page=int(row["page"]) if row["page"] else None,
        confidence=float(row["confidence"] or 0),
        extractor=row["extractor"] or "",
        inferred=row["inferred"] == "true",
    )
