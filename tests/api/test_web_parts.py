"""The parts of the pages that need no browser: who asks, filters, histories, drawings."""

import ast
import inspect
import re
from dataclasses import replace
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest

import graph.comparing
import graph.reconciling
from api.answer_feed import answer_feed
from api.askers import asker_name, find_asker, towns_starting_with
from api.cooperation import MAX_PARTNERS, cooperation_links, partners_of
from api.dates import day
from api.drawing import Link, draw_map, draw_network
from api.facets import facets_of, narrowed
from api.histories import Moment, history
from api.inquiry import MAX_QUESTION_CHARS, Outcome, inquiry_of
from api.proofs import Shown
from api.reasons import telling_words, why_not
from api.signal_texts import SIGNALS, signal_text
from api.values import said
from graph.spelling import Grade
from ontology.cards import MunicipalityCard, ProjectCard
from search.abstention import (
    CONDITIONS_MISSED,
    NOBODY_TOGETHER,
    NOT_NEAR_ENOUGH,
    NOTHING_FITS,
    THEME_ONLY,
)
from search.answer import Answer, Condition
from tests.factories import a_document_card, an_answer

NOTES = (
    CONDITIONS_MISSED,
    NOBODY_TOGETHER,
    NOT_NEAR_ENOUGH,
    NOTHING_FITS,
    THEME_ONLY.format("Bauhof", "von „Quanten“ steht dort nichts; „ohne Rad“ ist nicht erfüllt"),
)
ATOM = "{http://www.w3.org/2005/Atom}"
ONTOLOGY = "https://w3id.org/nachbarwissen/ontology#"


def a_town(ags: str, name: str) -> MunicipalityCard:
    return MunicipalityCard(f"https://example.org/{ags}", name, "Stadt", ags)


LEMGO, LAGE, DETMOLD = (
    a_town("05766044", "Lemgo"),
    a_town("05766040", "Lage"),
    a_town("05766020", "Detmold"),
)


def a_project(name: str, *towns: MunicipalityCard) -> ProjectCard:
    return ProjectCard(f"https://example.org/{name}", name, "projekt", municipalities=towns)


