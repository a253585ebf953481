from ingest.cleaning import clean
from ingest.readers import read_file
from tests.ingest.papers import a_pdf

LINES = [
    "Die Stadt Lage und die Gemeinde Kalletal haben eine gemein-",
    "same Vergabestelle gegründet. Sie prüft für beide Häuser alle",
    "Ausschreibungen und spart dabei Zeit, Geld und manchen Streit.",
]


def placed(
    x: float, top: float, *lines: str, size: float = 10
) -> list[tuple[float, float, float, str]]:
    return [(x, top - 12 * number, size, line) for number, line in enumerate(lines)]


def test_hyphenated_lines_become_one_paragraph_with_umlauts() -> None:
    text = clean(read_file(a_pdf(placed(60, 700, *LINES)), "a.pdf")).text
    assert text == (
        "Die Stadt Lage und die Gemeinde Kalletal haben eine gemeinsame Vergabestelle gegründet. "
        "Sie prüft für beide Häuser alle Ausschreibungen und spart dabei Zeit, Geld und manchen "
        "Streit."
    )


def test_ligatures_and_decomposed_umlauts_become_plain_letters() -> None:
    # Glyphs as typesetters name them: the font's codes 1 to 4 are ligatures, 5 is a lone umlaut.
    glyphs = "<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1/fi/fl/ff/ffi/uni0308]>>"
    line = "Zerti\x01kat und \x02eißige Scha\x03ner pru\x05fen die O\x04ziere der Feuerwehr."
    text = clean(read_file(a_pdf(placed(60, 700, line), encoding=glyphs), "a.pdf")).text
    assert text == "Zertifikat und fleißige Schaffner prüfen die Offiziere der Feuerwehr."


def test_hyphens_that_are_spelled_stay() -> None:
    page = placed(
        60,
        700,
        "Die Kosten tragen der Kreis Minden-Lübbecke und die Stadt Horn-",
        "Bad Meinberg gemeinsam; für die Post- und für die Scan-",
        "und Druckstelle liegen getrennte Vereinbarungen der Räte vor.",
    )
    text = clean(read_file(a_pdf(page), "a.pdf")).text
    assert "Horn-Bad Meinberg" in text
    assert "Scan- und Druckstelle" in text


def test_running_heads_feet_and_page_numbers_are_gone_and_pages_known() -> None:
    pages = [
        [
            (60, 800, 10, "Kreis Lippe informiert"),
            *placed(60, 700, *LINES),
            (60, 650, 10, f"Auf Seite {number} endet dieser Satz mit der Zahl {number}."),
            (280, 30, 10, f"Seite {number} von 3"),
        ]
        for number in (1, 2, 3)
    ]
    raw = read_file(a_pdf(*pages), "a.pdf")
    cleaned = clean(raw)
    assert "informiert" not in cleaned.text
    assert "von 3" not in cleaned.text
    assert raw.furniture == ("Kreis Lippe informiert",)
    starts = cleaned.page_starts
    assert len(starts) == 3
    assert "der Zahl 2." in cleaned.text[starts[1] : starts[2]]


def test_columns_drawn_line_by_line_are_read_one_after_the_other() -> None:
    left = [f"Linke Spalte, Zeile {number}, voller Wörter" for number in range(1, 9)]
    right = [f"Rechte Spalte, Zeile {number}, voller Wörter" for number in range(1, 9)]
    page = [
        item
        for number, (one, two) in enumerate(zip(left, right, strict=True))
        for item in ((60, 700 - 12 * number, 10, one), (320, 700 - 12 * number, 10, two))
    ]
    text = clean(read_file(a_pdf(page), "a.pdf")).text
    assert text.index("Linke Spalte, Zeile 8") < text.index("Rechte Spalte, Zeile 1")


def test_cells_side_by_side_are_one_row() -> None:
    page = [
        *placed(60, 700, *LINES),
        (60, 640, 10, "Aufgabe"),
        (250, 640, 10, "Zuständig"),
        (60, 620, 10, "Vergabe"),
        (250, 620, 10, "Stadt Lage"),
    ]
    blocks = read_file(a_pdf(page), "a.pdf").blocks
    assert [block.text for block in blocks if block.kind == "table"] == [
        "Aufgabe | Zuständig\nVergabe | Stadt Lage"
    ]


def test_larger_type_is_a_heading() -> None:
    page = [(60, 760, 18, "Vergabe gemeinsam"), *placed(60, 700, *LINES)]
    cleaned = clean(read_file(a_pdf(page), "a.pdf"))
    assert [cleaned.text[start:end] for start, end in cleaned.headings] == ["Vergabe gemeinsam"]


def test_a_sentence_that_runs_over_the_page_is_one_sentence() -> None:
    first = placed(60, 700, *LINES[:2], "Ausschreibungen und spart dabei viel Zeit, wie die beiden")
    second = placed(60, 700, "Bürgermeister sagen. Andere Orte können beitreten.")
    cleaned = clean(read_file(a_pdf(first, second), "a.pdf"))
    assert "wie die beiden Bürgermeister sagen." in cleaned.text
    assert cleaned.text[cleaned.page_starts[1] :].startswith("sagen.")


def test_an_empty_page_keeps_the_count_of_pages() -> None:
    last = placed(60, 700, "Auf der dritten Seite steht wieder ein ganzer Satz mit Punkt.")
    cleaned = clean(read_file(a_pdf(placed(60, 700, *LINES), [], last), "a.pdf"))
    assert len(cleaned.page_starts) == 3
    assert cleaned.text[cleaned.page_starts[2] :].startswith("Auf der dritten Seite")
