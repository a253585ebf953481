"""Puts wrapped lines together again: hyphens at line ends, hard line breaks, headings, lists."""

import math
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

_COUNTED = re.compile(r"(\d{1,2})\s+[A-ZÄÖÜ„]")

# A telephone number or an address ends an entry of a list of people.
_CONTACT_END = re.compile(r"(?:\d{3,}\)?(?:\s?[/-]\s?|\s)\d[\d\s/-]+|\S(?:@|\(at\))\S+\.\w+)$")

_DATED = re.compile(
    r"(?:seit |ab |bis |anfang |mitte |ende )?(?:\d{1,2}\.\s)?"
    r"(?:januar|februar|märz|april|mai|juni|juli|"
    r"august|september|oktober|november|dezember|frühjahr|frühling|sommer|herbst|winter)\s(?:19|20)\d\d\b",
    re.IGNORECASE,
)
# The second half of a name, and what comes behind it in a list.
_LISTED_LAST = re.compile(r"[A-ZÄÖÜ][\w-]+,\s[A-ZÄÖÜ]")

# Two sentences may begin with a month by chance, three lines of one paragraph hardly.
MIN_CHRONICLE_LINES = 3

# Of the width: lines shorter than this were ended on purpose, or are what a longer line left over.
SHORT_SHARE = 0.5

# How many lines of running text begin with a small letter at least, and how much of the longest
# one a line reaches that was broken only because the next word did not fit. Our choice.
PROSE_SHARE = 0.3
RUNNING_SHARE = 0.6

# Our choice: a heading of two full lines of print.
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
    if second[0].islower() or (first[-1] == "\u2010" and _is_capitals(first[:-1], second)):
        return first[:-1] + second
    return f"{first[:-1]}-{second}"


def _is_capitals(first: str, second: str) -> bool:
    """Tell a name in capitals that the typesetting divided; a spelled hyphen is the ASCII one."""
    return first[-2:].isupper() and second.split(" ", 1)[0].strip(".,;:").isupper()


def unwrap(lines: Sequence[str], width: int) -> list[str]:
    """Return the lines of one stanza with those joined that were broken only to fit `width`."""
    stripped = [line.strip() for line in lines]
    items = _numbered_items(stripped)
    running = _reaches_of_prose(stripped)
    joined: list[str] = []
    for index, line in enumerate(stripped):
        if joined and index not in items and _continues(stripped, index, width, running):
            joined[-1] = join_lines(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _reaches_of_prose(lines: Sequence[str]) -> float:
    """Return from which length on a line of this stanza goes on in the next, whatever the width.

    Of running text a good third of the lines begin within a sentence, with a small letter; of
    lists and addresses next to none do.
    """
    small = sum(line[:1].islower() for line in lines[1:])
    is_prose = len(lines) > 2 and small >= PROSE_SHARE * (len(lines) - 1)
    return RUNNING_SHARE * max(map(len, lines)) if is_prose else math.inf


def _numbered_items(lines: Sequence[str]) -> frozenset[int]:
    """Find lines that count up without a dot as in agendas, or tell a time as in chronicles."""
    numbers = {
        index: int(found[1]) for index, line in enumerate(lines) if (found := _COUNTED.match(line))
    }
    values = list(numbers.values())
    dated = [index for index, line in enumerate(lines) if _DATED.match(line)]
    if len(values) > 1 and values == list(range(values[0], values[0] + len(values))):
        return frozenset(numbers)
    return frozenset(dated) if len(dated) >= MIN_CHRONICLE_LINES else frozenset()


def _continues(lines: Sequence[str], index: int, width: int, running: float) -> bool:
    previous, line = lines[index - 1], lines[index]
    if LIST_ITEM.match(line) or " | " in line or " | " in previous:
        return False
    if _CONTACT_END.search(previous) and not line[:1].islower():
        return False
    if len(previous) > 1 and previous[-1] in _HYPHENS and previous[-2].isalpha():
        return True
    if len(previous) >= running and previous[-1:] not in ".!?:;" and not _KEY.match(line):
        return True
    if _is_full(previous, line, width):
        return not _is_entry(previous, line)
    if _goes_on_listing(lines, index):
        return True
    if previous.endswith(",") or line[:1].islower():
        return len(previous) > SHORT_SHARE * width or _is_rest(lines, index - 1, width)
    return _is_rest(lines, index - 1, width) and not (_KEY.match(line) or line[:1].isdigit())


def _goes_on_listing(lines: Sequence[str], index: int) -> bool:
    """Tell where a line broke a name in a list: "Anwesend: Rat A B, Rat C" / "D, Rat E"."""
    if not _KEY.match(lines[0]) or any(map(_KEY.match, lines[1:])):
        return False
    return ", " in lines[index - 1] and bool(_LISTED_LAST.match(lines[index]))


def _is_entry(previous: str, line: str) -> bool:
    """Tell whether a label opens an entry; one of several words only after a full stop."""
    label = _KEY.match(line)
    return label is not None and (" " not in label[0].strip() or previous[-1:] in ".!?:;")


def _is_full(line: str, following: str, width: int) -> bool:
    return len(line) + 1 + len(following.split(" ", 1)[0]) > width


def _is_rest(lines: Sequence[str], index: int, width: int) -> bool:
    """Tell a short line that a full one left over when the page was set anew."""
    if index == 0 or lines[index][-1:] in ".!?:;":
        return False
    return len(lines[index]) < SHORT_SHARE * width and (
        _is_full(lines[index - 1], lines[index], width) or lines[index - 1][-1] in _HYPHENS
    )


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
    """Tell a first short line above prose, as "2 Kosten" above its section."""
    prose = len(lines) == 2 and (len(lines[1]) > MAX_HEADING_CHARS or lines[1].endswith("."))
    return index == 0 and prose


def _kind(line: str, *, alone: bool) -> BlockKind:
    if is_heading(line) and (alone or line == line.upper()):
        return "heading"
    if LIST_ITEM.match(line):
        return "list"
    return "table" if " | " in line else "paragraph"
