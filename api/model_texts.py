"""What the objects of the API and their fields are, in German, by what it is in English."""

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["MODEL_TEXTS"]

MODEL_TEXTS: Mapping[str, str] = MappingProxyType(
    {
        "An undertaking with its municipalities, and how like the one asked for it is.": (
            "Ein Vorhaben mit seinen Kommunen, und wie ähnlich es dem gefragten ist."
        ),
        "The answer to one question; `note` is there only where `answered` is false.": (
            "Die Antwort auf eine Frage; `note` gibt es nur, wenn `answered` falsch ist."
        ),
        "From 0 to 1; comparable within one answer only.": (
            "Von 0 bis 1; nur innerhalb einer Antwort vergleichbar."
        ),
        "A condition read from the question's words; `no_condition=KIND` switches it off.": (
            "Eine Bedingung, die aus den Worten der Frage gelesen wurde; `no_condition=KIND` "
            "schaltet sie ab."
        ),
        "Whom to call; addresses and numbers are for signed-in partners only.": (
            "Wen man anrufen kann; Adressen und Nummern sehen nur angemeldete Partner."
        ),
        "A property for which documents give values that cannot all be true.": (
            "Eine Eigenschaft, zu der Dokumente Werte nennen, die nicht alle stimmen können."
        ),
        "What somebody decided, on which matter, when and why.": (
            "Was jemand entschieden hat, worüber, wann und warum."
        ),
        "A document as an answer cites it.": "Ein Dokument, wie eine Antwort es zitiert.",
        "A quote that stands in a document's cleaned text between `start` and `end`.": (
            "Ein Zitat, das im bereinigten Text eines Dokuments zwischen `start` und `end` steht."
        ),
        "A matter that waits for a person: a `pair` of things or a `statement`.": (
            "Ein Punkt, der auf einen Menschen wartet: ein Paar von Dingen (`pair`) oder eine "
            "Aussage (`statement`)."
        ),
        "A municipality (8-digit AGS) or county (5-digit AGS).": (
            "Eine Gemeinde (AGS mit 8 Ziffern) oder ein Kreis (AGS mit 5 Ziffern)."
        ),
        "Two things that are one, or are not.": "Zwei Dinge, die dasselbe sind oder nicht.",
        "Two IRIs, or what follows /id/.": "Zwei IRIs oder was darin auf /id/ folgt.",
        "Why, for those who ask later.": "Warum, für alle, die später fragen.",
        "Where a statement stands, how it was found, and who confirmed it.": (
            "Wo eine Aussage steht, wie sie gefunden wurde und wer sie bestätigt hat."
        ),
        "An error in the form of RFC 9457.": "Ein Fehler in der Form von RFC 9457.",
        "Names the kind of our own errors.": "Nennt die Art unserer eigenen Fehler.",
        "The status in words.": "Der Status in Worten.",
        "The status of the answer.": "Der Status der Antwort.",
        "What happened and what to do.": "Was geschehen ist und was zu tun ist.",
        "An undertaking: project, cooperation, strategy, network or portal.": (
            "Ein Vorhaben: Projekt, Kooperation, Strategie, Netzwerk oder Portal."
        ),
        "One undertaking with its proof.": "Ein Vorhaben mit seinen Belegen.",
        "How a matter is decided.": "Wie über einen Punkt entschieden wird.",
        "What was searched; the years are those of the documents that have a date.": (
            "Was durchsucht wurde; die Jahre sind die der Dokumente, die ein Datum haben."
        ),
        "One of several values for one property, with its proof.": (
            "Einer von mehreren Werten einer Eigenschaft, mit seinem Beleg."
        ),
        "Documents that mean another bearer of a name.": (
            "Dokumente, die jemand anderen mit demselben Namen meinen."
        ),
        "The IRI of the name, or what follows /id/.": (
            "Die IRI des Namens oder was darin auf /id/ folgt."
        ),
        "Ids or file names.": "Kennungen oder Dateinamen.",
        "A statement about a thing; `value_iri` is set where the value is a thing.": (
            "Eine Aussage über ein Ding; `value_iri` steht da, wo der Wert ein Ding ist."
        ),
        "A municipality with its undertakings on a theme.": (
            "Eine Kommune mit ihren Vorhaben zu einem Thema."
        ),
        "A thing by IRI and name.": "Ein Ding mit IRI und Namen.",
        "What moved a result to its place.": "Was ein Ergebnis an seinen Platz gebracht hat.",
        "How the most similar town is like the asking one.": (
            "Worin die ähnlichste Kommune der fragenden gleicht."
        ),
        "What each retriever adds to the best proof.": (
            "Was jedes Suchverfahren zum besten Beleg beiträgt."
        ),
        "Why a near find does not count, in German.": (
            "Warum ein naher Fund nicht zählt, auf Deutsch."
        ),
    }
)
