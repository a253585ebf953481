import pytest

from ingest.entities import Entities
from ingest.recogniser import Span
from ingest.recogniser_join import EXTRACTOR, doubtful_organisations, join
from ontology.model import (
    Document,
    Evidence,
    MunicipalityMention,
    OrganisationMention,
    Person,
)

NOTHING = Entities((), (), (), ())


def document(text: str) -> Document:
    return Document(sha256="0" * 64, source_file="a.txt", text=text, title="A")


def span(text: str, name: str, label: str, score: float = 0.99) -> Span:
    start = text.index(name)
    assert label in ("PER", "ORG", "LOC")
    return Span(start, start + len(name), label, score)  # type: ignore[arg-type] # checked above


def evidence(text: str, quote: str) -> tuple[Evidence, ...]:
    start = text.index(quote)
    return (Evidence(start, start + len(quote), quote),)


def organisations(text: str, *spans: Span, known: Entities = NOTHING) -> list[str]:
    return [one.name for one in join(known, spans, document(text)).organisations]


def persons(text: str, *spans: Span, known: Entities = NOTHING) -> list[str]:
    return [one.name for one in join(known, spans, document(text)).persons]


def test_an_organisation_only_the_network_saw_is_added_with_its_quote() -> None:
    text = "Partner ist die Moorwerk Beratung GmbH aus Husum."
    found = join(NOTHING, [span(text, "Moorwerk Beratung GmbH", "ORG", 0.91)], document(text))
    (organisation,) = found.organisations
    assert organisation.name == "Moorwerk Beratung GmbH"
    (quote,) = organisation.evidence
    assert text[quote.start : quote.end] == quote.quote == "Moorwerk Beratung GmbH"
    assert quote.extractor == EXTRACTOR


def test_confidence_is_how_often_such_finds_held_not_how_sure_the_network_is() -> None:
    text = "Partner sind die Moor GmbH und die Watt GmbH."
    spans = [span(text, "Moor GmbH", "ORG", 0.999), span(text, "Watt GmbH", "ORG", 0.85)]
    sure, unsure = join(NOTHING, spans, document(text)).organisations
    assert 0.8 < sure.evidence[0].confidence < 0.9
    assert 0.4 < unsure.evidence[0].confidence < 0.6


def test_the_name_is_given_in_the_nominative() -> None:
    text = "Ein Gutachten des Kommunalen Rechenzentrums Vogtland liegt vor."
    name = "Kommunalen Rechenzentrums Vogtland"
    assert organisations(text, span(text, name, "ORG")) == ["Kommunales Rechenzentrum Vogtland"]


def test_what_exists_in_the_plural_only_stands_in_the_nominative_too() -> None:
    text = "Der Plan stammt von den Stadtwerken Husum."
    assert organisations(text, span(text, "Stadtwerken Husum", "ORG")) == ["Stadtwerke Husum"]


@pytest.mark.parametrize(
    ("text", "name", "score"),
    [
        pytest.param("Das macht die Wattwerk heute.", "Wattwerk", 0.9, id="unsure, no shape"),
        pytest.param("Das macht die Moor GmbH heute.", "Moor GmbH", 0.6, id="shape, too unsure"),
        pytest.param("Die Stadt Husum zahlt.", "Stadt Husum", 0.99, id="a municipality"),
        pytest.param("Die Verwaltung zahlt.", "Verwaltung", 0.99, id="nameless"),
        pytest.param("Das Projekt „Moor GmbH“ läuft.", "Moor GmbH", 0.99, id="a quoted title"),
        pytest.param("Foto: Moor GmbH", "Moor GmbH", 0.99, id="a picture's credit"),
        pytest.param("Nach dem OZG gilt das.", "OZG", 0.9, id="an abbreviation, unsure"),
        pytest.param("Der Moor Fonds e.V zahlt.", "Moor Fonds", 0.99, id="a fund"),
        pytest.param(
            "Der Bauausschuss für Husum tagt.", "Bauausschuss für Husum", 0.99, id="no body"
        ),
        pytest.param("In OWL geht es los.", "OWL", 0.99, id="a region"),
        pytest.param("Foto: Ilse Sand/Moor GmbH", "Moor GmbH", 0.99, id="a photographer's house"),
    ],
)
def test_what_may_be_no_organisation_is_left_out(text: str, name: str, score: float) -> None:
    assert organisations(text, span(text, name, "ORG", score)) == []


