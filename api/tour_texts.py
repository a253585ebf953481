"""Texts of the guided tour: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["TOUR_TEXTS"]

TOUR_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "tour": ("Rundgang in fünf Minuten", "A tour of five minutes"),
        "tour_step": ("Schritt {number} von {all}", "Step {number} of {all}"),
        "tour_try": ("Ausprobieren", "Try it"),
        "tour_back": ("Zurück", "Back"),
        "tour_next": ("Weiter", "Next"),
        "tour_end": ("Jetzt selbst fragen", "Ask your own question"),
        "tour_ask": ("Fragen Sie wie im Gespräch", "Ask as you would in a talk"),
        "tour_ask_text": (
            "Schreiben Sie Ihre Frage so, wie Sie sie einer Kollegin im Nachbarrathaus stellen "
            "würden. Stichwörter und Abkürzungen wie OZG, DMS oder IKZ genügen auch. Während Sie "
            "schreiben, schlägt das Feld Themen, Vorhaben und Fragen vor.",
            "Write your question as you would put it to a colleague in the next town hall. "
            "Keywords and abbreviations such as OZG, DMS or IKZ will do. While you type, the "
            "field suggests themes, undertakings and questions.",
        ),
        "tour_town": ("Sagen Sie, für welche Stadt Sie fragen", "Say for which town you ask"),
        "tour_town_text": (
            "Geben Sie Ihre Kommune an. Orte, die ihr in Größe, Kreis und Entfernung gleichen, "
            "rücken dann nach oben, und jedes Ergebnis sagt, worin der andere Ort Ihrem gleicht. "
            "Ihr Browser merkt sich die Angabe; in weitergegebenen Links steht sie nur, wenn Sie "
            "danach gefragt haben.",
            "Name your municipality. Towns like it in size, county and distance move up, and "
            "each result says how the other town is like yours. Your browser remembers it.",
        ),
        "tour_read": ("Lesen Sie zuerst den Beleg", "Read the proof first"),
        "tour_read_text": (
            "Der eingerückte Text ist die Stelle des Dokuments im Wortlaut; gemeinsame Wörter sind "
            "markiert. Ein Klick auf den Titel darunter öffnet das Dokument an dieser Stelle. "
            "Unter „Ansprechen“ steht, wen Sie anrufen können, unter „Warum hier“, was das "
            "Ergebnis nach oben gebracht hat.",
            "The indented text is the passage of the document word for word; shared words are "
            "marked. A click on the title below opens the document at this place. Then you see "
            "whom to call, and what brought the result up.",
        ),
        "tour_narrow": ("Grenzen Sie ein", "Narrow it down"),
        "tour_narrow_text": (
            "Bedingungen dürfen im Satz stehen: „unter 20.000 Einwohnern“, „im Kreis Herford“, "
            "„nach 2021“. Was verstanden wurde, steht als Schild über den Ergebnissen; ein Klick "
            "darauf hebt es auf. Neben den Ergebnissen grenzen Sie nach Thema, Kreis, Größe, Stand "
            "und Art des Dokuments ein; die Zahl sagt, wie viele übrig bleiben.",
            "Conditions may stand in the sentence: a size, a county, a year. What was understood "
            "stands as a label above the results; a click takes it away. Beside the results you "
            "narrow by theme, county, size, status and kind of document, each with its count.",
        ),
        "tour_take": ("Nehmen Sie die Antwort mit", "Take the answer along"),
        "tour_take_text": (
            "Unter den Ergebnissen finden Sie den Text für die Ratsvorlage mit Quellenangaben, "
            "PDF, Word und Excel, und den Link zum Weitergeben. Hat noch niemand eine Lösung? Dann "
            "wählen Sie „Frage merken“: Sobald ein neues Dokument sie beantwortet, sehen Sie es "
            "auf Ihrer Merkliste, im Feedreader oder in Ihrem Postfach.",
            "Below the results you find the text for a council paper with citations, PDF, Word "
            "and Excel files and a link to share. Nobody has a solution yet? Save the question: "
            "as soon as a new document answers it, you see it on your list, in your feed reader "
            "or in your mailbox.",
        ),
    }
)
