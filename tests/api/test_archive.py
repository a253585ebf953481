from pathlib import Path

import pytest

from api.archive import Archive, reading_from_json, reading_to_json, write_atomically
from ontology.errors import NotFoundError, StoreError
from tests.factories import a_full_reading, a_reading


def test_a_reading_comes_back_from_json_as_it_went() -> None:
    reading = a_full_reading()
    assert reading_from_json(reading_to_json(reading)) == reading


def test_a_document_is_kept_with_its_original_and_its_text(tmp_path: Path) -> None:
    reading = a_full_reading()
    Archive(tmp_path).save(reading, b"as it came")
    folder = tmp_path / reading.document.id
    assert (folder / "original.txt").read_bytes() == b"as it came"
    assert (folder / "text.txt").read_bytes().decode() == reading.document.text
    assert Archive(tmp_path).load(reading.document.id) == reading
    assert Archive(tmp_path).ids() == [reading.document.id]


def test_the_stamp_follows_the_reading(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    reading = a_reading()
    archive.save(reading, b"")
    before = archive.stamp(reading.document.id)
    archive.save(reading, b"")
    assert archive.stamp(reading.document.id) == before


def test_a_removed_document_leaves_nothing(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    reading = a_reading()
    archive.save(reading, b"x")
    archive.remove(reading.document.id)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(NotFoundError, match="No document"):
        archive.load(reading.document.id)


def test_a_folder_without_a_reading_is_a_fragment(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.save(a_reading(), b"x")
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "original.pdf").write_bytes(b"x")
    archive.remove_fragments()
    assert archive.ids() == [path.name for path in tmp_path.iterdir()]


def test_a_reading_of_another_version_says_what_to_do(tmp_path: Path) -> None:
    reading = a_reading()
    Archive(tmp_path).save(reading, b"x")
    (tmp_path / reading.document.id / "reading.json").write_text("{}", "utf-8")
    with pytest.raises(StoreError, match="ingest its source again"):
        Archive(tmp_path).load(reading.document.id)


def test_writing_atomically_leaves_no_second_file(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"one")
    write_atomically(tmp_path / "a", b"two")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"two")]
