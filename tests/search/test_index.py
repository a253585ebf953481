import multiprocessing
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ontology.errors import InUseError, SearchIndexError, StaleIndexError
from search.analysis import analyse
from search.encoder import Encoded
from search.index import SearchIndex
from tests.search.models import TopicEncoder, a_reading

BAUHOF = a_reading(
    "bauhof.txt", "Ein Bauhof für zwei Gemeinden teilt sich seit Jahren die Kehrmaschine."
)
ARCHIV = a_reading(
    "archiv.txt", "Das Archiv ist nun digital und jede Bauakte am Bildschirm zu lesen."
)
RUFBUS = a_reading("rufbus.txt", "Der Rufbus fährt abends auf Bestellung in alle kleinen Dörfer.")


def found(index: SearchIndex, text: str) -> dict[str, dict[str, float]]:
    """Return what each part of the index finds, named by documents instead of numbers."""
    readers = index.readers
    vector = TopicEncoder().encode_query(text).vector
    names = {key: each.document_id for key, each in readers.store.by_key(range(1, 100)).items()}
    documents = readers.documents.search(analyse(text), limit=10)
    by_document = readers.store.document_ids_by_key(documents)
    return {
        "dense": {
            names[key]: round(score, 5)
            for key, score in readers.dense.search(vector, limit=10).items()
        },
        "passages": {
            names[key]: round(score, 4)
            for key, score in readers.passages.search(analyse(text), limit=10).items()
        },
        "documents": {by_document[key]: round(score, 4) for key, score in documents.items()},
    }


def built(directory: Path, *readings: object) -> SearchIndex:
    index = SearchIndex.open(directory, TopicEncoder())
    for reading in readings:
        index.add(reading)  # type: ignore[arg-type]  # the tests pass readings
    index.commit()
    return index


def test_what_was_added_is_found_by_meaning_and_by_words(tmp_path: Path) -> None:
    index = built(tmp_path, BAUHOF, ARCHIV, RUFBUS)
    result = found(index, "Kleinbus")
    assert next(iter(result["dense"])) == RUFBUS.document.id
    assert next(iter(found(index, "Bauhofs")["passages"])) == BAUHOF.document.id
    assert next(iter(found(index, "digitales Archiv")["documents"])) == ARCHIV.document.id


def test_a_removed_document_leaves_nothing_behind(tmp_path: Path) -> None:
    index = built(tmp_path / "one", BAUHOF, ARCHIV, RUFBUS)
    index.remove(ARCHIV.document.id)
    index.commit()
    never = built(tmp_path / "other", BAUHOF, RUFBUS)
    assert index.document_ids().keys() == never.document_ids().keys()
    for question in ("Archiv", "Kehrmaschine", "Rufbus und Bauhof"):
        assert found(index, question) == found(never, question)


def test_adding_again_replaces(tmp_path: Path) -> None:
    index = built(tmp_path, BAUHOF, ARCHIV)
    index.add(BAUHOF, stamp="second reading")
    index.commit()
    assert index.document_ids() == {BAUHOF.document.id: "second reading", ARCHIV.document.id: ""}
    assert len(index.readers.dense) == 2


def test_who_reads_sees_one_state_while_another_commits(tmp_path: Path) -> None:
    writer = built(tmp_path, BAUHOF)
    reader = SearchIndex.open(tmp_path, TopicEncoder(), read_only=True)
    before = found(reader, "Archiv Bauhof Rufbus")
    writer.add(ARCHIV)
    writer.commit()
    time.sleep(1)  # longer than tantivy waits before it looks for a commit by itself
    assert found(reader, "Archiv Bauhof Rufbus") == before
    assert not reader.is_current()
    fresh = SearchIndex.open(tmp_path, TopicEncoder(), read_only=True)
    assert ARCHIV.document.id in found(fresh, "Archiv")["passages"]


def test_uncommitted_changes_are_lost(tmp_path: Path) -> None:
    index = built(tmp_path, BAUHOF)
    index.add(ARCHIV)
    index.close()
    assert SearchIndex.open(tmp_path, TopicEncoder()).document_ids().keys() == {BAUHOF.document.id}


def test_the_order_of_adding_does_not_matter(tmp_path: Path) -> None:
    one = built(tmp_path / "one", BAUHOF, ARCHIV, RUFBUS)
    other = built(tmp_path / "other", RUFBUS, BAUHOF, ARCHIV)
    assert found(one, "Bauakte Bauhof") == found(other, "Bauakte Bauhof")


def test_another_model_asks_for_reindex(tmp_path: Path) -> None:
    built(tmp_path, BAUHOF).close()
    with pytest.raises(StaleIndexError, match="nachbarwissen reindex"):
        SearchIndex.open(tmp_path, TopicEncoder("topics-2"))
    fresh = SearchIndex.recreate(tmp_path, TopicEncoder("topics-2"))
    assert fresh.document_ids() == {}


