"""The word lists of the extractors, read once a process from `ingest/data/`."""

import json
from functools import cache
from importlib.resources import files

__all__ = ["word_list", "words"]


@cache
def word_list(name: str) -> tuple[str, ...]:
    """Return the entries of `ingest/data/<name>.json` in the order of the file."""
    source = files("ingest") / "data" / f"{name}.json"
    entries = json.loads(source.read_text(encoding="utf-8"))
    return tuple(str(entry) for entry in entries)


@cache
def words(name: str) -> frozenset[str]:
    """Return the entries of `ingest/data/<name>.json` for membership tests."""
    return frozenset(word_list(name))
