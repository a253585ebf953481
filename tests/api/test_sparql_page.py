"""The SPARQL page without scripts: form, answer, pictures, downloads."""

import io
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.answer_pictures import MAX_BARS, Chart, picture, views_of
from api.answer_workbook import XLSX, write_workbook
from api.app import create_app
from api.drawing import Map, Network
from api.settings import Settings
from api.sparql_page import MAX_SHOWN_ROWS
from graph.answer_tables import AnswerTable, Cell
from graph.named_queries import example_query

BROWSER = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
NW = "https://w3id.org/nachbarwissen/ontology#"
TOWNS = f'SELECT ?town WHERE {{ ?town <{NW}ags> ?key . FILTER(?key IN ("05766044", "05766020")) }}'
INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


@pytest.fixture(scope="module")
def client(empty_home: Path, tiny_model: Path) -> TestClient:
    return TestClient(create_app(Settings(home=empty_home, model=str(tiny_model))))


def page(client: TestClient, status: int = 200, **parameters: str) -> BeautifulSoup:
    response = client.get("/sparql", params=parameters, headers=BROWSER)
    assert response.status_code == status
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return BeautifulSoup(response.text, "html.parser")


def test_a_browser_gets_a_table_with_links_and_the_query_in_its_form(client: TestClient) -> None:
    shown = page(client, query=TOWNS)
    links = [link["href"] for link in shown.select("table.answer td a")]
    assert sorted(links) == ["/id/municipality/05766020", "/id/municipality/05766044"]
    field = shown.select_one("textarea")
    assert field is not None
    assert field.text == TOWNS
    assert "2 Zeilen" in shown.text


