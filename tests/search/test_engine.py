from pathlib import Path

import pytest

from ontology.cards import MunicipalityCard, ProjectCard, Span
from ontology.gazetteer import gazetteer
from ontology.model import Reading
from search.answer import Answer, Question, Result
from search.engine import Engine
from search.index import SearchIndex
from tests.search.models import CALLER, DETMOLD, LEMGO, ULM, FakeCatalogue, TopicEncoder, a_reading

BAUHOF = a_reading(
    "bauhof.txt", "Lemgo und ein Nachbar teilen sich Bauhof und Kehrmaschine seit langer Zeit."
)
SAME = a_reading(
    "zeitung.txt",
    "Die Zeitung lobt, wie gut die gemeinsame Kehrmaschine in Lemgo allen Orten dient.",
)
ARCHIV = a_reading(
    "archiv.txt", "Detmold liest jede Bauakte am Bildschirm, das Archiv im Keller ist nun leer."
)
OTHERS = [
    a_reading(f"{number}.txt", f"Über {thing} wurde im Rat lange beraten und nichts beschlossen.")
    for number, thing in enumerate(("Parkplätze", "Spielplätze", "Gebühren", "Friedhöfe"))
]
RUFBUS = a_reading("rufbus.txt", "In Ulm fährt der Rufbus abends auf Bestellung in alle Ortsteile.")


def engine(tmp_path: Path, catalogue: FakeCatalogue, *readings: Reading) -> Engine:
    encoder = TopicEncoder()
    index = SearchIndex.open(tmp_path, encoder)
    for reading in readings:
        index.add(reading)
        if reading.document.id not in catalogue.documents:
            catalogue.tell(reading)
    index.commit()
    for card in (LEMGO, DETMOLD, ULM):
        catalogue.municipalities[card.ags] = card
    return Engine(index, encoder, catalogue, gazetteer())


@pytest.fixture
def town_hall(tmp_path: Path) -> Engine:
    catalogue = FakeCatalogue()
    catalogue.tell(BAUHOF, date="2019-05-01")
    catalogue.tell(RUFBUS, date="2022")
    catalogue.undertaking(
        "Gemeinsamer Bauhof",
        BAUHOF,
        SAME,
        municipalities=(LEMGO,),
        contacts=(CALLER,),
        themes=("Beschaffung",),
        start="2018",
        starts=("2018",),
    )
    catalogue.undertaking("Digitales Bauarchiv", ARCHIV, municipalities=(DETMOLD,))
    place = RUFBUS.document.text.index("Ulm")
    catalogue.spans[RUFBUS.document.id] = {ULM.ags: (Span(RUFBUS.document.id, place, place + 3),)}
    return engine(tmp_path, catalogue, BAUHOF, SAME, ARCHIV, RUFBUS, *OTHERS)


def names(answer: Answer) -> list[str | None]:
    return [result.project.name if result.project else None for result in answer.results]


def test_an_undertaking_is_one_result_with_proof_from_its_documents(town_hall: Engine) -> None:
    answer = town_hall.ask(Question("Hat jemand eine Kehrmaschine?"))
    best = answer.results[0]
    assert best.project is not None
    assert best.project.name == "Gemeinsamer Bauhof"
    assert {find.document.source_file for find in best.evidence} == {"bauhof.txt", "zeitung.txt"}
    assert names(answer).count("Gemeinsamer Bauhof") == 1
    assert best.municipalities == (LEMGO,)
    assert best.contacts == (CALLER,)
    assert best.why.matched_terms == ("Kehrmaschine",)
    assert answer.answered
    assert answer.note is None


def test_every_quote_stands_in_its_document(town_hall: Engine) -> None:
    texts = {
        each.document.id: each.document.text for each in (BAUHOF, SAME, ARCHIV, RUFBUS, *OTHERS)
    }
    answer = town_hall.ask(Question("Archiv Rufbus Bauhof"))
    finds = [find for result in answer.results for find in result.evidence]
    assert len(finds) >= 4
    for find in finds:
        assert texts[find.document.id][find.start : find.end] == find.quote


def test_a_document_without_undertaking_answers_with_the_towns_it_names(town_hall: Engine) -> None:
    best = town_hall.ask(Question("Kleinbus")).results[0]
    assert best.project is None
    assert best.municipalities == (ULM,)


