"""Readings made by hand for the graph's tests: short texts, every statement with its quote."""

import hashlib

from ontology.model import (
    Actor,
    ActorClaim,
    Award,
    Claim,
    Document,
    Event,
    Evidence,
    Facts,
    MunicipalityMention,
    OrganisationMention,
    Passage,
    Person,
    Project,
    Reading,
    Role,
)

__all__ = ["TEXT", "a_document", "a_project", "a_reading", "quoted"]

TEXT = (
    "Gemeinsamer Bauhof Aue-Weser gestartet. Die Stadt Petershagen und die Gemeinde Hille "
    "betreiben seit 2021 einen Bauhof zusammen. Bürgermeister Dirk Breves (Stadt Petershagen) "
    "lobt die Arbeit von Dr. Ilse Kramp, Leiterin der Servicegesellschaft Nord GmbH. "
    "Das Land gibt 200.000 Euro. Beim Netzwerktreffen in Hille am 4. Mai 2022 fehlte Jan Rode. "
    "Der Bauhof gewann 2023 den Preis „Gute Nachbarn“ in der Kategorie Technik. "
    "Fragen an i.kramp@example.org oder 05702 123456."
)


def quoted(text: str, quote: str, *, confidence: float = 0.9) -> Evidence:
    """Return the evidence for a quote at its first place in the text."""
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote, confidence)


def a_document(text: str = TEXT, *, rights: str = "cc-by-4.0", **known: str | None) -> Document:
    """Return a document of this text; its hash is that of the text."""
    return Document(
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        source_file=known.get("source_file") or "bauhof.txt",
        text=text,
        title=known.get("title") or "Gemeinsamer Bauhof",
        kind="pressemitteilung",
        date="2023-06-01",
        publisher="Stadt Petershagen",
        rights=rights,
        source_url="https://www.example.org/bauhof",
    )


def a_project(text: str = TEXT, *, name: str = "Bauhof Aue-Weser") -> Project:
    """Return the project that the text tells of."""
    return Project(
        name=name,
        kind="kooperation",
        evidence=(quoted(text, "Bauhof"),),
        participants=(
            ActorClaim(Actor("Petershagen", "05770028"), quoted(text, "Stadt Petershagen")),
            ActorClaim(Actor("Hille", "05770012"), quoted(text, "Gemeinde Hille")),
        ),
        lead=ActorClaim(Actor("Petershagen", "05770028"), quoted(text, "Stadt Petershagen")),
        starts=(Claim("2021", quoted(text, "seit 2021")),),
        status=Claim("laufend", quoted(text, "betreiben")),
        themes=(Claim("Umwelt und Wasser", quoted(text, "Bauhof")),),
        fields=(Claim("Energie und Umwelt", quoted(text, "Bauhof")),),
        funding=Claim("200.000 Euro", quoted(text, "Das Land gibt 200.000 Euro")),
        funders=(ActorClaim(Actor("Land Nordrhein-Westfalen"), quoted(text, "Das Land")),),
        solutions=(Claim("einen Bauhof zusammen betreiben", quoted(text, "einen Bauhof")),),
        contacts=(Claim("Ilse Kramp", quoted(text, "i.kramp@example.org oder 05702 123456")),),
    )


def a_reading(text: str = TEXT, *, rights: str = "cc-by-4.0", **known: str | None) -> Reading:
    """Return all that the text says about persons, places, the project, its award and meeting."""
    document = a_document(text, rights=rights, **known)
    mayor = Role(
        "Bürgermeister", Actor("Petershagen", "05770028"), quoted(text, "Bürgermeister Dirk Breves")
    )
    head = Role(
        "Leiterin",
        Actor("Servicegesellschaft Nord GmbH"),
        quoted(text, "Leiterin der Servicegesellschaft Nord GmbH"),
    )
    facts = Facts(
        persons=(
            Person("Dirk Breves", (quoted(text, "Dirk Breves"),), roles=(mayor,)),
            Person("Ilse Kramp", (quoted(text, "Ilse Kramp"),), title="Dr.", roles=(head,)),
        ),
        municipalities=(
            MunicipalityMention(
                "Petershagen", "Stadt", "05770028", (quoted(text, "Stadt Petershagen"),)
            ),
            MunicipalityMention("Hille", "Gemeinde", "05770012", (quoted(text, "Gemeinde Hille"),)),
        ),
        organisations=(
            OrganisationMention(
                "Servicegesellschaft Nord GmbH", (quoted(text, "Servicegesellschaft Nord GmbH"),)
            ),
        ),
        projects=(a_project(text),),
        awards=(
            Award(
                "Gute Nachbarn",
                (quoted(text, "Der Bauhof gewann 2023 den Preis „Gute Nachbarn“"),),
                category="Technik",
                year="2023",
                recipient="Hille",
                project="Bauhof Aue-Weser",
            ),
        ),
        events=(
            Event(
                "Netzwerktreffen",
                "treffen",
                (quoted(text, "Netzwerktreffen in Hille"),),
                date="2022-05-04",
                place="Hille",
                attendees=(Claim("Dirk Breves", quoted(text, "Dirk Breves")),),
                absent=(Claim("Jan Rode", quoted(text, "fehlte Jan Rode")),),
                about="Bauhof Aue-Weser",
            ),
        ),
    )
    passage = Passage(document.id, 0, 0, len(text), text)
    return Reading(document, facts, (passage,))
