import sys
from pathlib import Path

import pytest

from ingest.facts import find_facts
from ingest.layout import Span
from ingest.opinion import OPINION
from ingest.pipeline import read_file_as_document
from ingest.recogniser import Recogniser
from ingest.stretches import stretches
from search.model_build import DEFAULT_MODEL_NAME, build_default_model

CAPTION = (
    "Beim Auftakt (v. l.): Landrätin Wiebke Tammbrook (Landkreis Aurich), Öykü Harrensiek "
    "(Moorwerk Beratung GmbH) und Bürgermeister Jörn Uphusen aus Wittmund."
)
REPORT = (
    "Gefördert wird das Vorhaben vom Niedersächsischen Ministerium für Umwelt und Klimaschutz. "
    "Den Betrieb übernimmt der Zweckverband Veenhusen; das Kommunale Rechenzentrum Leer hilft.\n"
    "Die Verwaltung prüft nun, ob sich weitere Gemeinden anschließen."
)


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_default_model(tmp_path_factory.mktemp("models") / DEFAULT_MODEL_NAME)


@pytest.fixture(scope="module")
def recogniser(model_dir: Path) -> Recogniser:
    found = Recogniser.open(model_dir)
    assert found is not None
    return found


def names(recogniser: Recogniser, text: str, label: str) -> list[str]:
    spans = recogniser.spans(text, stretches(text))
    return [text[span.start : span.end] for span in spans if span.label == label]


def test_people_of_a_caption_are_found_whatever_they_are_called(recogniser: Recogniser) -> None:
    people = ["Wiebke Tammbrook", "Öykü Harrensiek", "Jörn Uphusen"]
    assert names(recogniser, CAPTION, "PER") == people
    assert names(recogniser, CAPTION, "ORG") == ["Moorwerk Beratung GmbH"]


def test_organisations_never_seen_before_are_found_whole(recogniser: Recogniser) -> None:
    found = names(recogniser, REPORT, "ORG")
    assert "Zweckverband Veenhusen" in found
    assert "Kommunale Rechenzentrum Leer" in found
    assert "Verwaltung" not in found


def test_what_the_network_leaves_to_the_rules_is_in_the_facts(recogniser: Recogniser) -> None:
    document = read_file_as_document(REPORT.encode(), "bericht.txt")
    found = [one.name for one in find_facts(document, recogniser=recogniser).organisations]
    assert "Zweckverband Veenhusen" in found
    assert any(name.endswith("Ministerium für Umwelt und Klimaschutz") for name in found)


def test_what_is_named_as_an_undertaking_is_seen_as_one(recogniser: Recogniser) -> None:
    text = "Munster und Soltau starten den „Flitz“. Er zahlte 20 Euro."
    opinions = recogniser.look(text, stretches(text)).opinions
    start = text.index("Flitz")
    named, paid = (opinions.of([Span(at, at + 5)]) for at in (start, text.index("zahlte")))
    assert named[f"{OPINION}best"] > 0 > paid[f"{OPINION}best"]


def test_the_same_text_gives_the_same_spans_from_a_kept_graph(
    recogniser: Recogniser, model_dir: Path
) -> None:
    (graph,) = model_dir.glob("recogniser-*.onnx")
    assert [path.name for path in model_dir.glob("tmp*")] == []
    written = graph.stat().st_mtime_ns
    again = Recogniser.open(model_dir)
    assert again is not None
    assert graph.stat().st_mtime_ns == written
    assert again.spans(CAPTION, stretches(CAPTION)) == recogniser.spans(CAPTION, stretches(CAPTION))


def test_a_folder_that_cannot_be_written_to_is_no_hindrance(
    model_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for graph in model_dir.glob("recogniser-*.onnx"):
        graph.unlink()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("ingest.recogniser.tempfile.NamedTemporaryFile", refuse)
    recogniser = Recogniser.open(model_dir)
    assert recogniser is not None
    assert names(recogniser, CAPTION, "PER")[0] == "Wiebke Tammbrook"
    assert list(model_dir.glob("recogniser-*.onnx")) == []


def test_weights_are_small_enough_to_ship() -> None:
    package = Path(sys.modules["ingest.recogniser"].__file__ or "").parent
    assert (package / "data" / "recogniser.bin").stat().st_size < 6_000_000