def test_ranks_and_scores_fall_together(town_hall: Engine) -> None:
    results = town_hall.ask(Question("Bauakte", limit=3)).results
    assert [result.rank for result in results] == [1, 2, 3]
    scores = [result.score for result in results]
    assert scores == sorted(scores, reverse=True)


def test_the_same_question_gives_the_same_answer(town_hall: Engine) -> None:
    one, other = (town_hall.ask(Question("Formulare im Portal")) for _ in range(2))
    assert one.results == other.results


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        pytest.param({"theme": "beschaffung"}, ["Gemeinsamer Bauhof"], id="theme"),
        pytest.param({"since": 2022}, [None], id="since"),
        pytest.param({"until": 2018}, ["Gemeinsamer Bauhof"], id="until"),
        pytest.param({"since": 2020, "until": 2021}, [], id="no year between"),
        pytest.param({"max_population": 50_000}, ["Gemeinsamer Bauhof"], id="small town"),
        pytest.param({"county": "Ulm"}, [None], id="county by name"),
        pytest.param(
            {"county": "Lippe"}, ["Digitales Bauarchiv", "Gemeinsamer Bauhof"], id="county by stem"
        ),
        pytest.param(
            {"county": "05766", "max_population": 50_000}, ["Gemeinsamer Bauhof"], id="both"
        ),
        pytest.param({"county": "Nirgendwo"}, [], id="unknown county"),
    ],
)
def test_conditions_are_applied_exactly(
    town_hall: Engine, condition: dict[str, object], expected: list[str | None]
) -> None:
    answer = town_hall.ask(Question("Bauakte", **condition))  # type: ignore[arg-type]  # Question's own fields
    assert names(answer) == expected
    assert answer.answered is bool(expected)


def test_a_no_says_why_in_german(town_hall: Engine) -> None:
    note = town_hall.ask(Question("Bauakte", county="Nirgendwo")).note
    assert note is not None
    assert "Keine Lösung gefunden" in note
    assert "Durchsucht wurden 8 Dokumente" in note


def test_an_empty_question_is_answered_with_nothing(town_hall: Engine) -> None:
    answer = town_hall.ask(Question("  "))
    assert not answer.answered
    assert answer.results == ()


def test_of_two_equal_solutions_the_town_alike_comes_first(tmp_path: Path) -> None:
    text = "Der Bauhof von {} hat eine Kehrmaschine gekauft und teilt sie mit den Nachbarn."
    readings = [
        a_reading(f"{name}.txt", text.format("hier"), title="Bauhof") for name in ("a", "b")
    ]
    for order in ((ULM, DETMOLD), (DETMOLD, ULM)):
        catalogue = FakeCatalogue()
        for reading, town in zip(readings, order, strict=True):
            catalogue.undertaking(town.name, reading, municipalities=(town,))
        searcher = engine(tmp_path / order[0].name, catalogue, *readings)
        answer = searcher.ask(Question("Kehrmaschine", asker="Lemgo"))
        assert names(answer) == ["Detmold", "Ulm"]
        assert answer.results[0].why.similar_town > answer.results[1].why.similar_town


def test_a_passage_belongs_to_the_undertaking_named_in_or_before_it(tmp_path: Path) -> None:
    reading = a_reading(
        "strategie.txt",
        "Erstens wollen wir einen gemeinsamen Bauhof mit allen Orten des Kreises.",
        "Dazu kaufen die Städte zusammen eine Kehrmaschine für das ganze Jahr.",
        "Zweitens soll ein Rufbus abends alle kleinen Dörfer mit der Stadt verbinden.",
    )
    catalogue = FakeCatalogue()
    text, document_id = reading.document.text, reading.document.id

    def project(name: str) -> ProjectCard:
        place = text.index(name)
        return ProjectCard(
            f"id:{name}", name, "projekt", spans=(Span(document_id, place, place + 6),)
        )

    catalogue.projects_by_document[document_id] = (project("Rufbus"), project("Bauhof"))
    searcher = engine(tmp_path, catalogue, reading)
    assert names(searcher.ask(Question("Kehrmaschine")))[0] == "Bauhof"
    assert names(searcher.ask(Question("Kleinbus")))[0] == "Rufbus"


