"""A writer is killed in the middle of its work; what it leaves behind is whole."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.convert import to_statements
from graph.store import Store
from tests.graph.readings import a_reading

WRITER = """
import sys
from pathlib import Path
from graph.convert import to_statements
from graph.store import Store
from ontology.iris import Iris
from tests.graph.readings import a_reading

prepared = []
for number in range(4):
    reading = a_reading(source_file=f"{number}.txt")
    prepared.append(to_statements(reading, Iris()))
store = Store(Path(sys.argv[1]))
print("ready", flush=True)
while True:
    for statements in prepared:
        store.replace("a" * 16, statements)
        store.replace("b" * 16, statements, superseded=["c" * 16])
        store.replace("c" * 16, statements, superseded=["b" * 16])
"""


@pytest.mark.parametrize("moment", range(10))
def test_a_killed_writer_leaves_no_part_of_a_document(tmp_path: Path, moment: int) -> None:
    writer = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(tmp_path / "graph")],
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[2],
    )
    assert writer.stdout is not None
    with writer.stdout:
        assert writer.stdout.readline() == b"ready\n"
        # Spread over about three rounds of replacing; each replace takes some 20 ms.
        time.sleep(0.013 * (moment + 1))
        writer.send_signal(signal.SIGKILL)
    assert writer.wait() == -signal.SIGKILL
    with Store(tmp_path / "graph") as store:
        whole = [
            set(to_statements(a_reading(source_file=f"{number}.txt"), store.iris))
            for number in range(4)
        ]
        for graph in store.graphs():
            assert set(store.statements(graph)) in whole
        assert store.agrees()
        assert not {"b" * 16, "c" * 16} <= set(store.document_ids())
