import io

from graph.named_queries import named_query
from graph.store import Store
from ontology.gazetteer import gazetteer
from ontology.privacy import mask_contacts
from tests.graph.corpus_store import CorpusStore

# A sixth of the corpus keeps the builds quick; the corpus as a whole is built once anyway.
EVERY = 6


def dumped(store: Store) -> bytes:
    output = io.BytesIO()
    store.dump(output)
    return output.getvalue()


def built(corpus: CorpusStore, *document_ids: str) -> Store:
    store = Store()
    for document_id in document_ids:
        store.replace(document_id, corpus.statements[document_id])
    return store


def test_two_builds_in_opposite_order_are_identical_byte_for_byte(
    corpus_store: CorpusStore,
) -> None:
    ids = list(corpus_store.statements)[::EVERY]
    forwards, backwards = built(corpus_store, *ids), built(corpus_store, *reversed(ids))
    assert dumped(forwards) == dumped(backwards)
    assert forwards.agrees()


def test_forgetting_half_of_the_corpus_equals_never_having_had_it(
    corpus_store: CorpusStore,
) -> None:
    ids = list(corpus_store.statements)[::EVERY]
    store = built(corpus_store, *ids)
    for document_id in ids[::2]:
        store.forget(document_id)
    assert dumped(store) == dumped(built(corpus_store, *ids[1::2]))
    assert store.agrees()


def test_no_address_and_no_number_of_anybody_is_in_the_graph(corpus_store: CorpusStore) -> None:
    texts = {
        str(statement.object)
        for statements in corpus_store.statements.values()
        for statement in statements
        if statement.object.n3().startswith('"')
    }
    # Municipality keys and hashes hold runs of digits that only look like a number.
    plain = {text for text in texts if len(text) != 64 and gazetteer().get(text) is None}
    assert {text for text in plain if mask_contacts(text) != text} == set()


def test_a_document_is_asked_for_by_named_query(corpus_store: CorpusStore) -> None:
    rows = list(corpus_store.store.query(named_query("documents")).rows())
    assert {row["file"] for row in rows} == set(corpus_store.source_files.values())
