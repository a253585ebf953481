import pytest

from ingest.layout import Span, read_layout
from ingest.themes import find_themes, theme_labels
from tests.ingest.texts import a_document


def themes(name: str, text: str) -> list[str]:
    layout = read_layout(a_document(text))
    return [claim.value for claim in find_themes(layout, name, (Span(0, len(text)),))]


@pytest.mark.parametrize(
    ("name", "text", "theme"),
    [
        ("Rufbus", "Der Rufbus ergänzt den Nahverkehr.", "Mobilität"),
        ("Vergabestelle", "Die Vergabestelle hilft bei jeder Ausschreibung.", "Beschaffung"),
        ("Wärmeplan", "Der Wärmeplan dient dem Klimaschutz.", "Energie und Klima"),
        ("ISMS", "Das ISMS schützt vor Hackern und sorgt für IT-Sicherheit.", "IT-Sicherheit"),
    ],
)
def test_the_words_of_a_field_tell_the_theme(name: str, text: str, theme: str) -> None:
    assert themes(name, text)[0] == theme


def test_short_stems_count_as_whole_words_only() -> None:
    assert "Geodaten" not in themes("Register", "Das Register ist logistisch schwierig.")


def test_there_are_as_many_themes_as_the_scheme_has_labels() -> None:
    assert len(theme_labels()) == 24
