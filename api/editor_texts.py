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
            "das Löschen einer Person nicht.",
            "Here you tend what is known. Everything can be undone but erasing a person.",
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
    }
)
