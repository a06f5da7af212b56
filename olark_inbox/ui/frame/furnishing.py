"""Furnishes the window: sidebar, menus, list, conversation and strip, put together."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from olark_inbox.inbox import Inbox
from olark_inbox.store.rows import View
from olark_inbox.ui.detail.pane import DetailPane
from olark_inbox.ui.frame.bulk import BulkPane
from olark_inbox.ui.frame.first_run import FirstRun
from olark_inbox.ui.frame.list_column import ListColumn
from olark_inbox.ui.frame.menus import Menus
from olark_inbox.ui.frame.place_button import Place
from olark_inbox.ui.frame.placing import LIST
from olark_inbox.ui.frame.sidebar import Sidebar
from olark_inbox.ui.frame.strip import Strip
from olark_inbox.ui.frame.toast import Toast
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.kit import roles, theme
from olark_inbox.ui.kit.app_icon import app_icon


class _Panes(QSplitter):
    """Two panes with one pixel between them."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._restyle()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self._restyle()
        super().changeEvent(event)

    def _restyle(self) -> None:
        line = theme.current()["line"].name()
        sheet = f"QSplitter::handle {{ background: {line}; }}"
        if self.styleSheet() != sheet:
            self.setStyleSheet(sheet)


def furnish(window: InboxWindow, inbox: Inbox, shop_name: str) -> None:
    """Bring in everything the window holds, each part where it stood last time."""
    roles.install()
    window.setWindowIcon(app_icon())
    window.menus = Menus(window)
    window.sidebar = Sidebar()
    window.sidebar.show_name(shop_name)
    window.list = ListColumn(inbox)
    window.strip = Strip()
    _build_right(window)
    _lay_out(window)
    window.let_in()
    _restore(window)


def _build_right(window: InboxWindow) -> None:
    window.detail = DetailPane()
    window.first_run = FirstRun()
    window.bulk = BulkPane()
    window.right = QStackedWidget()
    for page in (window.detail, window.first_run, window.bulk):
        window.right.addWidget(page)
    window.right.setMinimumWidth(360)
    window.toast = Toast(window.right, window.toast_place)


def _lay_out(window: InboxWindow) -> None:
    window.panes = _Panes()
    window.panes.addWidget(window.list)
    window.panes.addWidget(window.right)
    window.panes.setStretchFactor(0, 0)
    window.panes.setStretchFactor(1, 1)
    middle = QHBoxLayout()
    middle.setSpacing(0)
    middle.addWidget(window.sidebar)
    middle.addWidget(window.panes, 1)
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(middle, 1)
    column.addWidget(window.strip)
    window.setCentralWidget(inside)
    for shortcut in window.detail.findChildren(QShortcut):
        # Find and the next hit work from the list too.
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)


def _restore(window: InboxWindow) -> None:
    kept = window.kept
    width = kept.list_width or theme.px(LIST)
    window.panes.setSizes([width, max(window.width() - width - window.sidebar.width(), 400)])
    window.refit()
    window.menus.actions["card"].setChecked(kept.card)
    window.detail.set_card_wanted(wanted=kept.card)
    window.menus.actions["compact"].setChecked(kept.compact)
    views = {view.value: view for view in View}
    window.show_place(Place(views.get(kept.view, View.INBOX), kept.label))
