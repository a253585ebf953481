import io
import itertools
import json
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from rdflib import BNode, Literal, URIRef

from graph.statements import Statement
from graph.store import Store
from ontology.errors import (
    InUseError,
    NotFoundError,
    QueryError,
    StoreError,
)

IDS = ("a" * 16, "b" * 16, "c" * 16)


def says(*facts: str) -> list[Statement]:
    """Return one statement a word: towns and what they have."""
    town, has = URIRef("https://example.org/lage"), URIRef("https://example.org/has")
    return [Statement(town, has, Literal(fact)) for fact in facts]


# Each document has versions that overlap with those of the others.
VERSIONS = (says("portal", "bauhof"), says("portal", "vhs"), says("kasse"))


def dumped(store: Store) -> bytes:
    output = io.BytesIO()
    store.dump(output)
    return output.getvalue()


def fresh(contents: dict[str, Sequence[Statement]]) -> Store:
    store = Store()
    for document_id, statements in contents.items():
        store.replace(document_id, statements)
    return store


def test_a_document_can_be_asked_for_in_the_union_and_in_its_own_graph() -> None:
    store = Store()
    store.replace(IDS[0], says("portal"))
    everywhere = "SELECT ?what WHERE { ?town <https://example.org/has> ?what }"
    in_graph = "SELECT ?what WHERE { GRAPH ?g { ?town <https://example.org/has> ?what } }"
    assert list(store.query(everywhere).rows()) == [{"what": "portal"}]
    assert list(store.query(in_graph).rows()) == [{"what": "portal"}]
    assert store.document_ids() == (IDS[0],)


def test_what_two_documents_say_stays_until_both_are_forgotten() -> None:
    store = fresh({IDS[0]: says("portal", "bauhof"), IDS[1]: says("portal")})
    store.forget(IDS[0])
    assert set(store.statements()) == set(says("portal"))
    store.forget(IDS[1])
    assert len(store) == 0
    assert store.graphs() == ()


def test_every_sequence_of_replacing_and_forgetting_equals_a_build_from_scratch() -> None:
    replacing = [(document_id, version) for document_id in IDS for version in VERSIONS]
    forgetting: list[tuple[str, list[Statement] | None]] = [(each, None) for each in IDS[:2]]
    for sequence in itertools.product((*replacing, *forgetting), repeat=3):
        store, expected = Store(), dict[str, Sequence[Statement]]()
        for document_id, version in sequence:
            if version is not None:
                store.replace(document_id, version)
                expected[document_id] = version
            elif document_id in expected:
                store.forget(document_id)
                del expected[document_id]
        assert store.agrees()
        assert dumped(store) == dumped(fresh(expected))


def test_a_replaced_document_forgets_its_predecessor_in_the_same_act() -> None:
    store = fresh({IDS[0]: says("portal", "bauhof"), IDS[1]: says("bauhof")})
    store.replace(IDS[2], says("portal", "vhs"), superseded=[IDS[0]])
    assert store.document_ids() == (IDS[1], IDS[2])
    assert dumped(store) == dumped(fresh({IDS[1]: says("bauhof"), IDS[2]: says("portal", "vhs")}))


def test_the_order_of_documents_does_not_show_in_the_dump() -> None:
    contents = dict(zip(IDS, VERSIONS, strict=True))
    dumps = {
        dumped(fresh({document_id: contents[document_id] for document_id in order}))
        for order in itertools.permutations(IDS)
    }
    assert len(dumps) == 1
    lines = dumps.pop().splitlines()
    assert lines == sorted(lines)


def test_a_dump_read_again_gives_the_same_store() -> None:
    store = fresh(dict(zip(IDS, VERSIONS, strict=True)))
    again = Store()
    again.load_dump(io.BytesIO(dumped(store)))
    assert dumped(again) == dumped(store)
    assert again.agrees()


def test_a_damaged_dump_is_refused_whole() -> None:
    store = Store()
    damaged = b'<https://a.de/a> <https://a.de/b> "c" <https://a.de/g> .\n<https://a.de/a> <oops'
    with pytest.raises(StoreError, match="damaged"):
        store.load_dump(io.BytesIO(damaged))
    assert len(store) == 0


@pytest.mark.parametrize(
    "value",
    [
        Literal("Bürger\n\"Rat\" \\ 'Haus' \t🏛"),
        Literal("05766020"),
        Literal(42),
        Literal(Decimal("0.9")),
        Literal("Straße", lang="de"),
        URIRef("https://example.org/ä"),
    ],
)
def test_terms_come_back_as_they_were_stored(value: Literal | URIRef) -> None:
    statement = Statement(URIRef("https://a.de/a"), URIRef("https://a.de/b"), value)
    store = Store()
    store.replace(IDS[0], [statement])
    assert list(store.statements()) == [statement]


