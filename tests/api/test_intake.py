import zipfile
from pathlib import Path

import pytest

from api.archive import Archive
from api.layout import Layout
from api.settings import Settings
from api.view import open_for_reading
from api.writer import open_for_writing
from ontology.errors import InvalidGraphError, NotFoundError
from search.answer import Question
from tests.conftest import take
from tests.factories import a_reading, write_documents

BAUHOF = "Die Stadt Musterau und die Gemeinde Testheim betreiben einen gemeinsamen Bauhof."
ARCHIV = "Das Bauamt hat sein Archiv eingescannt. Die digitale Bauakte ist fertig."


def stored(settings: Settings) -> dict[str, str]:
    """Return the title's document id of everything published, by file name."""
    cards = open_for_reading(settings).catalogue.documents()
    return {card.source_file: card.id for card in cards}


def test_a_folder_is_read_once_and_then_unchanged(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF, "b.txt": ARCHIV, "c.jpg": "x"})
    first = take(settings, folder)
    assert (first.new, first.passed_over, first.failed) == (2, 1, [])
    second = take(settings, folder)
    assert (second.new, second.replaced, second.unchanged) == (0, 0, 2)
    answer = open_for_reading(settings).ask(Question("Wer hat sein Archiv eingescannt?"))
    assert answer.results[0].evidence[0].document.source_file == "b.txt"


def test_an_unchanged_run_opens_neither_model_nor_graph(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF})
    take(settings, folder)
    gone = settings.model_copy(update={"model": str(tmp_path / "no model")})
    assert take(gone, folder).unchanged == 1


def test_a_changed_file_replaces_its_former_document(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF})
    take(settings, folder)
    before = stored(settings)["a.txt"]
    write_documents(folder, {"a.txt": ARCHIV})
    assert take(settings, folder).replaced == 1
    after = stored(settings)
    assert list(after) == ["a.txt"]
    assert after["a.txt"] != before
    assert Archive(Layout(settings.home).archive).ids() == [after["a.txt"]]
    assert list(open_for_reading(settings).indexed_ids()) == [after["a.txt"]]


def test_a_changed_manifest_entry_asks_for_a_new_reading(
    settings: Settings, tmp_path: Path
) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF})
    take(settings, folder)
    write_documents(folder, {"manifest.jsonl": '{"file": "a.txt", "title": "Bauhof zu zweit"}'})
    assert take(settings, folder).replaced == 1
    (card,) = open_for_reading(settings).catalogue.documents()
    assert card.title == "Bauhof zu zweit"


def test_the_same_content_under_two_names_is_stored_once(
    settings: Settings, tmp_path: Path
) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF, "b.txt": BAUHOF})
    first = take(settings, folder)
    assert (first.new, first.duplicates) == (1, 1)
    assert list(stored(settings)) == ["a.txt"]
    assert take(settings, folder).unchanged == 2


def test_a_duplicate_lives_on_when_its_twin_changes(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF, "b.txt": BAUHOF})
    take(settings, folder)
    write_documents(folder, {"a.txt": ARCHIV})
    take(settings, folder)
    assert sorted(stored(settings)) == ["a.txt", "b.txt"]


def test_a_file_that_became_a_duplicate_leaves_no_former_document(
    settings: Settings, tmp_path: Path
) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF, "b.txt": ARCHIV})
    take(settings, folder)
    write_documents(folder, {"b.txt": BAUHOF})
    assert take(settings, folder).duplicates == 1
    assert list(stored(settings)) == ["a.txt"]


def test_a_renamed_file_carries_its_new_name(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF})
    take(settings, folder)
    (folder / "a.txt").rename(folder / "b.txt")
    take(settings, folder)
    assert list(stored(settings)) == ["b.txt"]


def test_members_of_an_archive_are_documents_and_its_bad_ones_failures(
    settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "in.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("sub/a.txt", BAUHOF)
        archive.writestr("../evil.txt", ARCHIV)
        archive.writestr("empty.txt", "")
    report = take(settings, path)
    assert report.new == 1
    assert sorted(failure.source.partition("!")[2] for failure in report.failed) == [
        "../evil.txt",
        "empty.txt",
    ]
    assert list(stored(settings)) == ["in.zip/sub/a.txt"]
    assert take(settings, path).unchanged == 1


def test_a_file_that_became_unreadable_keeps_its_former_document(
    settings: Settings, tmp_path: Path
) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF})
    take(settings, folder)
    before = stored(settings)
    write_documents(folder, {"a.txt": ""})
    assert len(take(settings, folder).failed) == 1
    assert stored(settings) == before


def test_a_file_larger_than_the_setting_is_named(settings: Settings, tmp_path: Path) -> None:
    small = settings.model_copy(update={"max_file_mb": 1})
    folder = write_documents(tmp_path / "in", {"a.txt": "x" * (2**20 + 1), "b.txt": BAUHOF})
    report = take(small, folder)
    assert report.new == 1
    assert [failure.reason for failure in report.failed] == ["larger than 1 MB; see the settings."]


def test_a_document_that_breaks_a_shape_is_a_failure_and_not_stored(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_statements: object, *, source_file: str) -> None:
        if source_file == "a.txt":
            raise InvalidGraphError(f"{source_file} was not stored")

    monkeypatch.setattr("api.writer.require_valid", refuse)
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF, "b.txt": ARCHIV})
    report = take(settings, folder)
    assert [failure.reason for failure in report.failed] == ["a.txt was not stored"]
    assert list(stored(settings)) == ["b.txt"]
    assert len(Archive(Layout(settings.home).archive).ids()) == 1


def test_a_forgotten_document_is_gone_everywhere(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF, "b.txt": ARCHIV})
    take(settings, folder)
    gone = stored(settings)["a.txt"]
    with open_for_writing(settings) as writer:
        writer.forget(gone)
        writer.publish()
    view = open_for_reading(settings)
    assert list(stored(settings)) == ["b.txt"]
    assert gone not in view.indexed_ids()
    assert gone not in view.archive.ids()
    assert take(settings, folder).new == 1


def test_readers_see_a_long_intake_batch_by_batch(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(
        tmp_path / "in", {f"{number}.txt": f"{BAUHOF} {number}" for number in range(3)}
    )
    small = settings.model_copy(update={"batch_documents": 1})
    take(small, folder)
    assert len(list((settings.home / "graph").glob("snapshot-*"))) == 3
    assert len(stored(settings)) == 3


def test_a_reader_of_an_older_state_is_not_disturbed(settings: Settings, tmp_path: Path) -> None:
    folder = write_documents(tmp_path / "in", {"a.txt": BAUHOF})
    take(settings, folder)
    view = open_for_reading(settings)
    write_documents(folder, {"b.txt": ARCHIV})
    take(settings, folder)
    assert [card.source_file for card in view.catalogue.documents()] == ["a.txt"]


def test_what_is_not_in_the_archive_is_named(settings: Settings, tmp_path: Path) -> None:
    take(settings, write_documents(tmp_path / "in", {"a.txt": BAUHOF}))
    with pytest.raises(NotFoundError, match="No document"):
        open_for_reading(settings).archive.load(a_reading().document.id)
