"""Turns the placed fragments of a page into blocks in reading order: columns, tables, headings."""

import re
import statistics
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.readers.raw import Block
from ingest.readers.reflow import LIST_ITEM, blocks_of_stanza, is_heading, unwrap

__all__ = [
    "Cluster",
    "Fragment",
    "Line",
    "Placed",
    "blocks_of_page",
    "clusters_of_page",
    "in_reading_order",
    "lines_of_page",
]

# In units of the distance between lines. Measured on the corpus: table rows stand 1.36 times and
# paragraphs 1.86 times as far apart as the lines within them.
PARAGRAPH_GAP = 1.35

# In units of the font size; our choice, about two letters and half a line's dent.
COLUMN_SHIFT = 2.0
BASELINE_DRIFT = 0.35

# A heading is set at least this much larger than the body.
HEADING_SCALE = 1.12
MAX_HEADING_CHARS = 120

# Two columns of prose have at least so many lines each, and lines of at least so many letters;
# below that it is a table.
MIN_COLUMN_LINES = 6
MIN_PROSE_CHARS = 28

_NUMBER = re.compile(r"\(?(?:\d{1,2}|[a-z])[.)]")
_BULLETS = frozenset("•▪◦●‣·–-—*➢")


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of text as the page places it; `y` grows upwards as in PDF."""

    x: float
    y: float
    size: float
    bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line within one column or table cell."""

    x: float
    y: float
    size: float
    bold: bool
    text: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """Lines that stand together: a paragraph, a heading, or a table cell."""

    lines: tuple[Line, ...]

    @property
    def x(self) -> float:
        """The left edge."""
        return min(line.x for line in self.lines)

    @property
    def top(self) -> float:
        """The first line's baseline."""
        return self.lines[0].y

    @property
    def bottom(self) -> float:
        """The last line's baseline."""
        return self.lines[-1].y


@dataclass(frozen=True, slots=True)
class Placed:
    """A block, and whether it stands higher than the one before: the top of another column."""

    block: Block
    jumped: bool


def lines_of_page(fragments: Iterable[Fragment]) -> list[Line]:
    """Return the lines of a page in the order in which the page draws them."""
    lines: list[Line] = []
    bullets: list[Fragment] = []
    for fragment in fragments:
        text = " ".join(fragment.text.split())
        if text in _BULLETS or _NUMBER.fullmatch(text):
            bullets.append(fragment)
        elif lines and _same_line(lines[-1], fragment):
            lines[-1] = _extended(lines[-1], fragment)
        elif text:
            lines.append(Line(fragment.x, fragment.y, fragment.size, fragment.bold, fragment.text))
    return _with_bullets(
        [replace(line, text=" ".join(line.text.split())) for line in lines], bullets
    )


def _same_line(line: Line, fragment: Fragment) -> bool:
    if line.text.endswith("\n"):
        return False
    if abs(line.y - fragment.y) > BASELINE_DRIFT * line.size or fragment.x <= line.x:
        return False
    return _touches(line, fragment)


def _touches(line: Line, fragment: Fragment) -> bool:
    # Half the font size is the mean width of a letter in text faces, and a tenth more in bold; wide
    # faces need some grace.
    letters = len(line.text)
    end = line.x + letters * (0.6 if line.bold else 0.5) * line.size
    return fragment.x - end < (COLUMN_SHIFT + 0.05 * letters) * line.size


def _extended(line: Line, fragment: Fragment) -> Line:
    text = fragment.text
    return replace(
        line, text=line.text + text, bold=line.bold and (fragment.bold or not text.strip())
    )


def _with_bullets(lines: list[Line], bullets: Sequence[Fragment]) -> list[Line]:
    """List marks are often drawn after the page's text; each belongs to the line at its height."""
    marked = list(lines)
    for bullet in bullets:
        beside = [
            (line.x - bullet.x, index)
            for index, line in enumerate(marked)
            if abs(line.y - bullet.y) <= 0.6 * line.size and line.x > bullet.x - 1
        ]
        if beside:
            index = min(beside)[1]
            mark = bullet.text.strip()
            mark = "-" if mark in _BULLETS else mark
            marked[index] = replace(marked[index], text=f"{mark} {marked[index].text}")
        elif bullet.text.strip() not in _BULLETS:
            text = bullet.text.strip()
            marked.append(Line(bullet.x, bullet.y, bullet.size, bullet.bold, text))
    return marked


def in_reading_order(lines: Sequence[Line]) -> list[Line]:
    """Return the lines column by column where a page draws line after line across two columns.

    Most programs write a column to its end before the next; then nothing changes.
    """
    middle = _gutter(lines)
    if middle is None:
        return list(lines)
    ordered: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in lines:
        if _crosses(line, middle):
            ordered += [*left, *right, line]
            left, right = [], []
        else:
            (left if line.x < middle else right).append(line)
    return [*ordered, *left, *right]


