"""Things that tests need, each with one call and defaults that say nothing special."""

import hashlib
from pathlib import Path

from ontology.cards import ContactCard, DocumentCard, MunicipalityCard, ProjectCard
from ontology.model import (
    Actor,
    ActorClaim,
    Award,
    Claim,
    Contact,
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
from search.answer import Answer, Find, Result, Why

TEXT = (
    "Stadt Musterau führt die digitale Bauakte ein.\n\n"
    "Bürgermeisterin Petra Beispiel freut sich. Mit dabei ist die Gemeinde Testheim."
)


def a_document(text: str = TEXT, *, source_file: str = "bauakte.txt", **known: str) -> Document:
    digest = hashlib.sha256(f"{source_file}{text}".encode()).hexdigest()
    return Document(digest, source_file, text, known.pop("title", "Bauakte"), **known)  # type: ignore[arg-type] # kinds come as plain texts


def an_evidence(quote: str, text: str = TEXT) -> Evidence:
    start = text.index(quote)
    return Evidence(start, start + len(quote), quote)


def a_reading(text: str = TEXT, **known: str) -> Reading:
    """Return a reading without facts, its text in one passage."""
    document = a_document(text, **known)
    return Reading(document, Facts(), (Passage(document.id, 0, 0, len(text), text),))


def a_full_reading() -> Reading:
    """Return a reading in which every class of fact and every field is set."""
    document = a_document(date="2021-03-04", publisher="Stadt Musterau", rights="cc-by-4.0")
    town = Actor("Stadt Musterau", "05766008")
    who = an_evidence("Petra Beispiel")
    what = an_evidence("digitale Bauakte")
    where = an_evidence("Stadt Musterau")
    claim = Claim("2021", what)
    person = Person(
        "Petra Beispiel",
        (who,),
        title="Dr.",
        roles=(Role("Bürgermeisterin", town, who),),
        contact=Contact("p@example.org", "05222 123456"),
    )
    project = Project(
        "digitale Bauakte",
        "kooperation",
        (what,),
        participants=(ActorClaim(town, where),),
        lead=ActorClaim(town, where),
        starts=(claim, Claim("2020", what)),
        ends=(Claim("2023", what),),
        status=Claim("laufend", what),
        themes=(Claim("Bauen", what),),
        funding=Claim("Land", what),
    )
    facts = Facts(
        persons=(person,),
        municipalities=(MunicipalityMention("Musterau", "Stadt", "05766008", (where,)),),
        organisations=(OrganisationMention("Verein e. V.", (where,), ("Verein",)),),
        projects=(project,),
        awards=(Award("Preis", (what,), "Bau", "2021", 1, "Stadt Musterau", "digitale Bauakte"),),
        events=(
            Event("Treffen", "treffen", (what,), "2021-03-04", "Musterau", (claim,), (claim,)),
        ),
    )
    return Reading(document, facts, (Passage(document.id, 0, 0, len(TEXT), TEXT, "Titel", 1),))


def a_document_card(**known: str) -> DocumentCard:
    values = {
        "iri": "https://w3id.org/nachbarwissen/id/document/0123456789abcdef",
        "id": "0123456789abcdef",
        "title": "Bauakte",
        "kind": "pressemitteilung",
        "date": "2021-03-04",
        "publisher": "Stadt Musterau",
        "rights": "cc-by-4.0",
        "source_file": "bauakte.txt",
        **known,
    }
    return DocumentCard(**values)


def an_answer(*, answered: bool = True, quote: str = "führt die digitale Bauakte ein") -> Answer:
    town = MunicipalityCard(
        "https://w3id.org/nachbarwissen/id/municipality/05766008", "Musterau", "Stadt", "05766008"
    )
    project = ProjectCard(
        "https://w3id.org/nachbarwissen/id/project/digitale-bauakte",
        "digitale Bauakte",
        "projekt",
        status="laufend",
        start="2021",
        themes=("Bauen",),
    )
    result = Result(
        rank=1,
        score=0.123456,
        project=project,
        municipalities=(town,),
        evidence=(Find(a_document_card(), quote, 15, 15 + len(quote), 0.5, page=2),),
        contacts=(ContactCard("Petra Beispiel", "Bürgermeisterin", "Stadt Musterau"),),
        why=Why(0.8, 0.4, 0.1, ("Bauakte",)),
    )
    return Answer("Wer hat die Bauakte?", answered, None if answered else "Nein.", 1.26, (result,))


def write_documents(folder: Path, texts: dict[str, str]) -> Path:
    """Write text files into a folder and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, "utf-8")
    return folder
