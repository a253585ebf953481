"""What the words of a possible name and before it say, and from how many lessons on it counts."""

from collections.abc import Iterator

from ingest.decisions import Decision, decision
from ingest.layout import Span, read_layout
from ingest.name_words import is_word_signal, word_signals
from ingest.pipeline import read_file_as_document


def signals_of(text: str, name: str) -> dict[str, float]:
    layout = read_layout(read_file_as_document(text.encode(), "text.md"))
    return word_signals(layout, name, list(_spans(layout.text, name)))


def _spans(text: str, name: str) -> Iterator[Span]:
    start = text.find(name)
    while start >= 0:
        yield Span(start, start + len(name))
        start = text.find(name, start + 1)


def test_endings_of_the_name_and_words_before_each_mention_are_signals() -> None:
    found = signals_of(
        "Das Projekt Bauhofverbund Aue beginnt. Zum Bauhofverbund Aue kamen alle.",
        "Bauhofverbund Aue",
    )
    assert set(found) == {"ends:erbund", "behind:projekt", "behind:zum"}
    assert len(set(found.values())) == 1
    assert all(map(is_word_signal, found))
    assert not is_word_signal("by_quoted")


def test_a_name_at_the_beginning_has_no_word_before_it() -> None:
    assert set(signals_of("Wärmeplan für alle.", "Wärmeplan")) == {"ends:meplan"}


def test_signals_come_in_the_same_order_whatever_the_order_of_the_words() -> None:
    one = signals_of("Der Rufbus Anna fährt.", "Rufbus Anna")
    other = signals_of("Der Anna Rufbus fährt.", "Anna Rufbus")
    assert list(one) == list(other)


def test_a_signal_without_weight_counts_nothing() -> None:
    learnt = Decision(0.5, {"ends:erbund": 2.0})
    assert learnt.odds({"ends:erbund": 0.5, "ends:nonsense": 1.0}) == 1.5
    assert learnt.odds({}) == 0.5


def test_the_shipped_decisions_know_words_of_undertakings_and_of_others() -> None:
    known = decision("name_seen")
    assert isinstance(known, Decision)
    weights = known.weights
    assert weights["ends:erbund"] > 0 > weights["ends:rojekt"]
    assert all(is_word_signal(name) or ":" not in name for name in weights)
