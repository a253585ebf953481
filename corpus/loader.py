"""The demonstration corpus as Python values: its documents, its gold and its questions."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

__all__ = ["Judged", "corpus_ids", "documents_folder", "gold", "questions"]


@dataclass(frozen=True, slots=True)
class Judged:
    """An officer's question, who asks it, how it is put, and its documents by grade."""

    id: str
    query: str
    asker: str | None
    style: str
    relevant: Mapping[str, int]
    is_unanswered: bool


def documents_folder() -> Path:
    """Return the folder of the documents as users would have them, with their manifest."""
    return Path(str(files("corpus") / "documents"))


def gold() -> dict[str, dict[str, Any]]:
    """Return what each judged document says, by document name (`owl-017`)."""
    folder = Path(str(files("corpus") / "gold"))
    return {
        path.name.removesuffix(".gold.json"): json.loads(path.read_text("utf-8"))
        for path in sorted(folder.glob("*.gold.json"))
    }


def questions() -> tuple[Judged, ...]:
    """Return the officers' questions, in the order of their file."""
    lines = (files("corpus") / "questions.jsonl").read_text("utf-8").splitlines()
    return tuple(_judged(json.loads(line)) for line in lines if line.strip())


@cache
def corpus_ids() -> frozenset[str]:
    """Return the document ids of the corpus, by which an installation knows that it shows it."""
    return frozenset(
        hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in documents_folder().iterdir()
        if path.suffix != ".jsonl"
    )


def _judged(row: dict[str, Any]) -> Judged:
    return Judged(
        id=row["id"],
        query=row["query"],
        asker=row.get("asker"),
        style=row["style"],
        relevant=row["relevant"],
        is_unanswered=row["unanswered"],
    )
