"""Texts of bringing documents: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["BRINGING_TEXTS"]

BRINGING_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "bring": ("Dokumente bringen", "Bring documents"),
        "bring_lead": (
            "Laden Sie Pressemitteilungen, Vorlagen, Protokolle oder Steckbriefe hoch. Sie sehen "
            "zuerst, was daraus gelesen wird, und entscheiden dann.",
            "Upload press releases, council papers, minutes or profiles. You first see what is "
            "read out of them, then you decide.",
        ),
        "bring_drop": ("Dateien hierher ziehen oder auswählen", "Drop files here or choose them"),
        "bring_kinds": (
            "{kinds}; mehrere auf einmal, zusammen höchstens {max_mb} MB.",
            "{kinds}; several at once, at most {max_mb} MB together.",
        ),
        "bring_read": ("Hochladen und ansehen", "Upload and look"),
        "bring_url": ("Oder eine Webadresse", "Or a web address"),
        "bring_url_hint": (
            "Eine öffentliche Seite oder Datei, zum Beispiel https://www.lemgo.de/bauhof",
            "A public page or file, such as https://www.lemgo.de/bauhof",
        ),
        "bring_fetch": ("Holen und ansehen", "Fetch and look"),
        "bring_nothing": (
            "Es wurde keine Datei ausgewählt und keine Adresse angegeben.",
            "No file was chosen and no address given.",
        ),
        "bring_uploading": ("Wird hochgeladen", "Uploading"),
        "bring_failed": (
            "Das Hochladen wurde unterbrochen. Bitte versuchen Sie es noch einmal.",
            "The upload was interrupted. Please try again.",
        ),
        "bring_lately": ("Zuletzt gebracht", "Brought lately"),
        "bring_sizes": ("{count} Dokumente", "{count} documents"),
        "bring_size_one": ("ein Dokument", "one document"),
        "draft": ("Was gelesen wurde", "What was read"),
        "draft_reading": ("Die Dokumente werden gelesen", "The documents are being read"),
        "draft_keeping": ("Die Dokumente werden übernommen", "The documents are being taken in"),
        "draft_undoing": (
            "Die Dokumente werden wieder entfernt",
            "The documents are being removed again",
        ),
        "draft_ready": ("wartet auf Ihre Entscheidung", "waits for your decision"),
        "draft_kept": ("übernommen", "taken in"),
        "draft_undone": ("zurückgenommen", "taken back"),
        "draft_progress": ("{done} von {total}", "{done} of {total}"),
        "draft_reload": ("Stand neu laden", "Load the state again"),
        "draft_lead": (
            "Noch ist nichts gespeichert. Nehmen Sie weg, was nicht stimmt, oder berichtigen Sie "
            "es. Was Sie berichtigen, gilt auch, wenn das Dokument neu gelesen wird.",
            "Nothing is stored yet. Untick what is wrong, or correct it. What you correct holds "
            "when the document is read again.",
        ),
        "draft_take": ("Dieses Dokument übernehmen", "Take this document in"),
        "draft_known": (
            "Dieses Dokument liegt schon vor. Übernehmen liest es neu.",
            "This document is here already. Taking it in reads it anew.",
        ),
        "draft_keep": ("Übernehmen", "Take in"),
        "draft_none": (
            "Es ist kein Dokument angekreuzt.",
            "No document is ticked.",
        ),
        "draft_drop": ("Alles verwerfen", "Drop everything"),
        "draft_about": ("Über das Dokument", "About the document"),
        "draft_title": ("Titel", "Title"),
        "draft_date_hint": ("etwa 2024-03-18 oder 2024", "such as 2024-03-18 or 2024"),
        "draft_statements": (
            "Gelesene Angaben prüfen ({count})",
            "Check what was read ({count})",
        ),
        "draft_nothing": (
            "Es wurden keine Personen, Orte oder Vorhaben gelesen. Gefunden werden kann das "
            "Dokument trotzdem.",
            "No persons, places or undertakings were read. The document can still be found.",
        ),
        "draft_name": ("Name", "Name"),
        "draft_unread": ("Nicht gelesen wurde", "Not read"),
        "draft_kept_title": ("Übernommen", "Taken in"),
        "draft_kept_lead": (
            "Die Dokumente sind jetzt für alle zu finden.",
            "The documents can now be found by all.",
        ),
        "draft_undo": ("Rückgängig machen", "Undo"),
        "draft_undone_title": ("Zurückgenommen", "Taken back"),
        "draft_undone_lead": (
            "Die Dokumente und Ihre Berichtigungen sind wieder entfernt.",
            "The documents and your corrections are removed again.",
        ),
        "draft_more": ("Weitere Dokumente bringen", "Bring more documents"),
        "draft_problem": (
            "Das Übernehmen hat nicht geklappt: {reason}",
            "Taking in did not work: {reason}",
        ),
        "draft_refused": (
            "Noch wurde nichts übernommen. Bitte berichtigen Sie:",
            "Nothing was taken in yet. Please correct:",
        ),
        "refusal_date": (
            "„{value}“ ist kein Datum. Schreiben Sie 2020, 2020-08 oder 2020-08-17.",
            "“{value}” is no date. Write 2020, 2020-08 or 2020-08-17.",
        ),
        "refusal_length": (
            "„{value}“ ist zu lang oder leer. Möglich sind 1 bis 300 Zeichen.",
            "“{value}” is too long or empty. Possible are 1 to 300 characters.",
        ),
        "refusal_choice": (
            "„{value}“ ist hier nicht möglich. Bitte wählen Sie aus der Liste.",
            "“{value}” is not possible here. Please choose from the list.",
        ),
        "busy": (
            "Gerade schreibt ein anderer Vorgang in den Bestand. Bitte versuchen Sie es in einer "
            "Minute noch einmal.",
            "Something else is writing right now. Please try again in a minute.",
        ),
        "stopped": (
            "Der Server wurde dabei angehalten. Bitte versuchen Sie es noch einmal.",
            "The server was stopped meanwhile. Please try again.",
        ),
        "things_person": ("Personen", "Persons"),
        "things_municipality": ("Städte und Gemeinden", "Municipalities"),
        "things_county": ("Kreise", "Counties"),
        "things_organisation": ("Organisationen", "Bodies"),
        "things_project": ("Vorhaben", "Undertakings"),
        "things_award": ("Preise", "Awards"),
        "things_event": ("Termine", "Events"),
        "failure_UnsupportedFormatError": (
            "Diese Art von Datei kann nicht gelesen werden. Möglich sind PDF, HTML, DOCX, ODT, "
            "EML, TXT, MD und ZIP.",
            "This kind of file cannot be read. Possible are PDF, HTML, DOCX, ODT, EML, TXT, MD "
            "and ZIP.",
        ),
        "failure_DamagedFileError": (
            "Die Datei ist beschädigt oder unvollständig. Öffnen Sie sie im Programm, aus dem sie "
            "stammt, und speichern Sie sie neu.",
            "The file is damaged or incomplete. Open it in its program and save it again.",
        ),
        "failure_EncryptedFileError": (
            "Die Datei ist mit einem Passwort geschützt. Speichern Sie sie ohne Passwort.",
            "The file is protected by a password. Save it without.",
        ),
        "failure_EmptyTextError": (
            "Die Datei enthält keinen lesbaren Text. Ist es ein Scan, braucht er zuerst eine "
            "Texterkennung.",
            "The file holds no text. A scan needs text recognition first.",
        ),
        "failure_UnsafeArchiveError": (
            "Das Archiv ist zu groß gepackt oder führt aus sich hinaus. Packen Sie es neu.",
            "The archive unpacks to too much or reaches outside itself. Pack it again.",
        ),
        "failure_TooLarge": (
            "Die Datei ist größer, als hier gelesen wird.",
            "The file is larger than what is read here.",
        ),
        "failure_Empty": (
            "Darin liegt keine Datei, die gelesen werden kann.",
            "It holds no file that can be read.",
        ),
        "failure_InvalidGraphError": (
            "Eine Angabe passt nicht zusammen. Prüfen Sie Daten und Namen.",
            "Some statement does not fit. Check dates and names.",
        ),
        "failure_other": ("Die Datei kann nicht gelesen werden.", "The file cannot be read."),
        "failure_fetch_scheme": (
            "Das ist keine Webadresse. Sie beginnt mit https:// oder http://.",
            "This is no web address. It begins with https:// or http://.",
        ),
        "failure_fetch_private": (
            "Die Adresse liegt in einem internen Netz. Geholt wird nur von öffentlichen Seiten; "
            "laden Sie die Datei stattdessen hoch.",
            "The address lies in an internal network. Only public pages are fetched; upload the "
            "file instead.",
        ),
        "failure_fetch_unreachable": (
            "Die Adresse ist nicht zu erreichen. Bitte prüfen Sie die Schreibweise.",
            "The address cannot be reached. Please check it.",
        ),
        "failure_fetch_proxy": (
            "Der Proxy Ihres Netzes lässt die Adresse nicht zu. Laden Sie die Datei stattdessen "
            "hoch, oder fragen Sie, wer den Server betreut.",
            "The proxy of your network does not let this address pass. Upload the file instead, "
            "or ask whoever runs the server.",
        ),
        "failure_fetch_missing": (
            "Unter der Adresse gibt es nichts, oder die Seite verlangt eine Anmeldung.",
            "There is nothing at the address, or it asks for a sign-in.",
        ),
        "failure_fetch_large": (
            "Die Datei hinter der Adresse ist zu groß.",
            "The file at the address is too large.",
        ),
        "failure_fetch_slow": (
            "Die Adresse antwortet zu langsam. Versuchen Sie es später oder laden Sie die Datei "
            "hoch.",
            "The address is too slow. Try later or upload the file.",
        ),
        "failure_fetch_redirects": (
            "Die Adresse leitet zu oft weiter.",
            "The address redirects too often.",
        ),
        "failure_fetch_kind": (
            "Hinter der Adresse steht weder eine Seite noch ein Dokument.",
            "The address gives neither a page nor a document.",
        ),
    }
)
