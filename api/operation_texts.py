"""The sentences of the OpenAPI description in German, by what they are in English."""

from collections.abc import Mapping
from types import MappingProxyType

from api.model_texts import MODEL_TEXTS

__all__ = ["GERMAN"]

GERMAN: Mapping[str, str] = MappingProxyType(
    {
        **MODEL_TEXTS,
        # Subjects
        "Ask a question, and have one completed while it is typed.": (
            "Fragen stellen und Vorschläge beim Tippen bekommen."
        ),
        "What is kept here: documents, undertakings, municipalities, contradictions.": (
            "Was hier liegt: Dokumente, Vorhaben, Kommunen und Widersprüche."
        ),
        "Every thing at an address of its own, and all that documents say about it.": (
            "Jedes Ding unter seiner eigenen Adresse, und alles, was Dokumente darüber sagen."
        ),
        "Query the graph, and take it along as a whole.": (
            "Den Graphen abfragen oder als Ganzes mitnehmen."
        ),
        "Open matters and what people decide on them. For editors with their token.": (
            "Offene Punkte und was Menschen darüber entscheiden. Nur für die Redaktion mit ihrem "
            "Schlüssel."
        ),
        "A dataset that may be written. For the administrator with a token.": (
            "Ein Datensatz, in den geschrieben werden darf. Nur für die Verwaltung der "
            "Installation mit ihrem Schlüssel."
        ),
        "What a monitor asks.": "Was eine Überwachung fragt.",
        # What operations do
        "Answer whether another town has solved it: solutions with town, proof and contact.": (
            "Beantwortet, ob eine andere Kommune das schon gelöst hat: Lösungen mit Kommune, Beleg "
            "und Ansprechpartnern."
        ),
        "Suggest questions, themes and undertakings, or municipalities and counties.": (
            "Schlägt Fragen, Themen und Vorhaben vor oder Kommunen und Kreise."
        ),
        "List the documents, ordered by their files' names.": (
            "Listet die Dokumente auf, geordnet nach den Namen ihrer Dateien."
        ),
        "List the undertakings, ordered by name.": "Listet die Vorhaben nach Namen auf.",
        "List the municipalities and counties that take part in an undertaking, ordered by name.": (
            "Listet nach Namen die Kommunen und Kreise auf, die an einem Vorhaben beteiligt sind."
        ),
        "List the undertakings most like one, or who has the same still open.": (
            "Listet auf, welche Vorhaben einem anderen am ähnlichsten sind oder wer das Gleiche "
            "noch plant."
        ),
        "List who works on a theme, most undertakings first.": (
            "Listet auf, wer an einem Thema arbeitet; wer die meisten Vorhaben hat, steht oben."
        ),
        "List values that cannot all be true, those of different documents first.": (
            "Listet Angaben auf, die nicht alle stimmen können; zuerst die aus verschiedenen "
            "Dokumenten."
        ),
        "List what documents say about a thing: value, quote, place, extractor, reviewer.": (
            "Listet auf, was Dokumente über ein Ding sagen: Wert, Zitat, Stelle, wie es gefunden "
            "wurde und wer es geprüft hat."
        ),
        "Show a thing: a page for people, RDF by `Accept` or `format`.": (
            "Zeigt ein Ding: als Seite für Menschen, als RDF nach `Accept` oder `format`."
        ),
        "One of several names of a thing leads on (303) to the one that stands for all.": (
            "Hat ein Ding mehrere Namen, so führt jeder (303) zu dem, der für alle steht."
        ),
        "Return what a named graph says: a page for people, RDF by `Accept` or `format`.": (
            "Gibt zurück, was ein benannter Graph sagt: als Seite für Menschen, als RDF nach "
            "`Accept` oder `format`."
        ),
        "Return prefixes, classes, properties and themes with labels and definitions.": (
            "Gibt Präfixe, Klassen, Eigenschaften und Themen mit Namen und Definitionen zurück."
        ),
        "Show the vocabulary: a page for people, RDF by `Accept` or `format`.": (
            "Zeigt das Vokabular: als Seite für Menschen, als RDF nach `Accept` oder `format`."
        ),
        "Answer a SPARQL 1.1 query in the format that `Accept` or `format` prefers.": (
            "Beantwortet eine Abfrage in SPARQL 1.1 in dem Format, das `Accept` oder `format` "
            "nennt."
        ),
        "A GET without a query gives browsers a form, programs a description of the service.": (
            "GET ohne Abfrage gibt Browsern ein Formular und Programmen die Beschreibung des "
            "Dienstes."
        ),
        "Describe the data set in VoID and DCAT-AP.de, in any form of RDF.": (
            "Beschreibt den Datensatz in VoID und DCAT-AP.de, in jeder Form von RDF."
        ),
        "Send all named graphs as N-Quads (`nq`) or TriG (`trig`), piece by piece.": (
            "Schickt alle benannten Graphen als N-Quads (`nq`) oder TriG (`trig`), Stück für Stück."
        ),
        "Answer a SPARQL 1.1 query over earlier versions, each a graph of its own.": (
            "Beantwortet eine Abfrage in SPARQL 1.1 über frühere Fassungen; jede ist ein eigener "
            "Graph."
        ),
        "List what waits for a decision: doubtful pairs first, then statements.": (
            "Listet auf, was auf eine Entscheidung wartet: zuerst zweifelhafte Paare, dann "
            "Aussagen."
        ),
        "List what was decided, earliest first.": (
            "Listet auf, was entschieden wurde; das Älteste zuerst."
        ),
        "Decide that two things are one.": "Entscheidet, dass zwei Dinge dasselbe sind.",
        "Decide that two things are not one.": "Entscheidet, dass zwei Dinge nicht dasselbe sind.",
        "Decide that some documents mean another bearer of a name.": (
            "Entscheidet, dass einige Dokumente jemand anderen mit demselben Namen meinen."
        ),
        "Accept or reject an open matter.": "Nimmt einen offenen Punkt an oder lehnt ihn ab.",
        "Take a decision back.": "Nimmt eine Entscheidung zurück.",
        "Answer a SPARQL 1.1 query over the workspace as it is now.": (
            "Beantwortet eine Abfrage in SPARQL 1.1 über den Arbeitsbereich, wie er jetzt ist."
        ),
        "Carry out a SPARQL 1.1 update, whole or not at all.": (
            "Führt eine Änderung in SPARQL 1.1 aus, ganz oder gar nicht."
        ),
        "Return one graph: the default one, one by its IRI, or the one that has this address.": (
            "Gibt einen Graphen zurück: den Standardgraphen, einen nach seiner IRI oder den, der "
            "diese Adresse hat."
        ),
        "Write one graph: PUT replaces it, POST adds to it.": (
            "Schreibt einen Graphen: PUT ersetzt ihn, POST ergänzt ihn."
        ),
        "Remove one graph.": "Entfernt einen Graphen.",
        "Say that the process answers.": "Sagt, dass der Prozess antwortet.",
        "Say that graph, index and model are open; a problem document says what is missing.": (
            "Sagt, dass Graph, Index und Modell offen sind; sonst steht in der Fehlermeldung, was "
            "fehlt."
        ),
        "Return counters in the text format of Prometheus.": (
            "Gibt Zähler im Textformat von Prometheus zurück."
        ),
        # What requests hold
        "The question, as one would ask a colleague.": (
            "Die Frage, so wie man sie einer Kollegin stellen würde."
        ),
        "Comes back with the answer.": "Kommt mit der Antwort zurück.",
        "Town that asks.": "Die Kommune, die fragt.",
        "Only this theme.": "Nur dieses Thema.",
        "Only towns of this county.": "Nur Kommunen dieses Kreises.",
        "Only from this year on.": "Nur ab diesem Jahr.",
        "Only up to this year.": "Nur bis zu diesem Jahr.",
        "Only towns up to this size.": "Nur Kommunen bis zu dieser Größe.",
        "Kinds of condition not to be read from the words.": (
            "Arten von Bedingungen, die nicht aus den Worten gelesen werden sollen."
        ),
        "Towns like the asking one move up.": (
            "Kommunen, die der fragenden ähneln, rücken nach oben."
        ),
        "Number of results.": "Zahl der Ergebnisse.",
        "Number of entries.": "Zahl der Einträge.",
        "Entries to leave out before the first.": "So viele Einträge am Anfang bleiben weg.",
        "What was typed so far.": "Was bisher getippt wurde.",
        "What is being typed.": "Was getippt wird: eine Frage oder eine Kommune.",
        "Its name or IRI.": "Sein Name oder seine IRI.",
        "Only what is still planned.": "Nur was noch geplant ist.",
        "Its German label.": "Sein deutscher Name.",
        "Only about this undertaking.": "Nur zu diesem Vorhaben.",
        "Also several dates, statuses or sums in one document.": (
            "Auch mehrere Daten, Stände oder Summen innerhalb eines Dokuments."
        ),
        "IRI, or what follows /id/ in it.": "Die IRI oder was darin auf /id/ folgt.",
        "What it is.": "Was für ein Ding es ist.",
        "The end of its address.": "Das Ende seiner Adresse.",
        "The format by its name, where `Accept` does not say it.": (
            "Das Format nach seinem Namen, wenn `Accept` es nicht sagt."
        ),
        "The format.": "Das Format.",
        "What the address of the graph ends with.": "Womit die Adresse des Graphen endet.",
        "The language of the labels.": "Die Sprache der Namen.",
        "The query.": "Die Abfrage.",
        "Graphs that make up the default graph.": "Graphen, aus denen der Standardgraph besteht.",
        "Graphs that the query may name.": "Graphen, die die Abfrage nennen darf.",
        "The IRI of the graph.": "Die IRI des Graphen.",
        "The default graph instead.": "Stattdessen der Standardgraph.",
        "Statements at most as sure as this.": "Aussagen, die höchstens so sicher sind.",
        "Who decides; the name is kept with the decision.": (
            "Wer entscheidet; der Name bleibt bei der Entscheidung."
        ),
        "As the list names it; its beginning is enough.": (
            "Wie die Liste es nennt; der Anfang genügt."
        ),
        # What comes back
        "As asked.": "Wie gewünscht.",
        "Made.": "Angelegt.",
        "Done; nothing comes back.": "Erledigt; es kommt nichts zurück.",
        # Who may
        "The token of the setting NACHBARWISSEN_ADMIN_TOKEN.": (
            "Der Schlüssel aus der Einstellung NACHBARWISSEN_ADMIN_TOKEN."
        ),
        "The token of the setting NACHBARWISSEN_EDITOR_TOKEN.": (
            "Der Schlüssel aus der Einstellung NACHBARWISSEN_EDITOR_TOKEN."
        ),
    }
)
