"""Where an answer is written: in memory while it is small, then on disk, up to its limits."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import IO

from ontology.errors import AnswerTooLargeError

__all__ = ["IN_MEMORY_BYTES", "AnswerLimits", "Sink"]

# Typical answers have some 100 kB; they never touch the disk.
IN_MEMORY_BYTES = 2**20


@dataclass(frozen=True, slots=True)
class AnswerLimits:
    """How much one answer may hold."""

    max_rows: int
    max_bytes: int


class Sink(io.RawIOBase):
    """A stream for one answer; what is too large raises, and nothing of it was sent by then."""

    def __init__(self, limits: AnswerLimits, spool: Path, *, format_name: str = "") -> None:
        super().__init__()
        self._limits = limits
        self._spool = spool
        self._output: IO[bytes] = io.BytesIO()
        self._count = _COUNTERS.get(format_name)
        self._tail = b""
        self.rows = _FIRST.get(format_name, 0)
        self.size = 0
        self.is_on_disk = False
        self.excess: AnswerTooLargeError | None = None

    def writable(self) -> bool:
        """Tell that this stream takes bytes."""
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override] # the engine hands over bytes
        """Take a part of the answer."""
        self.size += len(data)
        if self._count is not None:
            seen = self._tail + data
            self.rows += self._count(seen) - self._count(self._tail)
            self._tail = seen[-_MARK_BYTES:]
        self._check()
        if not self.is_on_disk and self.size > IN_MEMORY_BYTES:
            self._move_to_disk()
        self._output.write(data)
        return len(data)

    def count_row(self) -> None:
        """Count a row of an answer whose writer knows its rows."""
        self.rows += 1
        self._check()

    def finish(self) -> bytes:
        """Return the whole answer where it stayed in memory; else it is in the spool file."""
        if isinstance(self._output, io.BytesIO):
            return self._output.getvalue()
        self._output.close()
        return b""

    def discard(self) -> None:
        """Forget what was written."""
        self._output.close()
        self._spool.unlink(missing_ok=True)

    def _move_to_disk(self) -> None:
        written = self.finish()
        self._output = self._spool.open("wb")
        self._output.write(written)
        self.is_on_disk = True

    def _check(self) -> None:
        limits = self._limits
        if self.rows > limits.max_rows:
            self._exceed(f"more than {limits.max_rows:,} rows")
        if self.size > limits.max_bytes:
            self._exceed(f"more than {limits.max_bytes:,} bytes")

    def _exceed(self, how: str) -> None:
        self.excess = AnswerTooLargeError(
            f"The answer has {how}, which is the limit of this endpoint. Ask for less: add "
            "conditions, select fewer variables, count, or fetch it in parts by LIMIT and OFFSET "
            "with ORDER BY; `nachbarwissen export` writes the whole graph."
        )
        raise self.excess


# The first row has no mark before it in JSON; the line of names is none in CSV and TSV.
_FIRST = MappingProxyType({"csv": -1, "json": 1, "tsv": -1})
# Long enough for a mark that is cut in two; it is counted when its second half arrives.
_MARK_BYTES = 7


def _json_rows(data: bytes) -> int:
    # Rows are parted by a comma between braces. A text that looks so counts as a row too: the
    # limit is then met a little early, never late.
    return data.count(b'},{"') + data.count(b",{}")


# A row of CSV can hold line ends in quotes; each counts, so its limit too is met early, not late.
_COUNTERS: Mapping[str, Callable[[bytes], int]] = MappingProxyType(
    {
        "csv": lambda data: data.count(b"\r\n"),
        "json": _json_rows,
        "tsv": lambda data: data.count(b"\n"),
        "xml": lambda data: data.count(b"<result>"),
    }
)
