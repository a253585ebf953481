"""Knows the lines that stand around a text and are no part of it, by how the web is written."""

import re

__all__ = ["is_boilerplate", "is_section_end", "is_section_menu"]

# A menu is at least this many short labels divided by bars, dots or arrows.
MIN_MENU_LABELS = 2
MAX_LABEL_WORDS = 4
# Sections are named in one word or two; fewer than three of them may be anything.
MIN_SECTIONS = 3
MAX_SECTION_WORDS = 3

_BAR = re.compile(r"\s*(?:\||·|•|›|»|>|←|→|/)\s+|\s+(?:\||·|•|›|»|>|←|→|/)\s*")

_ACTION = re.compile(
    r"(?:"
    r"zum (?:inhalt|hauptinhalt|menü)(?: springen)?|"
    r"zur (?:navigation|suche|hauptnavigation)(?: springen)?|"
    r"(?:zurück )?zur (?:übersicht|startseite)|zurück|weiter|nach oben|seitenanfang|"
    r"(?:artikel |seite |beitrag |projekt |diese meldung )?"
    r"(?:drucken|teilen|merken|speichern|empfehlen|versenden|vorlesen)|"
    r"als pdf (?:speichern|herunterladen|drucken)|druckansicht|druckversion|pdf|rss(?:-feed)?|"
    r"e-?mail|facebook|twitter|instagram|linkedin|whatsapp|xing|mastodon|youtube|"
    r"impressum|datenschutz(?:erklärung|hinweise)?|barrierefreiheit(?:serklärung)?|"
    r"leichte sprache|gebärdensprache|kontakt(?:formular)?|sitemap|suche|menü|login|"
    r"anmelden|abmelden|"
    r"cookie-?(?:einstellungen|hinweis|richtlinie)|agb|nutzungsbedingungen|barriere melden|"
    r"startseite|home|newsletter(?: abonnieren| bestellen)?|"
    r"kommentare?(?: \(\d+\))?|abo|archiv|weitere meldungen|alle meldungen|"
    r"mehr (?:lesen|erfahren|informationen|lokales|nachrichten|artikel)|"
    r"weiterlesen|jetzt lesen|einstellungen|schließen|"
    r"termine|presse|aktuelles|karriere|ausschreibungen"
    r")",
    re.IGNORECASE,
)

# Sections of newspapers and of towns' sites: each may stand in a text, a row of them does not.
_SECTION = re.compile(
    r"(?:abo(?:nnement)?s?|e-?paper|(?:klein|trauer|familien)?anzeigen|abo-?service|"
    r"lokal(?:es|sport|nachrichten|teil)?|regional(?:es|sport)?|überregional|region|aus der region|"
    r"nachrichten|news|ticker|newsticker|blaulicht|polizei|panorama|vermischtes|ratgeber|magazin|"
    r"politik|meinung|kommentare?|leserbriefe|wirtschaft|sport|fußball|kultur|freizeit|feuilleton|"
    r"reise|wetter|blitzer|veranstaltungen|termine|kino|tv|horoskop|"
    r"rätsel|spiele|podcasts?|videos?|fotos?|bilder|fotostrecken|mediathek|archiv|"
    r"immobilien|jobs?|stellen(?:markt|anzeigen|angebote)?|karriere|automarkt|shop|tickets|"
    r"service|serviceportal|rathaus|bürgerservice|"
    r"tourismus|aktuelles|presse|startseite|home|kontakt|suche|login|anmelden|newsletter)",
    re.IGNORECASE,
)

_NOTICE = re.compile(
    r"cookies?\b.{0,120}\b(?:verwende|einverstanden|zustimm|akzeptier|setzt|nutz|technisch|website)|"
    r"(?:verwende|nutze|setzen|setzt)\w*\b.{0,60}\bcookies?\b|"
    r"\bpartner verarbeiten daten\b|"
    r"^(?:alle )?(?:cookies )?(?:akzeptieren|ablehnen|zulassen)$|"
    r"nachricht nicht (?:richtig|korrekt) (?:dargestellt|angezeigt)|"
    r"im browser (?:ansehen|öffnen|anzeigen)|newsletter (?:nicht mehr|abbestell|abmeld)|"
    r"(?:abmelden|austragen|abbestellen) (?:können|möchten)|"
    r"e-?mail kann vertrauliche|nicht der richtige adressat|bevor sie diese e-?mail ausdrucken|"
    r"javascript (?:ist )?(?:deaktiviert|aktivieren|erforderlich)|"
    r"^kommentare?(?: \(\d+\))?\b(?!.*\d{4})|kommentarfunktion|kommentare sind .*geschlossen|"
    r"um zu kommentieren|^noch keine kommentare\b|^keine kommentare(?: vorhanden)?\.?$|"
    r"^schlagworte:|^tags?:|^teilen:|^lesezeit\b|^anzeige$|^werbung$|"
    r"^(?:© ?|copyright\b|\(c\) ?)|alle rechte vorbehalten|^-- ?ende (?:der|des) [\wäöü]+ ?--$|"
    r"\(access ?key \w\)|\burheberrechtlich geschützt|^weiterverwendung nur mit|"
    r"^privatsphäre-?einstellung(?:en)?$|"
    r"^bild nicht (?:gefunden|verfügbar)|^image not found",
    re.IGNORECASE,
)

_TEASER = re.compile(
    r"(?:das könnte sie (?:auch )?interessieren|mehr zum thema|lesen sie auch|weitere (?:meldungen|"
    r"artikel|themen|beiträge|nachrichten)|ähnliche (?:beiträge|artikel|meldungen|projekte)|"
    r"verwandte (?:artikel|themen|beiträge)|auch interessant|meistgelesen|zuletzt angesehen|"
    r"aus dem ressort|neueste (?:artikel|meldungen))\b\s*(?:[:.!?…]|$)",
    re.IGNORECASE,
)


def is_boilerplate(line: str) -> bool:
    """Tell whether a line belongs to the page around the text: menu, notice, copyright."""
    text = line.strip()
    if not any(char.isalnum() for char in text):
        return True
    return bool(_NOTICE.search(text)) or _is_menu(text)


def is_section_menu(line: str) -> bool:
    """Tell whether a line outside of tables lists sections: "Lokalsport | Meinung | Abo"."""
    labels = [label.strip(" ←→›»|·.:") for label in _BAR.split(line.strip())]
    labels = [label for label in labels if label]
    if len(labels) < MIN_SECTIONS or any(char.isdigit() for char in line):
        return False
    if any(len(label.split()) > MAX_SECTION_WORDS for label in labels):
        return False
    return sum(_SECTION.fullmatch(label) is not None for label in labels) * 2 >= len(labels)


def is_section_end(line: str) -> bool:
    """Tell whether a line opens a list of links to other texts."""
    return _TEASER.match(line.strip()) is not None


def _is_menu(text: str) -> bool:
    labels = [label for label in _BAR.split(text) if label.strip(" ←→›»|·")]
    if len(labels) < MIN_MENU_LABELS:
        return _ACTION.fullmatch(text.strip(" ←→›»|·.")) is not None
    if any(len(label.split()) > MAX_LABEL_WORDS for label in labels):
        return sum(_is_action(label) for label in labels) * 2 > len(labels)
    known = sum(_is_action(label) for label in labels)
    return known >= 1 and known * 3 >= len(labels)


def _is_action(label: str) -> bool:
    return _ACTION.fullmatch(label.strip(" ←→›»|·.:")) is not None or label.strip().startswith("©")
