"""Progress on stderr: a bar where a person watches, plain lines where a script listens."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

__all__ = ["Steps", "progress_bar"]


class Steps(Protocol):
    """What a long task tells while it runs."""

    def total(self, count: int) -> None:
        """Say how many steps there are."""

    def done(self, what: str) -> None:
        """Say that one more step is done, and which."""


class _Bar:
    def __init__(self, progress: Progress, label: str) -> None:
        self._progress = progress
        self._task = progress.add_task(label, total=None, what="")

    def total(self, count: int) -> None:
        self._progress.update(self._task, total=count)

    def done(self, what: str) -> None:
        self._progress.update(self._task, advance=1, what=what)


class _Silent:
    def total(self, count: int) -> None:
        """Say nothing: the summary tells a script what it needs."""

    def done(self, what: str) -> None:
        """Say nothing."""


@contextmanager
def progress_bar(label: str) -> Iterator[Steps]:
    """Show the steps of a task on stderr while the block runs; only on a terminal."""
    if not sys.stderr.isatty():
        yield _Silent()
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        TextColumn("{task.fields[what]}", style="dim"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _Bar(progress, label)
