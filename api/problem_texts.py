"""Texts of what went wrong, by class of error or by HTTP status: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["PROBLEM_TEXTS"]

PROBLEM_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "problem_detail": ("Technische Auskunft (auf Englisch)", "Technical detail"),
        "problem_400": (
            "Diese Angabe kann hier nicht gemeint sein. Bitte gehen Sie zurück und prüfen Sie sie.",
            "This cannot be what was meant. Please go back and check it.",
        ),
        "problem_403": (
            "Das ist von hier aus nicht erlaubt. Laden Sie die Seite neu oder melden Sie sich an, "
            "und versuchen Sie es dann noch einmal.",
            "This is not allowed from here. Reload the page or sign in, then try again.",
        ),
        "problem_404": (
            "Unter dieser Adresse gibt es hier nichts. Vielleicht wurde das Dokument entfernt.",
            "There is nothing at this address. The document may have been removed.",
        ),
        "problem_405": (
            "So lässt sich diese Adresse nicht aufrufen. Bitte gehen Sie über die Seite selbst.",
            "This address cannot be called that way. Please use the page itself.",
        ),
        "problem_406": (
            "In der gewünschten Form gibt es das hier nicht.",
            "This does not come in the form that was asked for.",
        ),
        "problem_413": (
            "Das ist zu viel auf einmal. Bitte senden Sie weniger oder kleinere Dateien.",
            "This is too much at once. Please send fewer or smaller files.",
        ),
        "problem_422": (
            "Eine Angabe in der Adresse oder im Formular fehlt oder passt nicht. Bitte gehen Sie "
            "zurück und prüfen Sie sie.",
            "Something in the address or the form is missing or does not fit. Please go back and "
            "check it.",
        ),
        "problem_429": (
            "Das waren zu viele Versuche. Bitte warten Sie einige Minuten.",
            "These were too many attempts. Please wait some minutes.",
        ),
        "problem_503": (
            "Gerade wartet zu viel. Bitte versuchen Sie es in einigen Minuten noch einmal.",
            "Too much is waiting right now. Please try again in some minutes.",
        ),
        "problem_504": (
            "Das hat zu lange gedauert und wurde abgebrochen. Bitte fragen Sie nach weniger.",
            "This took too long and was ended. Please ask for less.",
        ),
        "problem_EmptyHomeError": (
            "In dieser Installation liegen noch keine Dokumente. Wer sie betreut, bringt welche "
            "mit „nachbarwissen ingest ORDNER“; danach genügt es, diese Seite neu zu laden.",
            "This installation holds no documents yet. Bring some with “nachbarwissen ingest "
            "FOLDER”, then reload this page.",
        ),
        "problem_InUseError": (
            "Gerade schreibt ein anderer Vorgang in den Bestand. Bitte versuchen Sie es in einer "
            "Minute noch einmal.",
            "Something else is writing right now. Please try again in a minute.",
        ),
        "problem_MailError": (
            "Der Mailserver hat die Nachricht nicht angenommen. Bitte versuchen Sie es später "
            "noch einmal.",
            "The mail server did not take the message. Please try again later.",
        ),
        "problem_ModelError": (
            "Dem Server fehlt sein Sprachmodell. Wer ihn betreut, baut es mit „nachbarwissen "
            "model build“.",
            "The server lacks its language model. Whoever runs it builds it with “nachbarwissen "
            "model build”.",
        ),
        "problem_StaleIndexError": (
            "Der Suchindex passt nicht mehr zum Bestand. Wer den Server betreut, baut ihn mit "
            "„nachbarwissen reindex“ neu.",
            "The search index no longer fits the documents. Whoever runs the server builds it "
            "anew with “nachbarwissen reindex”.",
        ),
        "problem_other": (
            "Auf dem Server ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal. Bleibt "
            "der Fehler, hilft Ihnen, wer den Server betreut.",
            "Something went wrong on the server. Please try again. If it stays so, whoever runs "
            "the server can help.",
        ),
    }
)
