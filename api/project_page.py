"""The page of an undertaking: profile, partners, history, sources, and what is like it."""

from collections.abc import Iterable
from typing import Any

from api.disputes import disputes
from api.drawing import Map, draw_map
from api.histories import Moment, history
from api.proofs import Shown, shown_statements, source_documents, values_of
from api.view import View
from graph.pointers import pointers_to
from ontology.cards import DocumentCard, MunicipalityCard, ProjectCard
from ontology.errors import NotFoundError

__all__ = ["FEATURES", "partner_map", "project_values"]

# What another town needs to know before it copies: why, how, with what outcome, what was hard and
# what was given up, for how much money and work, in which form, and who paid.
FEATURES = (
    "problem",
    "solution",
    "result",
    "obstacle",
    "stopped",
    "cost",
    "staff",
    "legalForm",
    "fundingProgramme",
    "funding",
    "fundedBy",
)
# As many as one looks at before asking anew.
_LIKE_SHOWN = 4


def project_values(view: View, iri: str) -> dict[str, Any]:
    """Return what the page of an undertaking shows."""
    card = view.catalogue.project(iri)
    if card is None:
        raise NotFoundError(f"There is no undertaking {iri}.")
    statements = shown_statements(view, card.iri)
    documents = _documents(view, card, statements)
    return {
        "card": card,
        "statements": statements,
        "features": values_of(statements, *FEATURES),
        "profile": values_of(statements, "status", "startDate", "endDate", "lead", "fieldOfLife"),
        "partners": values_of(statements, "participant"),
        "disputes": disputes(view, card.iri),
        "moments": history(statements, documents, _occasions(view, card)),
        "documents": documents,
        "similar": _similar(view, card),
        "map": partner_map(card.municipalities),
    }


def partner_map(towns: Iterable[MunicipalityCard]) -> Map | None:
    """Return the map of those who take part, None where a single place would stand alone."""
    keys = sorted({town.ags for town in towns})
    if len(keys) < 2:
        return None
    return draw_map(keys, [])


def _documents(view: View, card: ProjectCard, statements: list[Shown]) -> list[DocumentCard]:
    """Return the documents that tell of it, the newest first."""
    named = {span.document_id for span in card.spans}
    cards = {one.id: one for one in source_documents(statements)}
    for document_id in sorted(named - set(cards)):
        document = view.catalogue.document(document_id)
        if document is not None:
            cards[document_id] = document
    return sorted(cards.values(), key=lambda one: (one.date or "", one.id), reverse=True)


def _occasions(view: View, card: ProjectCard) -> list[Moment]:
    """Return the awards it won and the events about it, as far as they are dated."""
    moments = []
    for iri in view.same_as(card):
        for pointer in pointers_to(view.store, iri):
            kind = pointer.predicate.rpartition("#")[2]
            if kind not in {"about", "forUndertaking"}:
                continue
            told = shown_statements(view, pointer.subject)
            when = values_of(told, "startDate", "year")
            if when:
                name = view.name_of(pointer.subject)
                moments.append(Moment(when[0].value, kind, name, pointer.subject))
    return moments


def _similar(view: View, card: ProjectCard) -> list[ProjectCard]:
    """Return the undertakings whose passages are most like those of this one."""
    found = view.engine.similar.more_like(card.iri, limit=_LIKE_SHOWN)
    return [one.project for one in found]
