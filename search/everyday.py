"""Official words for everyday ones: one asks about Trauungen, documents tell of Standesämter."""

import re
from functools import cache

__all__ = ["everyday_beginnings", "official_words"]

# Beginnings of words, as people say it, and what administrations call the thing, written field by
# field: papers and people, money, building, roads and green, refuse and water, transport, safety,
# school and culture, care. A beginning also stands in compounds ("Förderantrag").
_GLOSSARY_TEXT = """
trauung: Standesamt | heirat: Standesamt | hochzeit: Standesamt | geburten: Standesamt
sterbefall: Standesamt | personalausweis: Bürgerbüro | reisepass: Bürgerbüro
ummeld: Bürgerbüro | einscann: Digitalisierung | eingescannt: Digitalisierung
papierlos: digital elektronisch | papier: digital elektronisch
akten: elektronische Akte | rente: Ruhestand Personalwechsel
pension: Ruhestand Personalwechsel | azubi: Auszubildende Ausbildung
lehrling: Auszubildende Ausbildung | bewerber: Personalgewinnung
jurist: Rechtsberatung Recht | anwalt: Rechtsberatung Recht | anwält: Rechtsberatung Recht
zuschuss: Fördermittel | zuschüsse: Fördermittel | förder: Fördermittel Förderung
einkauf: Beschaffung | sammelbestellung: gemeinsame Beschaffung | ausschreib: Vergabe
schulden: Haushalt | bauherr: Bauantrag Baugenehmigung | hausbau: Bauantrag Baugenehmigung
bauplatz: Bauland | bauplätze: Bauland
betriebe: Gewerbe Unternehmen | firmen: Gewerbe Unternehmen | leerstand: Einzelhandel Innenstadt
läden: Einzelhandel Innenstadt | kneipe: Gastronomie | wirtshaus: Gastronomie
laterne: Straßenbeleuchtung | schlagloch: Straßenunterhaltung
schlaglöcher: Straßenunterhaltung | schnee: Winterdienst | glatteis: Winterdienst
streuwagen: Winterdienst | streufahrzeug: Winterdienst
rasenmäh: Grünpflege | spielplatz: Grünflächen | vertrockn: Bewässerung | gießen: Bewässerung
müll: Abfall | tonne: Abfall | sperrgut: Abfall | überschwemm: Hochwasser Starkregen
überflut: Hochwasser Starkregen | kanal: Abwasser
heizung: Wärmeversorgung | solar: Photovoltaik | hitze: Klimaanpassung
fahrrad: Radverkehr | radweg: Radverkehr | parkplatz: Parkraum | parkplätze: Parkraum
ladesäule: Elektromobilität | elektroauto: Elektromobilität
blitzer: Geschwindigkeitsüberwachung | knöllchen: Ordnungsamt | notruf: Leitstelle
rettungswagen: Rettungsdienst | sirene: Katastrophenschutz
hacker: Informationssicherheit | cyberangriff: Informationssicherheit
internetanschluss: Breitband Glasfaser | funkloch: Breitband Mobilfunk
schnelles netz: Breitband Glasfaser | schnelles internet: Breitband Glasfaser
messgerät: Sensoren | messkasten: Sensoren | messkästen: Sensoren
kita: Kindertagesstätte | kindergarten: Kindertagesstätte | schulbus: Schülerverkehr
bücherei: Bibliothek | sprachkurs: Volkshochschule | schwimmbad: Freibad Hallenbad
ausflügler: Tourismus | wanderweg: Tourismus | urlauber: Tourismus
alte leute: Senioren ältere Menschen | alte menschen: Senioren ältere Menschen
rentner: Senioren ältere Menschen | ehrenamt: Freiwillige Vereine | hausarzt: ärztliche Versorgung
hausärzt: ärztliche Versorgung | flüchtling: Geflüchtete Integration
"""


def official_words(text: str) -> tuple[str, ...]:
    """Return what administrations call the everyday things of a text, in order, once each."""
    found = _pattern().findall(text.casefold())
    return tuple(dict.fromkeys(_glossary()[beginning] for beginning in found))


def everyday_beginnings() -> tuple[str, ...]:
    """Return the beginnings of everyday words that have official ones."""
    return tuple(_glossary())


@cache
def _pattern() -> re.Pattern[str]:
    # The longest first, so that "papierlos" is not read as "papier".
    beginnings = sorted(_glossary(), key=lambda beginning: (-len(beginning), beginning))
    return re.compile(r"\b(" + "|".join(map(re.escape, beginnings)) + ")")


@cache
def _glossary() -> dict[str, str]:
    entries = (
        entry.partition(":") for line in _GLOSSARY_TEXT.splitlines() for entry in line.split("|")
    )
    return {everyday.strip(): official.strip() for everyday, _, official in entries if official}
