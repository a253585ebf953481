"""Reads what stands right behind a noun and belongs to its name: `Untere Werra`, `2035`."""

import re
from dataclasses import dataclass
from typing import Literal

from ingest.landscapes import is_landscape
from ingest.naming_words import WORD, word_group
from ingest.roles import is_role_noun

__all__ = ["Tail", "TailKind", "read_tail", "without_case"]

TailKind = Literal["landscape", "number", "other"]

_DIRECTION = (
    r"(?:(?:[Oo]ber|[Uu]nter|[Mm]ittler|[Nn]ördlich|[Ss]üdlich|[Öö]stlich|[Ww]estlich|[Hh]oh|[Vv]order|[Hh]inter"
    r"|[A-ZÄÖÜ][a-zäöüß]+isch)e[rsnm]?[ ]|[A-ZÄÖÜ][a-zäöüß]+er[ ](?=Land\b))"
)
_TAIL = re.compile(rf"[ ](?P<way>{_DIRECTION})?(?P<word>{WORD})(?P<second>[ ]{WORD})?")
_NUMBER = re.compile(r"[ ](?:20\d\d|\d(?:\.\d)?)(?![\w.,:]|[ ](?:Prozent|Euro|%|€|[A-ZÄÖÜ]))")
_GENITIVE = re.compile(r"\b(?:des|eines|unseres|ihres|seines|dieses)\s\W?$")


@dataclass(frozen=True, slots=True)
class Tail:
    """The words behind a noun as they stand in the text, and what they are."""

    words: str
    kind: TailKind


def read_tail(text: str, end: int) -> Tail | None:
    """Return the tail of the name that a noun ending here begins, None where it has none."""
    number = _NUMBER.match(text, end)
    if number:
        return Tail(number.group(), "number")
    hit = _TAIL.match(text, end)
    if hit is None or not (hit["way"] or _can_be_name(hit["word"])):
        return None
    known = is_landscape(hit["word"]) or bool(hit["way"])
    second = hit["second"] or ""
    if second and is_landscape(second.strip()):
        return Tail(hit.group(), "landscape")
    words = hit.group()[: len(hit.group()) - len(second)]
    after = _NUMBER.match(text, end + len(words))
    return Tail(words + (after.group() if after else ""), "landscape" if known else "other")


def without_case(text: str, start: int, name: str) -> str:
    """Return a name without the ending that `des` in front of it gives its first noun."""
    first, gap, rest = name.partition(" ")
    if not _GENITIVE.search(text[max(0, start - 12) : start]) or not first.endswith("s"):
        return name
    stem = re.sub(r"(?i:(?<=bus|nis)ses$)|(?<=[^aeiou])es$|s$", "", first)
    return stem + gap + rest if len(stem) > 3 else name


def _can_be_name(word: str) -> bool:
    lowered = word.lower()
    return not (
        is_role_noun(word)
        or lowered in word_group("small_words")
        or lowered in word_group("everyday_heads")
        or lowered.endswith(("gmbh", "mbh"))
    )
