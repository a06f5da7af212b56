from olark_inbox.ui.frame.more_tags import MoreTags


def test_it_says_how_many_are_hidden(qtbot):
    line = MoreTags()
    qtbot.addWidget(line)
    line.show_rest(1, open_=False)
    assert line.text() == "1 more tag"
    line.show_rest(7, open_=False)
    assert line.text() == "7 more tags"
    line.show_rest(7, open_=True)
    assert (line.text(), line.accessibleName()) == ("Fewer tags", "Fewer tags")
