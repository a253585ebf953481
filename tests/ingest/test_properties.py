"""Properties that hold for any text, any day and any name, not only for the ones we thought of."""

import datetime
import re
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ingest.dates import find_dates, resolve_relative
from ingest.facts import extract_facts
from ingest.lexica import word_list
from ingest.month_names import MONTHS, WEEKDAYS
from ingest.names import full_names, is_name_word
from ingest.sentences import sentences
from ontology.figures import figures_in
from tests.ingest.test_mutated_documents import offsets_hold
from tests.ingest.texts import a_document

# The same examples in every run, and none kept between runs: a red run is red for everybody.
STEADY = settings(
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
MONTH_NAMES = tuple(MONTHS)

PHRASES = (
    "Bürgermeisterin Dr. Anna Kruse (Stadt Lemgo)",
    "Landrat Udo Wiemann",
    "Müller, Sandra | Stadt Detmold",
    "das Projekt „Digitaler Bauhof“",
    "die Städte Lage, Essen und Halle (Westf.)",
    "die OstWestfalenLippe GmbH",
    "am 1. September 2022",
    "am vergangenen Freitag",
    "im April",
    "1,2 Mio. Euro Kosten",
    "aus dem Programm „Heimat“",
    "gewann den Preis „Gute Idee 2021“",
    "wurde abgebrochen, weil",
    "Status: laufend",
    "Name | Stadt | Kosten",
    "(v. l.)",
    "Es fehlen:",
)
SEPARATORS = (" ", ", ", ". ", "\n", "\n\n", " | ", "\t", "\u00a0", "-\n", " – ", "\n- ", "\n# ")
texts = st.lists(
    st.tuples(
        st.one_of(st.sampled_from(PHRASES), st.text(max_size=12)), st.sampled_from(SEPARATORS)
    ),
    max_size=14,
).map(lambda parts: "".join(word + gap for word, gap in parts))
days = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))
first_names = st.sampled_from(
    sorted(set(word_list("first-names")) - set(word_list("ambiguous-first-names")))[::7]
).filter(lambda name: re.fullmatch(r"[A-ZÄÖÜ][a-zäöüß]{3,}", name) is not None)
surnames = st.sampled_from(
    ("Kruse", "Wolters", "Groß-Bölting", "Aschenbrenner", "Yıldız", "Nowak", "Habighorst", "Öztürk")
)


@STEADY
@given(texts)
def test_every_quote_stands_in_the_text_where_it_says(text: str) -> None:
    for kind in ("pressemitteilung", "newsletter"):
        facts = extract_facts(a_document(text, kind=kind, date="2024-05-23"))
        assert offsets_hold(text, facts)
        assert facts == extract_facts(a_document(text, kind=kind, date="2024-05-23"))


@STEADY
@given(texts)
def test_sentences_stand_in_order_apart_and_without_blank_ends(text: str) -> None:
    spans = sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@STEADY
@given(days, st.sampled_from(range(6)))
def test_a_day_is_read_back_from_every_way_to_write_it(day: datetime.date, way: int) -> None:
    month = MONTH_NAMES[day.month - 1].capitalize()
    written = (
        f"{day.day}. {month} {day.year}",
        f"{day:%d.%m.%Y}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day:%Y-%m-%d}",
        f"{day.day:02}. {month} {day.year}",
        f"{day:%d.%m.%y}",
    )[way]
    text = f"Das Treffen am {written} in Lage."
    (date,) = find_dates(text)
    assert date.iso == day.isoformat()
    assert text[date.start : date.end] == written


@STEADY
@given(days, st.sampled_from(tuple(WEEKDAYS)))
def test_a_weekday_is_the_last_or_the_next_one_from_the_day_of_writing(
    day: datetime.date, weekday: str
) -> None:
    for turn, sign in (("vergangenen", -1), ("kommenden", 1)):
        text = f"am {turn} {weekday.capitalize()}"
        (date,) = resolve_relative(text, day.isoformat())
        found = datetime.date.fromisoformat(date.iso)
        assert found.weekday() == list(WEEKDAYS).index(weekday)
        assert 1 <= sign * (found - day).days <= 7


@STEADY
@given(days)
def test_near_days_are_counted_from_the_day_of_writing(day: datetime.date) -> None:
    for word, distance in (("vorgestern", -2), ("gestern", -1), ("heute", 0), ("übermorgen", 2)):
        (date,) = resolve_relative(f"{word} in Lage", day.isoformat())
        assert date.iso == (day + datetime.timedelta(days=distance)).isoformat()


@STEADY
@given(days, days)
def test_a_day_without_a_year_gets_one_that_lies_near(
    written: datetime.date, day: datetime.date
) -> None:
    month = MONTH_NAMES[day.month - 1].capitalize()
    for date in resolve_relative(f"am {day.day}. {month} in Lage", written.isoformat()):
        found = datetime.date.fromisoformat(date.iso)
        assert (found.day, found.month) == (day.day, day.month)
        assert abs((found - written).days) <= 366


@STEADY
@given(first_names, surnames, st.sampled_from(("", "Dr. ", "Prof. Dr. ", "Dr.-Ing. ")))
def test_a_name_is_found_whole_behind_any_title(first: str, surname: str, title: str) -> None:
    text = f"Zur Sitzung lud {title}{first} {surname} ein."
    found = [one for one in full_names(text) if one.surname == surname]
    assert [one.name for one in found] == [f"{first} {surname}"]
    assert (found[0].title or "") == title.strip()
    assert text[found[0].start : found[0].end] == f"{title}{first} {surname}"


@STEADY
@given(first_names, surnames)
def test_an_inverted_name_of_a_list_is_the_same_person(first: str, surname: str) -> None:
    text = f"Anwesend:\n{surname}, {first} | Stadt Lemgo\n"
    names = [one.name for one in full_names(text)]
    assert names == [f"{first} {surname}"]


@STEADY
@given(st.text(alphabet="ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜ", min_size=2, max_size=20))
def test_a_word_in_capitals_is_no_surname(word: str) -> None:
    assert not is_name_word(word)


@STEADY
@given(st.integers(1, 9999), st.sampled_from(("Kommunen", "Dörfer", "Städte", "Gemeinden")))
def test_a_count_is_read_with_its_unit(count: int, unit: str) -> None:
    found = [str(figure) for figure in figures_in(f"Beteiligt sind {count} {unit}.")]
    assert found == [f"{count} {unit}"] or found == []
