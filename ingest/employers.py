"""Takes the capitalised phrase where an employer stands for an organisation: "A B (Xyz Forum)"."""

import re
from collections.abc import Iterator, Sequence

from ingest.base_forms import base_form
from ingest.lexica import words
from ingest.names import NameMention
from ingest.organisation_spans import OrganisationSpan
from ingest.place_names import county_spellings, town_spellings
from ingest.roles import is_role_noun, is_unit

__all__ = ["businesses", "employers"]

_CAP = r"[A-ZÄÖÜ](?:[\w&+-]|\.(?=\w))*"
_PHRASE = rf"{_CAP}(?:[ ](?:für|und|der|des|zu|&)[ ]{_CAP}|[ ]{_CAP})*"
_BESIDE = re.compile(
    rf"\s?(?:\(|,\s|\|\s|–\s)(?P<phrase>{_PHRASE})(?=\)|\n|\s\||$|;|\.\s|\.$|,\s[A-ZÄÖÜ])"
)
# Offices that only a body of its own has; a "Leiter" may lead a mere department.
_HEADED = re.compile(
    rf"(?:[Gg]eschäftsführ(?:er(?:in)?|ung)|[Vv]orsitzende[rn]?|[Vv]orstand(?:smitglied)?|"
    rf"[Pp]räsident(?:in)?|[Dd]irektor(?:in)?|[Pp]rokurist(?:in)?|"
    rf"[Ii]ntendant(?:in)?|[Vv]orständ(?:in|e)|[Cc]hef(?:in)?)\s(?P<article>der|des|von|vom|bei\sder|beim)\s(?P<phrase>{_PHRASE})"
)
# A list entry ends without a full stop; longer lines are prose.
_MAX_ENTRY_CHARS = 160
_NEVER = re.compile(
    r"(?:^(?:Fotos?|Text|Urlaub|Vertrieb|Bild|Mitte|Herrn?|Frau|Uhr|Telefon|Tel|E-Mail|Mobil|Gast|Gäste|Ausschuss\w*|"
    r"Rat|Rates|Land|Bund|Fraktion\w*|Stadt|Gemeinde|Kreis|Landkreis|Stadtrat\w*|"
    r"Gemeinderat\w*|Kreistag\w*|Jury|Team|TOP|Januar|Februar|März|April|Mai|Juni|Juli|August|"
    r"September|Oktober|November|Dezember|Redaktion)\b)|"
    r"^(?:Unternehmens?|Betrieb(?:e?s)?|Verein(?:e?s|s)?|Verband(?:e?s)?|Verbund(?:e?s)?|Gesellschaft|Genossenschaft|Stiftung|Kommune|"
    r"Hauses|Stelle|Einrichtung|Professur\b.*|Lehrstuhls?\b.*)$|"
    r"(?:ausschuss|ausschusses|fraktion|leitung|moderation|ämter|koordination|vertretung)$"
)


# What somebody does, not where: "Kundenbetreuung".
_ABSTRACT = re.compile(
    r"(?:ung|ungen|heit|keit|tion|tionen|ismus|arbeit|wesen|technik|plattform|daten|finanzen|schutz|"
    r"verkehr|recht|portal|presse)$"
)

# "Planerin A B von der BTU": who somebody comes from.
_COMING_FROM = re.compile(
    rf"\s(?P<article>vom|von\sder|aus\sder)\s(?P<phrase>{_PHRASE})(?=[\s,.;:)])"
)
# Where somebody comes from for the moment is no employer.
_NO_ORIGIN = re.compile(
    r"(?:feier|stunde|konferenz|treffen|sitzung|veranstaltung|abend|tag|messe|haus|verwaltung|gespräch|preis|"
    r"straße|platz|projekt|bühne|seite|woche|schicht|reise|bank)(?:\s|$)",
    re.IGNORECASE,
)
# In lists of people present, entries end in a semicolon.
_LISTED = re.compile(r"[;:]\s(?:[a-zäöü]+\s)?$")


