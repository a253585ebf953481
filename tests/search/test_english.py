from search.english import german_words


def test_the_longest_phrase_is_translated_once() -> None:
    found = german_words("Shared procurement and waste water: procurement for towns")
    assert found == ("gemeinsam", "Vergabe Beschaffung", "Abwasser", "Städte")


def test_words_that_are_in_no_town_hall_stay_as_they_are() -> None:
    assert german_words("zeppelin xylophone") == ()
