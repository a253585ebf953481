"""Where an office is held when the text leaves it to the reader, and how that is learnt."""

import json
from pathlib import Path

import pytest

from ingest.actor_spans import Actors
from ingest.implied import MIN_CHANCE
from ingest.issuers import issuers_of
from ingest.municipalities import find_towns
from ingest.offices import office_of
from ingest.training.holders import Example, fit, main
from tests.ingest.actors import person_in, roles_in

AALEN = "Stadt Aalen"


@pytest.mark.parametrize(
    ("role", "office"),
    [
        ("Erster Bürgermeister", "mayor"),
        ("Rathauschefin", "mayor"),
        ("Kreisbrandmeister", "county"),
        ("Kreisvermessungsdirektorin", "county"),
        ("Hauptamtsleiter", "town"),
        ("Verbandsvorsteherin", "head"),
        ("Professorin", "scholar"),
        ("Direktorin", "head"),
        ("Staatssekretär", "state"),
        ("Klimaschutzmanagerin", "staff"),
        ("Ansprechpartnerin", "staff"),
        ("Stadtarchivarin", "town"),
        ("Chefärztin", "calling"),
    ],
)
def test_an_office_tells_what_kind_of_body_has_it(role: str, office: str) -> None:
    assert office_of(role) == office


def test_the_press_office_in_the_last_line_tells_who_speaks() -> None:
    text = "Drei tun sich zusammen.\n" + "Ulm zahlt.\n" * 6
    text = f"{text}Pressestelle der Stadt Aalen, Markt 3"
    issuers = issuers_of(text, Actors.of(find_towns(text, (), None), ()), None)
    assert [(one.actor.name, one.how) for one in issuers] == [(AALEN, "imprint")]


@pytest.mark.parametrize(
    ("text", "publisher", "issuer"),
    [
        ("Große Kreisstadt Aalen, Pressestelle\nHeute tagt der Rat.", None, AALEN),
        ("Pressemitteilung des Ostalbkreises\n\nEs regnet.", None, "Ostalbkreis"),
        ("Aalen › Leben › Gesundheit\n\nEs regnet.", None, AALEN),
        ("Neues vom Bau\n\nAalen, 3. Mai 2021. Es regnet.", None, AALEN),
        ("Neues vom Bau\n\nAalen (lra). Es regnet.", None, AALEN),
        ("Es regnet.\n\nStadt Aalen, Büro der Bürgermeisterin", None, AALEN),
        ("Liebe Kolleginnen,\nes regnet.\n\nPetra Kruse\nBauamt\nStadt Aalen", None, AALEN),
        ("Von: Petra Kruse (Stadt Aalen)\nAn: alle\n\nEs regnet.", None, AALEN),
        ("Es regnet in Limbach.", "Gemeinde Limbach (Neckar-Odenwald-Kreis)", "Gemeinde Limbach"),
        ("Es regnet.", "Markt Lichtenau", "Markt Lichtenau"),
        ("Aalen, Ulm und Bopfingen tagen.", None, None),
    ],
)
def test_head_foot_dateline_and_signature_tell_who_issued_a_text(
    text: str, publisher: str | None, issuer: str | None
) -> None:
    found = issuers_of(text, Actors.of(find_towns(text, (), publisher), ()), publisher)
    assert [one.actor.name for one in found] == ([issuer] if issuer else [])


def test_an_inferred_holder_carries_its_chance() -> None:
    text = "„Das spart Geld“, sagte Bürgermeisterin Petra Kruse."
    role = person_in(text, "Petra Kruse", publisher=AALEN).roles[0]
    assert role.organisation is not None
    assert role.organisation.name == AALEN
    assert role.evidence.inferred
    assert MIN_CHANCE <= role.evidence.confidence < 1


def test_a_town_has_one_mayor() -> None:
    text = (
        "Bürgermeister Jan Wolters (Aalen) lud ein. Aus Bopfingen kam Bürgermeisterin Petra "
        "Kruse. Sie und Wolters wollen für Aalen und Bopfingen ein Archiv."
    )
    assert roles_in(text, "Jan Wolters") == [("Bürgermeister", AALEN)]
    assert roles_in(text, "Petra Kruse") == [("Bürgermeisterin", "Stadt Bopfingen")]


def test_a_text_without_head_and_foot_has_no_issuer() -> None:
    assert issuers_of("Ein Satz.", Actors([]), None) == ()


def test_weights_learn_which_sign_tells_the_holder() -> None:
    examples = [
        Example((("near", "town"), ("far", "town"), ("nobody",)), (0,)),
        Example((("far", "town"), ("near", "town"), ("nobody",)), (1,)),
    ] * 5
    weights = fit(examples)
    assert weights["near"] > 0 > weights["far"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vorsitzende des Verwaltungsrats ist Aalens Kämmerin Petra Kruse.",
            ["Vorsitzende des Verwaltungsrats", "Kämmerin"],
        ),
        ("Für Aalen kam Bgm. Petra Kruse, für Ulm niemand.", ["Bürgermeisterin"]),
        ("- Aalen: Petra Kruse, 1. Bürgermeisterin", ["Bürgermeisterin"]),
        ("Petra Kruse (Stadt Aalen, Tiefbau)", ["Tiefbau"]),
        ("Entschuldigt sind GR Wolters und HAL Petra Kruse aus Aalen.", ["Hauptamtsleiterin"]),
        ("Aus Aalen kamen FBL Jan Wolters und FDL Petra Kruse.", ["Fachdienstleiterin"]),
        ("Vorsitz: RF Petra Kruse, Aalen", ["Ratsfrau"]),
    ],
)
def test_short_forms_and_second_offices_are_roles(text: str, expected: list[str]) -> None:
    found = " ; ".join(str(role) for role, _ in roles_in(text, "Petra Kruse"))
    assert all(role in found for role in expected), found


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Die Aalener Kreisdirektorin Petra Kruse kam.", "Ostalbkreis"),
        ("Stadträtin Petra Kruse (SPD) aus Aalen fragte.", "SPD"),
    ],
)
def test_a_county_office_and_a_party_are_affiliations(text: str, body: str) -> None:
    assert body in [one for _, one in roles_in(text, "Petra Kruse")]


def test_held_out_documents_are_no_lesson(tmp_path: Path) -> None:
    role = {"role": "Kämmerin", "organisation": "Aalen"}
    gold = json.dumps({"persons": [{"name": "Petra Kruse", "roles": [role]}]})
    for part in ("documents", "gold"):
        (tmp_path / part).mkdir()
    for name in ("owl-001", "owl-003"):
        text = f"{name}: Der Rat der Stadt Aalen tagte. Kämmerin Petra Kruse lud ein."
        (tmp_path / "documents" / f"{name}.txt").write_text(text, "utf-8")
        (tmp_path / "gold" / f"{name}.gold.json").write_text(gold, "utf-8")
    output = tmp_path / "weights.json"
    assert main([str(tmp_path), "--output", str(output)]) == 0
    both = json.loads(output.read_text("utf-8"))
    (tmp_path / "gold" / "owl-003.gold.json").unlink()
    main([str(tmp_path), "--output", str(output)])
    assert both == json.loads(output.read_text("utf-8")) != {}