def _gutter(lines: Sequence[Line]) -> float | None:
    """Where the second column begins, if most lines come in pairs side by side, both prose."""
    pairs = [
        (left, right)
        for left, right in pairwise(lines)
        if abs(left.y - right.y) < BASELINE_DRIFT * left.size and left.x < right.x
    ]
    if len(pairs) < MIN_COLUMN_LINES or 3 * len(pairs) < len(lines):
        return None
    edge = Counter(round(right.x) for _, right in pairs).most_common(1)[0][0]
    column = [pair for pair in pairs if round(pair[1].x) == edge]
    lengths = [[len(pair[side].text) for pair in column] for side in (0, 1)]
    is_prose = all(statistics.median(side) >= MIN_PROSE_CHARS for side in lengths)
    return edge - 1.0 if is_prose else None


def _crosses(line: Line, middle: float) -> bool:
    return line.x < middle < line.x + 0.4 * line.size * len(line.text)


def clusters_of_page(lines: Sequence[Line]) -> list[Cluster]:
    """Return the lines grouped by closeness, in the order of the lines."""
    leading = _leading(lines)
    clusters: list[list[Line]] = []
    for line in lines:
        if clusters and _follows(clusters[-1], line, leading):
            clusters[-1].append(line)
        else:
            clusters.append([line])
    return [Cluster(tuple(group)) for group in clusters]


def _leading(lines: Sequence[Line]) -> float:
    steps = Counter(
        round(above.y - below.y, 1)
        for above, below in pairwise(lines)
        if 0 < above.y - below.y < 2.5 * above.size and abs(above.size - below.size) < 0.5
    )
    return steps.most_common(1)[0][0] if steps else 0.0


def _follows(group: Sequence[Line], line: Line, leading: float) -> bool:
    last = group[-1]
    step = last.y - line.y
    if abs(last.size - line.size) > 0.08 * last.size:
        return False
    if not 0 < step <= PARAGRAPH_GAP * max(leading * line.size / last.size, last.size):
        return False
    if len(group) > 1 and step > 1.2 * (group[-2].y - last.y):
        return False
    if last.bold != line.bold and (all(one.bold for one in group) or line.bold):
        return LIST_ITEM.match(line.text) is None and last.bold and not _is_lead(group)
    left = min(one.x for one in group)
    return abs(line.x - left) <= COLUMN_SHIFT * line.size


def _is_lead(group: Sequence[Line]) -> bool:
    """Tell a bold line that heads plain text from a bold label that begins it."""
    return not group[-1].text.endswith((":", ",", "-", "‐"))


def blocks_of_page(clusters: Sequence[Cluster], body_size: float) -> Iterator[Placed]:
    """Yield headings, paragraphs, lists and tables; clusters side by side are a table's row."""
    width = _column_width(clusters)
    above: Cluster | None = None
    for row in _rows(clusters):
        jumped = above is not None and row[0].top > above.top
        if len(row) == 1:
            for block in _prose(row[0], body_size, width):
                yield Placed(block, jumped)
                jumped = False
        else:
            yield Placed(Block("table", " | ".join(_cell(cluster) for cluster in row)), jumped)
        above = row[0]


def _rows(clusters: Sequence[Cluster]) -> Iterator[list[Cluster]]:
    row: list[Cluster] = []
    for cluster in clusters:
        if row and _beside(row[-1], cluster):
            row.append(cluster)
            continue
        if row:
            yield row
        row = [cluster]
    if row:
        yield row


def _beside(left: Cluster, right: Cluster) -> bool:
    if right.x <= left.x + COLUMN_SHIFT * left.lines[0].size:
        return False
    drift = BASELINE_DRIFT * left.lines[0].size
    return right.top >= left.bottom - drift and right.bottom <= left.top + drift


def _cell(cluster: Cluster) -> str:
    return " ".join(unwrap([line.text for line in cluster.lines], 0))


def _column_width(clusters: Sequence[Cluster]) -> int:
    """Letters in a full line: of the paragraphs' inner lines, which all are full."""
    inner = [len(line.text) for cluster in clusters for line in cluster.lines[:-1] if not line.bold]
    return round(statistics.median(inner)) if inner else 80


def _prose(cluster: Cluster, body_size: float, width: int) -> Iterator[Block]:
    texts = [line.text for line in cluster.lines]
    flat = " ".join(unwrap(texts, 0))
    if _is_heading(cluster, flat, body_size):
        yield Block("heading", flat)
    else:
        yield from blocks_of_stanza(unwrap(texts, round(0.8 * width)))


def _is_heading(cluster: Cluster, flat: str, body_size: float) -> bool:
    if len(flat) > MAX_HEADING_CHARS or not any(char.isalpha() for char in flat):
        return False
    if min(line.size for line in cluster.lines) >= HEADING_SCALE * body_size:
        return True
    if all(line.bold for line in cluster.lines) and flat[-1] not in ".,;:":
        return True
    return is_heading(flat)
