"""Says which words a possible name is made of and which stand before it, as signals to learn."""

import re
from collections.abc import Sequence

from ingest.layout import Layout, Span

__all__ = ["is_word_signal", "word_signals"]

# How a German noun ends says what it is a word for: "-verbund", "-konzept", "-sitzung".
ENDING = 6
BEFORE = 8
REACH_CHARS = 50
# A word stands for itself and hardly for others: it counts less than a signal that sums up many.
COUNTS = 0.7
MOST_MENTIONS = 6
_ENDS, _BEHIND = "ends:", "behind:"
_WORD = re.compile(r"[^\W\d_]{4,}")
_LAST = re.compile(r"(\S+)\s*$")


def word_signals(layout: Layout, name: str, mentions: Sequence[Span]) -> dict[str, float]:
    """Return a signal for each ending of the name's words and each word before a mention."""
    ends = {word.casefold()[-ENDING:] for word in _WORD.findall(name)}
    before = {_before(layout.text, span.start) for span in mentions[:MOST_MENTIONS]} - {""}
    found = [_ENDS + end for end in sorted(ends)] + [_BEHIND + word for word in sorted(before)]
    return dict.fromkeys(found, COUNTS)


def is_word_signal(signal: str) -> bool:
    """Return whether a signal is of a single word, which only many lessons can teach."""
    return signal.startswith((_ENDS, _BEHIND))


def _before(text: str, position: int) -> str:
    found = _LAST.search(text[max(0, position - REACH_CHARS) : position])
    return found.group(1).casefold().strip(".,;:")[:BEFORE] if found else ""
