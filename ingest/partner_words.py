"""The words by which a German text says who takes part, who does not, and who is meant again."""

import re

__all__ = ["CIRCLE", "JOINT", "NUMBERS", "SAYINGS", "clause_at"]

# What a clause can say of somebody whom it names, for and against taking part.
SAYINGS = {
    "joins": re.compile(
        r"beteilig\w*|[Mm]itglied\w*|mitmach\w*|mach(?:t|en|te|ten)\s+(?:\w+\s+)?mit\b|dabei|gemeinsam\w*|zusammen\w*|miteinander"
        r"|schließ(?:t|en)\s+sich|schloss(?:en)?\b.{0,30}\bsich\b|tr(?:itt|eten|at|aten)\b.{0,60}\bbei\b|folgten?\b|nahm(?:en)?\b.{0,80}\bauf\b|aufgenommen|angeschlossen|getragen|tragen|trägt|Träger\w*|Partner\w*|beigetreten|teilen\s+sich|teilt\s+sich|tun\s+sich"
        r"|verbünde\w*|kooperier\w*|Hand\s+in\s+Hand|nehmen\s+teil|komm(?:t|en)\b.{0,60}\b(?:hinzu|dazu)\b|kam(?:en)?\b.{0,60}\b(?:hinzu|dazu)\b|hinzugekommen|stieß(?:en)?\b.{0,40}\b(?:dazu|hinzu)\b|mit\s+im\s+Boot|ins\s+Boot|an\s+Bord|bilden|gehören|gehört"
    ),
    "founds": re.compile(
        r"gegründet|gründe\w*|beschlossen|beschloss\w*|beschließ\w*|unterzeichne\w*|unterschr\w*|vereinbar\w*|verständigt|zugestimmt|stimm(?:t|en|te|ten)\b.{0,60}\bzu\b"
        r"|zugesagt|ins\s+Leben|eingerichtet|richte(?:t|n)\b|gestartet|starte\w*|begonnen|begann\w*|eröffne\w*|eingeführt|führ(?:t|en)\b|aufgebaut|beauftragt|übertragen|zusammengelegt|gekauft|beschafft|kauf(?:t|en)\b|bestellt"
    ),
    "runs": re.compile(
        r"betreib\w*|betrieben|übernimmt|übernehmen|übernommen|stell(?:t|en)\b|stellte\w*|zuständig|bezahl\w*|zahl(?:t|en)\b|liefer\w*|nutz(?:t|en|te|ten)\b|teilnehm\w*|arbeite\w*|beschäftig\w*|verwalte\w*"
        r"|Anteil\w*|Umlage|Kosten|steuer(?:t|n)\b.{0,60}\bbei|bringt\b.{0,40}\bein\b|setz(?:t|en)\b.{0,40}\b(?:auf|ein)\b|unterwegs|profitier\w*|angeboten|bietet"
    ),
    "leads": re.compile(
        r"federführ\w*|Federführ\w*|leitet|Leitung|koordinier\w*|Koordin\w*|Sitz\b|angesiedelt|Fäden|Geschäft\w*|Projektleit\w*|Ausgegangen|Anstoß|Idee|initiier\w*|antragstell\w*|Antrag|Trägerin|Arbeitgeber\w*|Dienstort|führen\b|Standort"
    ),
    "serves": re.compile(
        r"Dienstleister\w*|Auftrag\w*|technisch\w*|entwickelt|gebaut|Software|Technik|Anbieter|Firma|Hersteller|Betreiber|Wartung|wartet|programmiert|Büro|erstellt|geplant|Planung|hostet|Rechenzentrum"
    ),
    "advises": re.compile(
        r"begleite\w*|[Ww]issenschaftlich\w*|berät|beraten|Beratung|unterstütz\w*|untersuch\w*|Studie|evaluier\w*|forsch\w*|Auswertung|Schulung|Rat\b|wertet"
    ),
    "gives": re.compile(
        r"[Ff]örder\w*|[Zz]uschuss\w*|bezuschuss\w*|\bEuro\b|€|Mittel\b|Zuwendung\w*|Prozent|%|bewillig\w*|finanzier\w*|gibt\b|spende\w*|Bescheid|steuert"
    ),
    "honours": re.compile(
        r"Preis\b|Jury|ausgezeichnet|überreich\w*|Wettbewerb\w*|Auszeichnung|Platz\s+(?:zwei|drei|2|3)|Platzierte"
    ),
    "declines": re.compile(
        r"nicht\b|kein\w*\b|abgelehnt|lehnte?\w*\b|abgesagt|Absage|dankend|verzicht\w*|winkt\w*|ohne\b|weder|noch\s+nicht|anders\s+entschieden|selbständig|selbstständig|allein\b|bleib(?:t|en)\b|fehl(?:t|en|te)\b"
    ),
    "leaves": re.compile(
        r"ausgestiegen|steigt\b.{0,40}\baus|stieg\w*\b.{0,40}\baus|abgesprungen|ausgetreten|verlassen|verließ\w*|ausgeschieden|scheidet|Ausstieg|Austritt|gekündigt|zog\b.{0,40}\bzurück|zurückgezogen|verabschiedet"
    ),
    "considers": re.compile(
        r"interess\w*|Interesse|prüf(?:t|en)\b|überleg\w*|erwäg\w*|denk(?:t|en)\b|will\b|wollen\b|möchte\w*|könnte\w*|folgen|angefragt|Anfrage|gefragt|fragt\w*|Beitritt|später\w*|bekundet|möglich\w*|wartet|abwart\w*|offen|Gespräch\w*|steht\b.{0,20}\baus|hofft|sollen?\b|unentschieden|entscheid\w*|beobacht\w*|verfolg\w*"
    ),
    "own": re.compile(
        r"eigene[nsrm]?\b|Eigenregie|selbst\b|seit\s+Jahren|ähnlich\w*|vergleichbar\w*|schon\s+länger"
    ),
    "model": re.compile(
        r"Vorbild\w*|[Mm]uster\b|Modell\b|abgeschaut|vorgemacht|besichtig\w*|angesehen|angeschaut|übernommen|wie\s+in\b|Beispiel\w*|besucht\w*|Besuch\b|berichtet\w*|Erfahrung\w*|zum\s+Vergleich|anders\s+als|dort\b|Gäste?\b|vorgestellt|vorstellen|Vortrag|referier\w*"
    ),
    "supervises": re.compile(
        r"Aufsicht\w*|aufsicht\w*|Kommunalaufsicht|genehmig\w*|Genehmigung|Bedenken|geprüft|Stellungnahme|angehört|anerkannt"
    ),
    "home": re.compile(
        r"geboren|studiert|wohn\w*|stammt|aufgewachsen|wechselte\w*|zuvor|früher\w*|ehemalig\w*|Sitz\s+in|mit\s+Sitz|ansässig"
    ),
    "event": re.compile(
        r"statt\b|fand\b|findet\b|trafen|Treffen|Sitzung|Tagung|Veranstaltung|eingeladen|Gastgeber\w*|Anmeldung|Uhr\b|Termin|Protokoll|Fachtag|Messe"
    ),
    "past": re.compile(
        r"\b(?:bisher|bislang|früher|damals|schon\s+20\d\d|bereits\s+20\d\d|zunächst|ursprünglich|einst)\b"
    ),
    "others": re.compile(
        r"\b(?:[Aa]uch|ebenso|dagegen|hingegen|während|jedoch|aber|andere|benachbart\w*|Nachbar\w*|darüber\s+hinaus|außerdem|Ob)\b"
    ),
    "apart": re.compile(
        r"nicht\s+(?:mehr\s+)?(?:mit\s+)?(?:dabei|beteiligt|mit\b|zum\b|teil|an\s+Bord|an\b|vertreten)"
        r"|\bmacht\w*\s+(?:\w+\s+)?nicht\s+mit|ausgestiegen|abgesprungen|ausgetreten|verabschiedet"
        r"|winkte?\w*\s.{0,40}ab\b|abgelehnt|lehnte\w*|anders\s+entschieden|dankend|Absage|abgesagt"
        r"|eigene[nmsr]?\s+(?:\w+\s+)?(?:Wege?|Portal|Angebot|System|Kasse|Lösung|Linie|Regie|Strategie"
        r"|Konzepte?|Projekt|Anlage|Stelle|Kräfte|Leute|Leuten)|Gäste\s+aus"
        r"|zu\s+Gast|durchgesetzt|Platzierte|Platz\s+(?:zwei|drei|2|3)|Zuschauer|angefragt|gefragt"
        r"|interessier\w*|Interesse|prüf(?:t|en)\b|überleg\w*|erwäg\w*|wartet\s+ab|abwarten|beobachte\w*"
        r"|denkt?\s+(?:\w+\s+)?(?:darüber|nach)|spielt\s+mit|verfolg(?:t|en)|beobacht\w*"
        r"|erklären\s+lassen|vorgemacht|vorstellen|Vorbild|abgeschaut|stammt\s+aus|angesehen|besichtigt"
        r"|gehör(?:t|en)\s+nicht|kein\s+Bedarf|keinen\s+Bedarf|ohne\s+Geld|mit\s+Rat|möglicherweise"
        r"|will\b.{0,60}\b(?:entscheiden|anschließen)|möchte\b.{0,60}\b(?:anschließen|übernehmen)"
        r"|bleib(?:t|en)\b.{0,40}\b(?:selbständig|selbstständig|allein|bei\b|außen)|noch\s+nicht\s+festgelegt"
        r"|wird\s+(?:\w+\s+){0,4}folgen|sollen?\s+folgen|geboren|studiert|wechselt\w*|zuvor\s+(?:in|bei)",
        re.I,
    ),
    "all": re.compile(
        r"\b(?:[Aa]lle[rn]?|[Bb]eide[rn]?|[Ss]ämtliche[rn]?|jeweils|je\b|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn)\b"
    ),
}
JOINT = re.compile(
    r"^\s*(?:,|und|sowie|oder|/|–|-|\||;|·|&)?\s*(?:und|sowie|die|der|den|dem|mit|ferner)?\s*(?:[Dd](?:er|ie|en|em))?\s*"
    r"(?:(?:[Kk]reis|Hanse|Große\s+Kreis)?[Ss]t[aä]dte?n?|(?:Verbands|Samt|Orts|Markt)?[Gg]emeinden?|Märkten?|Markt|Flecken|VG)?\s*$"
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
_CLAUSE_END = re.compile(
    r";|\s[–-]\s|,\s(?:aber|doch|jedoch|während|dagegen|wogegen|die|der|das|wo|weil|nachdem|obwohl)\b|:\s|\.\s"
)


def clause_at(words: str, position: int) -> str:
    """Return the part of a sentence that holds a position, up to a contrast."""
    start = 0
    for hit in _CLAUSE_END.finditer(words):
        if hit.start() >= position:
            return words[start : hit.start()]
        start = hit.start()
    return words[start:]