def test_reading_what_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(SearchIndexError, match="ingest"):
        SearchIndex.open(tmp_path / "nowhere", TopicEncoder(), read_only=True)


def test_a_reader_sees_the_state_it_opened_and_learns_of_the_next(tmp_path: Path) -> None:
    writer = built(tmp_path, BAUHOF)
    reader = SearchIndex.open(tmp_path, TopicEncoder(), read_only=True)
    assert reader.is_current()
    writer.add(RUFBUS)
    writer.commit()
    assert not reader.is_current()
    again = SearchIndex.open(tmp_path, TopicEncoder(), read_only=True)
    assert RUFBUS.document.id in found(again, "Rufbus")["dense"]


def test_two_writers_are_one_too_many(tmp_path: Path) -> None:
    first = SearchIndex.open(tmp_path, TopicEncoder())
    first.add(BAUHOF)
    first.commit()
    second = SearchIndex.open(tmp_path, TopicEncoder())
    second.add(ARCHIV)
    with pytest.raises(InUseError, match="wait"):
        second.commit()


@pytest.mark.parametrize("lost", ["dense-*", "passages", "documents"])
def test_a_lost_derived_index_is_built_again(tmp_path: Path, lost: str) -> None:
    index = built(tmp_path, BAUHOF, ARCHIV)
    expected = found(index, "Archiv Bauhof")
    index.close()
    for path in tmp_path.glob(lost):
        for part in path.iterdir() if path.is_dir() else [path]:
            part.unlink()
    assert (
        found(SearchIndex.open(tmp_path, TopicEncoder(), read_only=True), "Archiv Bauhof")
        == expected
    )
    assert found(SearchIndex.open(tmp_path, TopicEncoder()), "Archiv Bauhof") == expected


def test_a_derived_index_that_lags_behind_is_built_again(tmp_path: Path) -> None:
    index = built(tmp_path, BAUHOF)
    index.add(ARCHIV)
    index.readers.store.commit()  # as if the process had died before the others were written
    index.close()
    again = SearchIndex.open(tmp_path, TopicEncoder())
    assert found(again, "Archiv")["passages"].keys() == {ARCHIV.document.id}
    assert ARCHIV.document.id in found(again, "Archiv")["dense"]


def test_scraps_of_a_few_words_are_left_out(tmp_path: Path) -> None:
    reading = a_reading(
        "brief.txt", "12. Mai 2021", "Der Bauhof hat nun eine Kehrmaschine für alle Orte."
    )
    index = built(tmp_path, reading)
    assert [each.ordinal for each in index.readers.store.passages_of(reading.document.id)] == [1]


class MuteEncoder(TopicEncoder):
    """Gives weight to no token of passages."""

    def encode_passages(self, texts: Sequence[str]) -> list[Encoded]:
        found = super().encode_passages(texts)
        return [replace(each, weights=np.zeros_like(each.weights)) for each in found]


def test_tokens_without_weight_are_left_out(tmp_path: Path) -> None:
    index = SearchIndex.open(tmp_path, MuteEncoder())
    index.add(BAUHOF)
    index.commit()
    (key,) = index.readers.store.vectors().keys
    assert len(index.readers.store.tokens([key])[key].scales) == 0


def test_vectors_are_kept_as_they_were_made(tmp_path: Path) -> None:
    index = built(tmp_path, BAUHOF)
    text = f"bauhof.txt. {BAUHOF.document.text}"
    (expected,) = TopicEncoder().encode_passages([text])
    np.testing.assert_array_equal(index.readers.store.vectors().rows[0], expected.vector)


def _add_until_killed(directory: Path) -> None:
    index = SearchIndex.open(directory, TopicEncoder())
    for number in range(1000):
        index.add(
            a_reading(
                f"{number}.txt", f"Der Bauhof Nummer {number} hat eine Kehrmaschine bekommen."
            )
        )
        if number % 3 == 2:
            index.commit()


@pytest.mark.parametrize("after_s", [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5, 0.6, 0.7])
def test_a_killed_writer_leaves_whole_batches_and_agreeing_indexes(
    tmp_path: Path, after_s: float
) -> None:
    writer = multiprocessing.get_context("spawn").Process(
        target=_add_until_killed, args=(tmp_path,)
    )
    writer.start()
    while not (tmp_path / "passages.sqlite").is_file():
        writer.join(0.01)
    writer.join(after_s)
    writer.kill()
    writer.join()
    index = SearchIndex.open(tmp_path, TopicEncoder())
    ids = index.document_ids()
    assert len(ids) % 3 == 0
    assert len(index.readers.dense) == len(ids)
    hits = index.readers.passages.search(analyse("Bauhof"), limit=1000)
    assert set(hits) == set(index.readers.store.vectors().keys)
