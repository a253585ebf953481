"""`make bench`: ingest throughput and memory, ask latency, SPARQL latency on the corpus.

usage: python -m tests.bench.run [--write] [--pages HOME]

Whole processes for ingest and cold answers, a real server on loopback for warm ones; medians of
several rounds. `--write` keeps the figures in `tests/bench/figures.json`, which the README shows;
`--pages` measures the pages alone, over an installation that is there. Status 1 where a budget of
the pages breaks.
"""

import argparse
import json
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from tests.bench.machine import ROOT, machine, run
from tests.bench.pages import over_budget, page_figures, told

__all__ = ["FIGURES", "main"]

FIGURES = Path(__file__).with_name("figures.json")
DOCUMENTS = ROOT / "corpus" / "documents"
ROUNDS = 3
START_TIMEOUT_S = 60.0


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table, keep it when asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true", help="keep the figures for the README")
    parser.add_argument("--pages", type=Path, metavar="HOME", help="measure its pages alone")
    options = parser.parse_args(arguments)
    kept = json.loads(FIGURES.read_text("utf-8"))
    figures: dict[str, str] = kept["figures"] if options.pages else {}
    on = machine()
    with tempfile.TemporaryDirectory() as scratch:
        home = options.pages or Path(scratch)
        if not options.pages:
            figures |= _ingest(home) | _cold(home)
        with _server(home) as client:
            if not options.pages:
                figures |= _warm(client)
            seen = page_figures(str(client.base_url))
    figures |= told(seen)
    figures["pages measured on"] = (
        f"{on['processor']}, {on['cores']} cores, load {on['load before']}"
    )
    for name, value in {**on, **figures}.items():
        print(f"{name:56}{value}")
    if options.write:
        content = {"machine": kept["machine"] if options.pages else on, "figures": figures}
        FIGURES.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")
    broken = over_budget(seen)
    if broken:
        print(f"over budget: {', '.join(broken)}", file=sys.stderr)
    return 1 if broken else 0


def _ingest(home: Path) -> dict[str, str]:
    documents = [path for path in DOCUMENTS.iterdir() if path.suffix != ".jsonl"]
    kilobytes = sum(path.stat().st_size for path in documents) / 1000
    first = run("--home", str(home), "ingest", str(DOCUMENTS))
    second = run("--home", str(home), "ingest", str(DOCUMENTS))
    return {
        "corpus": f"{len(documents)} documents, {kilobytes:.0f} kB",
        "ingest, all new": f"{first.wall_s:.1f} s, {len(documents) / first.wall_s:.1f} documents/s",
        "ingest, CPU": f"{first.cpu_s:.1f} s",
        "ingest, peak memory": f"{first.peak_mib:.0f} MiB",
        "ingest again, all unchanged": f"{second.wall_s:.1f} s",
    }


def _cold(home: Path) -> dict[str, str]:
    runs = [run("--home", str(home), "ask", _questions()[0]) for _ in range(ROUNDS)]
    return {"ask, cold (whole process)": f"{statistics.median(r.wall_s for r in runs):.2f} s"}


def _warm(client: httpx.Client) -> dict[str, str]:
    questions = _questions()

    def ask(question: str) -> None:
        client.get("/api/v1/ask", params={"q": question}).raise_for_status()

    def sparql(query: str) -> None:
        client.post(
            "/sparql", content=query, headers={"Content-Type": "application/sparql-query"}
        ).raise_for_status()

    queries = [p.read_text("utf-8") for p in sorted((ROOT / "ontology/competency").glob("*.rq"))]
    return {
        f"ask, warm over HTTP ({len(questions)} questions)": _latencies(ask, questions),
        f"SPARQL over HTTP ({len(queries)} competency questions)": _latencies(sparql, queries),
    }


def _latencies(call: Callable[[str], None], inputs: Sequence[str]) -> str:
    for one in inputs:
        call(one)
    times: list[float] = []
    for _ in range(ROUNDS):
        for one in inputs:
            start = time.perf_counter()
            call(one)
            times.append((time.perf_counter() - start) * 1000)
    cuts = statistics.quantiles(times, n=20)
    return f"p50 {statistics.median(times):.1f} ms, p95 {cuts[18]:.1f} ms"


def _questions() -> list[str]:
    lines = (ROOT / "corpus" / "questions.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["query"] for line in lines if line.strip()]


@contextmanager
def _server(home: Path) -> Iterator[httpx.Client]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "api", "--home", str(home), "serve", "--port", str(port)]
    process = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as client:
            _wait(client)
            yield client
    finally:
        process.terminate()
        process.wait()


def _wait(client: httpx.Client) -> None:
    deadline = time.monotonic() + START_TIMEOUT_S
    while time.monotonic() < deadline:
        try:
            if client.get("/readyz").status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    raise TimeoutError(f"the server was not ready within {START_TIMEOUT_S:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
