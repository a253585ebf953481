import pytest

from ingest.dates import find_dates, resolve_relative


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("am 1. Januar 2020", ["2020-01-01"], id="day in words"),
        pytest.param("am 01.02.2020", ["2020-02-01"], id="day in figures"),
        pytest.param("am 1.2.20", ["2020-02-01"], id="short year"),
        pytest.param("am 2.3.98", ["1998-03-02"], id="short year of the last century"),
        pytest.param("2021-07-05", ["2021-07-05"], id="ISO"),
        pytest.param("im März 2021", ["2021-03"], id="month"),
        pytest.param("Dez. 2019", ["2019-12"], id="short month"),
        pytest.param("12.2022 bis 11.2027", ["2022-12", "2027-11"], id="months in figures"),
        pytest.param("Mitte 2023", ["2023"], id="part of a year"),
        pytest.param("im Sommer 2020", ["2020"], id="season"),
        pytest.param("im Schuljahr 2020/21", ["2020", "2021"], id="school year"),
        pytest.param("von 2016 bis 2019", ["2016", "2019"], id="range of years"),
        pytest.param("3.–5. Mai 2021", ["2021-05-03", "2021-05-05"], id="range of days"),
        pytest.param("vom 30. bis 31. Mai 2021", ["2021-05-30", "2021-05-31"], id="von bis"),
        pytest.param("am 31.02.2020", [], id="no such day"),
        pytest.param("2.321.000 Euro", [], id="amount"),
        pytest.param("2020 Menschen", [], id="count"),
    ],
)
def test_dates_with_a_year_are_read_in_every_shape(words: str, expected: list[str]) -> None:
    assert [date.iso for date in find_dates(words)] == expected


def test_a_date_knows_where_it_stands() -> None:
    words = "Der Bus fährt seit dem 6. Dezember 2021 im Takt."
    (date,) = find_dates(words)
    assert words[date.start : date.end] == "6. Dezember 2021"
    assert date.precision == "day"


# 23 May 2024 was a Thursday.
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("am vergangenen Freitag", ["2024-05-17"], id="last weekday"),
        pytest.param("am Donnerstag", ["2024-05-23"], id="the same day"),
        pytest.param("am vergangenen Donnerstag", ["2024-05-16"], id="a week ago"),
        pytest.param("am kommenden Montag", ["2024-05-27"], id="next weekday"),
        pytest.param("gestern", ["2024-05-22"], id="yesterday"),
        pytest.param("Ende März", ["2024-03"], id="month passed"),
        pytest.param("seit August", ["2023-08"], id="since a month"),
        pytest.param("im kommenden Oktober", ["2024-10"], id="month ahead"),
        pytest.param("am 3. Mai", ["2024-05-03"], id="day without year"),
        pytest.param("am Sonntag, 3. September,", ["2023-09-03"], id="weekday tells the year"),
        pytest.param("im vergangenen Jahr", ["2023"], id="last year"),
        pytest.param("am Morgen", [], id="time of day"),
        pytest.param("im Mai 2020", [], id="year is given"),
    ],
)
def test_relative_dates_are_resolved_against_the_day_of_writing(
    words: str, expected: list[str]
) -> None:
    assert [date.iso for date in resolve_relative(words, "2024-05-23")] == expected


@pytest.mark.parametrize("reference", [None, "2024", "2024-05"])
def test_nothing_is_resolved_without_the_day_of_writing(reference: str | None) -> None:
    assert resolve_relative("gestern und im April", reference) == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        pytest.param("Die Brücke wird am Samstag eröffnet.", "2024-05-18", id="future tense"),
        pytest.param("Am Samstag eröffnete Anke Holm das Fest.", "2024-05-11", id="past tense"),
        pytest.param("das Wichtigste vom Treffen letzten Freitag", "2024-05-10", id="no am"),
    ],
)
def test_the_tense_tells_which_weekday_is_meant(text: str, iso: str) -> None:
    assert [date.iso for date in resolve_relative(text, "2024-05-15")] == [iso]
