import shiboken6
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from olark_inbox.ui.kit import spoken


class _Spoken(QWidget):
    def learnt(self):
        """A slot Qt hears of only when something is connected to it."""


def _factory(name, widget):
    if name != "_Spoken":
        return None
    return spoken.kept(QAccessibleWidget(widget, QAccessible.Role.Grouping))


def test_an_interface_is_kept_until_its_widget_is_gone(qapp):
    QAccessible.installFactory(_factory)
    widget = _Spoken()
    interface = QAccessible.queryAccessibleInterface(widget)
    assert any(one is interface for one in spoken._kept)
    shiboken6.delete(widget)
    assert not shiboken6.isValid(interface)
    other = _Spoken()
    QAccessible.queryAccessibleInterface(other)
    assert all(shiboken6.isValid(one) for one in spoken._kept)
    shiboken6.delete(other)


def test_a_widget_that_learnt_a_slot_gets_another_interface_and_both_go_with_it(qapp):
    """The same one twice was taken away twice: the program crashed where somebody listened."""
    QAccessible.installFactory(_factory)
    widget = _Spoken()
    first = QAccessible.queryAccessibleInterface(widget)
    widget.windowTitleChanged.connect(widget.learnt)
    second = QAccessible.queryAccessibleInterface(widget)
    assert first is not second
    shiboken6.delete(widget)
    assert not shiboken6.isValid(first)
    assert not shiboken6.isValid(second)
