"""The writer's lock: one process at a time changes an installation; a killed one frees it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from ontology.errors import InUseError

__all__ = ["writer_lock"]


@contextmanager
def writer_lock(path: Path) -> Iterator[None]:
    """Hold the lock while the block runs; who holds it already is named by process id."""
    path.parent.mkdir(parents=True, exist_ok=True)
    holder = path.with_suffix(".pid")
    try:
        with FileLock(path, blocking=False):
            holder.write_text(str(os.getpid()), "utf-8")
            yield
            holder.unlink(missing_ok=True)
    except Timeout as error:
        number = holder.read_text("utf-8") if holder.exists() else "unknown"
        raise InUseError(
            f"Process {number} is writing to {path.parent}; wait until it is done, then try again."
        ) from error
