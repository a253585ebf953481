"""Cuts a text into the stretches that the network reads at once: sentences with their company."""

from ingest.sentences import sentences

__all__ = ["stretches"]

# A heading or an item of a list says little by itself. Longer stretches cost more, as attention
# grows with the square; names of undertakings were told better by these than by sentences.
MOST_CHARS = 420
# More empty lines than one part what belongs together from what does not.
MOST_BREAKS = 3


def stretches(text: str) -> list[tuple[int, int]]:
    """Return the offsets of runs of sentences, each as long as it may be, in order."""
    found: list[tuple[int, int]] = []
    for start, end in sentences(text):
        if found and _belongs(text, found[-1], start, end):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _belongs(text: str, last: tuple[int, int], start: int, end: int) -> bool:
    breaks = text.count("\n", last[1], start)
    return end - last[0] <= MOST_CHARS and breaks <= MOST_BREAKS
