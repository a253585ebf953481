"""kill -9 anywhere in an ingest, then ingest again: the same state as without the kill."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from api.settings import Settings
from tests.conftest import take
from tests.factories import write_documents

ROOT = Path(__file__).parents[2]
BEFORE = {
    "changes.txt": "Die Stadt Lage baut ein Serviceportal für alle Anliegen.",
    "stays.txt": "Die Stadt Lemgo hat ein Archiv eingescannt.",
    "twin.txt": "Der Kreis Lippe und die Stadt Detmold teilen sich einen Bauhof.",
    "twin2.txt": "Der Kreis Lippe und die Stadt Detmold teilen sich einen Bauhof.",
}
AFTER = {
    "changes.txt": "Die Stadt Lage hat ihr Serviceportal eröffnet.",
    "new.txt": "Bürgermeister Erik Muster aus Oerlinghausen eröffnet den Bürgerbus.",
    "twin.txt": "Die Stadt Detmold betreibt den Bauhof jetzt allein.",
}
# Without a kill an ingest of AFTER takes a little over a hundred steps; never reaching the last
# point shows that all were covered.
POINTS = [1, 7, 11, 14, 18, 22, 26, 31, 36, 42, 49, 56, 63, 68, 10_000]


@pytest.mark.slow
def test_a_kill_at_any_step_leaves_no_trace_after_the_next_run(
    tmp_path: Path, tiny_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The reference data are the same in every state and would cost most of the time.
    monkeypatch.setattr("api.writer.load_reference", lambda _store: False)
    settings = Settings(home=tmp_path / "home", model=str(tiny_model))
    folder = write_documents(tmp_path / "in", BEFORE)
    assert take(settings, folder).failed == []
    write_documents(folder, AFTER)
    process = subprocess.run(
        [
            *(sys.executable, "-m", "tests.api.killed"),
            *(str(settings.home), settings.model, str(folder), json.dumps(POINTS)),
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=300,
    )
    found = [json.loads(line) for line in process.stdout.splitlines()]
    assert len(found) == len(POINTS), process.stderr
    assert [one["killed"] for one in found] == [True] * (len(POINTS) - 1) + [False]
    assert {one["failed"] for one in found} == {0}
    states = {one["point"]: one["state"] for one in found}
    whole = states.pop(POINTS[-1])
    assert {point: state for point, state in states.items() if state != whole} == {}
