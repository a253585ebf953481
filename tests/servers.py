"""Starts real SPARQL servers on loopback: the Oxigraph server and Virtuoso."""

import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from graph.store.remote_server import RemoteAddress

__all__ = ["OXIGRAPH", "SERVERS", "VIRTUOSO", "served"]

OXIGRAPH = "oxigraph"
VIRTUOSO = "virtuoso"
SERVERS = (OXIGRAPH, VIRTUOSO)
# A new database of Virtuoso takes some seconds, on a busy machine many.
START_S = 120.0
_PROGRAMS = {
    OXIGRAPH: (str(Path(sys.executable).parent / "oxigraph"), "pip install oxigraph"),
    VIRTUOSO: ("virtuoso-t", "apt-get install virtuoso-opensource"),
}
_SETTINGS = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temp.db
TransactionFile = {folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql_port}
ServerThreads = 10
NumberOfBuffers = {buffers}
MaxDirtyBuffers = {dirty}
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{port}
ServerRoot = {folder}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 10000000
"""


@contextmanager
def served(name: str, *, buffers: int = 10_000) -> Iterator[RemoteAddress]:
    """Run a server over an empty folder while the block runs; skips where it is not installed."""
    # Virtuoso syncs a new database to the disk for half a minute; in memory it takes seconds.
    memory = Path("/dev/shm")  # noqa: S108 - a folder of its own is made in it
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        yield from _running(name, Path(folder), buffers)


def _running(name: str, folder: Path, buffers: int) -> Iterator[RemoteAddress]:
    program, remedy = _PROGRAMS[name]
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{name} is not installed: {remedy}")
    port = _free_port()
    root = f"http://127.0.0.1:{port}"
    if name == OXIGRAPH:
        command = [found, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
        address = RemoteAddress(f"{root}/query", f"{root}/update", f"{root}/store")
    else:
        text = _SETTINGS.format(
            folder=folder,
            port=port,
            sql_port=_free_port(),
            buffers=buffers,
            dirty=buffers * 3 // 4,
        )
        (folder / "virtuoso.ini").write_text(text, "utf-8")
        command = [found, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
        # dba/dba is what a new database begins with.
        address = RemoteAddress(
            f"{root}/sparql", f"{root}/sparql-auth", f"{root}/sparql-graph-crud-auth", "dba", "dba"
        )
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _await(address.query, process)
            yield address
        finally:
            process.kill()
            process.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_S
    while time.monotonic() < deadline and process.poll() is None:
        try:
            asked = httpx.get(address, params={"query": "ASK {}"}, timeout=5, trust_env=False)
            if asked.is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.1)
    raise RuntimeError(f"{process.args!r} did not start within {START_S:g} s")
