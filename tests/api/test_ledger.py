from pathlib import Path

from api.ledger import Entry, Ledger


def test_a_source_is_known_again_after_reopening(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "archive.sqlite")
    ledger.put(Entry("/a.txt", "one", "stamp"))
    ledger.close()
    assert Ledger(tmp_path / "archive.sqlite").get("/a.txt") == Entry("/a.txt", "one", "stamp")


def test_a_new_owner_makes_the_former_one_a_duplicate(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "archive.sqlite")
    ledger.put(Entry("/a.txt", "one", "s"))
    ledger.put(Entry("/b.txt", "one", "s"))
    assert [(one.key, one.is_owner) for one in ledger.sources("one")] == [
        ("/a.txt", False),
        ("/b.txt", True),
    ]


def test_an_invalidated_document_asks_for_new_readings(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "archive.sqlite")
    ledger.put(Entry("/a.txt", "one", "s"))
    ledger.put(Entry("/b.txt", "two", "s"))
    ledger.invalidate("one")
    assert [one.stamp for one in ledger.entries()] == ["", "s"]


def test_a_forgotten_document_has_no_sources(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "archive.sqlite")
    ledger.put(Entry("/a.txt", "one", "s"))
    ledger.forget("one")
    assert ledger.entries() == []
