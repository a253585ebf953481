"""Puts wrapped lines together again: hyphens at line ends, hard line breaks, headings, lists."""

import re
from collections.abc import Sequence

from ingest.readers.raw import Block, BlockKind

__all__ = ["LIST_ITEM", "blocks_of_stanza", "is_heading", "join_lines", "unwrap"]

# Soft hyphen, hyphen and non-breaking hyphen besides the ASCII one.
_HYPHENS = "-\u00ad\u2010\u2011"

# "Post- und Scanstelle": a hyphen before these words is spelled, whatever the line does.
_SUSPENDED = re.compile(r"(?:und|oder|bzw\.|beziehungsweise|sowie|bis)\s")

LIST_ITEM = re.compile(
    r"(?:[-–—*•▪◦●‣·]|\d{1,2}[.)](?!\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Jahrh))|\[\d{1,2}\]|\(?[a-z]\)|TOP\s\d+[.:]?|Ergebnis\s\d+:)\s+\S"
)

_KEY = re.compile(r"[A-ZÄÖÜ][\wÄÖÜäöüß /()-]{1,30}:(?:\s|$)")

# A heading is short: the longest of the DIN 5008 kind take two lines of 60 characters.
MAX_HEADING_CHARS = 120

_NUMBERED = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,3}\.?|TOP\s\d+(?:\s(?:und|bis)\s\d+)?|[IVX]+\.)\s+\S"
)


def join_lines(first: str, second: str) -> str:
    """Return two lines as one, mending a word that was hyphenated between them."""
    first, second = first.rstrip(), second.lstrip()
    if not first or not second:
        return first + second
    if first[-1] == "\u00ad":
        return first[:-1] + second
    if first[-1] in "/–" and first[-2:-1].isalnum() and second[0].isalnum():
        return first + second
    if first[-1] not in _HYPHENS or len(first) < 2 or not first[-2].isalnum():
        return f"{first} {second}"
    if _SUSPENDED.match(second):
        return f"{first[:-1]}- {second}"
    if second[0].islower():
        return first[:-1] + second
    return f"{first[:-1]}-{second}"


def unwrap(lines: Sequence[str], width: int) -> list[str]:
    """Return the lines of one stanza with those joined that were broken only to fit `width`."""
    joined: list[str] = []
    previous = ""
    for line in (line.strip() for line in lines):
        if joined and _continues(previous, line, width):
            joined[-1] = join_lines(joined[-1], line)
        else:
            joined.append(line)
        previous = line
    return joined


def _continues(previous: str, line: str, width: int) -> bool:
    if LIST_ITEM.match(line):
        return False
    if previous[-1:] and previous[-1] in _HYPHENS and len(previous) > 1 and previous[-2].isalpha():
        return True
    if previous.endswith(",") or line[:1].islower():
        return True
    first_word = line.split(" ", 1)[0]
    return len(previous) + 1 + len(first_word) > width and not _KEY.match(line)


def is_heading(line: str) -> bool:
    """Tell whether a line that stands alone reads like a heading."""
    if not line or len(line) > MAX_HEADING_CHARS or line[-1] in ".,;:|":
        return False
    letters = [char for char in line if char.isalpha()]
    if len(letters) < 3:
        return False
    return line == line.upper() or bool(
        _NUMBERED.match(line) and not re.search(r"[.!?]\s", line[4:])
    )


def blocks_of_stanza(lines: Sequence[str]) -> list[Block]:
    """Return the lines between two blank lines as blocks of one kind each."""
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        kind = _kind(line, alone=len(lines) == 1 or _heads(index, lines))
        if blocks and kind == blocks[-1].kind and kind != "heading":
            blocks[-1] = Block(kind, f"{blocks[-1].text}\n{line}")
        else:
            blocks.append(Block(kind, line))
    return blocks


def _heads(index: int, lines: Sequence[str]) -> bool:
    """A first short line above long prose, as "2 Kosten" above its section."""
    return index == 0 and len(lines) == 2 and len(lines[1]) > MAX_HEADING_CHARS


def _kind(line: str, *, alone: bool) -> BlockKind:
    if is_heading(line) and (alone or line == line.upper()):
        return "heading"
    if LIST_ITEM.match(line):
        return "list"
    return "table" if " | " in line else "paragraph"
