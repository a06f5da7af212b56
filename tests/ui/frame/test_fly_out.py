"""The menu of what a column of icons has no room for."""

from PySide6.QtCore import Qt

from olark_inbox.store.rows import Counts, View
from olark_inbox.ui.frame.fly_out import FlyOut
from olark_inbox.ui.frame.place_button import Place


def test_it_opens_beside_its_button_on_the_side_where_there_is_room(qtbot):
    button = FlyOut()
    qtbot.addWidget(button)
    button.show()
    gone = []
    counts = Counts(groups=(("Workshop", 2),))
    menu = button.pop((), counts, gone.append, gone.append)
    assert menu.x() >= button.mapToGlobal(button.rect().topLeft()).x()
    menu.actions()[-1].trigger()
    assert gone == [Place(View.GROUP, "Workshop")]
    menu.close()
    button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    button.move(600, 100)
    menu = button.pop((), counts, gone.append, gone.append)
    assert menu.x() < button.mapToGlobal(button.rect().topLeft()).x()
    menu.close()


def test_every_entry_says_how_many_there_are(qtbot):
    button = FlyOut()
    qtbot.addWidget(button)
    counts = Counts(tags=(("wheels", 1_234),), groups=(("Workshop", 2),))
    menu = button.pop((), counts, print, print)
    texts = [one.text() for one in menu.actions() if one.text()]
    menu.close()
    assert texts == ["wheels\t1,234", "Workshop\t2"]
