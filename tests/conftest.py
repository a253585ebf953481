"""Expensive fixtures: the tiny model, and the demonstration corpus taken in once a session."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from api.intake import IntakeReport, take_in
from api.progress import progress_bar
from api.settings import Settings, read_settings
from api.sources import find_sources
from api.writer import open_for_writing
from corpus import documents_folder
from graph.store.remote_server import RemoteAddress
from tests.servers import served
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


@pytest.fixture(scope="session")
def sparql_servers() -> Iterator[Callable[[str], RemoteAddress]]:
    """SPARQL servers by name, each started when it is first asked for."""
    running: dict[str, RemoteAddress] = {}
    with ExitStack() as stack:

        def started(name: str) -> RemoteAddress:
            if name not in running:
                running[name] = stack.enter_context(served(name))
            return running[name]

        yield started


@pytest.fixture(scope="session")
def empty_home(tmp_path_factory: pytest.TempPathFactory, tiny_model: Path) -> Path:
    """An installation without documents: loading the reference data takes seconds, copying none."""
    home = tmp_path_factory.mktemp("empty") / "home"
    with open_for_writing(read_settings(home=home, model=str(tiny_model))):
        return home


@pytest.fixture
def settings(tmp_path: Path, tiny_model: Path, empty_home: Path) -> Settings:
    """Settings of an installation without documents, with the tiny model."""
    home = tmp_path / "home"
    shutil.copytree(empty_home, home)
    return read_settings(home=home, model=str(tiny_model))


@pytest.fixture(scope="session")
def corpus_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation that holds the demonstration corpus, read with the default model."""
    settings = read_settings(home=tmp_path_factory.mktemp("corpus") / "home")
    report = take(settings, documents_folder())
    assert report.failed == []
    return settings
