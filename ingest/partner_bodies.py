"""Says by its name what kind of body an organisation is."""

import re

__all__ = ["body_signals"]

_BODIES = {
    "state": re.compile(
        r"^(?:Land|Bund|Freistaat|EU|Europäische|Bundes|Landes)\b|[Mm]inisterium|Bundes|Regierung|Kommission"
    ),
    "company": re.compile(r"\b(?:GmbH|AG|KG|mbH|SE|eG|UG)\b"),
    "club": re.compile(
        r"e\.\s?V\.|verein\b|Verein|Caritas|Diakonie|DRK|Malteser|Johanniter|Stiftung|AWO"
    ),
    "science": re.compile(
        r"[Hh]ochschule|[Uu]niversität|Institut|Fraunhofer|Akademie|RWTH|FH\b|TH\b|TU\b|DFKI|Forschung"
    ),
    "chamber": re.compile(r"kammer|IHK|HWK|verband\b|bund\b|Verband|tag\b|Agentur|agentur"),
    "works": re.compile(
        r"[Ss]tadtwerke|[Ww]erke\b|Verkehrs|Netz|Energie|Wasser|Rechenzentrum|IT\b|Sparkasse|bank\b|kasse\b"
    ),
    "joint": re.compile(
        r"[Zz]weckverband|Verwaltungsgemeinschaft|[Gg]emeindeverband|Gemeindeverwaltungsverband|Regionalverband|Wirtschaftsförderung|Tourist|Region\b"
    ),
    "fund": re.compile(r"[Ff]onds|[Ss]tiftung|[Ii]nitiative|LEADER|[Pp]rogramm"),
    "council": re.compile(r"FWG|SPD|CDU|CSU|FDP|Grüne|fraktion|rat\b|ausschuss"),
}


def body_signals(name: str) -> dict[str, float]:
    """Return the signals of an organisation's name, by their names."""
    return {f"is_{kind}": float(bool(words.search(name))) for kind, words in _BODIES.items()} | {
        "short": float(len(name) < 6),
        "words": min(len(name.split()), 6) / 6,
    }
