"""`make quality`: measures extraction and answers on the corpus and holds the floors.

usage: python -m tests.quality.gate [--update] [--allow-regression]

Prints every figure beside its floor and exits with 1 when one is below. `--update` writes the
measured figures as new floors and refuses to lower one unless `--allow-regression` is given.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import asdict
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ingest.training.judged import is_alike, is_held_out
from tests.quality import calibration, extraction_score, retrieval_score, transfer_score

__all__ = ["FLOORS", "corpus_fingerprint", "main"]

Facts = dict[str, Mapping[str, Any]]

ROOT = Path(__file__).parents[2]
CORPUS = ROOT / "corpus"
# Documents of other regions, by authors who did not know the extractors. Nobody looked at text,
# gold or errors of what is held out while rules were written (`ingest.training.judged`).
WRITTEN = Path(__file__).with_name("written")
FLOORS = Path(__file__).with_name("floors.json")
# Scorers that stand beside a developer's checkout; their word is printed too where they are there.
OUTSIDE_SCORERS = ROOT.parent / "shared" / "eval"
# One fact more or less moves the rarest kind (awards) by about .02; the rest is real.
EPSILON = 0.002
# Each process uses one core; small parts, so that both are busy to the end.
AT_ONCE, PARTS = 2, 4


def main(arguments: list[str] | None = None) -> int:
    """Measure, print, compare; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-regression", action="store_true")
    options = parser.parse_args(arguments)
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {"figures": {}}
    with tempfile.TemporaryDirectory() as scratch:
        figures = _measure(Path(scratch))
    below = _compare(figures, floors["figures"])
    if options.update:
        return _update(figures, below, allowed=options.allow_regression)
    if floors.get("corpus") != corpus_fingerprint():
        print("The corpus is not the one the floors were measured on; run with --update.")
        return 1
    return 1 if below else 0


