"""Turns documents with gold annotations into annotated sentences."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from ingest.pipeline import read_file_as_document
from ingest.recogniser_words import Label
from ingest.sentences import sentences
from ingest.training.annotated import Example, Mark

__all__ = ["credits_in", "from_gold", "is_alike", "is_held_out", "is_of_corpus", "marks_in"]

# Every how manieth document of a series is held out; a number that none reaches holds none out.
CORPUS_HELD_OUT = 3
LEARNT = 10_000
HELD_OUT = {"wa": 2, "wb": 2, "dx": 1, "fx": 1, "kx": 1} | dict.fromkeys(
    ("ax", "bx", "cx", "gx", "hx", "ix", "jx", "lx", "mx"), LEARNT
)
# Written as further documents of the corpus, by authors who had studied eight of it and their gold.
ALIKE = frozenset(first + second for first in "pqrstu" for second in "wxyz") | {"vw", "ww"}
CORPUS = frozenset(["owl", "de"])
ABBREVIATED = re.compile(r"^(.+) \(([^()]+)\)$")
PHOTOGRAPH = re.compile(r"\b(Fotos?|Bild|Quelle):|©")


def is_held_out(document: str) -> bool:
    """Return whether a document serves for measuring only.

    Of the corpus and of those written like it those whose number is divisible by three, of the
    other written ones the even ones of two authors (`wa-`, `wb-`) and all of three others (`dx-`,
    `fx-`, `kx-`); of nine further ones none.
    """
    series, _, number = document.rpartition("-")
    return int(number) % HELD_OUT.get(series, CORPUS_HELD_OUT) == 0


def is_alike(document: str) -> bool:
    """Return whether a written document was written as a further one of the corpus."""
    return document.rpartition("-")[0] in ALIKE


def is_of_corpus(document: str) -> bool:
    """Return whether a document is one of the demonstration corpus."""
    return document.rpartition("-")[0] in CORPUS


def from_gold(corpus: Path, *, wanted: Callable[[str], bool]) -> list[Example]:
    """Return the sentences of the wanted documents, marked where the gold's names stand.

    The gold leaves out photographers and mere places; sentences that credit a picture are
    therefore no lesson.
    """
    files = {path.stem: path for path in sorted((corpus / "documents").iterdir())}
    found: list[Example] = []
    for path in sorted((corpus / "gold").glob("*.gold.json")):
        name = path.name.removesuffix(".gold.json")
        if wanted(name):
            gold = json.loads(path.read_text(encoding="utf-8"))
            found.extend(_of_document(files[name], gold))
    return found


def _of_document(path: Path, gold: Mapping[str, Any]) -> Iterator[Example]:
    text = read_file_as_document(path.read_bytes(), path.name).text
    marks = marks_in(text, gold)
    unknown = set(credits_in(text))
    for start, end in sentences(text):
        if (start, end) not in unknown:
            inside = (one for one in marks if start <= one.start and one.end <= end)
            own = (Mark(one.start - start, one.end - start, one.label) for one in inside)
            yield Example(text[start:end], tuple(own))


def credits_in(text: str) -> list[tuple[int, int]]:
    """Return the sentences that credit a picture: whom they name, the gold leaves out."""
    return [(start, end) for start, end in sentences(text) if PHOTOGRAPH.search(text[start:end])]


def marks_in(text: str, gold: Mapping[str, Any]) -> list[Mark]:
    """Return where the gold's names stand in a text."""
    names = _names(gold)
    if not names:
        return []
    # Longest first: what is inside another name is no entity of its own.
    ordered = sorted(names, key=lambda name: (-len(name), name))
    pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, ordered)) + r")(?=s?(?!\w))")
    return [Mark(*match.span(), names[match.group()]) for match in pattern.finditer(text)]


def _names(gold: Mapping[str, Any]) -> dict[str, Label]:
    names: dict[str, Label] = {}
    for town in gold["municipalities"]:
        names |= dict.fromkeys([town["name"], *town.get("surface", [])], "LOC")
    for person in gold["persons"]:
        names[person["name"]] = "PER"
        surname = person["name"].rsplit(" ", 1)[-1]
        names.setdefault(surname, "PER")
    for organisation in gold["organisations"]:
        names |= dict.fromkeys(_forms(organisation["name"]), "ORG")
    # "Stadt Detmold" is the town Detmold with its kind before it.
    return {re.sub(r"^(Stadt|Gemeinde) ", "", name): label for name, label in names.items()}


def _forms(name: str) -> list[str]:
    abbreviated = ABBREVIATED.match(name)
    return [name, *abbreviated.groups()] if abbreviated else [name]
