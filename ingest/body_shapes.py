"""Knows by its shape whether a name can be a body's: what is a town's, nobody's, or certain."""

import re

__all__ = ["CERTAIN", "MUNICIPAL", "NAMELESS", "NOBODY", "TOWN_HALL"]

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
    r"(?:Staatliches )?(?:Amt|Ämter) für (?:regionale Landes|[Ll]ändlich|Landwirt)|"
    r"(?:Kulturraum|Kolpingsfamilie|Freiwillige Feuerwehr) [A-ZÄÖÜ]|"
    r"Polizei(?:inspektion|direktion|präsidium) |[A-ZÄÖÜ]{3,5}-[A-ZÄÖÜ][a-zäöüß]+ |"
    r"(?!Zweckverband$)[\w-]+(?:ministerium|hochschule|universität|verband)\b"
)
