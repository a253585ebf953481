"""The words by which a German text says who takes part, who does not, and who is meant again."""

import re

__all__ = ["APART", "CIRCLE", "DEED", "GIVES", "JOINT", "NUMBERS", "clause_at"]

# Who left, asks, watches, comes later, has its own, was the model, or is somebody's home town.
APART = re.compile(
    r"nicht\s+(?:mehr\s+)?(?:mit\s+)?(?:dabei|beteiligt|mit\b|zum\b|teil|an\s+Bord)"
    r"|\bmacht\w*\s+(?:\w+\s+)?nicht\s+mit|ausgestiegen|abgesprungen|ausgetreten|verabschiedet"
    r"|winkte\w*\s.{0,40}ab\b|abgelehnt|lehnte\w*|anders\s+entschieden|dankend"
    r"|eigene[ns]?\s+(?:\w+\s+)?(?:Weg|Portal|Angebot|System|Kasse|Lösung|Linie)|Gäste\s+aus"
    r"|zu\s+Gast|durchgesetzt|Platzierte|Platz\s+(?:zwei|drei|2|3)|Zuschauer|angefragt|gefragt"
    r"|interessier\w*|Interesse|prüf(?:t|en)\b|überleg\w*|erwäg\w*"
    r"|denkt?\s+(?:\w+\s+)?(?:darüber|nach)|spielt\s+mit|verfolg(?:t|en)|beobacht\w*"
    r"|erklären\s+lassen|vorgemacht|vorstellen|Vorbild|abgeschaut|stammt\s+aus"
    r"|gehör(?:t|en)\s+nicht|kein\s+Bedarf|ohne\s+Geld|mit\s+Rat|möglicherweise"
    r"|will\b.{0,60}\b(?:entscheiden|anschließen)|möchte\b.{0,60}\b(?:anschließen|übernehmen)"
    r"|wird\s+(?:\w+\s+){0,4}folgen|sollen?\s+folgen|geboren|studiert|wechselt\w*|zuvor\s+(?:in|bei)",
    re.I,
)
# What a body does that takes part without being a town.
DEED = re.compile(
    r"betreib\w*|Betrieb\b|Betreiber|[Dd]ienstleister\w*|beauftragt\w*|Auftrag\b|technisch\w*"
    r"|entwickelt|gebaut|liefer\w*|stell(?:t|en)\b|beteilig\w*|begleite\w*|[Ww]issenschaftlich\w*"
    r"|gefahren|kommt\s+von|prüft|Partner|erstell\w*|übernommen|übernimmt|koordinier\w*|Träger"
    r"|angeleitet|organisier\w*|Händen|unter\s+Aufsicht|gemeinsam\s+mit|zusammen\s+mit"
)
GIVES = re.compile(
    r"förder\w*|Zuschuss|bezuschuss\w*|zahlt|bezahlt|\bEuro\b|€|Ministerium|Preis\b|Jury"
    r"|ausgezeichnet|überreich\w*|steuerte\w*",
    re.I,
)
JOINT = re.compile(
    r"^\s*(?:,|und|sowie|oder|/|–|-|\||;|\.)?\s*(?:und|sowie|die|der|den|dem)?\s*(?:[Dd](?:er|ie|en|em))?\s*"
    r"(?:(?:[Kk]reis|Hanse|Große\s+Kreis)?[Ss]t[aä]dte?n?|Gemeinden?|Samtgemeinde|Märkten?|Markt|Flecken)?\s*$"
)
NUMBERS = {
    "beide": 2,
    "zwei": 2,
    "drei": 3,
    "vier": 4,
    "fünf": 5,
    "sechs": 6,
    "sieben": 7,
    "acht": 8,
    "neun": 9,
    "zehn": 10,
}
# "alle vier Städte", "die beiden Gemeinden", "dieselben Kommunen": a circle named before.
CIRCLE = re.compile(
    r"\b(?P<number>beiden?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|dieselben|diese)\s+"
    r"(?:\w+en\s+)?(?:Städten?|Gemeinden|Kommunen|Rathäusern?|Partnern?|Kreisen?|Landkreisen?"
    r"|Orten?|Verwaltungen|Nachbarn|Mitglieder)\b",
    re.I,
)
_CLAUSE_END = re.compile(r";|\s–\s|,\s(?:aber|doch|jedoch|während|dagegen|wogegen)\b|:\s")


def clause_at(words: str, position: int) -> str:
    """Return the part of a sentence that holds a position, up to a contrast."""
    start = 0
    for hit in _CLAUSE_END.finditer(words):
        if hit.start() >= position:
            return words[start : hit.start()]
        start = hit.start()
    return words[start:]
