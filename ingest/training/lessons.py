"""Reads documents with gold as lessons: who is named, what may be a name, what the gold says."""

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from ingest.facts import find_actors
from ingest.layout import read_layout
from ingest.manifest import MANIFEST_NAME, read_manifest
from ingest.pipeline import read_file_as_document
from ingest.project_choice import Possible, company_signals, possible_names
from ingest.project_names import find_candidates
from ingest.projects import setting_of
from ingest.recogniser import Recogniser, Seen
from ingest.scopes import Source, read_source
from ingest.stretches import stretches
from ontology.model import Document

__all__ = ["GoldProject", "Lesson", "bare", "read_lessons"]

# As in the scoring of extraction: a name agrees from this likeness of its words on.
LIKENESS = 75
_COUNTY = re.compile(r"(?:land)?kreis\s|städteregion|region\s|.*kreis$")
_KIND = re.compile(
    r"^(?:(?:große )?kreisstadt|hansestadt|universitätsstadt|landeshauptstadt|stadt|gemeinde|markt"
    r"|samtgemeinde|verbandsgemeinde|ortsgemeinde|flecken)\s+"
)


@dataclass(frozen=True, slots=True)
class GoldProject:
    """An undertaking of the gold and its participants as compared: lower case, without kind."""

    name: str
    participants: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A document, its possible names, and for each the undertaking of the gold that it names.

    A lesson counts as often as its weight says.
    """

    source: Source
    names: tuple[Possible, ...]
    projects: tuple[GoldProject, ...]
    meant: tuple[GoldProject | None, ...]
    gold: Mapping[str, Any]
    weight: float = 1.0

    def company(self, odds: Sequence[float]) -> list[dict[str, float]]:
        """Return what the names, with these odds by themselves, say of each other."""
        is_newsletter = self.source.document.kind == "newsletter"
        return company_signals(self.names, odds, self.source.layout, is_newsletter=is_newsletter)


def read_lessons(
    folder: Path,
    recogniser_of: Callable[[str], Recogniser | None],
    wanted: Callable[[str], bool],
    weight_of: Callable[[str], float] = lambda _: 1.0,
) -> Iterator[Lesson]:
    """Yield the wanted documents of a folder with `documents/` and `gold/`, in order."""
    paths = {path.stem: path for path in sorted((folder / "documents").iterdir())}
    beside = folder / "documents" / MANIFEST_NAME
    manifest = read_manifest(beside) if beside.is_file() else {}
    for gold in sorted((folder / "gold").glob("*.gold.json")):
        name = gold.name.removesuffix(".gold.json")
        if wanted(name) and name in paths:
            path = paths[name]
            document = read_file_as_document(
                path.read_bytes(), path.name, manifest=manifest.get(path.name)
            )
            recogniser = recogniser_of(name)
            seen = recogniser.look(document.text, stretches(document.text)) if recogniser else None
            said = json.loads(gold.read_text(encoding="utf-8"))
            yield replace(_lesson(document, said, seen), weight=weight_of(name))


def _lesson(document: Document, gold: Mapping[str, Any], seen: Seen | None) -> Lesson:
    layout = read_layout(document)
    source = read_source(document, layout, find_actors(document, seen))
    candidates = find_candidates(document, layout, source.place_words)
    opinions = seen.opinions if seen else None
    names = possible_names(setting_of(source, opinions), candidates)
    projects = tuple(
        GoldProject(project["name"], frozenset(map(bare, project.get("participants") or [])))
        for project in gold["projects"]
    )
    return Lesson(source, names, projects, _meant(names, projects), gold)


def bare(name: str) -> str:
    """Return an actor's name as the gold's participants are compared with it."""
    lowered = " ".join(name.split()).casefold()
    return lowered if _COUNTY.match(lowered) else _KIND.sub("", lowered)


def _meant(
    names: Sequence[Possible], projects: Sequence[GoldProject]
) -> tuple[GoldProject | None, ...]:
    """Return for each name the undertaking that it fits best, each undertaking once."""
    found: dict[int, GoldProject] = {}
    for project in projects:
        likeness = {
            index: (
                fuzz.token_set_ratio(project.name.casefold(), name.best.name.casefold()),
                fuzz.ratio(project.name.casefold(), name.best.name.casefold()),
                -index,
            )
            for index, name in enumerate(names)
            if index not in found
        }
        best = max(likeness, key=lambda index: likeness[index], default=None)
        if best is not None and likeness[best][0] >= LIKENESS:
            found[best] = project
    return tuple(found.get(index) for index in range(len(names)))