def test_a_town_is_never_like_itself(tmp_path: Path) -> None:
    catalogue = FakeCatalogue()
    catalogue.undertaking("Bauhof", BAUHOF, municipalities=(LEMGO,))
    answer = engine(tmp_path, catalogue, BAUHOF).ask(Question("Bauhof", asker="Lemgo"))
    assert answer.results[0].why.similar_town == 0.0


def test_population_comes_from_the_gazetteer_where_the_card_has_none(tmp_path: Path) -> None:
    catalogue = FakeCatalogue()
    bare = MunicipalityCard(LEMGO.iri, "Lemgo", "Stadt", LEMGO.ags)
    catalogue.undertaking("Bauhof", BAUHOF, municipalities=(bare,))
    searcher = engine(tmp_path, catalogue, BAUHOF)
    assert searcher.ask(Question("Bauhof", max_population=50_000)).results
    assert not searcher.ask(Question("Bauhof", max_population=30_000)).results


@pytest.mark.parametrize("text", ["Wer hat das schon?", "???", "xyz"])
def test_any_text_can_be_asked(town_hall: Engine, text: str) -> None:
    assert len(town_hall.ask(Question(text)).results) <= 10


def test_an_empty_index_says_no(tmp_path: Path) -> None:
    answer = engine(tmp_path, FakeCatalogue()).ask(Question("Bauhof"))
    assert not answer.answered
    assert answer.results == ()


def test_conditions_in_the_words_leave_out_what_misses_them(town_hall: Engine) -> None:
    text = "Kehrmaschine oder Bauakte, Stadt unter 50.000 Einwohnern"
    answer = town_hall.ask(Question(text))
    assert [one.label for one in answer.conditions] == ["bis 50.000 Einwohner"]
    assert "Gemeinsamer Bauhof" in names(answer)
    assert "Digitales Bauarchiv" not in names(answer)
    everything = town_hall.ask(Question(text, ignored=("max_population",)))
    assert "Digitales Bauarchiv" in names(everything)
    assert everything.conditions == ()


def test_a_condition_set_beside_the_question_outweighs_its_words(town_hall: Engine) -> None:
    text = "Bauakte in einer Stadt unter 50.000 Einwohnern"
    answer = town_hall.ask(Question(text, max_population=100_000))
    assert "Digitales Bauarchiv" in names(answer)


def test_where_all_miss_a_condition_the_no_says_which(tmp_path: Path) -> None:
    catalogue = FakeCatalogue()
    catalogue.tell(BAUHOF, date="2019-05-01")
    catalogue.undertaking("Bauhof", BAUHOF, municipalities=(LEMGO,), start="2018", starts=("2018",))
    answer = engine(tmp_path, catalogue, BAUHOF).ask(Question("Bauhof nach 2021"))
    assert not answer.answered
    assert answer.results[0].why.missed == ("nicht erfüllt: ab 2022",)
    assert answer.searched is not None
    assert (answer.searched.documents, answer.searched.since) == (1, 2019)


def test_who_asks_for_a_joint_solution_is_not_served_with_a_lonely_one(tmp_path: Path) -> None:
    catalogue = FakeCatalogue()
    alone = a_reading("allein.txt", "Lemgo hat für den Winter eine neue Kehrmaschine gekauft.")
    catalogue.undertaking("Kehrmaschine", alone, municipalities=(LEMGO,))
    searcher = engine(tmp_path, catalogue, alone)
    refused = searcher.ask(Question("Kehrmaschine gemeinsam mit Nachbargemeinden"))
    assert not refused.answered
    assert refused.note is not None
    assert "gemeinsame Lösung" in refused.note
    assert searcher.ask(Question("Kehrmaschine")).answered
    assert searcher.ask(
        Question("Kehrmaschine gemeinsam mit Nachbargemeinden", ignored=("joint",))
    ).answered


def test_the_signals_add_up_to_the_score_of_the_best_proof(town_hall: Engine) -> None:
    best = town_hall.ask(Question("Kehrmaschine")).results[0]
    signals = dict(best.why.signals)
    assert signals.keys() == {"dense", "lexical", "late", "document"}
    assert sum(signals.values()) == pytest.approx(best.evidence[0].score, abs=0.001)


