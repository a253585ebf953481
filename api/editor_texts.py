"""Texts of the editors' pages: key to (German, English)."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["EDITOR_TEXTS"]

EDITOR_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "editing": ("Redaktion", "Editing"),
        "sign_in": ("Anmelden", "Sign in"),
        "sign_out": ("Abmelden", "Sign out"),
        "sign_in_lead": (
            "Fragen und Lesen stehen allen offen. Wer Dokumente bringt, Zweifelhaftes prüft, "
            "löscht oder Kontaktdaten sieht, meldet sich an.",
            "Asking and reading are open to all. Sign in to bring documents, to review, to erase "
            "and to see contact data.",
        ),
        "account_name": ("Name", "Name"),
        "password": ("Passwort", "Password"),
        "sign_in_wrong": (
            "Name oder Passwort stimmen nicht. Bitte prüfen Sie beides, auch die Feststelltaste.",
            "Name or password are wrong. Please check both, and the caps-lock key.",
        ),
        "sign_in_wait": (
            "Nach mehreren Fehlversuchen ist die Anmeldung gesperrt. Bitte versuchen Sie es in "
            "{minutes} Minuten wieder.",
            "Sign-in is blocked after several failed attempts. Try again in {minutes} minutes.",
        ),
        "sign_in_old": (
            "Die Seite war zu lange offen. Bitte melden Sie sich noch einmal an.",
            "The page was open for too long. Please sign in again.",
        ),
        "sign_in_forgotten": (
            "Passwort vergessen? Wer den Server betreut, vergibt mit „nachbarwissen password“ "
            "ein neues.",
            "Password forgotten? Whoever runs the server sets a new one with “nachbarwissen "
            "password”.",
        ),
        "signed_in_as": ("Angemeldet als {name}.", "Signed in as {name}."),
        "desk_lead": (
            "Hier pflegen Sie, was Nachbarwissen weiß. Alles lässt sich rückgängig machen, nur "
            "das Löschen nicht.",
            "Here you tend what is known. Everything can be undone but erasing.",
        ),
        "new_password": ("Neues Passwort", "New password"),
        "old_password": ("Bisheriges Passwort", "Present password"),
        "change_password": ("Passwort ändern", "Change the password"),
        "password_rule": (
            "Mindestens {count} Zeichen. Danach melden Sie sich überall neu an.",
            "At least {count} characters. You then sign in again everywhere.",
        ),
        "password_short": (
            "Das neue Passwort braucht {count} bis 200 Zeichen.",
            "The new password needs {count} to 200 characters.",
        ),
        "password_changed": (
            "Das Passwort ist geändert. Bitte melden Sie sich damit an.",
            "The password is changed. Please sign in with it.",
        ),
        "review": ("Zweifelhaftes prüfen", "Review"),
        "review_lead": (
            "Was die Software nicht sicher weiß, entscheiden Sie. Jede Entscheidung gilt weiter, "
            "wenn Dokumente neu gelesen werden, und lässt sich zurücknehmen.",
            "You decide what the software is not sure of. Every decision holds when documents "
            "are read again, and can be taken back.",
        ),
        "review_kinds": ("Was geprüft wird", "What is reviewed"),
        "review_all": ("Alles ({count})", "Everything ({count})"),
        "review_pairs": ("Dasselbe? ({count})", "The same? ({count})"),
        "review_statements": ("Stimmt das? ({count})", "Is it true? ({count})"),
        "review_disputes": ("Widersprüche ansehen ({count})", "See contradictions ({count})"),
        "review_keys": ("Tasten", "Keys"),
        "key_next": ("weiter", "next"),
        "key_before": ("zurück", "previous"),
        "key_accept": ("annehmen", "accept"),
        "key_merge": ("zusammenführen", "merge"),
        "key_reject": ("ablehnen", "reject"),
        "key_undo": ("letzte Entscheidung zurücknehmen", "undo the last decision"),
        "review_same": ("Ist „{one}“ dasselbe wie „{other}“?", "Is “{one}” the same as “{other}”?"),
        "review_true": (
            "Stimmt das? {thing} – {label}: {value}",
            "Is it true? {thing} – {label}: {value}",
        ),
        "review_sure": (
            "Die Software ist zu {percent} % sicher.",
            "The software is {percent} % sure.",
        ),
        "review_signals": ("Anzeichen", "Signals"),
        "review_pair_yes": ("Dasselbe", "The same"),
        "review_pair_no": ("Nicht dasselbe", "Not the same"),
        "review_statement_yes": ("Stimmt", "True"),
        "review_statement_no": ("Stimmt nicht", "Not true"),
        "review_pair_accept": (
            "Gemerkt: dasselbe. Mit u nehmen Sie es zurück.",
            "Noted: the same. Press u to undo.",
        ),
        "review_pair_reject": (
            "Gemerkt: nicht dasselbe. Mit u nehmen Sie es zurück.",
            "Noted: not the same. Press u to undo.",
        ),
        "review_statement_accept": (
            "Gemerkt: stimmt. Mit u nehmen Sie es zurück.",
            "Noted: true. Press u to undo.",
        ),
        "review_statement_reject": (
            "Gemerkt: stimmt nicht. Mit u nehmen Sie es zurück.",
            "Noted: not true. Press u to undo.",
        ),
        "review_undone": ("Zurückgenommen.", "Taken back."),
        "review_nothing": (
            "Hier wartet nichts auf eine Entscheidung.",
            "Nothing waits for a decision here.",
        ),
        "review_decided": ("Zuletzt entschieden", "Decided lately"),
        "review_waits": ("wird gerade eingetragen", "is being written"),
        "verdict_yes": ("Ja", "Yes"),
        "verdict_no": ("Nein", "No"),
        "verdict_same": ("Dasselbe", "The same"),
        "verdict_different": ("Nicht dasselbe", "Not the same"),
        "verdict_split": ("Geteilt", "Split"),
        "verdict_confirmed": ("Stimmt", "True"),
        "verdict_refused": ("Stimmt nicht", "Not true"),
        "verdict_corrected": ("Berichtigt", "Corrected"),
        "erase_person": ("Diese Person löschen", "Erase this person"),
        "erase_title": ("{name} überall löschen", "Erase {name} everywhere"),
        "erase_lead": (
            "Alle Angaben zur Person werden entfernt. In Texten, Titeln und Zitaten wird ihr Name "
            "durch Punkte ersetzt, und statt der Originaldateien bleibt der geschwärzte Text. Auch "
            "was später eingelesen wird, kommt ohne sie. Rückgängig machen lässt sich das nicht.",
            "All statements about the person go. In texts, titles and quotes dots replace the "
            "name, and the covered text replaces the original files. What is read later comes "
            "without the person too. This cannot be undone.",
        ),
        "erase_planned": ("Das wird geändert", "What will change"),
        "erase_names": ("Namen", "Names"),
        "erase_statements": ("Angaben", "Statements"),
        "erase_documents": ("Dokumente", "Documents"),
        "erase_places": ("an {count} Stellen genannt", "named in {count} places"),
        "erase_place": ("an einer Stelle genannt", "named in one place"),
        "erase_namesakes": (
            "Gelöscht wird nach dem Namen: Wer genauso heißt, verschwindet ebenfalls.",
            "People are erased by name: whoever is called the same goes too.",
        ),
        "erase_sure": (
            "Ja, diese Person endgültig löschen.",
            "Yes, erase this person for good.",
        ),
        "erase_unsure": (
            "Bitte bestätigen Sie das Löschen mit dem Häkchen.",
            "Please confirm with the tick.",
        ),
        "erase_done": (
            "Die Person ist gelöscht. {count} Dokumente wurden geändert.",
            "The person is erased. {count} documents were changed.",
        ),
        "cancel": ("Abbrechen", "Cancel"),
        "forget": ("Dokument löschen", "Delete the document"),
        "forget_lead": (
            "Das Dokument verschwindet mit allem, was nur dort steht. Liegt seine Datei noch in "
            "einem Ordner, den der Server einliest, kommt es beim nächsten Einlesen wieder.",
            "The document goes with all that only it says. Where its file still lies in a folder "
            "that the server reads, it comes back with the next reading.",
        ),
        "forget_sure": ("Ja, dieses Dokument löschen.", "Yes, delete this document."),
        "forget_done": ("„{title}“ ist gelöscht.", "“{title}” is deleted."),
        "contact": ("Kontakt", "Contact"),
        "contact_email": ("E-Mail", "E-mail"),
        "contact_phone": ("Telefon", "Telephone"),
        "contact_none": (
            "E-Mail oder Telefon nennt kein Dokument.",
            "No document gives an e-mail address or telephone number.",
        ),
        "contact_care": (
            "Nur für Angemeldete. Bitte geben Sie diese Angaben nicht weiter.",
            "For signed-in editors only. Please do not pass these on.",
        ),
    }
)