def test_every_signal_of_the_graph_is_said_in_german() -> None:
    named = set()
    for module in (graph.comparing, graph.reconciling):
        for node in ast.walk(ast.parse(Path(inspect.getfile(module)).read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if called in {"Signal", "lowered"} and isinstance(node.args[0], ast.Constant):
                named.add(str(node.args[0].value))
    grades = {f"name: {grade}" for grade in get_args(Grade)}
    assert named
    assert named | grades == set(SIGNALS)
    assert signal_text("same town -0.20", "de") == "gleiche Kommune (−0,20)"
    assert signal_text("same town -0.20", "en") == "same town -0.20"


@pytest.mark.parametrize("note", NOTES)
def test_a_page_says_in_both_languages_why_an_answer_is_a_no_and_nothing_twice(note: str) -> None:
    answer = replace(
        an_answer(), answered=False, note=f"{note} Durchsucht wurden 5 Dokumente mit 9 Abschnitten."
    )
    german, english = why_not(answer, "de"), why_not(answer, "en")
    assert german in note
    assert len(german.split()) > 5
    assert not re.search("Durchsucht|Keine Lösung|9", german)
    assert english
    assert not re.search("nicht|Frage|Kommune", english)


def test_dates_and_codes_are_said_in_words() -> None:
    assert said(f"{ONTOLOGY}startDate", "2020-12-01", "de") == "1. Dezember 2020"
    assert said("status", "laufend", "de") == "läuft"
    assert said(f"{ONTOLOGY}result", "2020-12-01", "de") == "2020-12-01"


def test_only_shared_words_that_tell_something_are_named() -> None:
    condition = Condition("size", "bis 20.000 Einwohner", "Stadt unter 20.000 Einwohnern")
    answer = replace(an_answer(), conditions=(condition,))
    assert telling_words(("Rufbus", "Stadt", "20", "000", "E"), answer) == ["Rufbus"]


@pytest.mark.parametrize("typed", ["Lemgo", " lemgo ", "Stadt Lemgo", "05766044"])
def test_the_asking_town_is_found_however_it_is_typed(typed: str) -> None:
    found = find_asker(typed)
    assert found is not None
    assert found.ags == "05766044"


def test_namesakes_are_told_apart_by_their_county() -> None:
    names = towns_starting_with("Neuenkirchen", limit=10)
    places = [found for name in names if (found := find_asker(name))]
    assert len({place.ags for place in places}) == len(names) > 1
    assert [asker_name(place) for place in places] == names


@pytest.mark.parametrize("typed", ["", "   ", "Nirgendwo an der Nichts"])
def test_what_names_no_town_is_no_asker(typed: str) -> None:
    assert find_asker(typed) is None


def test_an_address_with_nonsense_is_an_inquiry_without_it() -> None:
    inquiry = inquiry_of({"q": "x" * 5000, "since": "abc", "until": "9" * 30, "n": "-1"})
    assert len(inquiry.q) == MAX_QUESTION_CHARS
    assert (inquiry.since, inquiry.until) == (None, None)


def test_an_inquiry_gives_back_its_own_address() -> None:
    said = {"q": "Bauhof", "asker": "Lage", "since": "2019", "theme": "Bauen", "without": "size"}
    inquiry = inquiry_of(said)
    assert inquiry_of(inquiry.values()) == inquiry
    assert inquiry.conditions() == {"since": "2019", "theme": "Bauen"}
    assert "theme" not in inquiry.address(theme="")
    assert "without=size%2Cyears" in inquiry.ignoring("years")


def test_who_is_remembered_asks_only_where_the_address_is_silent() -> None:
    assert inquiry_of({"q": "x"}, remembered="05766040").asker == "Lage"
    assert inquiry_of({"q": "x", "asker": "Lemgo"}, remembered="05766040").asker == "Lemgo"
    assert inquiry_of({"q": "x", "asker": ""}, remembered="05766040").asker == ""


def test_a_filter_leaves_as_many_results_as_it_counts() -> None:
    (first,) = an_answer().results
    assert first.project is not None
    other = replace(first, project=replace(first.project, status="geplant", themes=("Mobilität",)))
    results = [first, first, other]
    facets = {facet.name: facet for facet in facets_of(results, {})}
    for name, facet in facets.items():
        for choice in facet.choices:
            assert len(narrowed(results, {name: choice.value})) == choice.count
    assert [choice.value for choice in facets["status"].choices] == ["laufend", "geplant"]
    later = replace(first, project=replace(first.project, start="2023-04-01"))
    periods = facets_of([first, later, later], {})
    assert [
        (choice.value, choice.count)
        for facet in periods
        if facet.name == "period"
        for choice in facet.choices
    ] == [("from_2023", 2), ("from_2020", 1)]
    chosen = {facet.name: facet for facet in facets_of(results, {"status": "geplant"})}
    in_order = {facet.name: facet for facet in facets_of([first, first, later], {})}["period"]
    assert [choice.value for choice in in_order.choices] == ["from_2023", "from_2020"]
    assert [(one.value, one.count) for one in chosen["status"].choices] == [
        ("geplant", 1),
        ("laufend", 2),
    ]


def a_statement(term: str, value: str) -> Shown:
    return Shown(f"{ONTOLOGY}{term}", term, value, None, ())


def test_a_history_runs_in_order_of_time() -> None:
    told = [a_statement("endDate", "2023"), a_statement("startDate", "2020")]
    award = Moment("2021", "forUndertaking", "Preis", "https://example.org/award")
    moments = history(told, [a_document_card(date="2022-05-01")], [award])
    assert [moment.date for moment in moments] == ["2020", "2021", "2022-05-01", "2023"]


def test_towns_are_linked_by_what_they_share_and_crowds_link_nobody() -> None:
    projects = [a_project("a", LEMGO, LAGE), a_project("b", LEMGO, LAGE, DETMOLD)]
    links = cooperation_links(projects)
    assert links[0] == Link("05766040", "05766044", 2)
    assert [one.card.name for one in partners_of(LEMGO.ags, projects)] == ["Lage", "Detmold"]
    crowd = [a_town(f"{number:08}", str(number)) for number in range(MAX_PARTNERS + 1)]
    assert cooperation_links([a_project("crowd", *crowd)]) == []


def test_a_map_puts_north_up_and_east_right() -> None:
    drawn = draw_map(["05766044", "05758012", "01002000"], [Link("05766044", "01002000", 1)])
    assert drawn is not None
    at = {point.name: point for point in drawn.points}
    assert at["Kiel"].y < at["Herford"].y
    assert at["Herford"].x < at["Lemgo"].x
    assert all(0 <= one.x <= drawn.width and 0 <= one.y <= drawn.height for one in drawn.points)
    assert len(drawn.lines) == 1
    assert draw_map(["00000000"], []) is None


def test_a_network_joins_only_what_it_shows() -> None:
    drawn = draw_network([("a", "A"), ("b", "B")], [Link("a", "b", 3), Link("a", "c", 9)])
    assert [point.label for point in drawn.points] == ["A", "B"]
    assert [line.count for line in drawn.lines] == [3]


def test_a_standing_question_is_a_feed_that_is_empty_until_something_answers() -> None:
    inquiry = inquiry_of({"q": "Wer hat die Bauakte?"})

    def entries(answer: Answer) -> list[ElementTree.Element]:
        outcome = Outcome(answer, answer.results, 1, ())
        feed = answer_feed(inquiry, outcome, address="https://town.example/")
        parsed = ElementTree.fromstring(feed)  # noqa: S314 - made by the line above
        assert parsed.findtext(f"{ATOM}id") == "https://town.example/?q=Wer+hat+die+Bauakte%3F"
        return parsed.findall(f"{ATOM}entry")

    assert entries(an_answer(answered=False)) == []
    (entry,) = entries(an_answer())
    assert entry.findtext(f"{ATOM}updated") == "2021-03-04T00:00:00Z"
    assert "führt die digitale Bauakte ein" in (entry.findtext(f"{ATOM}summary") or "")


@pytest.mark.parametrize(
    ("date", "german"),
    [("2020", "2020"), ("2020-08", "August 2020"), ("2022-09-01", "1. September 2022")],
)
def test_dates_read_as_people_write_them(date: str, german: str) -> None:
    assert day(date, "de") == german
