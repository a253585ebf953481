"""The preview of a draft: what each document would state, and what a person makes of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast, get_args

from api.access import Submission
from api.bringing import Wish
from api.drafts import Draft, DraftItem, Drafts
from api.reviewing import ruling
from api.view import View
from graph.canonical import amendments_for
from graph.convert import to_statements
from graph.decisions import Decision
from graph.preview import PreviewProof, PreviewStatement, PreviewThing, preview
from graph.rulings import Ruling, corrected, refused
from graph.statement_keys import StatementKey
from ingest.manifest import ManifestEntry
from ontology.cards import DocumentCard
from ontology.model import Document, DocumentKind, EventKind, Status

__all__ = ["DraftDocument", "DraftStatement", "DraftThing", "documents_of", "wishes_of"]

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


def wishes_of(view: View, drafts: Drafts, draft: Draft, sent: Submission) -> list[Wish]:
    """Return what a form asks for: which documents, as what, and with which corrections."""
    by = ruling(sent.editor.name, "Beim Einreichen berichtigt")
    return [
        Wish(
            shown.item.number,
            _manifest(shown.item, shown.document, sent),
            tuple(_decisions(shown, sent, by)),
        )
        for shown in documents_of(view, drafts, draft)
        if shown.document and sent.text(f"take-{shown.item.number}")
    ]


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


def _decisions(shown: DraftDocument, sent: Submission, by: Ruling) -> Iterator[Decision]:
    number = shown.item.number
    kept = {value for value in sent.form.getlist(f"keep-{number}") if isinstance(value, str)}
    for _, things in shown.groups:
        for thing in things:
            if thing.key.digest not in kept:
                yield refused(thing.key, by)
                continue
            name = sent.text(f"name-{number}-{thing.key.digest}")
            if thing.name_key and name and name != thing.name:
                yield corrected(thing.name_key, name, by)
            for each in thing.statements:
                right = sent.text(each.field) if each.field else ""
                if each.key.digest not in kept:
                    yield refused(each.key, by)
                elif right and right != " ".join(each.value.split()):
                    yield corrected(each.key, right, by)


def _manifest(item: DraftItem, document: Document, sent: Submission) -> ManifestEntry | None:
    """Return what the document was read by, with what somebody changed; None for nothing."""
    changed: dict[str, str] = {}
    for field in ("title", "date", "publisher", "kind"):
        given = sent.text(f"{field}-{item.number}")
        if given and given != (getattr(document, field) or ""):
            changed[field] = given
    if not changed:
        return item.manifest
    if changed.get("kind") not in get_args(DocumentKind):
        changed.pop("kind", None)
    base = item.manifest or ManifestEntry(item.name)
    return replace(
        base,
        title=changed.get("title", base.title),
        date=changed.get("date", base.date),
        publisher=changed.get("publisher", base.publisher),
        kind=cast("DocumentKind | None", changed.get("kind", base.kind)),
    )
