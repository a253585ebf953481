"""Expensive fixtures: the tiny model, and the demonstration corpus taken in once a session."""

import fcntl
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from api.archive import Archive
from api.intake import IntakeReport, take_in
from api.layout import Layout
from api.progress import progress_bar
from api.settings import Settings, read_settings
from api.sources import find_sources
from api.writer import open_for_writing
from corpus import documents_folder
from graph.store.remote_server import RemoteAddress
from ontology.model import Reading
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
def empty_home(shared: Path, tiny_model: Path) -> Path:
    """An installation without documents: loading the reference data takes seconds, copying none."""

    def make(home: Path) -> None:
        with open_for_writing(read_settings(home=home, model=str(tiny_model))):
            pass

    return made_once(shared, "empty-home", make)


@pytest.fixture
def settings(tmp_path: Path, tiny_model: Path, empty_home: Path) -> Settings:
    """Settings of an installation without documents, with the tiny model."""
    home = tmp_path / "home"
    shutil.copytree(empty_home, home)
    return read_settings(home=home, model=str(tiny_model))


@pytest.fixture(scope="module")
def module_settings(
    tmp_path_factory: pytest.TempPathFactory, tiny_model: Path, empty_home: Path
) -> Settings:
    """Settings of an installation of the tests of one file: what all only read is taken in once."""
    home = tmp_path_factory.mktemp("module") / "home"
    shutil.copytree(empty_home, home)
    return read_settings(home=home, model=str(tiny_model))


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run see."""
    mine = tmp_path_factory.getbasetemp()
    return mine if worker_id == "master" else mine.parent


@pytest.fixture(scope="session")
def corpus_settings(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An installation that holds the demonstration corpus, read with the default model."""
    home = tmp_path_factory.mktemp("corpus") / "home"
    shutil.copytree(made_once(shared, "corpus-home", _take_corpus), home)
    return read_settings(home=home)


def _take_corpus(home: Path) -> None:
    report = take(read_settings(home=home), documents_folder())
    assert report.failed == []


def made_once(shared: Path, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that one of the processes of a run makes and none of them changes."""
    folder = shared / name
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            make(shared / f"{name}.making")
            (shared / f"{name}.making").rename(folder)
    return folder


@pytest.fixture(scope="session")
def corpus_readings(corpus_settings: Settings) -> dict[str, Reading]:
    """What was read out of each document of the corpus, by the name of its file."""
    archive = Archive(Layout(corpus_settings.home).archive)
    readings = [archive.load(document_id) for document_id in archive.ids()]
    return {each.document.source_file: each for each in readings}
