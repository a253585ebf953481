import json
from pathlib import Path

import numpy as np
import pytest

from ontology.errors import ModelError
from search.e5_weights import BLOCK, Matrix, find_weights, read_weights
from search.encoder import OnnxEncoder, SentenceTransformerEncoder, model_identity, open_encoder
from search.model_build import DEFAULT_MODEL_NAME, build_default_model, is_built

SENTENCES = (
    "Der Rat der Stadt hat in seiner Sitzung am Donnerstag den Haushalt verabschiedet.",
    "Zwei Nachbargemeinden betreiben seit 2018 ein gemeinsames Standesamt.",
    "Anträge werden nun am Bildschirm bearbeitet, Papierakten gibt es im Bauamt nicht mehr.",
    "Ein Sensor misst den Wasserstand des Baches und warnt die Einsatzkräfte rechtzeitig.",
    "Several towns run a shared service centre for payroll and procurement.",
)


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_default_model(tmp_path_factory.mktemp("models") / DEFAULT_MODEL_NAME)


def test_weights_are_levels_times_the_scale_of_their_block() -> None:
    levels = np.arange(2 * BLOCK, dtype=np.int8).reshape(1, -1)
    matrix = Matrix(levels, np.array([[2.0, 0.5]], np.float16))
    assert matrix.values()[0, [1, BLOCK - 1, BLOCK]].tolist() == [2.0, 62.0, 16.0]


def test_other_weights_than_expected_are_refused() -> None:
    with pytest.raises(ModelError, match="expected 0000"):
        read_weights(find_weights(), sha256="0000")


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be read"):
        read_weights(tmp_path / "nothing.bin")


def test_a_folder_without_a_model_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no sentence-transformers model"):
        open_encoder(tmp_path)


def test_a_place_that_cannot_hold_a_model_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ModelError, match="No model can be built"):
        build_default_model(tmp_path / "file" / "model")


@pytest.mark.slow
def test_the_model_is_built_once_and_whole(model_dir: Path) -> None:
    steps: list[str] = []
    build_default_model(model_dir, progress=lambda step, _: steps.append(step))
    assert steps == []
    assert is_built(model_dir)
    assert [path.name for path in model_dir.parent.iterdir()] == [DEFAULT_MODEL_NAME]
    assert "MIT" in (model_dir / "NOTICE.txt").read_text(encoding="utf-8")


@pytest.mark.slow
def test_names_in_latin_script_keep_their_pieces(model_dir: Path) -> None:
    vocabulary = json.loads((model_dir / "tokenizer.json").read_text(encoding="utf-8"))["model"]
    pieces = {piece for piece, _ in vocabulary["vocab"]}
    assert {"▁Łódź", "▁Groß", "▁Übung", "<mask>"} <= pieces
    assert not any("а" <= char <= "я" for piece in pieces for char in piece)


@pytest.mark.slow
def test_a_paraphrase_is_nearer_than_another_subject(model_dir: Path) -> None:
    encoder = open_encoder(model_dir)
    question = encoder.encode_query("Hat jemand seine Bauakten schon digitalisiert?")
    passages = encoder.encode_passages(SENTENCES)
    cosines = [float(question.vector @ passage.vector) for passage in passages]
    assert int(np.argmax(cosines)) == 2
    assert question.vector.shape == (encoder.dimension,)
    np.testing.assert_allclose(np.linalg.norm(question.tokens, axis=1), 1, rtol=1e-5)


@pytest.mark.slow
def test_a_vector_does_not_depend_on_its_neighbours(model_dir: Path) -> None:
    encoder = OnnxEncoder(model_dir)
    together = encoder.encode_passages(SENTENCES)
    for sentence, expected in zip(SENTENCES, together, strict=True):
        (alone,) = encoder.encode_passages([sentence])
        np.testing.assert_array_equal(alone.vector, expected.vector)
        np.testing.assert_array_equal(alone.tokens, expected.tokens)


@pytest.mark.slow
def test_tokens_know_where_they_stand_and_how_rare_they_are(model_dir: Path) -> None:
    text = "Das Standesamt und der Bauhof"
    (encoded,) = OnnxEncoder(model_dir).encode_passages([text])
    assert text[encoded.starts[1] :].strip().startswith("Standesamt")
    weight = {
        int(start): float(each) for start, each in zip(encoded.starts, encoded.weights, strict=True)
    }
    assert weight[int(encoded.starts[1])] > weight[int(encoded.starts[0])] + 1


@pytest.mark.slow
# torch and its companions warn of things that are none of ours.
@pytest.mark.filterwarnings("default")
def test_the_fast_path_agrees_with_sentence_transformers(model_dir: Path) -> None:
    fast = OnnxEncoder(model_dir)
    full = SentenceTransformerEncoder(model_dir)
    one, other = fast.encode_passages(SENTENCES), full.encode_passages(SENTENCES)
    cosines = [float(a.vector @ b.vector) for a, b in zip(one, other, strict=True)]
    assert np.mean(cosines) >= 0.998
    question = "Wer hat ein gemeinsames Standesamt?"
    assert float(fast.encode_query(question).vector @ full.encode_query(question).vector) >= 0.997
    assert fast.dimension == full.dimension == 384
    assert fast.identity != full.identity


def test_other_weights_are_another_model(tmp_path: Path) -> None:
    (tmp_path / "onnx").mkdir()
    (tmp_path / "tokenizer.json").write_text("{}")
    identities = set()
    for content in (b"\0" * 10_000_000, b"\0" * 9_999_999 + b"\1", b"\0" * 10_000_001):
        (tmp_path / "onnx" / "model_qint8.onnx").write_bytes(content)
        identities.add(model_identity(tmp_path, backend="onnx"))
    assert len(identities) == 3