def employers(flat: str, names: Sequence[NameMention]) -> Iterator[OrganisationSpan]:
    """Yield what stands where a person's organisation stands, and is no unit or town."""
    for name in names:
        found = _BESIDE.match(flat, name.end)
        if found and (
            flat[name.end : found.start("phrase")].strip() in ("(", "|")
            or _is_entry(flat, name)
            or _LISTED.search(flat, max(0, name.start - 20), name.start)
        ):
            yield from _span(flat, found.span("phrase"), None)
        origin = _COMING_FROM.match(flat, name.end)
        if origin and not _NO_ORIGIN.search(origin["phrase"]):
            yield from _span(flat, origin.span("phrase"), origin["article"].split()[-1])
    for found in _HEADED.finditer(flat):
        yield from _span(flat, found.span("phrase"), found["article"].split()[-1])


def _is_entry(flat: str, name: NameMention) -> bool:
    start = flat.rfind("\n", 0, name.start) + 1
    end = flat.find("\n", name.end)
    line = flat[start : end if end >= 0 else len(flat)]
    return len(line) <= _MAX_ENTRY_CHARS and not line.rstrip().endswith((".", "“", "!"))


def _span(flat: str, span: tuple[int, int], article: str | None) -> Iterator[OrganisationSpan]:
    phrase = flat[span[0] : span[1]]
    parts = phrase.split()
    if _NEVER.search(phrase) or any(is_role_noun(part) for part in parts) or is_unit(parts[0]):
        return
    if len(parts) == 1 and _ABSTRACT.search(phrase):
        return
    if len(parts) == 2 and parts[0].endswith("er") and is_unit(parts[1]):
        return
    if _is_place(phrase) or phrase in words("parties") or len(phrase) < 3:
        return
    nominative = {"der": "der", "des": "des", "vom": "dem", "beim": "dem"}.get(article or "")
    yield OrganisationSpan(span[0], span[1], base_form(phrase, nominative))


# What businesses are called before their names: "die Berliner Firma Flexroute".
_BUSINESS = re.compile(
    r"(?<![\w-])(?:Firma|Unternehmens?|Dienstleisters?|Start-?ups?|Softwarehaus(?:es)?|Planungsbüros?|"
    r"Ingenieurbüros?|Architekturbüros?|Beratungsbüros?|Fachbüros?|Büros?|Agentur|Softwareanbieters?|"
    r"Softwarefirma|Hersteller|Energieversorgers?|Verkehrsunternehmens?|Busunternehmens?)[ ]"
    rf"(?P<name>{_CAP}(?:[ ](?:&|\+|und)[ ]{_CAP}|[ ]{_CAP}){{0,3}})"
)


# What studios of engineers and architects end in: "Mohn Ingenieure".
_STUDIO = re.compile(
    rf"(?<![\w-])(?!(?:Die|Der|Den|Viele|Alle|Zwei|Drei|Mehrere)[ ]){_CAP}"
    rf"(?:[ ](?:&|\+)[ ]{_CAP})?"
    r"[ ](?:Ingenieure|(?:Landschaftsa|A)rchitekten|Stadtplaner|Consult(?:ing)?)(?![\w-])"
)
# What only an association or company of its own is called by a name in quotation marks.
_QUOTED = re.compile(
    r"(?<![\w-])(?:[A-ZÄÖÜ][\w-]*)?(?:[Vv]erein|[Vv]erband|[Gg]enossenschaft|[Ss]tiftung|[Ff]irma|[Uu]nternehmen|[Gg]esellschaft)"
    r"(?:e?s)?[ ][„\"](?P<name>[^“”\"\n]{3,50})[“”\"]"
)


def businesses(flat: str) -> Iterator[OrganisationSpan]:
    """Yield the names behind "Firma" or "Ingenieurbüro", and before "Ingenieure"."""
    for found in _BUSINESS.finditer(flat):
        name = found["name"]
        if name.split()[0] not in town_spellings() and not is_role_noun(name.split()[0]):
            yield OrganisationSpan(found.start("name"), found.end("name"), name)
    for found in _STUDIO.finditer(flat):
        if not is_role_noun(found.group().split()[0]):
            yield OrganisationSpan(found.start(), found.end(), found.group())
    for found in _QUOTED.finditer(flat):
        yield OrganisationSpan(found.start("name"), found.end("name"), found["name"])


def _is_place(phrase: str) -> bool:
    first = phrase.split()[0]
    known = phrase in words("regions") or first in town_spellings() or first in county_spellings()
    return known or bool(re.search(r"(?:[Kk]reis|[Ss]tadt|[Gg]emeinde)$", first))