def test_replacing_a_rewritten_number_keeps_its_copy() -> None:
    def number(text: str) -> list[Statement]:
        value = Literal(text, datatype=URIRef("http://www.w3.org/2001/XMLSchema#decimal"))
        return [Statement(URIRef("https://a.de/a"), URIRef("https://a.de/b"), value)]

    store = Store()
    store.replace(IDS[0], number("1.10"))
    store.replace(IDS[0], number("1.1"))
    assert store.agrees()
    assert len(store) == 1


def test_blank_nodes_are_refused_and_nothing_is_stored() -> None:
    store = Store()
    nameless: list[Statement] = [
        *says("portal"),
        Statement(URIRef("https://a.de/a"), URIRef("https://a.de/b"), BNode()),  # type: ignore[arg-type]  # what the test is about
    ]
    with pytest.raises(TypeError, match="IRIs and literals only"):
        store.replace(IDS[0], nameless)
    assert len(store) == 0


def test_forgetting_an_unknown_document_says_so() -> None:
    with pytest.raises(NotFoundError, match="no document"):
        Store().forget(IDS[0])


def test_a_second_writer_is_told_that_the_store_is_in_use(tmp_path: Path) -> None:
    with Store(tmp_path / "graph"), pytest.raises(InUseError, match="Another process"):
        Store(tmp_path / "graph")


def test_a_closed_store_can_be_opened_again(tmp_path: Path) -> None:
    with Store(tmp_path / "graph") as store:
        store.replace(IDS[0], says("portal"))
    with pytest.raises(StoreError, match="closed"):
        len(store)
    with Store(tmp_path / "graph") as again:
        assert again.document_ids() == (IDS[0],)


def test_a_snapshot_is_read_while_the_writer_goes_on(tmp_path: Path) -> None:
    with Store(tmp_path / "live") as live:
        live.replace(IDS[0], says("portal"))
        live.snapshot(tmp_path / "snapshot")
        live.replace(IDS[1], says("vhs"))
        reader = Store(tmp_path / "snapshot", read_only=True)
        assert reader.document_ids() == (IDS[0],)
        with pytest.raises(StoreError, match="reading only"):
            reader.replace(IDS[1], says("vhs"))


def test_a_snapshot_never_overwrites_another(tmp_path: Path) -> None:
    with Store(tmp_path / "live") as live:
        live.snapshot(tmp_path / "snapshot")
        with pytest.raises(StoreError, match="No snapshot"):
            live.snapshot(tmp_path / "snapshot")


def test_a_broken_query_names_the_place_of_the_mistake() -> None:
    with pytest.raises(QueryError, match="1:25"):
        Store().query("SELECT * WHERE { ?s ?p }")


def test_an_unknown_function_is_a_query_error() -> None:
    with pytest.raises(QueryError, match="does not parse"):
        Store().query("SELECT ?x WHERE { FILTER(nope:x(?x)) }")


def test_a_table_is_written_in_every_format_with_unbound_variables() -> None:
    store = fresh({IDS[0]: says("portal")})
    query = "SELECT ?what ?none WHERE { ?town <https://example.org/has> ?what }"
    texts = {name: store.query(query).text(format_name=name) for name in ("csv", "tsv", "xml")}
    found = json.loads(store.query(query).text(format_name="json"))
    assert found["results"]["bindings"] == [{"what": {"type": "literal", "value": "portal"}}]
    assert texts["csv"].splitlines() == ["what,none", "portal,"]
    assert texts["tsv"].splitlines()[0] == "?what\t?none"
    assert "<literal>portal</literal>" in texts["xml"]


def test_a_graph_is_written_in_every_format_and_in_order() -> None:
    store = fresh({IDS[0]: says("vhs", "portal", "bauhof")})
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    result = store.query(query)
    assert result.kind == "graph"
    lines = result.text(format_name="ntriples").splitlines()
    assert lines == sorted(lines)
    assert len(lines) == 3
    for name in ("turtle", "jsonld", "rdfxml"):
        assert "bauhof" in store.query(query).text(format_name=name)


def test_a_graph_cannot_be_written_as_a_table() -> None:
    result = Store().query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    with pytest.raises(QueryError, match="csv"):
        result.text(format_name="csv")


def test_a_truth_is_no_table_and_a_table_no_truth() -> None:
    store = fresh({IDS[0]: says("portal")})
    answer = store.query("ASK { ?town <https://example.org/has> 'portal' }")
    assert answer.kind == "truth"
    assert bool(answer)
    with pytest.raises(QueryError, match="no rows"):
        next(answer.rows())
    with pytest.raises(QueryError, match="neither true nor false"):
        bool(store.query("SELECT * WHERE { ?s ?p ?o }"))


def test_a_query_can_be_held_to_chosen_graphs() -> None:
    store = fresh({IDS[0]: says("portal"), IDS[1]: says("vhs")})
    query = "SELECT ?what WHERE { ?town <https://example.org/has> ?what }"
    only = store.query(query, default_graphs=[store.iris.document_graph(IDS[1])])
    assert list(only.rows()) == [{"what": "vhs"}]
