"""Cuts out of a text what surrounds a name: its clause, sentence, paragraph, section."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ingest.actor_spans import ActorSpan
from ingest.names import NameMention
from ingest.sentence_ends import SENTENCE_END

__all__ = ["LONGEST_SENTENCE", "Surroundings"]

_LEADING_IN = re.compile(
    r"(?<!\w)(?:für|in|im|aus|von|bei|beim|vom|mit|seitens|der|die|des|dem|den)\s(?:[\w-]+e[rnms]?\s)?$",
    re.IGNORECASE,
)
_THERE = re.compile(r"(?<!\w)(?:[Dd]ort|[Dd]ortige[rnms]?|[Hh]ier|[Hh]iesige[rnms]?)(?!\w)")
_LABEL = re.compile(r"\W{0,3}[A-ZÄÖÜ][\w/ -]{2,40}(?:\s?[:|]|\?)\s(?:(?:Herrn?|Frau)\s)?")
# A title stands below letterhead and kind; our choice.
TITLE_CHARS = 200
# Nothing is said of a person further away; a line without an end may go on for a megabyte.
LONGEST_SENTENCE = 1000
# Headings are short and end without a full stop; our choice.
MAX_HEADING_CHARS = 90


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The text with its names, and the stretches around one of them as (start, end)."""

    flat: str
    names: Sequence[NameMention]

    def sentence(self, name: NameMention) -> tuple[int, int]:
        """Return the sentence that holds the name."""
        line_start, line_end = self._line(name.start)
        line_start = max(line_start, name.start - LONGEST_SENTENCE)
        line_end = min(line_end, name.end + LONGEST_SENTENCE)
        ends = [found.end() for found in SENTENCE_END.finditer(self.flat, line_start, name.start)]
        stop = SENTENCE_END.search(self.flat, name.end, line_end)
        return (ends[-1] if ends else line_start), (stop.start() if stop else line_end)

    def sentence_before(self, name: NameMention) -> tuple[int, int]:
        """Return the sentence before the one with the name, empty at a paragraph's begin."""
        line_start = max(self._line(name.start)[0], name.start - 2 * LONGEST_SENTENCE)
        own, _ = self.sentence(name)
        ends = [found.end() for found in SENTENCE_END.finditer(self.flat, line_start, own)]
        starts = [one for one in (line_start, *ends) if one < own]
        return (starts[-1], own) if starts else (own, own)

    def clause_before(self, name: NameMention) -> tuple[int, int]:
        """Return the part of the sentence between the name and the person named before it."""
        start, _ = self.sentence(name)
        earlier = [one.end for one in self.names if start <= one.end <= name.start]
        return max([start, *earlier]), name.start

    def paragraph_before(self, name: NameMention) -> tuple[int, int]:
        """Return the paragraph up to the name."""
        return self._line(name.start)[0], name.start

    def last_sentence(self, spans: Sequence[ActorSpan], name: NameMention) -> list[ActorSpan]:
        """Return those of the spans that stand in the last sentence that has any."""
        line_start, _ = self._line(name.start)
        line_start = max(line_start, name.start - LONGEST_SENTENCE)
        ends = [found.end() for found in SENTENCE_END.finditer(self.flat, line_start, name.start)]
        for start, end in reversed(list(pairwise([line_start, *ends, name.start]))):
            inside = [one for one in spans if start <= one.start < end]
            if inside:
                return inside
        return []

    def section_heading(self, name: NameMention) -> tuple[int, int]:
        """Return the nearest heading above the name, or the text's first line."""
        start, _ = self._line(name.start)
        while start > 0 and not self._is_heading(start):
            start = self._line(start - 1)[0]
        return self._line(start)

    def says_there(self, name: NameMention) -> bool:
        """Return whether the sentence takes up the place named last: "Dort hat A B ..."."""
        start, end = self.sentence(name)
        return _THERE.search(self.flat, start, end) is not None

    def heading(self, name: NameMention) -> tuple[int, int]:
        """Return the line above the one with the name, empty where it is no heading."""
        line_start, _ = self._line(name.start)
        end = len(self.flat[:line_start].rstrip("\n"))
        start = self.flat.rfind("\n", 0, end) + 1
        return (start, end) if self._is_heading(start) else (end, end)

    def is_labelled(self, name: NameMention) -> bool:
        """Return whether the line opens with a label before the name: "Leitung: A B"."""
        start, _ = self._line(name.start)
        return _LABEL.fullmatch(self.flat, start, name.start) is not None

    def title(self) -> tuple[int, int]:
        """Return the first lines of the text, among which its title stands."""
        return 0, min(len(self.flat), TITLE_CHARS)

    def section(self, name: NameMention) -> tuple[int, int]:
        """Return the lines from the last heading to the next."""
        start, end = self._line(name.start)
        while start > 0 and not self._is_heading(start):
            start = self._line(start - 1)[0]
        while end < len(self.flat) and not self._is_heading(end + 1):
            end = self._line(end + 1)[1]
        return start, end

    def is_in_prose(self, name: NameMention) -> bool:
        """Return whether the name stands in a paragraph of sentences, not in a list."""
        start, end = self._line(name.start)
        return end - start > MAX_HEADING_CHARS and " | " not in self.flat[start:end]

    def is_led_in(self, span: ActorSpan) -> bool:
        """Return whether a preposition, article or line begin leads a place in: "für X"."""
        line_start, _ = self._line(span.start)
        before = self.flat[line_start : span.start]
        return not before.strip(" -•*") or bool(_LEADING_IN.search(before))

    def _line(self, position: int) -> tuple[int, int]:
        end = self.flat.find("\n", position)
        return self.flat.rfind("\n", 0, position) + 1, len(self.flat) if end < 0 else end

    def _is_heading(self, start: int) -> bool:
        end = self._line(start)[1]
        line = self.flat[start:end].strip()
        return (
            0 < len(line) <= MAX_HEADING_CHARS
            and line[-1] not in ".,:;?“)"
            and " | " not in line
            and not line.startswith(("-", "•", "*"))
        )
