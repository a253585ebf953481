"""Knows by its shape whether a name can be a body's: what is a town's, nobody's, or certain."""

import re

from ingest.lexica import words

__all__ = [
    "CERTAIN",
    "LEGAL_FORM",
    "MUNICIPAL",
    "NAMELESS",
    "NOBODY",
    "TOWN_HALL",
    "least_score",
]

# On 207 documents with weights that had not seen them F1 is .83 from here, and from .6 and .9 on;
# of several words, four bodies and nothing else had .9 to .97 on 128 documents not seen either.
_SURE_OF_SHAPED = 0.8  # an organisation whose name has the shape of one
_SURE_OF_WORDS = 0.9  # one of several words or with a capital inside, as brands have
_SURE_OF_ANY = 0.97  # any other

LEGAL_FORM = re.compile(r"(?<!\w)(?:g?GmbH|mbH|g?AG|AöR|eG|KG|SE|UG|KdöR|e\. ?V\.|e\. ?G\.)(?!\w)")
_ACRONYM = re.compile(r"(?:[A-ZÄÖÜ][a-z]{0,2}\.?){2,}[\d-]*")
_IS_WORDS = re.compile(r"[a-zäöüß]\S* [A-ZÄÖÜ]|[a-zäöüß][A-ZÄÖÜ]")

MUNICIPAL = re.compile(
    r"(?:Landes|Kreis|Hanse|Universitäts|Verbands|Samt|Orts)?(?:[Hh]aupt)?(?:[Ss]tadt|[Gg]emeinde)\b|"
    r"(?:VG|SG|GR|BM|OB) |(?:Land)?[Kk]reise?s?\b|Markt\b|Land\b|Bund\b|Rat\b|Kommunen?\b"
)
# What governs without a name of its own: every town has one.
NAMELESS = re.compile(
    r"(?:(?:Stadt|Gemeinde|Kreis|Land)?[Vv]erwaltung(?:en)?|(?:Stadt|Gemeinde|Kreis|Haupt|Bau)?"
    r"(?:[Rr]at|[Tt]ag|[Aa]usschuss)(?:e?s)?|Rathaus(?:es)?|Fraktion|Politik|Pressestelle|Presse|"
    r"Europäischen?r?\sUnion|AG|AK|BM|OB|GR|VG|SG|TOP|IKZ|KGG|OZG|Redaktion|Polizei|"
    r"Feuerwehr(?:en)?|[\w-]*[Aa]usschuss(?:es)? (?:für|und) .+)"
)
# What pays or binds or joins, yet is nobody: undertakings, programmes, laws.
NOBODY = re.compile(
    r"(?:fonds|programme?s?|netzwerke?s?|projekte?s?|initiativen?|strategien?|gesetz(?:es)?|"
    r"verordnung(?:en)?|vereinbarung(?:en)?|richtlinien?|preis(?:es)?|datenbank|portals?|kompass|navi|atlas|"
    r"pakt(?:s|es)?|bündnis(?:ses)?|verbunds?|netz(?:es)?|[a-z]post)(?: |$)",
    re.IGNORECASE,
)
# Parts of a town hall, whose name follows: "Hauptamt Lemgo".
TOWN_HALL = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]+(?:er|s) )?"
    r"(?:(?:Haupt|Bau|Ordnungs|Personal|Sozial|Jugend|Kultur|Schul|Standes|Umwelt)amt(?:e?s)?|"
    r"(?:Stadt|Gemeinde|Kreis)kasse|Bauhof(?:e?s)?|Sachgebiet|Fachbereich|Fachdienst|Abteilung|"
    r"Amt \d|Amt für (?!.*(?:[Ll]ändlich|[Ll]andes|[Bb]undes))|Projektredaktion|Dezernat|"
    r"Stabsstelle)\b"
)
# What the network takes for places or does not know, and the rules find by their whole shape.
CERTAIN = re.compile(
    r"(?:Land|Freistaat|Regierung von|Verbandsgemeinde|Samtgemeinde|Zweckverband|"
    r"Bezirk|Nationalpark|Stadtwerke) |\S+-IT$|"
    r"(?:Ministerium|Landesamt|Bundesamt|Hochschule|Universität|IHK|Kreisjugendring|"
    r"Naturpark|Geopark) |(?:[A-ZÄÖÜ][\w-]+(?:er|es|e) )?(?:[A-ZÄÖÜ][\w-]{2,}[Bb]undesamt|"
    r"(?:Landes|Bundes|Staats)(?:[a-z]+amt|amt|archiv|kanzlei|zentrale|anstalt)|"
    r"Wetterdienst|Verwaltungsschule|(?:Landes|Bundes)fachstelle|"
    r"Städte- und Gemeinde(?:tag|bund))\b|"
    r"Staatliches Schulamt|Kreismedienzentrum|"
    r"(?:Bürgermeister|Hauptverwaltungsbeamten)(?:dienst|konferenz)|"
    r"Konferenz der (?:Hauptverwaltungsbeamten|Bürgermeister)|"
    r"(?:Anwenderkreis|Projektgruppe|Fachgruppe|Fachausschuss|Arbeitskreis|Arbeitsgruppe) "
    r"[A-ZÄÖÜ]\S+$|"
    r"[A-ZÄÖÜ]\w+er (?:Stadtwerke|Verkehrsbetriebe|Klinikum)|"
    r"\S*(?:[Uu]niversität|[Hh]ochschule) zu |"
    r"(?:Staatliches )?(?:Amt|Ämter) für (?:regionale Landes|[Ll]ändlich|Landwirt)|"
    r"(?:Kulturraum|Kolpingsfamilie|Freiwillige Feuerwehr) [A-ZÄÖÜ]|"
    r"Polizei(?:inspektion|direktion|präsidium) |[A-ZÄÖÜ]{3,5}-[A-ZÄÖÜ][a-zäöüß]+ |"
    r"(?!Zweckverband$)[\w-]+(?:ministerium|hochschule|universität|verband)\b"
)


def least_score(quote: str) -> float:
    """Return how sure the network must be of a body with this name."""
    if _is_shaped(quote):
        return _SURE_OF_SHAPED
    return _SURE_OF_WORDS if _IS_WORDS.search(quote) else _SURE_OF_ANY


def _is_shaped(quote: str) -> bool:
    """Return whether a legal form, or a head noun or abbreviation with a name, makes it one.

    An abbreviation by itself has no shape: laws and programmes have the same.
    """
    if LEGAL_FORM.search(quote):
        return True
    parts = [re.sub(r"e?[sn]$", "", word) for word in re.split(r"[ -]", quote)]
    heads = tuple(words("organisation-heads"))
    named = [part for part in parts if _ACRONYM.fullmatch(part) or _ends_in(part, heads)]
    return len(parts) > 1 and bool(named)


def _ends_in(word: str, heads: tuple[str, ...]) -> bool:
    forms = (word, f"{word}e", f"{word}en", f"{word}s")
    return any(form.casefold().endswith(heads) for form in forms)
