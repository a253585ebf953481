"""Knows the nouns by which German town halls call their undertakings (`Wärmeplan`, `Rufbus`)."""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ontology.model import ProjectKind

__all__ = ["Head", "Noun", "read_noun"]

# Endings of the German noun, longest first, as they follow a head.
_ENDINGS = ("ern", "en", "es", "er", "e", "n", "s", "")
_PLURALS = {"ern", "en", "er", "e", "n"}


SHORT_HEAD_CHARS = 4
# Words that end like an undertaking and are an office, a bank, a deed or a place of work.
_OTHER = re.compile(
    r"(?:Sparkasse|Krankenkasse|Kreisverwaltung|Stadtverwaltung|Gemeindeverwaltung|Verwaltungen"
    r"|Landesverband|Dachverband|Spitzenverb[aä]nd\w*|Haltestellen?|Baustellen?"
    r"|Tankstellen?|Schnittstellen?|Pressestelle|Dienststellen?|Planstellen?|Messstellen?"
    r"|Fördermittelbescheid|Verbandsversammlung|Umweltverband|Tarifvertrag|Abbestellen"
    r"|Zentrums?|Agenturen|Kommunal\s?Agentur|Nachbarschaft|Gesellschaft|Bürgerschaft|Wirtschaft"
    r"|Landwirtschaft|Belegschaft|Mannschaft|Verkehrsverbund\w*|Bezirksverwaltung)$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """A noun that ends the name of an undertaking.

    `strength` 3: a compound of it is an undertaking by itself; 2: where something else speaks for
    it; 1: only where it is shared or being made. A `generic` head says nothing without a compound.
    """

    noun: str
    kind: ProjectKind
    gender: str
    strength: int
    generic: bool


@dataclass(frozen=True, slots=True)
class Noun:
    """A word with a known head: the base form, whether it is a plural, whether it is a compound."""

    base: str
    head: Head
    is_plural: bool
    is_compound: bool


def read_noun(word: str) -> Noun | None:
    """Return what a capitalised word says about an undertaking, None where it says nothing."""
    if _OTHER.search(word):
        return None
    heads = _heads()
    lowered = word.lower().replace("-", "")
    for ending in _ENDINGS:
        if not lowered.endswith(ending):
            continue
        stem = lowered[: len(lowered) - len(ending)]
        head = _longest(stem, heads)
        if head is None or (ending == "s" and head.gender == "f"):
            continue
        plural = ending in _PLURALS and not (ending in {"n", "en"} and head.gender != "f")
        is_plural = plural or (ending in {"n", "en"} and head.noun.endswith(("er", "el", "g")))
        base = word[: len(word) - len(ending)] if ending else word
        return Noun(base, head, is_plural, len(stem) > len(head.noun))
    return None


def _longest(stem: str, heads: dict[str, Head]) -> Head | None:
    for start in range(len(stem) - 2):
        head = heads.get(stem[start:])
        # "Wappen" and "Kappe" are no apps: a short head needs a modifier that can be a word.
        if head and (start == 0 or start >= 4 or len(head.noun) > SHORT_HEAD_CHARS):
            return head
    return None


@cache
def _heads() -> dict[str, Head]:
    raw = json.loads((files("ingest") / "data" / "undertakings.json").read_text(encoding="utf-8"))
    return {
        noun.replace("-", "").replace(" ", ""): Head(
            noun, entry["kind"], entry["gender"], entry["strength"], entry["generic"]
        )
        for noun, entry in raw["heads"].items()
    }
