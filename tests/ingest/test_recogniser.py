import json
import struct
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ingest.layout import Span as Stretch
from ingest.recogniser import Recogniser, Span
from ingest.recogniser_deltas import Learnt, applied, read_learnt, write_learnt
from ingest.recogniser_embedder import MAPS, NORMS, Embedder, open_embedder
from ingest.recogniser_graph import graph_bytes
from ingest.recogniser_words import LABELS, PLACES, TAGS, best_tags, spans_of_tags, words
from ingest.training.annotated import Example, Mark
from ingest.training.learning import Course, encode, evaluate, learn
from ingest.training.network import Tagger
from ontology.errors import ModelError

HIDDEN, HEADS, INNER, LAYERS = 64, 4, 128, 3
PIECES = ["▁", "▁Frau", "▁Uprak", "▁leitet", "▁das", "▁Wasserwerk", "▁Nord", "▁in", "▁Aue", "."]
SENTENCES = ["Frau Uprak leitet das Wasserwerk Nord in Aue.", "Frau Uprak leitet das Wasserwerk."]


@pytest.fixture(scope="module")
def model_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An embedder of ten words: the form of the real one, weights drawn at random."""
    folder = tmp_path_factory.mktemp("embedder")
    draw = np.random.default_rng(3)
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (len(PIECES) + 4, HIDDEN),
        "embeddings.position_embeddings.weight": (512, HIDDEN),
        "embeddings.token_type_embeddings.weight": (2, HIDDEN),
        "embeddings.LayerNorm.weight": (HIDDEN,),
        "embeddings.LayerNorm.bias": (HIDDEN,),
    }
    for layer in range(LAYERS):
        for name in MAPS:
            rows = INNER if name == "intermediate.dense" else HIDDEN
            columns = INNER if name == "output.dense" else HIDDEN
            shapes[f"encoder.layer.{layer}.{name}.weight"] = (rows, columns)
            shapes[f"encoder.layer.{layer}.{name}.bias"] = (rows,)
        for name in NORMS:
            shapes[f"encoder.layer.{layer}.{name}.weight"] = (HIDDEN,)
            shapes[f"encoder.layer.{layer}.{name}.bias"] = (HIDDEN,)
    tensors = {
        name: draw.normal(1.0 if "LayerNorm.weight" in name else 0.0, 0.1, shape)
        for name, shape in shapes.items()
    }
    _write_safetensors(folder / "model.safetensors", tensors)
    facts = {"model_type": "bert", "num_attention_heads": HEADS, "num_hidden_layers": LAYERS}
    (folder / "config.json").write_text(json.dumps(facts), encoding="utf-8")
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer()), encoding="utf-8")
    return folder


def _write_safetensors(path: Path, tensors: Mapping[str, NDArray[np.float64]]) -> None:
    header, content = {}, b""
    for name, values in tensors.items():
        part = values.astype("<f4").tobytes()
        place = [len(content), len(content) + len(part)]
        header[name] = {"dtype": "F32", "shape": values.shape, "data_offsets": place}
        content += part
    # Readers expect the numbers at a multiple of eight.
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + content)


def _tokenizer() -> dict[str, object]:
    vocabulary = [[piece, -1.0] for piece in ["<s>", "<pad>", "</s>", "<unk>", *PIECES]]
    special = {mark: {"id": mark, "ids": [at], "tokens": [mark]} for mark, at in MARKS.items()}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [],
        "normalizer": None,
        "pre_tokenizer": {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always"},
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [
                {"SpecialToken": {"id": "<s>", "type_id": 0}},
                {"Sequence": {"id": "A", "type_id": 0}},
                {"SpecialToken": {"id": "</s>", "type_id": 0}},
            ],
            "pair": [{"Sequence": {"id": "A", "type_id": 0}}],
            "special_tokens": special,
        },
        "decoder": None,
        "model": {"type": "Unigram", "unk_id": 3, "vocab": vocabulary, "byte_fallback": False},
    }


MARKS = {"<s>": 0, "</s>": 2}


@pytest.fixture(scope="module")
def embedder(model_dir: Path) -> Embedder:
    found = open_embedder(model_dir)
    assert found is not None
    return found


def examples() -> list[Example]:
    first = (Mark(5, 10, "PER"), Mark(22, 37, "ORG"), Mark(41, 44, "LOC"))
    second = (*first[:1], Mark(22, 32, "ORG"))
    return [
        Example(SENTENCES[0], first, undertakings=((22, 37),)),
        Example(SENTENCES[1], second, undertakings=()),
    ]


def learnt(tagger: Tagger, embedder: Embedder) -> Learnt:
    state = {name: weight.detach().numpy() for name, weight in tagger.weights().items()}
    changed = [name for name in state if name.startswith("encoder.layer.1.")]
    return Learnt(
        depth=2,
        fingerprint=embedder.fingerprint(),
        differences={name: state[name] - embedder.tensors[name] for name in changed},
        head=np.concatenate([state["head.weight"], state["head.bias"][:, None]], axis=1),
    )


def teach(embedder: Embedder, *, rounds: int) -> Tagger:
    tagger = Tagger(embedder, depth=2, trained_from=1, dropout=0.1)
    course = Course(rounds=rounds, rate=3e-3, head_rate=3e-2, report=lambda _line: None)
    learn(tagger, encode(examples(), embedder), embedder, course)
    return tagger


@pytest.fixture(scope="module")
def taught(embedder: Embedder) -> Tagger:
    return teach(embedder, rounds=40)


def test_the_same_lessons_and_seed_give_the_same_weights(embedder: Embedder) -> None:
    one, other = (write_learnt(learnt(teach(embedder, rounds=3), embedder)) for _ in range(2))
    assert one == other


def test_it_learns_what_it_is_shown(taught: Tagger, embedder: Embedder) -> None:
    scores = evaluate(taught, encode(examples(), embedder), embedder)
    assert scores["all"].f1 == 1.0
    assert scores["PER"].gold == 2


def test_layers_below_stay_those_of_the_embedder(taught: Tagger, embedder: Embedder) -> None:
    weights = taught.weights()
    name = f"{MAPS[0]}.weight"
    below, above = (weights[f"encoder.layer.{at}.{name}"].detach().numpy() for at in (0, 1))
    assert np.array_equal(below, embedder.tensors[f"encoder.layer.0.{name}"])
    assert not np.array_equal(above, embedder.tensors[f"encoder.layer.1.{name}"])


def test_the_shipped_graph_finds_what_the_trained_network_finds(
    taught: Tagger, embedder: Embedder
) -> None:
    shipped = read_learnt(write_learnt(learnt(taught, embedder)))
    recogniser = Recogniser.of_graph(embedder, graph_bytes(embedder, shipped))
    text = "\n".join(SENTENCES)
    spans = recogniser.spans(text, [(0, 45), (46, len(text))])
    found = [(text[span.start : span.end], span.label) for span in spans]
    assert found == [
        ("Uprak", "PER"),
        ("Wasserwerk Nord", "ORG"),
        ("Aue", "LOC"),
        ("Uprak", "PER"),
        ("Wasserwerk", "ORG"),
    ]
    assert spans == recogniser.spans(text, [(0, 45), (46, len(text))])
    assert all(0.5 < span.score <= 1 for span in spans)


def test_names_of_undertakings_are_learnt_beside_those_of_bodies(
    taught: Tagger, embedder: Embedder
) -> None:
    shipped = read_learnt(write_learnt(learnt(taught, embedder)))
    recogniser = Recogniser.of_graph(embedder, graph_bytes(embedder, shipped))
    found = [
        recogniser.look(text, [(0, len(text))]).opinions.of([Stretch(22, end)])["network_least"]
        for text, end in zip(SENTENCES, (37, 32), strict=True)
    ]
    # The same word is part of an undertaking's name in one sentence, and of none in the other.
    assert found[0] > 0 > found[1]


def test_where_nobody_marked_anything_nothing_is_learnt(embedder: Embedder) -> None:
    marked, silent = examples()[0], Example(SENTENCES[0], (), unknown=((0, 45),))
    weights = []
    for lessons in ([marked], [marked, silent]):
        tagger = Tagger(embedder, depth=2, trained_from=1, dropout=0.0)
        course = Course(
            rounds=4, rate=3e-3, head_rate=3e-2, is_brief=False, report=lambda _line: None
        )
        learn(tagger, encode(lessons, embedder), embedder, course)
        weights.append(tagger.head.weight.detach().numpy())
    # Beside a silent sentence of the same length a step is smaller, but goes the same way.
    assert np.all(np.sign(weights[0]) == np.sign(weights[1]))


class EveryWordAPlace:
    """A network that takes every word for a place of its own, and remembers what it was given."""

    def __init__(self) -> None:
        self.lengths: list[int] = []

    def run(
        self, _outputs: None, inputs: Mapping[str, NDArray[np.float32]]
    ) -> list[NDArray[np.float32]]:
        self.lengths.append(inputs["embedded"].shape[1])
        tags = np.zeros((1, self.lengths[-1], len(TAGS) + len(PLACES)), np.float32)
        tags[:, :, TAGS.index("B-LOC")] = 9
        return [tags]


@pytest.mark.parametrize("space", [" ", ""])
def test_a_sentence_longer_than_the_network_reads_is_cut_and_no_word_lost(
    embedder: Embedder, space: str
) -> None:
    text = space.join([SENTENCES[0]] * 80)
    network = EveryWordAPlace()
    spans = Recogniser(embedder, network).spans(text, [(0, len(text))])
    assert max(network.lengths) <= 256 < sum(network.lengths)
    covered = {offset for span in spans for offset in range(span.start, span.end)}
    assert covered == {offset for start, end in words(text) for offset in range(start, end)}


def test_a_text_without_words_has_no_names(taught: Tagger, embedder: Embedder) -> None:
    recogniser = Recogniser.of_graph(embedder, graph_bytes(embedder, learnt(taught, embedder)))
    assert recogniser.spans("   ", [(0, 3)]) == ()
    assert recogniser.spans("Frau Uprak", []) == ()


def test_the_same_weights_give_the_same_file(taught: Tagger, embedder: Embedder) -> None:
    assert write_learnt(learnt(taught, embedder)) == write_learnt(learnt(taught, embedder))


def test_four_bits_keep_a_difference_to_a_fourteenth_of_its_block(embedder: Embedder) -> None:
    name = f"encoder.layer.1.{MAPS[0]}.weight"
    values = np.random.default_rng(1).normal(0, 0.01, (HIDDEN, HIDDEN)).astype(np.float32)
    head = np.zeros((len(TAGS), HIDDEN + 1), np.float32)
    kept = read_learnt(write_learnt(Learnt(2, "x", {name: values}, head)))
    largest = np.abs(values).max(axis=1, keepdims=True)  # a row is one block here
    assert np.all(np.abs(kept.differences[name] - values) <= largest / 14 * 1.01)
    changed = applied(kept, embedder.tensors, name) - embedder.tensors[name]
    assert np.allclose(changed, kept.differences[name], atol=1e-6)
    other = f"encoder.layer.0.{MAPS[0]}.weight"
    assert np.array_equal(applied(kept, embedder.tensors, other), embedder.tensors[other])


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x05\x06" + b"\0" * 18])
def test_damaged_weights_are_named_as_such(content: bytes) -> None:
    with pytest.raises(ModelError, match="damaged"):
        read_learnt(content)


def test_without_an_embedder_there_is_no_recogniser(tmp_path: Path) -> None:
    assert Recogniser.open(tmp_path) is None


@pytest.mark.parametrize("content", [b"", b"\x08\0\0\0\0\0\0\0not json", b"\xff" * 20])
def test_a_damaged_embedder_is_named_as_such(
    model_dir: Path, tmp_path: Path, content: bytes
) -> None:
    for name in ("config.json", "tokenizer.json"):
        (tmp_path / name).write_bytes((model_dir / name).read_bytes())
    (tmp_path / "model.safetensors").write_bytes(content)
    with pytest.raises(ModelError, match="damaged"):
        open_embedder(tmp_path)


def test_an_embedder_of_another_form_is_none(model_dir: Path, tmp_path: Path) -> None:
    for path in model_dir.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "config.json").write_text('{"model_type": "xlm-roberta"}', encoding="utf-8")
    assert open_embedder(tmp_path) is None


def test_over_another_embedder_there_is_no_recogniser(model_dir: Path) -> None:
    assert Recogniser.open(model_dir) is None


def test_words_are_runs_of_letters_and_single_signs() -> None:
    text = "Anna-Lena (krz), 2024."
    found = [text[start:end] for start, end in words(text)]
    assert found == ["Anna", "-", "Lena", "(", "krz", ")", ",", "2024", "."]


def test_no_name_continues_what_did_not_begin() -> None:
    logits = np.zeros((3, len(TAGS)), np.float32)
    logits[0, TAGS.index("I-PER")] = 5
    logits[1, TAGS.index("I-ORG")] = 5
    logits[1, TAGS.index("B-ORG")] = 4
    logits[2, TAGS.index("I-ORG")] = 5
    assert [TAGS[tag] for tag in best_tags(logits)] == ["B-ORG", "I-ORG", "I-ORG"]


def test_a_name_is_as_sure_as_its_least_sure_word() -> None:
    logits = np.full((2, len(TAGS)), -20, np.float32)
    logits[0, TAGS.index("B-LOC")] = 0
    logits[1, TAGS.index("I-LOC")] = logits[1, 0] = 0
    (span,) = spans_of_tags([TAGS.index("B-LOC"), TAGS.index("I-LOC")], logits)
    assert (span.first, span.after, span.label) == (0, 2, "LOC")
    assert span.score == pytest.approx(0.5)


def test_every_label_can_begin_and_continue() -> None:
    assert {tag[2:] for tag in TAGS[1:]} == set(LABELS)
    assert len(TAGS) == 2 * len(LABELS) + 1


def test_spans_are_ordered_by_their_place_in_the_text() -> None:
    assert sorted([Span(9, 12, "PER", 0.9), Span(2, 4, "ORG", 1.0)])[0].start == 2
