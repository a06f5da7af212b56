from olark_inbox.store.undoing import Undo, joined


def test_steps_are_taken_back_last_first():
    first, second = (Undo(((print, name),), 2) for name in "ab")
    whole = joined([first, Undo(), second])
    assert [what for _, what in whole.back] == ["b", "a"]
    assert whole.count == 4


def test_an_undo_of_nothing_is_false():
    assert not Undo()
    assert not joined([Undo(), Undo()])
    assert Undo(((print, 1),))