def test_programs_that_take_anything_get_what_the_protocol_says(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": TOWNS}, headers={"Accept": "*/*"})
    assert response.headers["content-type"] == "application/sparql-results+json"


def test_a_form_may_be_posted_too(client: TestClient) -> None:
    response = client.post("/sparql", data={"query": TOWNS}, headers=BROWSER)
    assert "/id/municipality/05766044" in response.text


def test_an_example_stands_in_the_form_and_an_unknown_one_is_not_found(client: TestClient) -> None:
    assert "skos:broader" in page(client, example="e21_theme_tree").text
    assert client.get("/sparql", params={"example": "e99"}, headers=BROWSER).status_code == 404


def test_every_example_is_offered_in_the_readers_language(client: TestClient) -> None:
    assert "Wer gehört zu „5 für OWL“?" in page(client, lang="de").text
    assert "Who belongs to “5 für OWL”?" in page(client, lang="en").text
    client.cookies.clear()


@pytest.mark.parametrize(
    ("query", "status"),
    [("SELECT WHERE", 400), ("ASK { SERVICE <http://x.example/> {} }", 403)],
)
def test_what_went_wrong_stands_beside_the_query(
    client: TestClient, query: str, status: int
) -> None:
    shown = page(client, status, query=query)
    field, failed = shown.select_one("textarea"), shown.select_one("[role=alert]")
    assert field is not None
    assert field.text == query
    assert failed is not None


def test_yes_no_and_nothing_are_said(client: TestClient) -> None:
    assert "Ja" in page(client, query="ASK { ?s ?p ?o }").select("#result .lead")[0].text
    assert "Nein" in page(client, query="ASK { ?s <urn:x:no> ?o }").select("#result .lead")[0].text
    assert "leer" in page(client, query="SELECT ?s { ?s <urn:x:no> ?o }").text


def test_a_graph_is_listed_and_drawn(client: TestClient) -> None:
    query = example_query("e21_theme_tree")
    shown = page(client, query=query, view="graph")
    assert len(shown.select(".picture a")) > 20
    assert len(shown.select("table.answer tbody tr")) > 20
    names = [link.text for link in shown.select("#result .data a[download]")]
    assert names == ["Turtle", "JSON-LD", "N-Triples", "RDF/XML"]


def test_municipalities_are_drawn_on_a_map_and_counts_as_bars(client: TestClient) -> None:
    assert len(page(client, query=TOWNS, view="map").select(".picture a")) == 2
    counted = f"SELECT ?kind (COUNT(*) AS ?n) {{ ?x <{NW}kind> ?kind }} GROUP BY ?kind"
    shown = page(client, query=counted, view="chart")
    widths = [float(str(bar["width"])) for bar in shown.select(".chart rect")]
    assert max(widths) == 100.0
    assert [link.text for link in shown.select("#result nav a")] == ["Tabelle", "Diagramm"]
    assert "lässt sich diese Antwort nicht" in page(client, query=TOWNS, view="chart").text


def test_a_long_answer_is_shown_in_part_and_says_so(client: TestClient) -> None:
    shown = page(client, query=f"SELECT ?x {{ ?x a <{NW}Municipality> }} LIMIT 1500")
    assert len(shown.select("table.answer tbody tr")) == MAX_SHOWN_ROWS
    assert "ersten 1.000" in shown.text
    assert "1.500 Zeilen" in shown.text


def test_an_answer_too_large_for_a_page_is_offered_as_files(client: TestClient) -> None:
    shown = page(client, query="SELECT * { ?s ?p ?o } LIMIT 30000")
    assert "zu groß für diese Seite" in shown.text
    assert len(shown.select("#result .data a[download]")) == 5


def test_what_data_hold_is_text_and_no_link_to_a_script(client: TestClient) -> None:
    query = 'SELECT ("<script>alert(1)</script>" AS ?a) (IRI("javascript:alert(1)") AS ?b) {}'
    text = client.get("/sparql", params={"query": query}, headers=BROWSER).text
    assert "<script>alert" not in text
    assert 'href="javascript:' not in text
    construct = "CONSTRUCT { <javascript:a> <urn:x:p> <javascript:b> } {}"
    drawn = client.get(
        "/sparql", params={"query": construct, "view": "graph"}, headers=BROWSER
    ).text
    assert 'href="javascript:' not in drawn


def test_the_downloads_of_a_table_lead_to_its_files(client: TestClient) -> None:
    links = {
        link.text: str(link["href"])
        for link in page(client, query=TOWNS).select("#result .data a[download]")
    }
    assert list(links) == ["CSV", "Excel", "JSON", "XML", "TSV"]
    assert client.get(links["CSV"]).text.startswith("town\r\n")
    response = client.get(links["Excel"])
    assert response.headers["content-type"] == XLSX
    assert "municipality/05766044" in strings_of(response.content)


def test_excel_can_be_asked_for_by_accept_but_not_for_a_graph(client: TestClient) -> None:
    response = client.get("/sparql", params={"query": TOWNS}, headers={"Accept": XLSX})
    assert response.headers["content-type"] == XLSX
    refused = client.get("/sparql", params={"query": "ASK {}", "format": "xlsx"})
    assert refused.status_code == 406


def strings_of(workbook: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(workbook)) as book:
        return book.read("xl/worksheets/sheet1.xml").decode()


def test_a_workbook_keeps_numbers_texts_and_what_looks_like_a_formula() -> None:
    lines = [
        b"?name\t?count\n",
        '"Größe \\"x\\"\\t&"@de\t12\n'.encode(),
        b'"=1+1"\t1.5\n',
        b"<http://x.example/>\t\n",
        b'"123456789012345678"\t12345678901234567890\n',
    ]
    with write_workbook(lines) as file:
        sheet = strings_of(file.read())
    assert "Größe &quot;x&quot;\t&amp;" in sheet or 'Größe "x"\t&amp;' in sheet
    assert "<v>12</v>" in sheet
    assert "<v>1.5</v>" in sheet
    assert "<f>" not in sheet
    assert "=1+1" in sheet
    assert "12345678901234567890" in sheet
    assert "http://x.example/" in sheet


def counted(rows: int) -> AnswerTable:
    cells = [(Cell(f"name {n}"), Cell(str(n), datatype=INTEGER)) for n in range(rows)]
    return AnswerTable("table", ("name", "count"), tuple(cells))


def test_a_chart_takes_the_column_of_names_and_says_when_it_is_cut() -> None:
    drawn = picture(counted(MAX_BARS + 5), "chart")
    assert drawn is not None
    assert drawn.is_cut
    assert isinstance(drawn.drawn, Chart)
    assert (drawn.drawn.label, drawn.drawn.measure) == ("name", "count")
    assert len(drawn.drawn.bars) == MAX_BARS


def test_pairs_of_towns_can_be_drawn_in_both_ways() -> None:
    base = "https://w3id.org/nachbarwissen/id/municipality/"
    row = (Cell(f"{base}05766044", is_iri=True), Cell(f"{base}05766020", is_iri=True))
    table = AnswerTable("table", ("one", "other"), (row, row))
    assert views_of(table) == ("table", "graph", "map")
    network, places = picture(table, "graph"), picture(table, "map")
    assert network is not None
    assert isinstance(network.drawn, Network)
    assert [line.count for line in network.drawn.lines] == [2]
    assert places is not None
    assert isinstance(places.drawn, Map)
    assert [point.name for point in places.drawn.points] == ["Detmold", "Lemgo"]
