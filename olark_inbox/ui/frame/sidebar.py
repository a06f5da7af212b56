"""The sidebar: places, tags and groups with their counts; one is chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from olark_inbox.store.rows import Counts, View
from olark_inbox.store.saved import SavedSearch
from olark_inbox.ui.detail.lines import Elided
from olark_inbox.ui.frame.fly_out import FlyOut, labels_of, names_of
from olark_inbox.ui.frame.more_tags import MoreTags
from olark_inbox.ui.frame.place_button import Place, PlaceButton
from olark_inbox.ui.frame.place_kinds import KINDS
from olark_inbox.ui.frame.placing import sidebar_width
from olark_inbox.ui.frame.saved_rows import SavedRows
from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.app_icon import AppMark
from olark_inbox.ui.kit.controls import GhostButton
from olark_inbox.ui.kit.quiet_scroll import QuietScroll
from olark_inbox.ui.kit.section_head import SectionHead
from olark_inbox.ui.kit.words import translate

_TAGS_SHOWN = 5


class Sidebar(QWidget):
    """Where the owner chooses what the list shows."""

    chosen = Signal(object)
    """A Place, when the owner chose it."""
    settings_wanted = Signal()
    menu_wanted = Signal(object, QPoint)
    """The menu of a Place, at a place of the screen."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Place(View.INBOX)
        self._counts = Counts()
        self._narrow = self._wide = False
        self._tags_open = False
        self._searching = False
        self._buttons: dict[Place, PlaceButton] = {}
        self._heads: list[SectionHead] = []
        self._spare: dict[Place, PlaceButton] = {}
        self._build()
        self._wire()

    def _build(self) -> None:
        self.setObjectName("sidebar")
        self.setAccessibleName(translate("Sidebar", "Places"))
        self._group = QButtonGroup(self)
        self._top = self._built_top()
        self._places = _column()
        for kind in KINDS:
            button = self._add(Place(kind.view), kind.icon, kind.style, below=kind.below)
            self._places.addWidget(button)
        self._labels = _column()
        self._more = MoreTags()
        self._more.setParent(self)
        self._more.hide()
        inside = QWidget()
        inside.setObjectName("sidebarInside")
        column = _column(inside)
        column.setContentsMargins(0, 4, 0, 12)
        column.addLayout(self._places)
        self.fly_out = FlyOut()
        self.fly_out.hide()
        column.addWidget(self.fly_out)
        self._saved_head = SectionHead(translate("Sidebar", "Saved searches"))
        self._saved_head.hide()
        self.saved = SavedRows()
        self.saved.hide()
        column.addWidget(self._saved_head)
        column.addWidget(self.saved)
        column.addLayout(self._labels)
        column.addStretch(1)
        outer = _column(self)
        outer.addWidget(self._top)
        outer.addWidget(QuietScroll(inside), 1)
        self.restyle()
        self._buttons[self.place].setChecked(True)
        self.show_counts(self._counts)

    def _built_top(self) -> QWidget:
        self._title = Elided(14, 600)
        self.show_name("")
        self.settings_button = GhostButton("settings", translate("Sidebar", "Settings (Ctrl+,)"))
        self._mark = AppMark(28)
        head = QHBoxLayout()
        head.setContentsMargins(16, 0, 10, 0)
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        head.addWidget(self.settings_button)
        top = QWidget()
        top.setLayout(head)
        return top

    def _wire(self) -> None:
        self._group.buttonClicked.connect(self._on_clicked)
        self.settings_button.clicked.connect(self.settings_wanted)
        self._more.clicked.connect(self._on_more)
        self.fly_out.clicked.connect(self._on_fly_out)

    def show_name(self, name: str) -> None:
        """Show the name of the shop, or of the program where the shop has told none."""
        self._title.show_text(name.strip() or "Olark Inbox")

    def choose(self, place: Place) -> None:
        """Show the place as chosen, without telling anybody."""
        self.place, self._searching = place, False
        if place in self._buttons:
            self._buttons[place].setChecked(True)
        else:
            self._uncheck()
        self._show_fly_out()

    def clear_choice(self) -> None:
        """No place is chosen: the list shows what was searched for."""
        self._searching = True
        self._uncheck()
        self._show_fly_out()

    def _uncheck(self) -> None:
        self._group.setExclusive(False)
        for button in self._buttons.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def show_counts(self, counts: Counts) -> None:
        """Show the figures, and the tags and groups there are."""
        changed = names_of(counts) != names_of(self._counts)
        self._counts = counts
        for kind in KINDS:
            button = self._buttons[Place(kind.view)]
            figure = getattr(counts, kind.figure)
            button.set_figure(figure)
            button.setVisible(not kind.only_if_any or figure > 0 or self.place.view is kind.view)
        if changed:
            self._rebuild_labels()
            self._show_fly_out()
        for place, figure in labels_of(counts):
            if place in self._buttons:
                self._buttons[place].set_figure(figure)

    def show_saved(self, searches: Sequence[SavedSearch]) -> None:
        """Show the searches the owner saved."""
        self.saved.show_searches(searches)
        self._show_saved()

    def _show_saved(self) -> None:
        shown = bool(self.saved.rows) and not self._narrow
        self.saved.setVisible(shown)
        self._saved_head.setVisible(shown)
        self._show_fly_out()

    def _show_fly_out(self) -> None:
        """Let what has no room in a column of icons be reached there too."""
        there = self.saved.rows or any(True for _ in labels_of(self._counts))
        self.fly_out.setVisible(self._narrow and bool(there))
        self.fly_out.setChecked(not self._searching and self.place not in self._buttons)

    def _on_fly_out(self) -> None:
        searches = [row.search for row in self.saved.rows]
        self._show_fly_out()  # a click is no choice
        self.fly_out.pop(searches, self._counts, self.saved.chosen.emit, self._go)

    def _go(self, place: Place) -> None:
        self.choose(place)
        self.chosen.emit(place)

    def fit(self, *, narrow: bool, wide: bool) -> None:
        """Take the width of the window's size, down to a column of icons."""
        self._wide = wide
        self.setFixedWidth(sidebar_width(narrow=narrow, wide=wide))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._title.setVisible(not narrow)
        self.settings_button.setVisible(not narrow)
        for button in self._buttons.values():
            button.narrow = narrow
            button.update()
        self._rebuild_labels()
        self._show_saved()

    @property
    def narrow(self) -> bool:
        return self._narrow

    def button(self, place: Place) -> PlaceButton | None:
        """Return the row of a place, where it is shown."""
        return self._buttons.get(place)

    def buttons(self) -> dict[Place, PlaceButton]:
        """Return all rows by their places."""
        return dict(self._buttons)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        colors = theme.current()
        painter.fillRect(self.rect(), colors["side"])
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        painter.fillRect(0 if rtl else self.width() - 1, 0, 1, self.height(), colors["line"])
        painter.end()

    def restyle(self) -> None:
        """Take the colours of the theme and the size of the text."""
        self._title.updateGeometry()
        self._top.setFixedHeight(theme.px(52))
        self.setFixedWidth(sidebar_width(narrow=self._narrow, wide=self._wide))
        for head in (*self._heads, self._saved_head):
            head.restyle()
        self.update()

    def _add(self, place: Place, icon: str, style: str = "plain", *, below: bool) -> PlaceButton:
        button = PlaceButton(place, icon, style, below=below)
        button.narrow = self._narrow
        self._group.addButton(button)
        self._buttons[place] = button
        return button

    def _rebuild_labels(self) -> None:
        self._clear_labels()
        if not self._narrow:
            self._build_labels()
        for button in self._spare.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self._spare.clear()

    def _build_labels(self) -> None:
        self._rebuild_tags()
        if self._counts.groups:
            self._head(translate("Sidebar", "Groups"))
        for group, count in self._counts.groups:
            self._label(Place(View.GROUP, group), "users", count)
        if self.place in self._buttons and not self._searching:
            self._buttons[self.place].setChecked(True)

    def _clear_labels(self) -> None:
        self._more.hide()
        self._labels.removeWidget(self._more)
        self._heads.clear()
        while (item := self._labels.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, PlaceButton):
                # Most of them are shown again, elsewhere: making one anew costs more than a chat.
                self._spare[widget.place] = self._buttons.pop(widget.place)
            elif widget is not None:
                widget.hide()
                widget.deleteLater()

    def _head(self, text: str) -> None:
        head = SectionHead(text)
        self._heads.append(head)
        self._labels.addWidget(head)

    def _label(self, place: Place, icon: str, count: int) -> None:
        button = self._spare.pop(place, None)
        if button is None:
            button = self._add(place, icon, below=False)
            if place.view in (View.OWN, View.TAG):
                self._offer_menu(button)
        self._buttons[place] = button
        button.set_figure(count)
        button.update()
        self._labels.addWidget(button)

    def _rebuild_tags(self) -> None:
        for own in self._counts.own_tags:
            if own is self._counts.own_tags[0]:
                self._head(translate("Sidebar", "My tags"))
            self._label(Place(View.OWN, own.name), "tag", own.total)
        tags = self._counts.tags if self._tags_open else self._counts.tags[:_TAGS_SHOWN]
        if tags:
            self._head(translate("Sidebar", "Tags"))
        for tag, count in tags:
            self._label(Place(View.TAG, tag), "tag", count)
        rest = len(self._counts.tags) - _TAGS_SHOWN
        if rest > 0:
            self._more.show_rest(rest, open_=self._tags_open)
            self._labels.addWidget(self._more)
            self._more.show()

    def _offer_menu(self, button: PlaceButton) -> None:
        """Let the owner change what this row leads to."""
        button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        button.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(button.place, button.mapToGlobal(at))
        )

    def _on_clicked(self, button: QAbstractButton) -> None:
        if isinstance(button, PlaceButton):
            self._go(button.place)

    def _on_more(self) -> None:
        self._tags_open = not self._tags_open
        self._rebuild_labels()


def _column(parent: QWidget | None = None) -> QVBoxLayout:
    layout = QVBoxLayout(parent) if parent is not None else QVBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
