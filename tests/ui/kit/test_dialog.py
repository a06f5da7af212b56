"""What the small windows share."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QWidget

from olark_inbox.ui.kit.controls import OutlineButton, PrimaryButton
from olark_inbox.ui.kit.dialog import Dialog, fit_to_screen, scrolled, section
from olark_inbox.ui.kit.forms import Tick


def test_it_has_its_title_twice_and_goes_with_esc(qtbot):
    dialog = Dialog(None, "Keys")
    qtbot.addWidget(dialog)
    assert (dialog.windowTitle(), dialog.heading.text()) == ("Keys", "Keys")
    dialog.show()
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)


def test_enter_presses_the_usual_button_or_the_one_with_the_focus(qtbot):
    dialog, pressed = Dialog(None, "Save"), []
    qtbot.addWidget(dialog)
    tick, cancel, save = Tick("Hide notes"), OutlineButton("Cancel"), PrimaryButton("Save")
    for one in (tick, cancel, save):
        dialog.column.addWidget(one)
        one.clicked.connect(lambda _=False, one=one: pressed.append(one))
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not pressed
    dialog.usual = save
    dialog.show()
    dialog.activateWindow()
    for focused in (tick, cancel, save):
        focused.setFocus()
        QTest.keyClick(focused, Qt.Key.Key_Enter)
    assert pressed == [save, cancel, save]
    save.setEnabled(False)
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Return)
    assert len(pressed) == 3


def test_a_scrolled_page_has_no_frame_and_a_section_is_quiet(qtbot):
    area = scrolled(QWidget())
    qtbot.addWidget(area)
    assert area.frameShape() is QFrame.Shape.NoFrame
    title = section("Alerts")
    qtbot.addWidget(title)
    assert title.font().pixelSize() == 11


def test_no_small_window_is_higher_than_its_screen_or_below_it(qtbot):
    dialog = Dialog(None, "Keys")
    qtbot.addWidget(dialog)
    dialog.resize(300, 9_000)
    dialog.show()
    room = dialog.screen().availableGeometry()
    assert room.height() - 100 < dialog.height() < room.height()
    dialog.resize(200, 200)
    dialog.move(20, room.bottom() - 20)
    fit_to_screen(dialog)
    assert room.contains(dialog.geometry())
