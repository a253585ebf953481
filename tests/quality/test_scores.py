import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.quality import extraction_score, retrieval_score

ROOT = Path(__file__).parents[2]
OUTSIDE = ROOT.parent / "shared" / "eval"
GOLD = {p.name.removesuffix(".gold.json"): p for p in (ROOT / "corpus" / "gold").glob("*.json")}


def gold() -> dict[str, dict[str, object]]:
    return {name: json.loads(path.read_text("utf-8")) for name, path in GOLD.items()}


def test_gold_against_itself_is_perfect() -> None:
    scores = extraction_score.score(gold(), gold())
    assert {kind: one.f1 for kind, one in scores.items()} == dict.fromkeys(scores, 1.0)


def test_nothing_found_is_zero_and_not_an_error() -> None:
    assert extraction_score.mean_f1(extraction_score.score(gold(), {})) == 0.0


def test_a_town_is_not_its_county() -> None:
    truth = {"d": {"municipalities": [{"name": "Gotha", "kind": "Stadt"}]}}
    found = {"d": {"municipalities": [{"name": "Landkreis Gotha", "kind": "Landkreis"}]}}
    assert extraction_score.score(truth, found)["municipality"].hits == 0


def test_the_best_document_first_beats_the_best_document_second() -> None:
    question = {"id": "q", "relevant": {"a": 3, "b": 1}, "answer": []}

    def answer(*stems: str) -> dict[str, object]:
        evidence = [{"document": {"source_file": f"{stem}.pdf"}} for stem in stems]
        return {"results": [{"evidence": evidence, "municipalities": []}], "answered": True}

    town = {"id": "t", "relevant": {"a": 3}, "answer": [{"municipality": "Gotha"}]}
    hidden = {"id": "n", "relevant": {}, "unanswered": True}
    first = retrieval_score.score([question, town, hidden], {"q": answer("a", "b")})
    second = retrieval_score.score([question, town, hidden], {"q": answer("b", "a")})
    assert first.ndcg_10 > second.ndcg_10
    assert (first.mrr_10, second.mrr_10) == (0.5, 0.25)


@pytest.mark.skipif(not OUTSIDE.is_dir(), reason="the outside scorers are not beside this checkout")
def test_our_extraction_figures_agree_with_the_outside_scorer(tmp_path: Path) -> None:
    found = gold()
    for number, facts in enumerate(found.values()):
        for kind in ("persons", "projects", "events", "municipalities", "organisations", "awards"):
            entries = facts[kind]
            assert isinstance(entries, list)
            # Take away some facts of each kind, so that no figure is one.
            facts[kind] = entries[number % 3 :]
    output = tmp_path / "found.jsonl"
    lines = [json.dumps({**facts, "source_file": f"{n}.txt"}) for n, facts in found.items()]
    output.write_text("\n".join(lines), "utf-8")
    done = subprocess.run(
        [sys.executable, str(OUTSIDE / "score_extraction.py"), str(ROOT / "corpus/gold"), output],
        capture_output=True,
        text=True,
        check=True,
    )
    theirs = {
        row[0]: float(row[1])
        for row in re.findall(r"^(\w+)\s+[\d.]+\s+[\d.]+\s+([\d.]+)", done.stdout, re.MULTILINE)
    }
    ours = {k: round(one.f1, 3) for k, one in extraction_score.score(gold(), found).items()}
    assert theirs == pytest.approx(ours, abs=0.0011)
    assert ours["person"] < 1.0