def test_town_fit_can_be_switched_off(town_hall: Engine) -> None:
    fitted = town_hall.ask(Question("Bauakte", asker="Lemgo")).results[0].why
    assert fitted.similar_town > 0
    assert fitted.town is not None
    plain = town_hall.ask(Question("Bauakte", asker="Lemgo", is_fitted=False)).results[0].why
    assert plain.similar_town == 0
    assert plain.town is None


def test_a_find_that_lacks_what_is_decisive_is_no_answer(town_hall: Engine) -> None:
    answer = town_hall.ask(Question("Kehrmaschine teilen, mit Nutzungsquoten"))
    assert not answer.answered
    assert answer.note is not None
    assert "von „Nutzungsquoten“ steht dort nichts" in answer.note
    assert answer.results
    assert town_hall.ask(Question("Kehrmaschine teilen")).answered


def test_where_the_best_find_misses_a_condition_nothing_far_off_answers(tmp_path: Path) -> None:
    catalogue = FakeCatalogue()
    catalogue.undertaking("Bauhof", BAUHOF, municipalities=(LEMGO,))
    catalogue.undertaking("Rufbus", RUFBUS, municipalities=(ULM,))
    searcher = engine(tmp_path, catalogue, BAUHOF, RUFBUS)
    refused = searcher.ask(Question("Kehrmaschine und Bauhof in Baden-Württemberg"))
    assert not refused.answered
    assert searcher.ask(Question("Kehrmaschine und Bauhof in NRW")).answered


def test_an_end_that_the_words_tell_is_one(tmp_path: Path) -> None:
    catalogue = FakeCatalogue()
    ended = a_reading("ende.txt", "Lemgo hat die gemeinsame Kehrmaschine im Mai wieder aufgegeben.")
    catalogue.undertaking("Kehrmaschine", ended, municipalities=(LEMGO,), status="laufend")
    searcher = engine(tmp_path, catalogue, ended)
    assert searcher.ask(Question("Kehrmaschine, gescheitert")).answered
    assert not searcher.ask(Question("Kehrmaschine, noch geplant")).answered


def test_of_two_finds_that_fit_alike_the_one_that_meets_the_condition_answers(
    tmp_path: Path,
) -> None:
    text = "Die Stadt hat eine Kehrmaschine gekauft und teilt sie mit allen Nachbarn."
    readings = [a_reading(f"{name}.txt", text, title="Bauhof") for name in ("a", "b")]
    catalogue = FakeCatalogue()
    for reading, town in zip(readings, (ULM, LEMGO), strict=True):
        catalogue.undertaking(town.name, reading, municipalities=(town,))
    answer = engine(tmp_path, catalogue, *readings).ask(Question("Kehrmaschine in NRW"))
    assert answer.answered
    assert [result.municipalities for result in answer.results] == [(LEMGO,)]


def found_in_minutes(tmp_path: Path, *paragraphs: str) -> Result:
    """Return what is found of a street sweeper that these paragraphs of minutes tell of."""
    reading = a_reading("protokoll.txt", *paragraphs, "Die Sitzung schloss um acht Uhr.")
    catalogue = FakeCatalogue()
    catalogue.undertaking("Kehrmaschine", reading, municipalities=(LEMGO,))
    searcher = engine(tmp_path, catalogue, reading, *OTHERS)
    (result,) = searcher.ask(Question("Kehrmaschine Bauhof", limit=1)).results
    return result


@pytest.mark.parametrize("rows", ["TOP 4 Kehrmaschine Bauhof", "M4 | Kehrmaschine | Bauhof | 2021"])
def test_a_sentence_of_the_same_document_is_shown_before_rows_that_fit_alike(
    tmp_path: Path, rows: str
) -> None:
    told = "Die Kehrmaschine teilt man sich."
    result = found_in_minutes(tmp_path, rows, told)
    assert [find.quote for find in result.evidence] == [told]
    # The rows fit better still: the result keeps their place.
    assert result.evidence[0].score < result.why.semantic


def test_rows_are_shown_where_no_sentence_says_as_much(tmp_path: Path) -> None:
    rows = "TOP 4 Kehrmaschine Bauhof"
    result = found_in_minutes(tmp_path, rows)
    assert result.evidence[0].quote == rows
