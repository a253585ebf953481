"""The message catalogue itself: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["LABELS", "TEXTS"]

TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "name": ("Nachbarwissen", "Nachbarwissen"),
        "claim": (
            "Hat eine andere Stadt das schon gelöst?",
            "Has another town already solved this?",
        ),
        "skip": ("Zum Inhalt springen", "Skip to content"),
        "other_language": ("English", "Deutsch"),
        "ask_label": ("Ihre Frage oder ein Stichwort", "Your question or a keyword"),
        "ask_hint": (
            "Fragen Sie so, wie Sie eine Kollegin im Nachbarrathaus fragen würden.",
            "Ask as you would ask a colleague in the next town hall.",
        ),
        "ask_button": ("Suchen", "Search"),
        "filters": ("Eingrenzen", "Narrow down"),
        "theme": ("Thema", "Theme"),
        "all_themes": ("Alle Themen", "All themes"),
        "asker": ("Ihre Stadt", "Your town"),
        "asker_hint": (
            "Ähnliche Städte rücken dann nach oben.",
            "Towns that are alike then rank higher.",
        ),
        "since": ("Seit Jahr", "Since year"),
        "examples": ("Zum Beispiel", "For example"),
        "holdings": (
            "Durchsucht werden {documents} Dokumente mit {projects} Vorhaben aus {towns} Städten, "
            "Gemeinden und Kreisen.",
            "{documents} documents are searched, with {projects} undertakings of {towns} "
            "municipalities and counties.",
        ),
        "found_none": ("Keine Lösung gefunden", "No solution found"),
        "nothing_stored": (
            "Hier liegen noch keine Dokumente. Bringen Sie welche mit „nachbarwissen ingest“.",
            "There are no documents yet. Bring some with “nachbarwissen ingest”.",
        ),
        "no_project": ("Fundstelle ohne benanntes Vorhaben", "Find without a named undertaking"),
        "who": ("Wer", "Who"),
        "status": ("Stand", "Status"),
        "since_date": ("seit {date}", "since {date}"),
        "proof": ("Beleg", "Proof"),
        "further_proof": ("Weitere Belege ({count})", "Further proof ({count})"),
        "further_towns": ("und {count} weitere", "and {count} more"),
        "further_town": ("und eine weitere", "and one more"),
        "call": ("Ansprechen", "Whom to call"),
        "why": ("Warum hier", "Why here"),
        "inhabitants": ("{count} Einwohner", "{count} inhabitants"),
        "page": ("Seite {page}", "page {page}"),
        "kind": ("Art", "Kind"),
        "date": ("Datum", "Date"),
        "publisher": ("Herausgeber", "Publisher"),
        "rights": ("Rechte", "Rights"),
        "source": ("Quelle", "Source"),
        "file": ("Datei", "File"),
        "unknown": ("nicht bekannt", "not known"),
        "excerpt_only": (
            "Die Rechte an diesem Text liegen beim Herausgeber. Gezeigt wird nur der Ausschnitt um "
            "die Fundstelle, höchstens 300 Zeichen.",
            "The rights in this text are reserved. Only an excerpt of at most 300 characters "
            "around the find is shown.",
        ),
        "no_find": (
            "Die Rechte an diesem Text liegen beim Herausgeber. Öffnen Sie ihn von einer "
            "Fundstelle aus, um den Ausschnitt zu sehen.",
            "The rights in this text are reserved. Open it from a find to see the excerpt.",
        ),
        "text": ("Text", "Text"),
        "excerpt": ("Ausschnitt", "Excerpt"),
        "tells_of": ("Dieses Dokument berichtet von", "This document tells of"),
        "begin": ("Beginn", "Begin"),
        "end": ("Ende", "End"),
        "participants": ("Beteiligte", "Participants"),
        "themes": ("Themen", "Themes"),
        "contradiction": (
            "Die Quellen sagen Verschiedenes",
            "The sources say different things",
        ),
        "statements": ("Aussagen mit Beleg", "Statements with evidence"),
        "inferred": ("erschlossen", "inferred"),
        "projects": ("Vorhaben", "Undertakings"),
        "people": ("Personen und Ämter", "People and roles"),
        "profile": ("Steckbrief", "Profile"),
        "county": ("Kreis", "County"),
        "land": ("Land", "State"),
        "population": ("Einwohner (31.12.2023)", "Inhabitants (31 December 2023)"),
        "ags": ("Gemeindeschlüssel", "Official municipality key"),
        "none_yet": ("Dazu liegt noch nichts vor.", "Nothing is known of this yet."),
        "no_person_contact": (
            "E-Mail und Telefon sehen nur angemeldete Partner.",
            "E-mail and telephone are for signed-in partners only.",
        ),
        "as_data": ("Als Daten", "As data"),
        "not_found": ("Nicht gefunden", "Not found"),
        "error": ("Das hat nicht geklappt", "That did not work"),
        "back": ("Zur Suche", "Back to search"),
        "corpus_notice": (
            "Vorführdaten: Die Fakten dieser Sammlung sind öffentlich, die Texte aber "
            "nachgestellt. Keine genannte Stelle hat sie herausgegeben; Zeitungstitel "
            "sind erfunden.",
            "Demonstration data: the facts of this collection are public, the texts are "
            "re-enacted. No body named here issued them; newspaper titles are made up.",
        ),
        "api_docs": ("Programmierschnittstelle", "API"),
        "sparql_docs": ("SPARQL", "SPARQL"),
    }
)

LABELS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "pressemitteilung": ("Pressemitteilung", "press release"),
        "zeitungsartikel": ("Zeitungsartikel", "newspaper article"),
        "workshop-protokoll": ("Workshop-Protokoll", "workshop record"),
        "strategiepapier": ("Strategiepapier", "strategy paper"),
        "projektsteckbrief": ("Projektsteckbrief", "project profile"),
        "ratsvorlage": ("Ratsvorlage", "council paper"),
        "newsletter": ("Newsletter", "newsletter"),
        "sonstiges": ("Dokument", "document"),
        "projekt": ("Projekt", "project"),
        "kooperation": ("Kooperation", "cooperation"),
        "strategie": ("Strategie", "strategy"),
        "netzwerk": ("Netzwerk", "network"),
        "portal": ("Portal", "portal"),
        "geplant": ("geplant", "planned"),
        "laufend": ("läuft", "running"),
        "abgeschlossen": ("abgeschlossen", "finished"),
        "eingestellt": ("eingestellt", "stopped"),
        "unbekannt": ("Stand nicht bekannt", "status not known"),
        "5000": ("unter 5.000 Einwohner", "under 5,000 inhabitants"),
        "10000": ("5.000 bis 10.000 Einwohner", "5,000 to 10,000 inhabitants"),
        "20000": ("10.000 bis 20.000 Einwohner", "10,000 to 20,000 inhabitants"),
        "50000": ("20.000 bis 50.000 Einwohner", "20,000 to 50,000 inhabitants"),
        "under_city": ("50.000 bis 100.000 Einwohner", "50,000 to 100,000 inhabitants"),
        "100000": ("ab 100.000 Einwohner", "100,000 inhabitants and more"),
        "from_2023": ("ab 2023", "since 2023"),
        "from_2020": ("2020 bis 2022", "2020 to 2022"),
        "from_2015": ("2015 bis 2019", "2015 to 2019"),
        "before_2015": ("vor 2015", "before 2015"),
        "treffen": ("Treffen", "meeting"),
        "workshop": ("Workshop", "workshop"),
        "preisverleihung": ("Preisverleihung", "award ceremony"),
        "sitzung": ("Sitzung", "session"),
        "konferenz": ("Konferenz", "conference"),
        "all-rights-reserved": ("alle Rechte vorbehalten", "all rights reserved"),
        "cc-by-4.0": ("CC BY 4.0", "CC BY 4.0"),
        "cc-by-sa-4.0": ("CC BY-SA 4.0", "CC BY-SA 4.0"),
        "cc0": ("gemeinfrei (CC0)", "public domain (CC0)"),
        "official-work": ("amtliches Werk", "official work"),
    }
)
