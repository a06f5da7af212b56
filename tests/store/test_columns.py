from olark_inbox.store.columns import as_column, sort_name, sort_rating, words_of


def test_texts_come_out_of_a_column_as_they_went_in():
    for texts in ((), ("Maya",), ("a, b", 'say "so"', "ünü", "\u2028")):
        assert words_of(as_column(texts)) == texts


def test_no_texts_are_an_empty_column():
    assert as_column(()) == ""


def test_names_are_sorted_without_case_and_accents_and_what_has_no_rating_last():
    assert sorted(["Zoë", "ángela", "Bob"], key=sort_name) == ["ángela", "Bob", "Zoë"]
    assert sorted([5, None, 1], key=sort_rating) == [1, 5, None]
