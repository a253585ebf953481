import json
from importlib.resources import files
from pathlib import Path

from ingest.training.occasions import Lesson, fit, lessons

DOCUMENT = (
    "# Neue Leitstelle\n\nDie Leitstelle geht am 1. Januar 2025 in Betrieb. "
    "Am 12. Juni 2024 trafen sich Landrat Jens Arndt und Bürgermeisterin Anke Holm "
    "im Kreishaus zur Unterzeichnung.\n"
)


def test_lessons_are_the_dates_of_documents_with_what_the_gold_says_of_them(tmp_path: Path) -> None:
    for folder in ("documents", "gold"):
        (tmp_path / folder).mkdir()
    (tmp_path / "documents" / "ax-001.md").write_text(DOCUMENT, "utf-8")
    entry = {"file": "ax-001.md", "date": "2024-06-13", "kind": "pressemitteilung"}
    (tmp_path / "documents" / "manifest.jsonl").write_text(json.dumps(entry), "utf-8")
    gold = {"events": [{"date": "2024-06-12"}, {"date": None}]}
    (tmp_path / "gold" / "ax-001.gold.json").write_text(json.dumps(gold), "utf-8")
    found = {lesson.iso: lesson for lesson in lessons(tmp_path)}
    assert {iso: lesson.is_event for iso, lesson in found.items()} == {
        "2025-01-01": False,
        "2024-06-12": True,
    }
    assert found["2024-06-12"].signals["company"] == 1.0
    assert found["2025-01-01"].signals["first_of_month"] == 1.0


def test_what_speaks_for_events_gets_a_positive_weight() -> None:
    taught = [
        Lesson("a", str(n), {"noun": n % 2, "from": (n + 1) % 2}, n % 2 == 1) for n in range(20)
    ]
    learnt = fit(taught)
    assert learnt["weights"]["noun"] > 0 > learnt["weights"]["from"]


def test_the_shipped_weights_name_the_command_that_fits_them() -> None:
    content = json.loads((files("ingest") / "data" / "occasions.json").read_text("utf-8"))
    assert "python -m ingest.training.occasions" in content["fitted"]
    assert 0 < content["threshold"] < 1
