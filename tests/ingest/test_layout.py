from ingest.layout import read_layout
from tests.ingest.texts import a_document


def test_a_table_row_is_read_under_its_header() -> None:
    layout = read_layout(a_document("Nr. | Vorhaben | Stand\nA1 | Rufbus | läuft\n"))
    (row,) = layout.rows
    assert row.header == ("Nr.", "Vorhaben", "Stand")
    assert [layout.cut(cell) for cell in row.cells] == ["A1", "Rufbus", "läuft"]


def test_a_row_keeps_its_columns_where_the_number_was_glued_to_the_next() -> None:
    layout = read_layout(a_document("Nr. Vorhaben | Stand\nA1 | Rufbus | läuft\n"))
    assert layout.rows[0].header == ("Nr.", "Vorhaben", "Stand")


def test_a_label_and_its_value_are_a_field_on_one_line_or_on_two() -> None:
    layout = read_layout(a_document("Laufzeit: 2020 bis 2023\n\nRechtsform:\n\nZweckverband\n"))
    assert [(field.label, field.value) for field in layout.fields] == [
        ("Laufzeit", "2020 bis 2023"),
        ("Rechtsform", "Zweckverband"),
    ]
    for field in layout.fields:
        assert layout.text[field.start : field.end] == field.value


def test_headings_in_capitals_part_a_newsletter() -> None:
    text = "*** NEUER BUS ***\n\nEr fährt.\n\n*** NEUER WALD ***\n\nEr wächst.\n"
    layout = read_layout(a_document(text, kind="newsletter"))
    bodies = [layout.cut(section.body).strip() for section in layout.sections if section.heading]
    assert bodies == ["Er fährt.", "Er wächst."]
