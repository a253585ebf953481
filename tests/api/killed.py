"""A process that ingests, is killed at one of its steps, and ingests again.

It is started once and forks for every point, so that a dozen points cost a few seconds. For each
point it prints one JSON line: whether the kill came, and the digest of the state that was reached.
"""

import hashlib
import io
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from api import archive, writer
from api.layout import Layout
from api.ledger import Ledger
from api.settings import Settings, read_settings
from api.stamp import software_digest
from api.view import open_for_reading
from graph.store import Store
from search.index import SearchIndex
from tests.conftest import take

# Every place where something becomes durable or visible; the kill comes right before or after.
STEPS: list[tuple[Any, str]] = [
    (archive, "write_atomically"),
    (archive.Archive, "remove"),
    (Ledger, "put"),
    (Ledger, "forget"),
    (Store, "replace"),
    (Store, "snapshot"),
    (SearchIndex, "add"),
    (SearchIndex, "remove"),
    (SearchIndex, "commit"),
    (Layout, "publish"),
    (writer.Writer, "publish"),
]


def state(settings: Settings) -> dict[str, str]:
    """Return digests of what a reader and the next run see, by part."""
    view = open_for_reading(settings)
    dump = io.BytesIO()
    view.store.dump(dump, without=[view.iris.graph("reference")])
    index = SearchIndex.open(Layout(settings.home).index, view.encoder, read_only=True)
    passages = [
        (one.document_id, one.ordinal, one.start, one.end, one.text)
        for one in index.readers.store.passages()
    ]
    files = {
        str(path.relative_to(settings.home)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((settings.home / "archive").glob("*/*"))
    }
    entries = [str(entry) for entry in Ledger(Layout(settings.home).ledger).entries()]
    parts = {
        "graph": dump.getvalue().decode(),
        "default graph": view.store.agrees(),
        "index": [sorted(passages), sorted(index.document_ids().items())],
        "archive": sorted(files.items()),
        "ledger": entries,
    }
    return {
        part: hashlib.sha256(json.dumps(content).encode()).hexdigest()
        for part, content in parts.items()
    }


def kill_at(point: int) -> None:
    """Let this process kill itself at its `point`-th step."""
    taken = 0

    def counted(original: Callable[..., object]) -> Callable[..., object]:
        def step(*arguments: object, **named: object) -> object:
            nonlocal taken
            for is_after in (False, True):
                taken += 1
                if taken == point:
                    os.kill(os.getpid(), signal.SIGKILL)
                if not is_after:
                    outcome = original(*arguments, **named)
            return outcome

        return step

    for owner, name in STEPS:
        setattr(owner, name, counted(getattr(owner, name)))


def in_child(task: Callable[[], None]) -> int:
    """Run a task in a child of this process and return its wait status."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    try:
        task()
    except BaseException as error:  # noqa: BLE001 - a child must never return to the parent's code
        sys.stderr.write(f"{error!r}\n")
        os._exit(1)
    os._exit(0)


def main(base: Path, model: Path, documents: Path, points: list[int]) -> None:
    """Print what becomes of each point; `base` is the home before the ingest."""
    # The reference data are the same in every state and would cost most of the time.
    setattr(writer, "load_reference", lambda _store: False)  # noqa: B010 - replaced on purpose
    software_digest()  # read once, so that no edit in between looks like another version
    for point in points:
        home = base.with_name(f"{base.name}-{point}")
        shutil.copytree(base, home)
        settings = read_settings(home=home, model=str(model))

        def killed(settings: Settings = settings, point: int = point) -> None:
            kill_at(point)
            take(settings, documents)

        def finished(settings: Settings = settings, home: Path = home) -> None:
            report = take(settings, documents)
            found = {"failed": len(report.failed), "state": state(settings)}
            (home / "found.json").write_text(json.dumps(found), "utf-8")

        status = in_child(killed)
        again = in_child(finished)
        found = json.loads((home / "found.json").read_text("utf-8")) if again == 0 else {}
        was_killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        print(json.dumps({"point": point, "killed": was_killed, **found}), flush=True)
        shutil.rmtree(home)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), json.loads(sys.argv[4]))
