"""Texts of asking, answers and pages of things: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PAGE_TEXTS"]

PAGE_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "nav": ("Hauptmenü", "Main menu"),
        "nav_ask": ("Fragen", "Ask"),
        "nav_map": ("Karte", "Map"),
        "nav_network": ("Netz", "Network"),
        "nav_timeline": ("Zeitleiste", "Timeline"),
        "nav_help": ("Hilfe", "Help"),
        "foot_nav": ("Rechtliches und Schnittstellen", "Legal notes and interfaces"),
        "about": ("Über Nachbarwissen", "About"),
        "glossary": ("Glossar", "Glossary"),
        "privacy": ("Datenschutz", "Privacy"),
        "accessibility": ("Barrierefreiheit", "Accessibility"),
        "german_only": (
            "",
            "The handbook is written in German only. The tour, the glossary and the pages about "
            "data, privacy and accessibility are there in English too.",
        ),
        "lead": (
            "Sie fragen auf Deutsch. Sie bekommen Lösungen anderer Städte, Gemeinden und "
            "Kreise – mit Zitat, Quelle und Ansprechpartnern.",
            "Ask in German or English. You get what other municipalities have done, with "
            "quote, source and whom to call.",
        ),
        "asker_unknown": (
            "Eine Kommune „{name}“ ist im Gemeindeverzeichnis nicht bekannt. Gesucht wurde "
            "ohne sie.",
            "No municipality “{name}” is known; the search ran without it.",
        ),
        "asker_known": (
            "Sie fragen für {name} ({count} Einwohner).",
            "You ask for {name} ({count} inhabitants).",
        ),
        "asking_for": ("Ihre Stadt und Zeitraum", "Your town and period"),
        "until": ("Bis Jahr", "Until year"),
        "conditions": ("Gesetzte Bedingungen", "Conditions"),
        "condition_remove": ("{name} entfernen", "Remove {name}"),
        "condition_since": ("ab {value}", "from {value}"),
        "condition_until": ("bis {value}", "until {value}"),
        "facet_theme": ("Thema", "Theme"),
        "facet_county": ("Kreis", "County"),
        "facet_size": ("Größe der Kommune", "Size of the municipality"),
        "facet_period": ("Beginn", "Begin"),
        "facet_status": ("Stand", "Status"),
        "facet_document": ("Art des Dokuments", "Kind of document"),
        "facet_partner": ("Eingebracht von", "Brought by"),
        "found": (
            "{total} Vorhaben gefunden. Was am besten zur Frage passt, steht oben.",
            "{total} undertakings found. What fits the question best stands first.",
        ),
        "found_near": (
            "{total} Vorhaben kommen der Frage nahe. Das nächste steht oben.",
            "{total} undertakings come near the question, the nearest first.",
        ),
        "found_near_single": (
            "Ein Vorhaben kommt der Frage nahe.",
            "One undertaking comes near the question.",
        ),
        "found_single": ("Ein Vorhaben gefunden.", "One undertaking found."),
        "found_nothing": (
            "Mit diesen Bedingungen bleibt nichts übrig.",
            "Nothing is left under these conditions.",
        ),
        "nothing_hint": (
            "Entfernen Sie eine Bedingung oder fragen Sie mit anderen Worten.",
            "Remove a condition or ask in other words.",
        ),
        "solutions": ("Das haben andere gelöst", "What others have solved"),
        "near_misses": ("Was der Frage am nächsten kommt", "What comes nearest to the question"),
        "more": ("Weitere anzeigen", "Show more"),
        "take_along": ("Mitnehmen", "Take along"),
        "as_paper": ("Als Text für die Ratsvorlage", "As text for a council paper"),
        "as_docx": ("Word-Datei (DOCX)", "Word file (DOCX)"),
        "as_pdf": ("PDF", "PDF"),
        "as_xlsx": ("Tabelle für Excel (XLSX)", "Table for Excel (XLSX)"),
        "as_csv": ("Tabelle als CSV", "Table as CSV"),
        "as_feed": ("Frage abonnieren (Atom)", "Subscribe to the question (Atom)"),
        "permalink": ("Link zum Weitergeben", "Link to share"),
        "print_hint": (
            "Die Seite selbst lässt sich auch drucken: Strg + P.",
            "The page itself prints well too: Ctrl + P.",
        ),
        "why_close": ("{percent} % Übereinstimmung im Sinn", "{percent} % alike in meaning"),
        "why_words": ("gemeinsame Wörter: {terms}", "shared words: {terms}"),
        "features": (
            "Was Sie für die Übertragung wissen müssen",
            "What you need to know to copy it",
        ),
        "no_features": (
            "Zu Anlass, Lösung, Ergebnis, Hürden, Kosten, Personal, Rechtsform und Förderung sagt "
            "bisher kein Dokument etwas.",
            "No document so far tells of problem, solution, result, obstacles, cost, staff, legal "
            "form or funding.",
        ),
        "history": ("Zeitlicher Verlauf", "History"),
        "sources": ("Quellen", "Sources"),
        "similar": ("Ähnliche Vorhaben", "Similar undertakings"),
        "all_statements": (
            "Alle Aussagen mit Beleg ({count})",
            "All statements with evidence ({count})",
        ),
        "who_joins": ("Wer macht mit", "Who takes part"),
        "quote": ("Beleg", "Proof"),
        "quotes": ("{count} Belege", "{count} proofs"),
        "partners": ("Arbeitet zusammen mit", "Works together with"),
        "together": ("{count} gemeinsame Vorhaben", "{count} undertakings together"),
        "together_one": ("ein gemeinsames Vorhaben", "one undertaking together"),
        "mentioned_in": ("Kommt vor in", "Mentioned in"),
        "connections": ("Verbindungen", "Connections"),
        "roles": ("Ämter und Aufgaben", "Roles"),
        "role_on": ("belegt am {date}", "proved on {date}"),
        "role_between": ("belegt von {since} bis {until}", "proved from {since} to {until}"),
        "role_undated": ("Dokument ohne Datum", "document without a date"),
        "wishes": ("Was diese Kommune noch sucht", "What this municipality still looks for"),
        "wishes_lead": (
            "Diese Vorhaben sind erst geplant. Dahinter steht, wer Ähnliches schon tut.",
            "These undertakings are only planned, each with who already does the like.",
        ),
        "wish_solved": ("Ähnliches gibt es schon", "The like exists"),
        "no_roles": ("Ein Amt oder eine Aufgabe nennt kein Dokument.", "No document names a role."),
        "stated_here": ("Was in diesem Dokument steht", "What this document states"),
        "statement_subject": ("Worüber", "About"),
        "statement_what": ("Aussage", "Statement"),
        "statement_where": ("Stelle", "Place"),
        "show_place": ("Stelle zeigen", "Show"),
        "condition_off": ("Bedingung nicht beachten:", "Do not apply:"),
        "conditions_read": ("Aus Ihrer Frage gelesen", "Read from your question"),
        "searched_all": (
            "Durchsucht: {documents} Dokumente mit {passages} Abschnitten aus {towns} "
            "Städten, Gemeinden und Kreisen",
            "Searched: {documents} documents with {passages} passages on {towns} municipalities",
        ),
        "searched_years": ("aus den Jahren {since} bis {until}", "from {since} to {until}"),
        "no_fit": (
            "Kein Dokument passt zu Frage und Bedingungen.",
            "No document fits the question and its conditions.",
        ),
        "no_conditions_missed": (
            "Was der Frage nahekommt, erfüllt ihre Bedingungen nicht.",
            "What comes near the question does not meet its conditions.",
        ),
        "no_near_enough": (
            "Was folgt, kommt der Frage am nächsten, beantwortet sie aber vermutlich nicht.",
            "What follows comes nearest to the question but probably does not answer it.",
        ),
        "no_theme_only": (
            "Zum Thema gibt es „{name}“, doch {lacking}.",
            "There is “{name}” on the theme, but {lacking}.",
        ),
        "no_together": (
            "Am nächsten kommt, was eine Kommune für sich allein macht.",
            "What comes nearest is done by one municipality alone.",
        ),
        "missed": ("Warum es nicht zählt", "Why it does not count"),
        "why_town_fit": ("Ihrer Stadt ähnlich: {reason}", "like your town: {reason}"),
    }
)
