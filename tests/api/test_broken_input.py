"""Every broken kind of file, end to end: named, counted, nothing of it stored, the others taken."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.settings import Settings
from api.view import open_for_reading
from corpus import documents_folder
from tests.api.broken import write_broken_inputs
from tests.conftest import take
from tests.factories import write_documents

GOOD = {"a.txt": "Die Stadt Lage hat ein Serviceportal.", "z.txt": "Lemgo hat eine Bauakte."}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_documents(tmp_path / "in", GOOD)
    write_broken_inputs(
        tmp_path / "in",
        sound_docx=(documents_folder() / "owl-006.docx").read_bytes(),
        sound_pdf=(documents_folder() / "owl-004.pdf").read_bytes(),
    )
    return tmp_path / "in"


def test_each_is_named_with_its_reason_and_the_others_are_taken_in(
    settings: Settings, folder: Path
) -> None:
    report = take(settings, folder)
    failed = {Path(one.source.partition("!")[0]).name: one.reason for one in report.failed}
    assert sorted(failed) == sorted(path.name for path in folder.iterdir() if path.name not in GOOD)
    assert len(report.failed) == 9
    assert report.new == len(GOOD)
    assert all(len(reason) > 20 and reason.endswith(".") for reason in failed.values())
    assert "OCR" in failed["scan.pdf"]


def test_nothing_of_a_broken_file_is_stored(settings: Settings, folder: Path) -> None:
    take(settings, folder)
    view = open_for_reading(settings)
    assert sorted(card.source_file for card in view.catalogue.documents()) == sorted(GOOD)
    assert len(view.archive.ids()) == len(view.indexed_ids()) == len(GOOD)
    assert not list(folder.parent.rglob("ausbruch.txt"))


def test_a_second_run_names_them_again(settings: Settings, folder: Path) -> None:
    take(settings, folder)
    report = take(settings, folder)
    assert (report.unchanged, len(report.failed)) == (len(GOOD), 9)


def test_the_command_ends_with_status_one_and_counts(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NACHBARWISSEN_MODEL", settings.model)
    result = CliRunner().invoke(
        app, ["--home", str(settings.home), "ingest", str(folder), "--json"]
    )
    assert result.exit_code == 1
    printed = json.loads(result.stdout)
    assert (printed["new"], len(printed["failed"])) == (len(GOOD), 9)
    assert result.stderr.count("failed: ") == 9
    assert "2 new, 0 replaced, 0 unchanged, 0 duplicates, 0 passed over, 9 failed" in result.stderr


def test_a_broken_file_named_to_extract_is_named_and_the_others_printed(folder: Path) -> None:
    result = CliRunner().invoke(
        app, ["extract", str(folder / "zufall.pdf"), str(folder / "a.txt"), "--json"]
    )
    assert result.exit_code == 1
    assert [json.loads(line)["source_file"] for line in result.stdout.splitlines()] == ["a.txt"]
    assert "zufall.pdf" in result.stderr