def test_what_the_rules_found_stays_and_is_not_doubled() -> None:
    text = "Die Moor Beratung GmbH (MB) hilft. Auch die Moor GmbH und die MB sind dabei."
    known = OrganisationMention("Moor Beratung GmbH", evidence(text, "Moor Beratung GmbH"), ("MB",))
    rules = Entities((), (), (known,), ())
    spans = [span(text, "Beratung GmbH", "ORG"), span(text, "Moor GmbH", "ORG")]
    joined = join(rules, spans, document(text))
    assert joined == rules


def test_a_head_noun_that_the_network_did_not_see_is_doubtful() -> None:
    text = "Das Amt für Moorschutz Husum, die Moor GmbH und das Institut für Watt wirken mit."
    names = ["Amt für Moorschutz Husum", "Moor GmbH", "Institut für Watt"]
    rules = Entities(
        (), (), tuple(OrganisationMention(name, evidence(text, name)) for name in names), ()
    )
    seen = [span(text, "Institut für Watt", "ORG", 0.7)]
    doubtful = doubtful_organisations(rules, seen)
    assert [one.name for one in doubtful] == ["Amt für Moorschutz Husum"]


def test_a_name_in_another_case_is_not_doubted() -> None:
    text = "Geld kommt vom Moorer Institut für Watt. Das Amt für Torf Husum zahlt nicht."
    rules = Entities(
        (),
        (),
        (
            OrganisationMention(
                "Mooriges Institut für Watt", evidence(text, "Moorer Institut für Watt")
            ),
            OrganisationMention("Amt für Torf Husum", evidence(text, "Amt für Torf Husum")),
        ),
        (),
    )
    assert [one.name for one in doubtful_organisations(rules, [])] == ["Amt für Torf Husum"]


def test_a_town_inside_a_name_does_not_hide_the_name() -> None:
    text = "Die Stadtwerke Husum bauen."
    town = MunicipalityMention("Husum", "Stadt", "01054056", evidence(text, "Husum"))
    rules = Entities((), (town,), (), ())
    found = organisations(text, span(text, "Stadtwerke Husum", "ORG"), known=rules)
    assert found == ["Stadtwerke Husum"]


def test_a_person_in_a_role_is_added_with_title() -> None:
    text = "Kämmerin Dr. Okjenna Tammbrook stellte den Plan vor."
    found = join(NOTHING, [span(text, "Okjenna Tammbrook", "PER")], document(text))
    assert [(one.name, one.title) for one in found.persons] == [("Okjenna Tammbrook", "Dr.")]


@pytest.mark.parametrize(
    "text",
    [
        "Das Haus gehörte einst Okjenna Tammbrook und wurde verkauft.",
        "Foto: Okjenna Tammbrook",
        "Bürgermeisterin beim Fest. © Okjenna Tammbrook",
    ],
)
def test_nobody_is_added_who_holds_no_role(text: str) -> None:
    assert persons(text, span(text, "Okjenna Tammbrook", "PER")) == []


def test_people_of_a_caption_are_added() -> None:
    text = "Beim Start (v. l.): Okjenna Tammbrook, Uwe Sand und Ilse Moor"
    found = persons(text, span(text, "Okjenna Tammbrook", "PER"), span(text, "Ilse Moor", "PER"))
    assert found == ["Okjenna Tammbrook", "Ilse Moor"]


def test_a_surname_alone_makes_no_person() -> None:
    text = "Landrat Tammbrook sprach."
    assert persons(text, span(text, "Tammbrook", "PER")) == []


def test_a_person_whom_the_rules_know_is_not_doubled() -> None:
    text = "Landrätin Ilse Moor sprach. Später dankte Landrätin Ilse Moor allen."
    rules = Entities((Person("Ilse Moor", evidence(text, "Ilse Moor")),), (), (), ())
    later = Span(text.rindex("Ilse"), text.rindex("Moor") + 4, "PER", 0.99)
    assert persons(text, later, known=rules) == ["Ilse Moor"]


def test_places_are_left_to_the_gazetteer() -> None:
    text = "Landrätin Ilse Moor kam aus Husum."
    assert join(NOTHING, [span(text, "Husum", "LOC")], document(text)) == NOTHING
