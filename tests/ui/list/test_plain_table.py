"""The table that does not look like one."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest

from olark_inbox.ui.list.plain_table import PlainTable


def test_it_shows_rows_alone_and_letters_select_nothing(qtbot):
    model = QStandardItemModel()
    for name in ("Anna", "Berta", "Cleo"):
        model.appendRow(QStandardItem(name))
    table = PlainTable()
    qtbot.addWidget(table)
    table.setModel(model)
    table.resize(300, 200)
    table.show()
    assert not table.horizontalHeader().isVisible()
    assert not table.verticalHeader().isVisible()
    assert table.columnWidth(0) == table.viewport().width() == 300
    table.setCurrentIndex(model.index(0, 0))
    QTest.keyClicks(table, "cl")
    assert table.currentIndex().row() == 0
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1
