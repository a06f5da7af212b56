"""The window: first its place and its colours, then what `furnishing` brings into it."""

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QStackedWidget, QWidget

from olark_inbox.settings import Settings
from olark_inbox.ui.frame.placing import (
    LEAST,
    LIST,
    LIST_WIDE,
    WIDE_FROM,
    Kept,
    fitted,
    sidebar_width,
)
from olark_inbox.ui.kit import theme

if TYPE_CHECKING:
    # Loaded by `furnishing`, when the window shows already.
    from olark_inbox.ui.detail.pane import DetailPane
    from olark_inbox.ui.frame.bulk import BulkPane
    from olark_inbox.ui.frame.first_run import FirstRun
    from olark_inbox.ui.frame.list_column import ListColumn
    from olark_inbox.ui.frame.menus import Menus
    from olark_inbox.ui.frame.place_button import Place
    from olark_inbox.ui.frame.sidebar import Sidebar
    from olark_inbox.ui.frame.strip import Strip
    from olark_inbox.ui.frame.toast import Toast

ICONS_BELOW = 960
"""Narrower than this the sidebar becomes a column of icons."""


_MOMENT_S = 0.4
_PATIENCE_MS = 300


class InboxWindow(QMainWindow):
    """Remembers where everything stood; what happens in it is `Desk`'s affair."""

    painted = Signal()
    """It was painted while it is empty."""
    close_wanted = Signal()
    """The owner closes the window; what that means is decided elsewhere."""
    activated = Signal()
    restyled = Signal()

    menus: "Menus"
    sidebar: "Sidebar"
    panes: QSplitter
    list: "ListColumn"
    right: QStackedWidget
    detail: "DetailPane"
    first_run: "FirstRun"
    bulk: "BulkPane"
    strip: "Strip"
    toast: "Toast"

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._left_at = 0.0
        self.furnished = False
        """What it holds is there; before, it is an empty window of the right colours."""
        self.ending = False
        """Closing really closes now."""
        self.kept = Kept.read(settings.window)
        self._build()

    def _build(self) -> None:
        self.setWindowTitle("Olark Inbox")
        self.setMinimumSize(LEAST)
        screens = QGuiApplication.screens()
        main = QGuiApplication.primaryScreen()
        areas = [s.availableGeometry() for s in sorted(screens, key=lambda s: s is not main)]
        self.setGeometry(fitted(self.kept, areas))
        if self.kept.maximized:
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def let_in(self) -> None:
        """Take into use what `furnishing` brought."""
        self._dress_menu_bar()
        self.menus.actions["card"].triggered.connect(self.detail.toggle_card)
        self.detail.card_shown.connect(self.menus.actions["card"].setChecked)
        self.menus.actions["compact"].toggled.connect(self._on_compact)
        self.sidebar.chosen.connect(self._on_place)
        self.list.searching.connect(self._on_searching)
        self.furnished = True
        self.refit()

    def toast_place(self) -> QWidget:
        """Return what the toast lies over: the words of a conversation, not the visitor's card."""
        on_words = self.right.currentWidget() is self.detail
        return self.detail.words if on_words else self.right

    def _dress_menu_bar(self) -> None:
        colors = {token: theme.current()[token].name() for token in ("side", "t1", "side_hover")}
        sheet = (
            "QMenuBar {{ background: {side}; color: {t1}; padding: 2px 6px; }}"
            "QMenuBar::item {{ padding: 4px 9px; border-radius: 6px; background: transparent; }}"
            "QMenuBar::item:selected {{ background: {side_hover}; }}"
        ).format_map(colors)
        if self.menuBar().styleSheet() != sheet:
            self.menuBar().setStyleSheet(sheet)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Show where the sidebar will be until it is there."""
        super().paintEvent(event)
        if self.furnished:
            return
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        width = sidebar_width(narrow=self._is_narrow(), wide=self._is_wide())
        painter = QPainter(self)
        left = self.width() - width if rtl else 0
        painter.fillRect(left, 0, width, self.height(), theme.current()["side"])
        painter.end()
        self.painted.emit()

    # Places and search

    def show_place(self, place: "Place") -> None:
        """Go to a place of the sidebar."""
        self.sidebar.choose(place)
        self.list.show_place(place)

    def _on_place(self, place: "Place") -> None:
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
        QTimer.singleShot(_PATIENCE_MS, self, self._open_anew)

    def _open_anew(self) -> None:
        """Open where the owner looks, where it was left behind on another workspace.

        Some window managers only mark a window there that wants to come forward.
        """
        if self.isVisible() and QApplication.activeWindow() is None:
            self.hide()
            self.show()
            self.raise_()
            self.activateWindow()

    # What is kept

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
        self.refit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self.furnished:
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
        if event.key() != Qt.Key.Key_Escape or not self.furnished:
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

    def refit(self) -> None:
        """Give up the words of the sidebar where there is little room; before, the card went.

        Where there is much, sidebar and list are wider, unless the owner set the list's width.
        """
        if not self.furnished:
            return
        wide = self._is_wide()
        self.sidebar.fit(narrow=self._is_narrow(), wide=wide)
        before, now = map(theme.px, (LIST, LIST_WIDE) if wide else (LIST_WIDE, LIST))
        list_width, rest = self.panes.sizes()
        if list_width == before:
            self.panes.setSizes([now, list_width + rest - now])

    def _is_narrow(self) -> bool:
        return self.width() < theme.px(ICONS_BELOW)

    def _is_wide(self) -> bool:
        return self.width() >= theme.px(WIDE_FROM)

    def _on_compact(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self.list.view.compact = on
