"""The form of a draft as somebody sent it: what is wanted, and what of it cannot be right."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast, get_args

from api.access import Submission
from api.bringing import Wish
from api.draft_page import DraftDocument, DraftThing
from api.drafts import DraftItem
from api.reviewing import ruling
from graph.decisions import Decision
from graph.rulings import Ruling, corrected, refused
from graph.statement_keys import StatementKey
from ingest.manifest import ManifestEntry
from ontology.errors import CorrectionError
from ontology.model import Document, DocumentKind

__all__ = ["DraftForm", "Refusal"]

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A value that cannot be right: its field, what it is about, and why, in one word."""

    field: str
    about: tuple[str, ...]
    value: str
    cause: str


@dataclass
class DraftForm:
    """Reads a form against the documents that it was made for."""

    sent: Submission
    documents: Sequence[DraftDocument]
    refusals: list[Refusal] = field(default_factory=list)

    @property
    def given(self) -> Mapping[str, str]:
        """What stood in each field, so that nobody types it twice."""
        return {name: value for name, value in self.sent.form.items() if isinstance(value, str)}

    @property
    def ticked(self) -> frozenset[str]:
        """The boxes that were ticked, as `name=value`."""
        return frozenset(f"{name}={value}" for name, value in self.sent.form.multi_items())

    def wishes(self) -> list[Wish]:
        """Return what is wanted of each ticked document; `refusals` then holds what cannot be."""
        by = ruling(self.sent.editor.name, "Beim Einreichen berichtigt")
        self.refusals.clear()
        return [
            Wish(
                shown.item.number,
                self._manifest(shown.item, shown.document),
                tuple(self._decisions(shown, by)),
            )
            for shown in self.documents
            if shown.document and self.sent.text(f"take-{shown.item.number}")
        ]

    def _decisions(self, shown: DraftDocument, by: Ruling) -> list[Decision]:
        kept = set(self.sent.form.getlist(f"keep-{shown.item.number}"))
        things = [thing for _, group in shown.groups for thing in group]
        decisions: list[Decision] = []
        for thing in things:
            if thing.key.digest not in kept:
                decisions.append(refused(thing.key, by))
                continue
            decisions += self._renamed(shown.item, thing, by)
            for each in thing.statements:
                right = self.sent.text(each.field) if each.field else ""
                if each.key.digest not in kept:
                    decisions.append(refused(each.key, by))
                elif each.field and right and right != " ".join(each.value.split()):
                    about = (thing.name, each.label)
                    decisions += self._corrected(each.key, right, by, each.field, about)
        return decisions

    def _renamed(self, item: DraftItem, thing: DraftThing, by: Ruling) -> list[Decision]:
        name_field = f"name-{item.number}-{thing.key.digest}"
        name = self.sent.text(name_field)
        if not thing.name_key or not name or name == thing.name:
            return []
        return self._corrected(thing.name_key, name, by, name_field, (thing.name,))

    def _corrected(
        self, key: StatementKey, right: str, by: Ruling, name: str, about: tuple[str, ...]
    ) -> list[Decision]:
        try:
            return [corrected(key, right, by)]
        except CorrectionError as error:
            self.refusals.append(Refusal(name, about, right, error.cause))
            return []

    def _manifest(self, item: DraftItem, document: Document) -> ManifestEntry | None:
        """Return what the document was read by, with what somebody changed; None for nothing."""
        changed: dict[str, str] = {}
        for part in ("title", "date", "publisher", "kind"):
            given = self.sent.text(f"{part}-{item.number}")
            if given and given != (getattr(document, part) or ""):
                changed[part] = given
        if not changed:
            return item.manifest
        date = changed.get("date")
        if date and not _DATE.fullmatch(date):
            refusal = Refusal(f"date-{item.number}", (document.title,), date, "date")
            self.refusals.append(refusal)
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
