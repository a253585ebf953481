"""Invents annotated sentences as town halls write them: captions, minutes, profiles, press."""

import json
import random
import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ingest.recogniser_words import Label
from ingest.training.annotated import Example, Mark
from ontology.gazetteer import Place, gazetteer

__all__ = ["invent"]

SLOT = re.compile(r"\{(\w+)\}")
# The article before an organisation, by its gender: nominative, genitive, dative, accusative.
ARTICLES: Mapping[str, tuple[str, str, str, str]] = {
    "m": ("der", "des", "dem", "den"),
    "f": ("die", "der", "der", "die"),
    "n": ("das", "des", "dem", "das"),
    "p": ("die", "der", "den", "die"),
}
FUSED = {"m": "vom", "n": "vom", "f": "von der", "p": "von den"}
ADDITION = re.compile(r"( \(.*\)| [a-z]\..*|/.*)$")
# What stands in a slot, where it is the name of something.
LABEL_OF: Mapping[str, Label] = {
    "S": "PER",
    "N": "PER",
    "T": "LOC",
    "K": "LOC",
    "L": "LOC",
    "G": "LOC",
    "a": "ORG",
}
STRONG = re.compile(r"^(Kommunal|Technisch|Frei|Deutsch|Statistisch|Lokal|Freiwillig)en ")


def invent(count: int, *, first_names: list[str], seed: int = 7) -> list[Example]:
    """Return so many different sentences; the same seed gives the same ones."""
    inventor = _Inventor(random.Random(seed), first_names)  # noqa: S311 -- no secret
    return [inventor.example() for _ in range(count)]


@cache
def _stock() -> dict[str, Any]:
    source = files("ingest.training") / "sentences.json"
    found: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"))
    return found


class _Inventor:
    """Fills the slots of sentences with invented people, towns and organisations."""

    def __init__(self, chance: random.Random, first_names: list[str]) -> None:
        self._pick = chance.choice
        self._share = chance.random
        self._number = chance.randint
        self._first_names = first_names
        self._places: list[Place] = list(gazetteer().places())
        self._towns = [place for place in self._places if not place.is_county]
        self._counties = [place for place in self._places if place.is_county]
        self._fillers: Mapping[str, Callable[[], str]] = {
            "S": self._surname,
            "N": lambda: f"{self._surname()}, {self._first_name()}",
            "T": self._town,
            "K": self._county,
            "L": lambda: self._from("lands"),
            "R": lambda: self._from("roles"),
            "G": lambda: self._from("regions"),
            "D": lambda: self._from("fields"),
            "J": self._project,
            "a": lambda: self._from("acronyms"),
            "n": lambda: str(self._number(2, 99) * self._pick([1, 100, 1000])),
            "y": lambda: str(self._number(2009, 2026)),
        }

    def example(self) -> Example:
        """Return the next sentence with its marks."""
        text, marks, at = "", [], 0
        pattern = self._pick(_stock()["patterns"])
        for slot in SLOT.finditer(pattern):
            text += pattern[at : slot.start()]
            at = slot.end()
            before, name, label = self._fill(slot.group(1))
            before = before[:1].upper() + before[1:] if not text else before
            text += before
            if label:
                marks.append(Mark(len(text), len(text) + len(name), label))
            text += name
        return Example(text + pattern[at:], tuple(marks))

    def _fill(self, slot: str) -> tuple[str, str, Label | None]:
        if slot.startswith("O"):
            before, name = self._organisation(slot[1:])
            return before, name, "ORG"
        if slot == "P":
            title = self._pick(_stock()["titles"]) if self._share() < 0.12 else ""
            return title, f"{self._first_name()} {self._surname()}", "PER"
        return "", self._fillers[slot](), LABEL_OF.get(slot)

    def _organisation(self, case: str) -> tuple[str, str]:
        gender, plain, genitive = self._pick(_stock()["organisations"]).split("|")
        if case == "0p":
            return "", self._from("parties")
        fill = self._inserted()
        article = ARTICLES[gender]
        if case == "0":
            return "", fill(STRONG.sub(r"\1e ", plain) if gender == "p" else plain)
        if case == "2":
            return f"{article[1]} ", fill(genitive)
        weak = _weakened(plain, gender, dative=case in ("3", "3v"))
        words = {"1": article[0], "3": article[2], "3v": FUSED[gender], "4": article[3]}
        return f"{words[case]} ", fill(weak)

    def _inserted(self) -> Callable[[str], str]:
        stock = _stock()
        fields = [self._pick(stock["fields"]) for _ in range(3)]
        values = {
            "r": self._pick(stock["regions"]),
            "l": self._pick(stock["lands"]),
            "f": self._pick(stock["firms"]),
            "a": self._pick(stock["acronyms"]),
            "s": self._surname(),
            "t": self._town(),
            "t2": self._town(),
            "d": fields[0],
            "d2": fields[1],
            "d3": fields[2],
        }
        return lambda pattern: SLOT.sub(lambda slot: values[slot.group(1)], pattern)

    def _first_name(self) -> str:
        name = self._pick(self._first_names)
        return f"{name}-{self._pick(self._first_names)}" if self._share() < 0.05 else name

    def _surname(self) -> str:
        stock = _stock()["surnames"]
        kind = self._share()
        whole, built = self._pick(stock["whole"]), self._pick(stock["front"])
        built += self._pick(stock["back"])
        if kind < 0.35:
            name = whole
        elif kind < 0.75:
            name = built
        elif kind < 0.85:
            name = self._pick(stock["stem"]) + self._pick(stock["tail"])
        elif kind < 0.93:
            name = f"{whole}-{built}"
        else:
            name = self._town().split(" ")[-1].rstrip(")")
        particle = self._pick(["von ", "van ", "de ", "von der "]) if self._share() < 0.03 else ""
        return f"{particle}{name}"

    def _town(self) -> str:
        name = self._pick(self._towns).name
        # Official additions (Halle (Westf.), Weiden i.d.OPf.) are often left out in running text.
        return ADDITION.sub("", name) if self._share() < 0.8 else name

    def _county(self) -> str:
        return self._pick(self._counties).name

    def _project(self) -> str:
        return self._inserted()(self._pick(_stock()["projects"]))

    def _from(self, name: str) -> str:
        return str(self._pick(_stock()[name]))


def _weakened(plain: str, gender: str, *, dative: bool) -> str:
    """Return the name as it stands after an article: das Kommunale Rechenzentrum."""
    if gender == "n":
        ending = "en" if dative else "e"
        return re.sub(r"^(Kommunal|Deutsch|Statistisch)es? ", rf"\1{ending} ", plain)
    if gender == "f" and dative:
        return re.sub(r"^(Kommunal|Technisch|Freiwillig|Lokal)e ", r"\1en ", plain)
    return plain
