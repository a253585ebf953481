"""What the network says of a name: means over words and sentences, and nothing where it is mute."""

import json
from importlib.resources import files

import numpy as np
import pytest

from ingest.decisions import NETWORK, decision
from ingest.layout import Span
from ingest.meanings import Meanings, Piece
from ingest.opinion import LENS_FILE, Lens, opinion_of, read_lens
from ingest.training.regression import Row, fit_seen

PIECE = Piece(
    Span(0, 20),
    (Span(0, 0), Span(0, 8), Span(9, 14), Span(14, 20)),
    np.array([[0.0, 4.0], [2.0, 0.0], [4.0, 0.0], [0.0, 0.0]], np.float32),
)


def test_an_opinion_is_the_words_by_one_number_and_their_sentence_by_the_other() -> None:
    meanings = Meanings([PIECE], middle=0.5)
    # Two words of 2 and 4; the piece has a second number of 4 in one of four rows.
    assert opinion_of(meanings, [Span(0, 14)]) == pytest.approx(3.0 + 1.0 - 0.5)
    assert opinion_of(meanings, [Span(0, 8), Span(9, 14)]) == pytest.approx(3.0 + 1.0 - 0.5)


def test_what_the_network_did_not_read_has_no_opinion() -> None:
    assert opinion_of(Meanings([PIECE], middle=0.5), [Span(40, 50)]) == 0.0
    assert opinion_of(Meanings([], middle=0.5), [Span(0, 8)]) == 0.0


def test_a_lens_belongs_to_one_network() -> None:
    source = files("ingest") / "data" / LENS_FILE
    version = json.loads(source.read_text(encoding="utf-8"))["recogniser"]
    lens = read_lens(version)
    assert lens is not None
    rows = np.ones((3, 384), np.float32)
    assert lens.shown(rows).shape == (3, 2)
    assert read_lens("another") is None
    assert Lens().shown(rows) is rows


def test_the_opinion_that_tells_names_apart_is_learnt_beside_the_signals() -> None:
    rows = [Row({"quoted": float(i % 2)}, holds=i % 4 == 0) for i in range(40)]
    vectors = np.array([[float(row.holds), 1.0] for row in rows])
    learnt = fit_seen(rows, vectors, 1.0, 1.0)
    opinions = [learnt.signals(row, v)[NETWORK] for row, v in zip(rows, vectors, strict=True)]
    assert min(o for o, row in zip(opinions, rows, strict=True) if row.holds) > 0
    assert max(o for o, row in zip(opinions, rows, strict=True) if not row.holds) < 0
    assert np.mean(opinions) == pytest.approx(0.0, abs=1e-6)
    unread = learnt.signals(rows[0], np.array([np.nan, np.nan]))
    assert unread[NETWORK] == 0.0


def test_the_opinion_counts_as_it_was_learnt() -> None:
    assert decision("name_seen").weights[NETWORK] == 1.0
    assert NETWORK not in decision("name").weights
