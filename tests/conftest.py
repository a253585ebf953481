"""Expensive fixtures: the tiny model, and the demonstration corpus taken in once a session."""

from pathlib import Path

import pytest

from api.intake import IntakeReport, take_in
from api.progress import progress_bar
from api.settings import Settings, read_settings
from api.sources import find_sources
from api.writer import open_for_writing
from corpus import documents_folder
from tests.tiny_model import build_tiny_model


def take(settings: Settings, *paths: Path) -> IntakeReport:
    """Ingest paths into an installation, as the command does."""
    sources = find_sources(paths)
    with open_for_writing(settings) as writer, progress_bar("test") as steps:
        return take_in(writer, sources, steps=steps)


@pytest.fixture(scope="session")
def tiny_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a model of a few words."""
    return build_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture
def settings(tmp_path: Path, tiny_model: Path) -> Settings:
    """Settings of an installation that does not exist yet, with the tiny model."""
    return read_settings(home=tmp_path / "home", model=str(tiny_model))


@pytest.fixture(scope="session")
def corpus_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation that holds the demonstration corpus, read with the default model."""
    settings = read_settings(home=tmp_path_factory.mktemp("corpus") / "home")
    report = take(settings, documents_folder())
    assert report.failed == []
    return settings
