"""The preview of a draft: what each of its documents would state."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from api.drafts import Draft, DraftItem, Drafts
from api.view import View
from graph.canonical import amendments_for
from graph.convert import to_statements
from graph.preview import PreviewProof, PreviewStatement, PreviewThing, preview
from graph.statement_keys import StatementKey
from ontology.cards import DocumentCard
from ontology.model import Document, EventKind, Status

__all__ = ["DraftDocument", "DraftStatement", "DraftThing", "documents_of"]

# In this order a reader checks them; kinds that only others bring along come last.
_KINDS = ("person", "municipality", "county", "organisation", "project", "award", "event")
_CHOICES: Mapping[str, tuple[str, ...]] = {
    "status": get_args(Status),
    "eventKind": get_args(EventKind),
}


@dataclass(frozen=True, slots=True)
class DraftStatement:
    """A statement as a form shows it; `field` names its input where its value can be changed."""

    key: StatementKey
    label: str
    value: str
    iri: str | None
    field: str | None
    choices: tuple[str, ...]
    proofs: tuple[PreviewProof, ...]


@dataclass(frozen=True, slots=True)
class DraftThing:
    """A thing as a form shows it."""

    key: StatementKey
    kind: str
    name: str
    name_key: StatementKey | None
    statements: tuple[DraftStatement, ...]
    proofs: tuple[PreviewProof, ...]


@dataclass(frozen=True, slots=True)
class DraftDocument:
    """A document as a form shows it; `known` is the one stored already, of the same content."""

    item: DraftItem
    document: Document | None = None
    known: DocumentCard | None = None
    groups: tuple[tuple[str, tuple[DraftThing, ...]], ...] = ()

    @property
    def count(self) -> int:
        """How many statements there are."""
        return sum(len(thing.statements) + 1 for _, things in self.groups for thing in things)


def documents_of(view: View, drafts: Drafts, draft: Draft) -> list[DraftDocument]:
    """Return the documents of a draft as its form shows them."""
    return [_document(view, drafts, draft, item) for item in draft.items]


def _document(view: View, drafts: Drafts, draft: Draft, item: DraftItem) -> DraftDocument:
    if item.failure or not item.document_id:
        return DraftDocument(item)
    reading = drafts.reading(draft, item)
    statements = to_statements(reading, view.iris, amendments=amendments_for(view.store))
    things = preview(statements, view.iris.document(item.document_id))
    groups: defaultdict[str, list[DraftThing]] = defaultdict(list)
    for thing in things:
        groups[thing.kind].append(_thing(view, item, thing))
    kinds = sorted(groups, key=lambda kind: _KINDS.index(kind) if kind in _KINDS else len(_KINDS))
    return DraftDocument(
        item,
        reading.document,
        view.catalogue.document(item.document_id),
        tuple((kind, tuple(groups[kind])) for kind in kinds),
    )


def _thing(view: View, item: DraftItem, thing: PreviewThing) -> DraftThing:
    return DraftThing(
        key=thing.key,
        kind=thing.kind,
        name=thing.name or view.name_of(thing.iri),
        name_key=thing.name_key,
        statements=tuple(_statement(view, item, each) for each in thing.statements),
        proofs=thing.proofs,
    )


def _statement(view: View, item: DraftItem, each: PreviewStatement) -> DraftStatement:
    place = (each.value or view.name_of(each.value_iri)) if each.value_iri else each.value
    is_text = each.value_iri is None and each.role is None
    term = each.predicate.rpartition("#")[2].rpartition("/")[2]
    return DraftStatement(
        key=each.key,
        label=view.name_of(each.predicate),
        value=", ".join(part for part in (each.role, place) if part),
        iri=each.value_iri,
        field=f"value-{item.number}-{each.key.digest}" if is_text else None,
        choices=_CHOICES.get(term, ()),
        proofs=each.proofs,
    )
