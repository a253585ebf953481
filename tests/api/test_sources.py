import json
import os
from pathlib import Path

import pytest

from api.sources import find_sources
from ontology.errors import PathError, UsageError
from tests.factories import write_documents


def names(*paths: Path) -> list[str]:
    return [source.name for source in find_sources(paths).found]


def test_a_folder_gives_its_readable_files_sorted_and_counts_the_others(tmp_path: Path) -> None:
    write_documents(tmp_path / "b", {"2.txt": "x", "1.md": "x", "photo.jpg": "x"})
    write_documents(
        tmp_path, {"z.html": "x", "README.md": "x", ".hidden.txt": "x", "data.csv": "x"}
    )
    write_documents(tmp_path / ".git", {"x.txt": "x"})
    found = find_sources([tmp_path])
    assert [source.name for source in found.found] == ["z.html", "1.md", "2.txt"]
    assert found.passed_over == 4


def test_a_file_named_outright_is_a_source_whatever_its_kind(tmp_path: Path) -> None:
    write_documents(tmp_path, {"photo.jpg": "x", "README.md": "x"})
    assert names(tmp_path / "photo.jpg", tmp_path / "README.md") == ["photo.jpg", "README.md"]


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write_documents(tmp_path, {"a.txt": "x"})
    assert names(tmp_path, tmp_path / "a.txt") == ["a.txt"]


def test_a_path_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(PathError, match="nowhere does not exist"):
        find_sources([tmp_path / "nowhere"])


def test_a_link_to_nothing_is_a_source_so_that_it_is_named(tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert names(tmp_path) == ["gone.txt"]


def test_pipes_are_passed_over(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert find_sources([tmp_path]).passed_over == 1


def test_the_manifest_beside_a_file_describes_it(tmp_path: Path) -> None:
    write_documents(
        tmp_path,
        {"a.txt": "x", "manifest.jsonl": json.dumps({"file": "a.txt", "title": "Vom Manifest"})},
    )
    (source,) = find_sources([tmp_path]).found
    entry = source.manifest["a.txt"]
    assert entry.title == "Vom Manifest"
    assert find_sources([tmp_path]).passed_over == 0


def test_a_manifest_that_is_named_goes_before_the_one_beside(tmp_path: Path) -> None:
    write_documents(
        tmp_path,
        {"a.txt": "x", "manifest.jsonl": json.dumps({"file": "a.txt", "title": "beside"})},
    )
    named = tmp_path / "named.jsonl"
    named.write_text(json.dumps({"file": "a.txt", "title": "named"}), "utf-8")
    (source,) = find_sources([tmp_path / "a.txt"], manifest=named).found
    entry = source.manifest["a.txt"]
    assert entry.title == "named"


def test_a_broken_manifest_is_wrong_usage(tmp_path: Path) -> None:
    write_documents(tmp_path, {"a.txt": "x", "manifest.jsonl": "{"})
    with pytest.raises(UsageError, match=r"manifest\.jsonl, line 1"):
        find_sources([tmp_path])
