from tests.bench import scale
from tests.bench.search import EMBEDDING, OURS, Row, failures_of


def rows(*, rival: float, asking_ms: float) -> list[Row]:
    return [
        Row("BM25", rival, 0.5, 0.5, 1.0, 2.0),
        Row("ours without late", 0.95, 0.9, 0.9, 15.0, 20.0),
        Row(OURS, 0.9, 0.9, 0.9, asking_ms, 30.0),
        Row(EMBEDDING, 0.0, 0.0, 0.0, 10.0, 20.0),
    ]


def test_a_better_rival_or_a_slow_answer_fails_the_comparison() -> None:
    assert failures_of(rows(rival=0.5, asking_ms=16.0)) == []
    assert len(failures_of(rows(rival=0.9, asking_ms=16.0))) == 1
    assert len(failures_of(rows(rival=0.95, asking_ms=20.0))) == 2


def sizes(*, recall: float, slowest_ms: float) -> list[dict[str, float]]:
    return [
        {"passages": 10_000, "recall@10 in 100": 1.0, "ask p95 ms": 30.0},
        {"passages": 1_000_000, "recall@10 in 100": recall, "ask p95 ms": slowest_ms},
    ]


def test_what_is_not_found_or_grows_slow_fails_the_scale() -> None:
    assert scale.failures_of(sizes(recall=0.98, slowest_ms=90.0)) == []
    assert len(scale.failures_of(sizes(recall=0.97, slowest_ms=90.0))) == 1
    assert len(scale.failures_of(sizes(recall=0.97, slowest_ms=91.0))) == 2
