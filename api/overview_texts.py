"""Texts of overviews, papers and histories: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["OVERVIEW_TEXTS"]

OVERVIEW_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "moment_startDate": ("Beginn", "Begin"),
        "moment_endDate": ("Ende", "End"),
        "moment_document": ("Dokument", "Document"),
        "moment_forUndertaking": ("Auszeichnung", "Award"),
        "moment_about": ("Veranstaltung", "Event"),
        "map_of_partners": ("Karte der Beteiligten: {names}", "Map of the participants: {names}"),
        "themes_title": (
            "Wer macht was? Vorhaben nach Themen",
            "Who does what? Undertakings by theme",
        ),
        "themes_lead": (
            "Acht Lebensbereiche mit ihren Themen. Die Zahl nennt die Vorhaben, von denen die "
            "Dokumente berichten.",
            "Eight fields of life with their themes, and the number of undertakings in each.",
        ),
        "theme_parts": ("Themen dieses Lebensbereichs", "Themes of this field of life"),
        "theme_also": ("Auch gemeint", "Also called"),
        "theme_towns": (
            "Kommunen mit Vorhaben zu diesem Thema",
            "Municipalities active in this theme",
        ),
        "projects_title": ("Alle Vorhaben", "All undertakings"),
        "projects_lead": (
            "{total} Projekte, Kooperationen, Strategien, Netzwerke und Portale, von A bis Z.",
            "{total} projects, cooperations, strategies, networks and portals from A to Z.",
        ),
        "page_of": ("Seite {page} von {pages}", "Page {page} of {pages}"),
        "previous": ("Vorige Seite", "Previous page"),
        "next": ("Nächste Seite", "Next page"),
        "nav_disputes": ("Widersprüche", "Contradictions"),
        "disputes_title": (
            "Widersprüche: Wo Quellen Verschiedenes sagen",
            "Contradictions: where sources disagree",
        ),
        "disputes_lead": (
            "Nennen zwei Dokumente Angaben, die nicht beide stimmen können, stehen hier beide "
            "Seiten mit ihrem Beleg. Entschieden wird nichts für Sie.",
            "Where two documents give values that cannot both be true, both sides stand here "
            "with their proof. Nothing is decided for you.",
        ),
        "disputes_none": (
            "Bisher widersprechen sich keine zwei Dokumente.",
            "So far no two documents contradict each other.",
        ),
        "region": ("Gebiet", "Region"),
        "all_regions": ("Ganz Deutschland", "All of Germany"),
        "map_title": ("Karte: Wo gibt es Vorhaben?", "Map: where are undertakings?"),
        "map_lead": (
            "Jeder Punkt ist eine Kommune, von deren Vorhaben ein Dokument berichtet; je "
            "größer, desto mehr Zusammenarbeit. Linien verbinden Kommunen, die gemeinsam "
            "etwas tun.",
            "Each dot is a municipality with an undertaking, larger with more cooperation. "
            "Lines join those that do something together.",
        ),
        "map_outlines": (
            "Die Umrisse der Länder und Kreise sind aus den Mittelpunkten der Gemeinden "
            "angenähert und auf wenige Kilometer genau.",
            "The outlines of states and counties are derived from the middles of the "
            "municipalities and true to a few kilometres.",
        ),
        "design": ("Gestaltung", "Design"),
        "design_lead": (
            "Aus diesen Bausteinen bestehen alle Seiten. Jeder zeigt Inhalte dieser Installation; "
            "Farben, Größen und Abstände stehen als Werte am Anfang des einen Stilblatts.",
            "All pages are made of these components. Each shows contents of this installation; "
            "colours, sizes and distances are values at the head of the one style sheet.",
        ),
        "design_colours": ("Farben", "Colours"),
        "design_words": ("Schrift", "Type"),
        "design_controls": ("Felder, Knöpfe, Reiter", "Fields, buttons, tabs"),
        "design_states": ("Schilder und Meldungen", "Tags and messages"),
        "design_proofs": ("Angaben mit Beleg", "Statements with proof"),
        "design_lists": ("Listen und Tabellen", "Lists and tables"),
        "pictures": ("Bilder", "Pictures"),
        "zoom_in": ("Vergrößern", "Zoom in"),
        "zoom_out": ("Verkleinern", "Zoom out"),
        "zoom_all": ("Ganzes Bild", "Whole picture"),
        "zoom_hint": (
            "Mit der Tastatur: Bild anwählen, dann + und −, verschieben mit den Pfeiltasten, "
            "ganzes Bild mit 0.",
            "By keyboard: select the picture, then + and −, move with the arrow keys, 0 shows "
            "the whole picture.",
        ),
        "map_cut": (
            "Gezeichnet sind die 400 stärksten Verbindungen. Die Tabelle nennt alle.",
            "The 400 strongest links are drawn; the table has all.",
        ),
        "map_table": ("Dasselbe als Tabelle", "The same as a table"),
        "map_alt": (
            "Karte mit {count} Kommunen und ihren Verbindungen. Die Tabelle darunter enthält "
            "dieselben Angaben.",
            "Map of {count} municipalities and their links; the table below holds the same.",
        ),
        "town": ("Kommune", "Municipality"),
        "count_projects": ("Vorhaben", "Undertakings"),
        "count_partners": ("Partner", "Partners"),
        "closest": ("Engste Partner", "Closest partners"),
        "apply": ("Anzeigen", "Show"),
        "network_title": ("Netz: Wer arbeitet mit wem?", "Network: who works with whom?"),
        "network_lead": (
            "Im Kreis stehen die Kommunen mit den meisten gemeinsamen Vorhaben, Nachbarn "
            "eines Kreises beieinander. Je dicker die Linie, desto mehr tun zwei gemeinsam.",
            "The municipalities with most shared undertakings, those of a county side by "
            "side. The thicker the line, the more two do together.",
        ),
        "network_cut": (
            "Gezeichnet sind die 40 Kommunen mit den meisten Verbindungen.",
            "The 40 municipalities with most links are drawn.",
        ),
        "network_alt": (
            "Netz von {count} Kommunen. Die Tabelle darunter enthält dieselben Angaben.",
            "Network of {count} municipalities; the table below holds the same.",
        ),
        "network_none": (
            "Zu diesem Thema ist keine Zusammenarbeit bekannt.",
            "No cooperation is known in this theme.",
        ),
        "pair_one": ("Kommune", "Municipality"),
        "pair_other": ("arbeitet mit", "works with"),
        "pair_count": ("Gemeinsame Vorhaben", "Undertakings together"),
        "pairs_cut": (
            "Die Tabelle zeigt die ersten {shown} von {all} Paaren.",
            "The table shows the first {shown} of {all} pairs.",
        ),
        "timeline_title": (
            "Zeitleiste: Seit wann läuft was?",
            "Timeline: since when does what run?",
        ),
        "timeline_lead": (
            "Alle Vorhaben mit bekanntem Beginn. Ein Pfeil heißt: läuft noch.",
            "All undertakings whose begin is known. An arrow means: still running.",
        ),
        "timeline_undated": (
            "Bei {count} weiteren Vorhaben nennt kein Dokument den Beginn.",
            "Of {count} more undertakings no document tells the begin.",
        ),
        "course": ("Verlauf", "Course"),
        "project": ("Vorhaben", "Undertaking"),
        "paper_title": ("Textbaustein für die Ratsvorlage", "Text for a council paper"),
        "paper_hint": (
            "Zum Kopieren, Drucken oder als Word-Datei. Jede Aussage trägt die Nummer ihrer "
            "Quelle.",
            "To copy, print or save as a Word file. Each statement carries the number of its "
            "source.",
        ),
        "back_to_answer": ("Zurück zur Antwort", "Back to the answer"),
        "not_ready": ("Hier gibt es noch nichts zu lesen", "There is nothing to read yet"),
    }
)
