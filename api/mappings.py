"""Mapping files: which thing of ours another catalogue knows under which address, by whose word."""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from graph.links import Link
from ontology.errors import PathError, UsageError
from ontology.gazetteer import gazetteer
from ontology.iris import Iris

__all__ = ["COLUMNS", "Mapping", "read_mapping"]

COLUMNS = ("thing", "same_as", "source")
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Mapping:
    """The links of a file, and for each line that holds none the reason."""

    links: tuple[Link, ...]
    refused: tuple[str, ...]


def read_mapping(path: Path, iris: Iris, knows: Callable[[str], bool]) -> Mapping:
    """Return the links of a CSV file; `knows` tells whether anything is said about a thing."""
    links, refused = [], []
    for number, row in _rows(path):
        thing = _thing(row["thing"].strip(), iris)
        target = _target(row["same_as"].strip())
        source = row["source"].strip()
        if thing is None or not knows(thing):
            refused.append(f"line {number}: nothing is known of {row['thing']!r}")
        elif thing.startswith(f"{iris.base}id/person/"):
            # Erasing a person must reach everything that is said about them.
            refused.append(f"line {number}: people are not linked with other catalogues")
        elif target is None:
            refused.append(f"line {number}: {row['same_as']!r} is no web address and no Q number")
        elif not source:
            refused.append(f"line {number}: the source is missing; who says that it is the same?")
        else:
            links.append(Link(thing, target, source, (row.get("licence") or "").strip()))
    return Mapping(tuple(links), tuple(refused))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.DictReader(lines, restval="")
            missing = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
            if missing:
                raise UsageError(
                    f"{path} lacks the columns {', '.join(missing)}; expected a CSV file with "
                    f"{', '.join(COLUMNS)} and perhaps licence in its first line."
                )
            for row in reader:
                yield reader.line_num, row
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PathError(f"{path} cannot be read as a CSV file in UTF-8: {error}.") from error


def _thing(text: str, iris: Iris) -> str | None:
    """Return the IRI of what a cell names: an official key, an IRI, or its end after `id/`."""
    if gazetteer().get(text):
        return iris.municipality(text)
    iri = text if text.startswith(iris.base) else f"{iris.base}id/{text}"
    return iri if _IRI.fullmatch(iri) else None


def _target(text: str) -> str | None:
    if _WIKIDATA.fullmatch(text):
        return f"http://www.wikidata.org/entity/{text}"
    return text if _IRI.fullmatch(text) else None
