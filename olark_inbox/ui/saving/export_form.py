"""The questions of saving: what, as what, how, and where."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from olark_inbox.export.chosen import Chosen, Picked
from olark_inbox.export.columns import Times
from olark_inbox.export.save import Format
from olark_inbox.store.rows import Opened, Query, View
from olark_inbox.ui.kit.controls import GhostButton, OutlineButton, dress_menu
from olark_inbox.ui.kit.dialog import section
from olark_inbox.ui.kit.forms import Field, Segments, Tick
from olark_inbox.ui.kit.words import number, translate
from olark_inbox.ui.saving.export_choices import (
    Choices,
    Selection,
    file_name_for,
    free_target,
    usual_separator,
)
from olark_inbox.ui.saving.export_dates import DayRange
from olark_inbox.ui.saving.export_names import NamesButton
from olark_inbox.ui.saving.export_parts import ChoiceCard


class ExportForm(QWidget):
    """Shows choices and knows what the owner chose."""

    changed = Signal()
    change_folder = Signal()

    def __init__(
        self,
        selection: Selection,
        choices: Choices,
        folder: Path,
        is_taken: Callable[[Path], bool] = Path.exists,
    ) -> None:
        super().__init__()
        self._is_taken = is_taken
        self._selection = selection
        self._choices = choices
        self._shown_columns: tuple[str, ...] = choices.columns
        self.folder = folder
        self.name = ""
        """A file name the owner chose; "" for the one made from the choice."""
        self.scope = "ids" if selection.ids else "shown"
        self.picked: Picked | None = None
        self._build()
        self._wire()
        self._show()

    # What was chosen

    @property
    def choices(self) -> Choices:
        """Return everything but what and where."""
        return self._choices

    def chosen(self) -> Chosen:
        """Return which conversations."""
        if self.scope == "ids":
            return Chosen(ids=self._selection.ids)
        if self.scope == "shown":
            return Chosen(query=self._selection.query, about=self._selection.about)
        if self.scope == "dates":
            since_ms, until_ms = self.days.span_ms()
            return Chosen(since_ms=since_ms, until_ms=until_ms, about=self.days.words())
        return Chosen(query=Query(view=View.ALL))

    def target(self) -> Path:
        """Return the file (or the folder of files) that is made."""
        if self.name:
            return self.folder / self.name
        what = translate("ExportDialog", "conversations")
        name = file_name_for(self._choices, f"{date.today():%Y-%m-%d}", what, self._single())  # noqa: DTZ011 the owner's day
        return free_target(self.folder, name, self._is_taken)

    def _single(self) -> Opened | None:
        return self._selection.single if self.scope == "ids" else None

    def show_chosen(self, chosen: Chosen) -> None:
        """Show a choice that was made before."""
        if chosen.since_ms is not None and chosen.until_ms is not None:
            self.days.show_span(chosen.since_ms, chosen.until_ms)
            self.scope = "dates"
        elif chosen.ids is None:
            self.scope = "all" if chosen.everything else "shown"
        self._show()
        self.changed.emit()

    def show_target(self, target: Path) -> None:
        """Show where a file was to go, as far as that place is still there."""
        self.name = target.name
        if target.parent.is_dir():
            self.folder = target.parent
        self._fit()

    def set_choices(self, choices: Choices) -> None:
        """Show other choices: a preset."""
        self._choices = choices
        self._shown_columns = choices.columns
        self.name = ""
        self._show()
        self.changed.emit()

    # Building

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(section(translate("ExportDialog", "What to save")))
        self.scopes = Segments(self._scope_names(), translate("ExportDialog", "What to save"))
        column.addWidget(self.scopes)
        self.days = DayRange(QDate.currentDate())
        column.addWidget(self.days)
        column.addSpacing(4)
        column.addWidget(section(translate("ExportDialog", "As")))
        self.cards = {kind: ChoiceCard(*words) for kind, words in _kinds().items()}
        for card in self.cards.values():
            column.addWidget(card)
        self._build_options(column)
        column.addSpacing(4)
        column.addWidget(section(translate("ExportDialog", "Where")))
        where = QHBoxLayout()
        where.setSpacing(8)
        self.where = Field("folder-open", translate("ExportDialog", "Where"), height=36)
        self.where.line.setReadOnly(True)
        self.change = OutlineButton(translate("ExportDialog", "Change"))
        where.addWidget(self.where, 1)
        where.addWidget(self.change)
        column.addLayout(where)
        column.addLayout(_row(self.names))

    def _scope_names(self) -> list[tuple[str, str]]:
        names = []
        if self._selection.ids:
            count = number(len(self._selection.ids))
            names.append(("ids", translate("ExportDialog", "{0} selected").format(count)))
        count = number(self._selection.total)
        names.append(("shown", translate("ExportDialog", "All {0} shown").format(count)))
        names.append(("dates", translate("ExportDialog", "Pick dates")))
        names.append(("all", translate("ExportDialog", "Everything")))
        return names

    def _build_options(self, column: QVBoxLayout) -> None:
        self.ticks = {
            "separate": Tick(translate("ExportDialog", "A file for each conversation")),
            "hide_contact": Tick(translate("ExportDialog", "Hide phone and e-mail")),
            "hide_technical": Tick(translate("ExportDialog", "Hide technical details")),
            "hide_notes": Tick(translate("ExportDialog", "Hide notes")),
            "samples": Tick(translate("ExportDialog", "Samples too")),
        }
        self.columns = GhostButton(
            "table", translate("ExportDialog", "Choose columns"), menu_arrow=True
        )
        self.names = NamesButton()
        first = ("separate", "hide_notes", "samples")
        column.addLayout(_row(*(self.ticks[name] for name in first)))
        hiding = _row(self.ticks["hide_contact"], self.ticks["hide_technical"])
        hiding.addWidget(self.columns)
        column.addLayout(hiding)
        self.table = QWidget()
        row = QHBoxLayout(self.table)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.separators = Segments(
            ((",", translate("ExportDialog", "Comma")),
             (";", translate("ExportDialog", "Semicolon")),
             ("\t", translate("ExportDialog", "Tab"))),
            translate("ExportDialog", "Between cells"),
        )  # fmt: skip
        self.times = Segments(
            ((Times.ISO.value, translate("ExportDialog", "With time zone")),
             (Times.LOCAL.value, translate("ExportDialog", "Clock time"))),
            translate("ExportDialog", "Times"),
        )  # fmt: skip
        for part in (self.separators, self.times):
            row.addWidget(part)
        row.addStretch(1)
        column.addWidget(self.table)

    def _wire(self) -> None:
        self.scopes.chosen.connect(self._on_scope)
        self.days.changed.connect(self.changed)
        for kind, card in self.cards.items():
            card.clicked.connect(lambda _=False, kind=kind: self._set(format=kind.value))
        for name, tick in self.ticks.items():
            tick.toggled.connect(lambda on, name=name: self._set(**{name: on}))
        self.separators.chosen.connect(lambda key: self._set(separator=key))
        self.times.chosen.connect(lambda key: self._set(times=key))
        self.columns.clicked.connect(self._on_columns)
        self.names.chosen.connect(lambda pattern: self._set(pattern=pattern))
        self.change.clicked.connect(self.change_folder)

    # Showing

    def _show(self) -> None:
        choices = self._choices
        self.scopes.choose(self.scope)
        self.cards[choices.kind].setChecked(True)
        for name, tick in self.ticks.items():
            tick.blockSignals(True)  # noqa: FBT003 Qt's way
            tick.setChecked(getattr(choices, name))
            tick.blockSignals(False)  # noqa: FBT003 Qt's way
        self.separators.choose(choices.separator or usual_separator())
        self.times.choose(choices.times)
        self._fit()

    def _fit(self) -> None:
        """Show only what belongs to the kind of file, and where it goes."""
        kind = self._choices.kind
        tabular = kind in (Format.CONVERSATIONS, Format.MESSAGES)
        self.days.setVisible(self.scope == "dates")
        self.table.setVisible(tabular)
        self.columns.setVisible(tabular)
        self.ticks["separate"].setVisible(kind is Format.PDF)
        self.ticks["samples"].setVisible(self.scope != "ids")
        for name in ("hide_contact", "hide_technical", "hide_notes"):
            self.ticks[name].setVisible(kind is not Format.ARCHIVE)
        single = self._single()
        self.names.show_pattern(self._choices, single)
        named = single is not None or self._choices.separate
        self.names.setVisible(named and (kind is Format.PDF or single is not None))
        target = self.target()
        shown = f"{target.parent.name} › {target.name}" if target.parent.name else str(target)
        self.where.line.setText(shown)
        self.where.setToolTip(str(target))
        some = len([name for name in self._shown_columns if name in self._choices.every_column])
        self.columns.setText(_columns(some))
        self.columns.updateGeometry()

    def refit(self) -> None:
        """Show where the file goes, after folder or name changed."""
        self._fit()

    def _set(self, **what: object) -> None:
        if what.keys() & {"format", "separate", "pattern"}:
            self.name = ""
        self._choices = Choices.read(self._choices.written() | what)
        self._fit()
        self.changed.emit()

    def _on_scope(self, scope: str) -> None:
        self.scope = scope
        self.picked = None
        self.name = ""
        self._fit()
        self.changed.emit()

    def _on_columns(self) -> None:
        menu = _StayingMenu(self)
        dress_menu(menu)
        every = self._choices.every_column
        chosen = [name for name in self._choices.columns if name in every] or every
        whole = menu.addAction(translate("ExportDialog", "All columns"))
        whole.setCheckable(True)
        whole.setChecked(len(chosen) == len(every))
        whole.triggered.connect(lambda on: self._on_all_columns(menu, on=on))
        menu.addSeparator()
        for name in every:
            action = menu.addAction(name.replace("_", " "))
            action.setData(name)
            action.setCheckable(True)
            action.setChecked(name in chosen)
            action.triggered.connect(lambda _on, menu=menu: self._on_column(menu))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.columns.mapToGlobal(self.columns.rect().bottomLeft()))

    def _on_all_columns(self, menu: QMenu, *, on: bool) -> None:
        """Tick all, or none: then the few that are wanted are soon ticked."""
        for action in menu.actions():
            action.setChecked(on)
        self._on_column(menu)

    def _on_column(self, menu: QMenu) -> None:
        whole, _, *actions = menu.actions()
        names = tuple(action.data() for action in actions if action.isChecked())
        whole.setChecked(len(names) == len(actions))
        self._shown_columns = names if 0 < len(names) < len(actions) else ()
        self._set(columns=list(self._shown_columns))


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(18)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _columns(some: int) -> str:
    if some == 1:
        return translate("ExportDialog", "1 column")
    many = translate("ExportDialog", "%Ln columns", "", some)
    return many if some else translate("ExportDialog", "All columns")


class _StayingMenu(QMenu):
    """A menu in which several things are ticked before it goes."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action in self.actions():
            action.trigger()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if action in self.actions() and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return):
            action.trigger()
            return
        super().keyPressEvent(event)


def _kinds() -> dict[Format, tuple[str, str]]:
    return {
        Format.PDF: (
            translate("ExportDialog", "PDF to read, print or send"),
            translate("ExportDialog", "Every message, with times, names and the visitor card"),
        ),
        Format.CONVERSATIONS: (
            translate("ExportDialog", "Table for Excel, one line per conversation"),
            translate("ExportDialog", "Name, e-mail, phone, tags, rating and the whole text (CSV)"),
        ),
        Format.MESSAGES: (
            translate("ExportDialog", "Table for Excel, one line per message"),
            translate("ExportDialog", "For sorting and counting single messages (CSV)"),
        ),
        Format.ARCHIVE: (
            translate("ExportDialog", "Archive to keep or to move"),
            translate("ExportDialog", "Loses nothing, and can be brought back into an inbox"),
        ),
    }
