"""Finds what stands beside a text and is not of it: tickers, teasers, job offers, farewells."""

import re
from collections.abc import Iterator

__all__ = ["sidelines"]

# A line that only points elsewhere.
_POINTER = re.compile(
    r"^\W*(?:Weitere(?:s|n)?\s(?:Meldungen|Nachrichten|Themen|aus)\b|Mehr\s(?:aus|zum\sThema|Nachrichten|Themen|Meldungen)\b|"
    r"Auch\sinteressant|Lesen\sSie\s(?:auch|mehr)|Das\skönnte\sSie|Meistgelesen|Zurück:|Vorige[rs]?|Nächste[rs]?\sArtikel|"
    r"Aus\sanderen\s\w+:|Was\sandere\smachen|Anderswo:|Zum\sWeiterlesen|Verwandte\s\w+|Siehe\sauch|Linktipps?|"
    r"Blick\süber\sden\sZaun:|Abmelden|Abbestellen|Newsletter\sabbestellen|Impressum|Themen\sdieser\sAusgabe|"
    r"Zum\s(?:Nachlesen|Thema):|Sie\ssind\shier:?|In\sdieser\sAusgabe|Archiv:|Anzeigen?\s*$)",
    re.IGNORECASE,
)
# A heading whose whole section points elsewhere.
_SECTION = re.compile(
    r"^\W*(?:Lesetipps?|Stellenmarkt|Stellenanzeigen|Stellenangebote|Aus\sanderen\s\w+|Anderswo(?:\sgelesen)?|Linktipps?|"
    r"Weitere\sMeldungen|Mehr\saus\s[\w ]+|Was\sandere\smachen|Auch\sinteressant|Presseschau|"
    r"Zum\sWeiterlesen)\W*$",
    re.IGNORECASE,
)
_TICKER = re.compile(r"\+\+\+[^+\n]{3,}\+\+\+[^+\n]{3,}\+\+\+")
# Other towns' ways, told in a paragraph of its own, are compared and not only pointed to.
_COMPARISON = re.compile(
    r"^\W*(?:Was\sandere\smachen|Blick\süber\sden\sZaun|Anderswo|Aus\sanderen\s\w+|Verwandte\s\w+):",
    re.IGNORECASE,
)
_NEXT_SENTENCE = re.compile(r"\w{3,}[.!?]\s[A-ZÄÖÜ]")
# The way to a page: "Lokales > Kreis Steinfurt > Emsdetten", "Heide-Rundschau | Lokales | Soltau".
_PATH = re.compile(
    r"^(?=.{10,120}$)[^›>»|.:\d]{2,40}(?:\s[›>»]\s[^›>».:\d]{2,40}){2,}$|"
    r"^(?=.{10,120}$)[\w-]*(?:[Rr]undschau|[Kk]urier|[Zz]eitung|[Aa]nzeiger|[Bb]ote|[Tt]ag(?:e)?blatt|[Nn]achrichten)\+?"
    r"(?:\s\|\s[^|.:\d]{2,30}){2,}$"
)
# Within a line: "Foto: A B | Lesen Sie morgen: ...", "In dieser Reihe bereits erschienen: ...".
_TAIL = re.compile(
    r"(?:Lesen\sSie\s(?:morgen|weiter|auch|mehr)|Lesetipp|LESETIPP|(?:In\sdieser\sReihe\s)?[Bb]ereits\serschienen|"
    r"Mehr\s(?:dazu|zum\sThema)\sauf\sSeite)[^\n]*"
)
# The sections of a paper's site: "Wedel | Uetersen | Sport | Anzeigenmarkt".
_MENU = re.compile(
    r"^(?=.*(?:^|[|·]\s)(?:Anzeigenmarkt|Anzeigen|ePaper|E-Paper|Anmelden|Abo|Podcast|Panorama|Stellenmarkt|Vereine|Prospekte)"
    r"(?:\s[|·]|$))(?:[^|·\n]{1,30}[|·]){3,}[^|·\n]{1,30}$"
)
_ARROWS = re.compile(r"[◀▶«»‹›←→].*\|.*[◀▶«»‹›←→]|^\s*[◀←‹]")
# Headings are short; our choice.
MAX_HEADING_CHARS = 60


def sidelines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that name towns and people it does not speak of."""
    start, is_aside = 0, False
    for line in text.split("\n"):
        end = start + len(line)
        stripped = line.strip()
        if _SECTION.match(stripped):
            is_aside = True
        elif is_aside and _is_heading(stripped):
            is_aside = False
        tail = _TAIL.search(line)
        if is_aside or _points_elsewhere(line):
            yield start, end
        elif tail:
            yield start + tail.start(), end
        start = end + 1


def _points_elsewhere(line: str) -> bool:
    if _COMPARISON.match(line) and _NEXT_SENTENCE.search(line):
        return False
    if _PATH.match(line.strip()):
        return True
    is_ticker = len(_TICKER.findall(line)) >= 1 and line.count("+++") >= 3
    return bool(
        _POINTER.match(line) or is_ticker or _ARROWS.search(line) or _MENU.match(line.strip())
    )


def _is_heading(line: str) -> bool:
    return 0 < len(line) <= MAX_HEADING_CHARS and line[-1] not in ".!?:,;)" and " – " not in line
