"""The sidebar over real counts."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from olark_inbox.store.rows import Counts, View
from olark_inbox.store.saved import SavedSearch
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.frame.sidebar import Sidebar

TAGS = tuple((name, 10 - n) for n, name in enumerate("abcdefgh"))


@pytest.fixture
def sidebar(qtbot):
    made = Sidebar()
    qtbot.addWidget(made)
    made.resize(216, 800)
    made.show()
    yield made
    made.close()


def shown(sidebar):
    QCoreApplication.processEvents()  # a layout shows what it was given at the next turn
    return [p for p, b in sidebar._buttons.items() if b.isVisibleTo(sidebar)]


def test_it_counts_unread_open_live_and_the_rest(sidebar):
    sidebar.show_counts(
        Counts(unread=4, needs_reply=5, offline=3, unanswered=2, live=1, done=1904, bin=7)
    )
    figures = {p.view: sidebar.button(p).figure for p in shown(sidebar)}
    assert figures == {
        View.INBOX: 4,
        View.NEEDS_REPLY: 5,
        View.OFFLINE: 3,
        View.UNANSWERED: 2,
        View.LIVE: 1,
        View.STARRED: 0,
        View.REMINDERS: 0,
        View.DONE: 1904,
        View.BIN: 7,
    }


def test_missing_transcripts_have_a_row_only_while_there_are_any(sidebar):
    assert Place(View.MISSING) not in shown(sidebar)
    sidebar.show_counts(Counts(missing=1))
    assert Place(View.MISSING) in shown(sidebar)
    sidebar.show_counts(Counts())
    assert Place(View.MISSING) not in shown(sidebar)


def test_a_click_tells_the_place(sidebar, qtbot):
    with qtbot.waitSignal(sidebar.chosen) as told:
        QTest.mouseClick(sidebar.button(Place(View.STARRED)), Qt.MouseButton.LeftButton)
    assert told.args == [Place(View.STARRED)]
    assert sidebar.place == Place(View.STARRED)


def test_tags_and_groups_have_rows_when_there_are_any(sidebar):
    sidebar.show_counts(Counts(tags=(("wheels", 2),), groups=(("Workshop", 3),)))
    assert Place(View.TAG, "wheels") in shown(sidebar)
    assert sidebar.button(Place(View.GROUP, "Workshop")).figure == 3


def test_many_tags_are_folded_behind_one_row(sidebar):
    sidebar.show_counts(Counts(tags=TAGS))
    assert sum(p.view is View.TAG for p in shown(sidebar)) == 5
    assert sidebar._more.text() == "3 more tags"
    sidebar._more.click()
    assert sum(p.view is View.TAG for p in shown(sidebar)) == 8
    sidebar._more.click()
    assert sum(p.view is View.TAG for p in shown(sidebar)) == 5


def test_a_chosen_tag_stays_chosen_when_the_figures_change(sidebar):
    sidebar.show_counts(Counts(tags=(("wheels", 2), ("order", 1))))
    sidebar.button(Place(View.TAG, "wheels")).click()
    sidebar.show_counts(Counts(tags=(("wheels", 3), ("order", 1))))
    assert sidebar.button(Place(View.TAG, "wheels")).isChecked()


def test_tags_that_change_places_keep_their_rows(sidebar):
    sidebar.show_counts(Counts(tags=(("wheels", 2), ("order", 1), ("kids", 1))))
    wheels, order = (sidebar.button(Place(View.TAG, name)) for name in ("wheels", "order"))
    sidebar.show_counts(Counts(tags=(("order", 3), ("wheels", 2))))
    assert sidebar.button(Place(View.TAG, "order")) is order
    assert sidebar.button(Place(View.TAG, "wheels")) is wheels
    assert (order.figure, wheels.figure) == (3, 2)
    assert sidebar._labels.indexOf(order) < sidebar._labels.indexOf(wheels)
    assert sidebar.button(Place(View.TAG, "kids")) is None


def test_while_searching_no_place_is_chosen(sidebar):
    sidebar.clear_choice()
    assert not any(b.isChecked() for b in sidebar._buttons.values())
    sidebar.choose(Place(View.DONE))
    assert sidebar.button(Place(View.DONE)).isChecked()


def test_a_narrow_sidebar_shows_icons_and_hides_tags(sidebar):
    sidebar.show_counts(Counts(tags=TAGS))
    wide = sidebar.width()
    sidebar.fit(narrow=True, wide=False)
    assert sidebar.width() < wide / 2
    assert all(p.view is not View.TAG for p in shown(sidebar))
    sidebar.fit(narrow=False, wide=False)
    assert any(p.view is View.TAG for p in shown(sidebar))


def test_what_a_narrow_sidebar_has_no_room_for_is_behind_one_button(sidebar, qtbot):
    sidebar.fit(narrow=True, wide=False)
    assert sidebar.fly_out.isHidden()
    sidebar.show_counts(Counts(tags=TAGS, groups=(("R&D", 3),)))
    sidebar.show_saved((SavedSearch(1, "Wheels", "wheel"),))
    assert not sidebar.fly_out.isHidden()
    sidebar.fly_out.click()
    menu = sidebar.fly_out.findChild(QMenu)
    entries = {one.text().split("\t")[0]: one for one in menu.actions() if one.text()}
    assert list(entries) == ["Wheels", *"abcdefgh", "R&&D"]
    with qtbot.waitSignal(sidebar.saved.chosen) as searched:
        entries["Wheels"].trigger()
    assert searched.args == [SavedSearch(1, "Wheels", "wheel")]
    with qtbot.waitSignal(sidebar.chosen) as told:
        entries["h"].trigger()
    menu.close()
    assert told.args == [Place(View.TAG, "h")]
    assert sidebar.fly_out.isChecked()
    assert not sidebar.button(Place(View.INBOX)).isChecked()
    sidebar.choose(Place(View.DONE))
    assert not sidebar.fly_out.isChecked()


def test_arrow_keys_go_from_place_to_place_and_show_where_they_are(sidebar, qtbot):
    sidebar.activateWindow()
    first = sidebar.button(Place(View.INBOX))
    first.setFocus()
    qtbot.waitUntil(first.hasFocus)
    with qtbot.waitSignal(sidebar.chosen) as told:
        QTest.keyClick(first, Qt.Key.Key_Down)
    assert told.args == [Place(View.NEEDS_REPLY)]
    reached = sidebar.button(Place(View.NEEDS_REPLY))
    assert reached.hasFocus()
    assert reached._ring.shown


def test_while_something_is_searched_for_new_figures_choose_no_place(sidebar):
    sidebar.clear_choice()
    sidebar.show_counts(Counts(tags=(("new", 1),)))
    assert not any(button.isChecked() for button in sidebar._buttons.values())
    sidebar.choose(Place(View.INBOX))
    assert sidebar.button(Place(View.INBOX)).isChecked()
