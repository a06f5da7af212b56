"""The window: sidebar, list, conversation and strip put together, and its place on the screen."""

import time
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.store.rows import View
from olark_inbox.ui import roles, theme
from olark_inbox.ui.app_icon import app_icon
from olark_inbox.ui.bulk import BulkPane
from olark_inbox.ui.detail.pane import DetailPane
from olark_inbox.ui.first_run import FirstRun
from olark_inbox.ui.list_column import WIDTH, ListColumn
from olark_inbox.ui.menus import Menus
from olark_inbox.ui.place_button import Place
from olark_inbox.ui.placing import LEAST, Kept, fitted
from olark_inbox.ui.sidebar import Sidebar
from olark_inbox.ui.strip import Strip
from olark_inbox.ui.toast import Toast

ICONS_BELOW = 960
"""Narrower than this the sidebar becomes a column of icons."""


_MOMENT_S = 0.4


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


class InboxWindow(QMainWindow):
    """Lays the panes out and remembers where everything stood; what happens is `Desk`'s affair."""

    close_wanted = Signal()
    """The owner closes the window; what that means is decided elsewhere."""
    activated = Signal()
    restyled = Signal()

    def __init__(self, inbox: Inbox, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._left_at = 0.0
        self.ending = False
        """Closing really closes now."""
        self.kept = Kept.read(settings.window)
        self._build(inbox)
        self._wire()
        self._restore()

    def _build(self, inbox: Inbox) -> None:
        roles.install()
        self.setWindowTitle("Olark Inbox")
        self.setWindowIcon(app_icon())
        self.setMinimumSize(LEAST)
        self.menus = Menus(self)
        self._dress_menu_bar()
        self.sidebar = Sidebar()
        self.sidebar.show_name(self._settings.shop_name)
        self.list = ListColumn(inbox)
        self.detail = DetailPane()
        self.first_run = FirstRun()
        self.right = QStackedWidget()
        self.right.addWidget(self.detail)
        self.right.addWidget(self.first_run)
        self.bulk = BulkPane()
        self.right.addWidget(self.bulk)
        self.right.setMinimumWidth(360)
        self.panes = _Panes()
        self.panes.addWidget(self.list)
        self.panes.addWidget(self.right)
        self.panes.setStretchFactor(0, 0)
        self.panes.setStretchFactor(1, 1)
        self.strip = Strip()
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self.panes, 1)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.strip)
        self.setCentralWidget(inside)
        self.toast = Toast(self.right)
        for shortcut in self.detail.findChildren(QShortcut):
            # Find and the next hit work from the list too.
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def _dress_menu_bar(self) -> None:
        colors = {token: theme.current()[token].name() for token in ("side", "t1", "side_hover")}
        sheet = (
            "QMenuBar {{ background: {side}; color: {t1}; padding: 2px 6px; }}"
            "QMenuBar::item {{ padding: 4px 9px; border-radius: 6px; background: transparent; }}"
            "QMenuBar::item:selected {{ background: {side_hover}; }}"
        ).format_map(colors)
        if self.menuBar().styleSheet() != sheet:
            self.menuBar().setStyleSheet(sheet)

    def _wire(self) -> None:
        self.menus.actions["card"].triggered.connect(self.detail.toggle_card)
        self.detail.card_shown.connect(self.menus.actions["card"].setChecked)
        self.menus.actions["compact"].toggled.connect(self._on_compact)
        self.sidebar.chosen.connect(self._on_place)
        self.list.searching.connect(self._on_searching)

    # Places and search

    def show_place(self, place: Place) -> None:
        """Go to a place of the sidebar."""
        self.sidebar.choose(place)
        self.list.show_place(place)

    def _on_place(self, place: Place) -> None:
        self.list.show_place(place)

    def _on_searching(self, searching: bool) -> None:  # noqa: FBT001 - a signal's value
        if searching:
            self.sidebar.clear_choice()
        else:
            self.sidebar.choose(self.list.place)

    def was_in_front(self) -> bool:
        """Whether the owner had it before him a moment ago: a click beside it takes the focus."""
        just_left = time.monotonic() - self._left_at < _MOMENT_S
        return self.isVisible() and not self.isMinimized() and (self.isActiveWindow() or just_left)

    def come_forward(self) -> None:
        """Show the window in front of everything, from wherever it was."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    # Its place on the screen

    def _restore(self) -> None:
        screens = QGuiApplication.screens()
        main = QGuiApplication.primaryScreen()
        areas = [s.availableGeometry() for s in sorted(screens, key=lambda s: s is not main)]
        self.setGeometry(fitted(self.kept, areas))
        if self.kept.maximized:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)
        width = self.kept.list_width or theme.px(WIDTH)
        self.panes.setSizes([width, max(self.width() - width - self.sidebar.width(), 400)])
        self.menus.actions["card"].setChecked(self.kept.card)
        self.detail.set_card_wanted(wanted=self.kept.card)
        self.menus.actions["compact"].setChecked(self.kept.compact)
        views = {view.value: view for view in View}
        self.show_place(Place(views.get(self.kept.view, View.INBOX), self.kept.label))

    def remember(self, open_id: int | None) -> None:
        """Keep where everything stands for the next start."""
        place = self.list.place
        where = self.normalGeometry() if self.isMaximized() else self.geometry()
        self.kept = replace(
            self.kept,
            x=where.x(),
            y=where.y(),
            width=where.width(),
            height=where.height(),
            maximized=self.isMaximized(),
            list_width=self.panes.sizes()[0],
            view=place.view.value,
            label=place.label,
            open=open_id or 0,
            card=self.menus.actions["card"].isChecked(),
            compact=self.menus.actions["compact"].isChecked(),
        )
        if self.kept.written() != self._settings.window:
            self._settings.window = self.kept.written()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_panes()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "strip"):
            self._dress_menu_bar()
            self.restyled.emit()
        if event.type() == QEvent.Type.ActivationChange:
            if self.isActiveWindow():
                self.activated.emit()
            else:
                self._left_at = time.monotonic()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: from everywhere back to the list; there it ends the search."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.list.view.hasFocus():
            self.list.view.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.list.search.clear()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.ending:
            event.accept()
            return
        event.ignore()
        self.close_wanted.emit()

    def _fit_panes(self) -> None:
        """Give up the words of the sidebar; the conversation gave up its card before."""
        if not hasattr(self, "strip"):
            return
        self.sidebar.set_narrow(self.width() < theme.px(ICONS_BELOW))

    def refit(self) -> None:
        """Lay out again: the text has another size."""
        self._fit_panes()

    def _on_compact(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.list.view.compact = on