def corpus_fingerprint() -> str:
    """Return a hash over documents, gold and questions, ours and the corpus's."""
    digest = hashlib.sha256()
    for folder in (CORPUS, WRITTEN):
        for path in sorted(
            path for path in folder.rglob("*") if path.suffix not in {".py", ".pyc"}
        ):
            if path.is_file():
                digest.update(path.relative_to(folder).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()


def _measure(scratch: Path) -> dict[str, float]:
    extracted, answers = scratch / "extract.jsonl", scratch / "answers.jsonl"
    unseen = scratch / "written.jsonl"
    documents = sorted(str(p) for p in (CORPUS / "documents").iterdir() if p.suffix != ".jsonl")
    written = sorted(
        str(path) for path in (WRITTEN / "documents").glob("*.md") if is_held_out(path.stem)
    )
    with ThreadPoolExecutor(AT_ONCE) as pool:
        extracting = pool.submit(_run, "extract", *documents, "--json")
        reading = [
            pool.submit(_run, "extract", *written[part::PARTS], "--json") for part in range(PARTS)
        ]
        answering = pool.submit(_answers, scratch / "home")
        extracted.write_bytes(extracting.result())
        unseen.write_bytes(b"".join(part.result() for part in reading))
        answers.write_bytes(answering.result())
    # Each in a process of its own: what they read with does not share a core.
    with ProcessPoolExecutor(AT_ONCE, mp_context=get_context("spawn")) as pool:
        judged = [one for part in pool.map(_judged, range(AT_ONCE)) for one in part]
    _print_outside(extracted, answers)
    gold, found = _gold(CORPUS / "gold"), _found(extracted)
    held_out = {name: facts for name, facts in gold.items() if is_held_out(name)}
    unread = {n: facts for n, facts in _gold(WRITTEN / "gold").items() if is_held_out(n)}
    alike = {name: facts for name, facts in unread.items() if is_alike(name)}
    others = {name: facts for name, facts in unread.items() if not is_alike(name)}
    of_written = _found(unseen)
    return {
        **_extraction("extraction", gold, found),
        "held out extraction mean": _mean("corpus, held out", held_out, found),
        "written held out extraction mean": _mean("written, held out", others, of_written),
        "alike held out extraction mean": _mean("like the corpus, held out", alike, of_written),
        "features of transfer": transfer_score.print_table(),
        **calibration.print_tables(judged),
        **_retrieval(answers),
    }


def _judged(part: int) -> tuple[calibration.Sample, ...]:
    return calibration.samples(held_out_only=True, share=(part, AT_ONCE))


def _answers(home: Path) -> bytes:
    _run("--home", str(home), "ingest", str(CORPUS / "documents"))
    questions = str(CORPUS / "questions.jsonl")
    return _run("--home", str(home), "ask", "--questions", questions, "--json")


def _run(*arguments: str) -> bytes:
    command = [sys.executable, "-m", "api", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, check=True)
    return done.stdout


def _extraction(title: str, gold: Facts, found: Facts) -> dict[str, float]:
    scores = extraction_score.score(gold, found)
    print(f"{title:24}{'P':>7}{'R':>7}{'F1':>7}{'gold':>7}{'found':>7}")
    for kind, one in scores.items():
        cells = f"{one.precision:7.3f}{one.recall:7.3f}{one.f1:7.3f}{one.gold:7}{one.found:7}"
        print(f"{kind:24}{cells}")
    figures = {f"{title} {kind}": one.f1 for kind, one in scores.items()}
    return {**figures, f"{title} mean": extraction_score.mean_f1(scores)}


def _mean(title: str, gold: Facts, found: Facts) -> float:
    return _extraction(title, gold, found)[f"{title} mean"]


def _gold(folder: Path) -> Facts:
    return {path.name.removesuffix(".gold.json"): _json(path) for path in folder.glob("*.json")}


def _found(output: Path) -> Facts:
    return {Path(document["source_file"]).stem: document for document in _lines(output)}


def _retrieval(output: Path) -> dict[str, float]:
    questions = _lines(CORPUS / "questions.jsonl")
    result = retrieval_score.score(questions, {a["id"]: a for a in _lines(output)})
    figures = {f"answers {name}": value for name, value in asdict(result).items()}
    figures["answers rightly_not_refused"] = 1 - figures.pop("answers wrongly_refused")
    return figures


def _print_outside(extracted: Path, answers: Path) -> None:
    if not OUTSIDE_SCORERS.is_dir():
        return
    for script, truth, output in (
        ("score_extraction.py", CORPUS / "gold", extracted),
        ("score_retrieval.py", CORPUS / "questions.jsonl", answers),
    ):
        print(f"--- {script}", flush=True)
        command = [sys.executable, str(OUTSIDE_SCORERS / script), str(truth), str(output)]
        subprocess.run(command, check=True)
    print("--- the project's own scorers", flush=True)


def _compare(figures: Mapping[str, float], floors: Mapping[str, float]) -> list[str]:
    below = [n for n, v in figures.items() if v < floors.get(n, 0.0) - EPSILON]
    for name, value in figures.items():
        mark = "  BELOW" if name in below else ""
        print(f"{name:32}{value:7.3f}   floor {floors.get(name, 0.0):.3f}{mark}")
    return below


def _update(figures: Mapping[str, float], below: list[str], *, allowed: bool) -> int:
    if below and not allowed:
        print(f"Not updated: {', '.join(below)} would be lowered (--allow-regression to insist).")
        return 1
    # Cut, not rounded, so that the floor is never above what was measured.
    floors = {name: int(value * 1000) / 1000 for name, value in figures.items()}
    content = {"corpus": corpus_fingerprint(), "figures": floors}
    FLOORS.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8")
    return 0


def _json(path: Path) -> Any:  # noqa: ANN401 — JSON of the corpus
    return json.loads(path.read_text("utf-8"))


def _lines(path: Path) -> list[Any]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    sys.exit(main())
