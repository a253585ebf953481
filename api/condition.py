"""The condition of an installation: what it holds, and whether its parts agree."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from api.layout import Layout
from api.settings import Settings
from api.view import View
from graph.validation import validate_store

__all__ = ["Finding", "Status", "check", "status_of"]

# More violations than anybody reads at once; the first of them name the cause.
_MAX_VIOLATIONS = 20


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of things, versions, and sizes in bytes."""

    home: str
    version: str
    counts: dict[str, int]
    statements: int
    bytes: dict[str, int]
    documents: list[dict[str, str | None]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be, and what mends it."""

    what: str
    remedy: str


def status_of(view: View, settings: Settings) -> Status:
    """Return what the published state holds."""
    layout = Layout(settings.home)
    cards = sorted(view.catalogue.documents(), key=lambda card: (card.source_file, card.id))
    return Status(
        home=str(settings.home.absolute()),
        version=version("nachbarwissen"),
        counts={str(row["kind"]): int(row["count"] or 0) for row in view.store.rows("counts")},
        statements=len(view.store),
        bytes={
            "archive": _size(layout.archive),
            "graph": _size(view.snapshot),
            "index": _size(layout.index),
        },
        documents=[
            {"id": card.id, "source_file": card.source_file, "title": card.title} for card in cards
        ],
    )


def check(view: View) -> list[Finding]:
    """Return all that is wrong: broken shapes, and parts that do not hold the same documents."""
    stored = set(view.store.document_ids())
    return [
        *_disagreements("archive", stored, set(view.archive.ids())),
        *_disagreements("index", stored, set(view.indexed_ids())),
        *_stale(view, stored),
        *_out_of_step(view),
        *_broken_shapes(view),
    ]


def _disagreements(part: str, stored: set[str], held: set[str]) -> list[Finding]:
    mend = "ingest its source again" if part == "archive" else "run `nachbarwissen reindex`"
    missing = [Finding(f"document {one} is missing in the {part}", mend) for one in stored - held]
    surplus = [
        Finding(f"document {one} of the {part} is not in the graph", "run `nachbarwissen reindex`")
        for one in held - stored
    ]
    return sorted(missing + surplus, key=lambda finding: finding.what)


def _stale(view: View, stored: set[str]) -> list[Finding]:
    archived, indexed = set(view.archive.ids()), view.indexed_ids()
    return [
        Finding(f"document {one} was indexed from another reading", "run `nachbarwissen reindex`")
        for one in sorted(stored & archived & set(indexed))
        if indexed[one] != view.archive.stamp(one)
    ]


def _out_of_step(view: View) -> list[Finding]:
    if view.is_in_step():
        return []
    what = "the index is of another state than the published graph"
    return [Finding(what, "run any `nachbarwissen ingest`: it completes a run that was stopped")]


def _broken_shapes(view: View) -> list[Finding]:
    found = [] if view.store.agrees() else [Finding("the default graph is no union", "restore")]
    violations = validate_store(view.store).violations[:_MAX_VIOLATIONS]
    return found + [
        Finding(f"{one.focus} breaks {one.shape}: {one.message}", "ingest its source again")
        for one in violations
    ]


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
