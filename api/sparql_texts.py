"""Texts of the SPARQL page and of the vocabulary: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["SPARQL_TEXTS"]

SPARQL_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "sparql_title": ("SPARQL: Abfragen für Fachleute", "SPARQL: queries for analysts"),
        "sparql_query": ("Abfrage in SPARQL 1.1", "Query in SPARQL 1.1"),
        "sparql_hint": (
            "Nur Lesen. Strg+Leertaste schlägt Begriffe vor, Strg+Enter führt aus, Tab verlässt "
            "das Feld. Programme schicken ihre Abfrage an dieselbe Adresse.",
            "Reading only. Ctrl+Space suggests terms, Ctrl+Enter runs the query, Tab leaves the "
            "field. Programs send their query to this same address.",
        ),
        "run": ("Ausführen", "Run"),
        "sparql_examples": ("Beispiele: {count} Fragen", "Examples: {count} questions"),
        "sparql_competency": ("Prüffragen des Vokabulars", "Competency questions"),
        "sparql_further": ("Weitere Beispiele", "Further examples"),
        "sparql_failed": ("Die Abfrage ergab keine Antwort", "The query has no answer"),
        "sparql_result": ("Ergebnis", "Result"),
        "sparql_rows": ("{count} Zeilen", "{count} rows"),
        "sparql_statements": ("{count} Aussagen", "{count} statements"),
        "sparql_first": (
            "Gezeigt werden die ersten {count}; alle stehen in den Dateien.",
            "The first {count} are shown; the files hold all.",
        ),
        "sparql_none": ("Die Antwort ist leer.", "The answer is empty."),
        "sparql_too_large": (
            "Die Antwort ist {size} MB groß, zu groß für diese Seite. Die Dateien enthalten sie.",
            "The answer of {size} MB is too large for this page. The files hold it.",
        ),
        "sparql_yes": ("Ja", "Yes"),
        "sparql_no": ("Nein", "No"),
        "sparql_views": ("Darstellung", "Shown as"),
        "view_table": ("Tabelle", "Table"),
        "view_chart": ("Diagramm", "Chart"),
        "view_graph": ("Graph", "Graph"),
        "view_map": ("Karte", "Map"),
        "view_unfit": (
            "So lässt sich diese Antwort nicht darstellen: Ein Diagramm braucht eine Spalte mit "
            "Zahlen und eine mit Namen, ein Graph zwei Dinge je Zeile, eine Karte Kommunen oder "
            "Kreise.",
            "This answer cannot be shown so: a chart needs a column of numbers and one of names, "
            "a graph two things a row, a map municipalities or counties.",
        ),
        "sparql_cut": (
            "Das Bild zeigt nur einen Teil; die Tabelle hat alles.",
            "The picture shows a part only; the table has everything.",
        ),
        "sparql_download": ("Herunterladen", "Download"),
        "sparql_link": ("Link zu diesem Ergebnis", "Link to this result"),
        "sparql_alt": ("Graph mit {count} Dingen", "Graph of {count} things"),
        "sparql_map_alt": ("Karte mit {count} Orten", "Map of {count} places"),
        "sparql_more": (
            "Begriffe und Themen mit Definitionen stehen im",
            "Terms and themes with their definitions stand in the",
        ),
        "elsewhere": ("Dasselbe in anderen Katalogen", "The same in other catalogues"),
        "graph_title": ("Benannter Graph {name}", "Named graph {name}"),
        "graph_lead": (
            "Alle Aussagen dieses Graphen: {count}. Wie Abfragen ihn nennen:",
            "All statements of this graph: {count}. Queries name it so:",
        ),
        "graph_document": (
            "Das Dokument, dessen Aussagen hier stehen",
            "The document it stands for",
        ),
        "vocabulary": ("Vokabular", "vocabulary"),
        "vocabulary_title": ("Vokabular", "Vocabulary"),
        "vocabulary_lead": (
            "Die Klassen und Eigenschaften, mit denen der Graph spricht, und die Themen. Jede "
            "Adresse eines Begriffs führt hierher.",
            "The classes and properties that the graph speaks with, and the themes. The address "
            "of every term leads here.",
        ),
        "classes": ("Klassen", "Classes"),
        "properties": ("Eigenschaften", "Properties"),
        "prefixes": ("Präfixe", "Prefixes"),
        "term_above": ("Unterbegriff von", "Narrower than"),
        "term_domain": ("von", "Of"),
        "term_range": ("führt zu", "Leads to"),
        "definition": ("Definition", "Definition"),
    }
)
