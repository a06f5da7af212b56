"""One row of the sidebar."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from olark_inbox.store.rows import View
from olark_inbox.ui.frame.place_button import Place, PlaceButton
from olark_inbox.ui.kit import theme


def make(qtbot, view=View.INBOX, label="", **only):
    button = PlaceButton(Place(view, label), "inbox", below=False, **only)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    return button


def _colors(button):
    picture = button.grab().toImage()
    size = range(picture.width()), range(picture.height())
    return {picture.pixelColor(x, y).name() for x in size[0] for y in size[1]}


def test_its_name_says_place_and_figure(qtbot):
    button = make(qtbot)
    assert button.accessibleName() == "Inbox"
    button.set_figure(1904)
    assert button.accessibleName() == "Inbox, 1,904"
    assert button.toolTip() == "Inbox, 1,904"


def test_enter_chooses_it(qtbot):
    button = make(qtbot)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.isChecked()


def test_a_chosen_row_is_painted_on_its_own_surface(qtbot, qapp):
    theme.apply(qapp, "light")
    button = make(qtbot)
    chosen = theme.current()["side_sel"].name()
    assert chosen not in _colors(button)
    button.setChecked(True)
    assert chosen in _colors(button)


def test_a_live_figure_is_a_green_pill_and_needs_reply_a_filled_one(qtbot, qapp):
    theme.apply(qapp, "light")
    for style, shade in (("live", "live_bg"), ("accent", "accent_fill")):
        button = make(qtbot, style=style)
        assert theme.current()[shade].name() not in _colors(button)
        button.set_figure(2)
        assert theme.current()[shade].name() in _colors(button)


def test_a_narrow_row_shows_the_icon_alone_and_keeps_its_name(qtbot):
    button = make(qtbot)
    button.narrow = True
    button.set_figure(3)
    assert button.sizeHint().width() < 100
    assert button.accessibleName() == "Inbox, 3"
