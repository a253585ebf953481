from search.everyday import official_words


def test_everyday_words_bring_what_administrations_call_it() -> None:
    assert official_words("Wer macht Trauungen und holt den Müll?") == ("Standesamt", "Abfall")
    assert official_words("Förderantrag") == ("Fördermittel Förderung",)


def test_only_the_beginning_of_a_word_counts_and_each_meaning_once() -> None:
    assert official_words("Aufforderung an Konrad") == ()
    assert official_words("Hochzeit oder Heirat") == ("Standesamt",)
