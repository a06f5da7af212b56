"""A read-only text that shows a plan: filled in slices, resized and extended without a jump."""

import time
from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from olark_inbox.ui.detail import column as setting
from olark_inbox.ui.detail.blocks import Block
from olark_inbox.ui.detail.column import Column
from olark_inbox.ui.detail.sheet import Plan, Sheet
from olark_inbox.ui.kit import theme

START, END = 0, -1
_SLICE = 0.004
_FIRST_SLICE = 0.020
BATCH = 6
_AT_ONCE = 80
"""A chat of so many blocks is set anew at every step of a resize, a longer one after it."""
_NEAR_END = 4


@dataclass(frozen=True, slots=True)
class Pin:
    """A place that stays where it is while the text around it comes and goes."""

    index: int
    part: int = 0
    offset: float = 0.0
    block: Block | None = None
    """What stood there: another plan may have it at another index."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """One end of a selection, by what it stands in."""

    index: int
    part: int
    unit: int
    block: Block


class FilledText(QTextEdit):
    """Keeps the document of a plan. What is drawn and clicked is its heir's business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet(self.document())
        self._pin: Pin | None = None
        self._to_select: tuple[_Mark, _Mark] | None = None
        self._all = False
        self._look = (0, 0, "")
        self._filling = QTimer(self, singleShot=True, interval=0)
        self._settling = QTimer(self, singleShot=True, interval=60)
        self._set_up()
        self._filling.timeout.connect(self._on_slice)
        self._settling.timeout.connect(self.set_anew)
        self.verticalScrollBar().actionTriggered.connect(self._on_scrolled_by_hand)
        self.selectionChanged.connect(self._on_selection_changed)

    def _set_up(self) -> None:
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setAcceptRichText(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setCursorWidth(0)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.document().setDocumentMargin(0)
        self.viewport().setMouseTracking(True)

    @property
    def sheet(self) -> Sheet:
        """The document's entries, for those who draw and point."""
        return self._sheet

    @property
    def plan(self) -> Plan:
        return self._sheet.plan

    def show_plan(self, plan: Plan, at: int = START) -> None:
        """Show another conversation from its start, its end, or block `at` of the plan."""
        self._all = False
        self._to_select = None
        pin = None if at == START else Pin(at, 0, theme.px(80))
        self.begin(plan, pin)

    def update_plan(self, plan: Plan) -> None:
        """Show the same conversation as it is now, the eye's place and the selection kept."""
        plan.unfolded |= self.plan.unfolded
        bar = self.verticalScrollBar()
        at_end = bar.maximum() > 0 and bar.value() >= bar.maximum() - _NEAR_END
        same = self.plan.same_start(plan)
        if same == len(plan.blocks) == len(self.plan.blocks):
            self._sheet.replace(plan, same)
            return
        self._keep_selection()
        if not self._sheet.entries or not self._sheet.replace(plan, same):
            pin = self._pin_now()
            if pin is not None and pin.block is not None:
                pin = replace(pin, index=plan.index_like(pin.index, pin.block))
            self.begin(plan, pin)
            return
        self._pin = Pin(END) if at_end else self._pin
        self._fill(_FIRST_SLICE)

    def clear_plan(self) -> None:
        """Show nothing."""
        self.show_plan(Plan((), (), 0))

    def is_filled(self) -> bool:
        """Say whether all of the plan stands in the document."""
        return not self._sheet.ahead_left and not self._sheet.behind_left

    # ------------------------------------------------------------------------------------ filling

    def begin(self, plan: Plan, pin: Pin | None) -> None:
        """Fill in a plan anew, beginning at a place that is to stand where the pin says."""
        extent = setting.SCROLL_BAR
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        page = Column.of(max(60, self.width() - extent), mirrored=mirrored)
        self._pin = pin
        self.setLineWrapColumnOrWidth(page.width)
        self._take_font()
        at = 0 if pin is None else len(plan.blocks) if pin.index == END else pin.index
        self._sheet.begin(plan, page, at)
        self._fill(_FIRST_SLICE)

    def _on_slice(self) -> None:
        self._fill(_SLICE)

    def _fill(self, seconds: float) -> None:
        """Fill in for a while; the first time until the window is full of words."""
        end = time.perf_counter() + seconds
        while not self.is_filled():
            self._batch()
            if time.perf_counter() >= end:
                break
            if seconds == _FIRST_SLICE and self._is_covered():
                break
        self._apply_pin()
        self._select_again()
        if self.is_filled():
            self._filling.stop()
            self._pin = None
            if self._all:
                self.selectAll()
        else:
            self._filling.start()
        self.viewport().update()

    def _batch(self) -> None:
        if self._sheet.ahead_left and (not self._covered_below() or not self._sheet.behind_left):
            self._sheet.append(BATCH)
        elif self._sheet.behind_left and not (self._sheet.ahead_left and self._covered_above()):
            pin = self._pin or self._pin_now()
            self._sheet.prepend(BATCH)
            if self._pin is None and pin is not None:
                self._scroll_to(pin)
        else:
            self._sheet.append(BATCH)

    def _covered_below(self) -> bool:
        return self.document().size().height() > self.viewport().height() * 1.5

    def _covered_above(self) -> bool:
        return self.verticalScrollBar().value() > self.viewport().height()

    def _is_covered(self) -> bool:
        below = self._covered_below() or not self._sheet.ahead_left
        return below and (self.verticalScrollBar().maximum() > 0 or not self._sheet.behind_left)

    def _pin_now(self) -> Pin | None:
        """Return what stands at the top of the window."""
        entries = self._sheet.entries
        if not entries:
            return self._pin
        block = self.cursorForPosition(self.viewport().rect().topLeft()).block()
        number = min(block.blockNumber(), len(entries) - 1)
        top = self.document().findBlockByNumber(number).layout().position().y()
        entry = entries[number]
        offset = top - self.verticalScrollBar().value()
        return Pin(entry.index, entry.part, offset, entry.block)

    def _apply_pin(self) -> None:
        if self._pin is not None:
            self._scroll_to(self._pin)

    def _scroll_to(self, pin: Pin) -> None:
        bar = self.verticalScrollBar()
        if pin.index == END:
            bar.setValue(bar.maximum())
            return
        number = self._sheet.find(pin.index)
        if number is None:
            return
        number = min(number + pin.part, len(self._sheet.entries) - 1)
        top = self.document().findBlockByNumber(number).layout().position().y()
        bar.setValue(round(top - pin.offset))

    def _on_scrolled_by_hand(self, _action: int) -> None:
        self._pin = None

    def set_anew(self) -> None:
        """Lay everything out again: another width, size of text, theme or direction."""
        self._settling.stop()
        self._keep_selection()
        at_top = self.verticalScrollBar().value() == 0 and not self._sheet.behind_left
        pin = None if at_top and self._pin is None else self._pin or self._pin_now()
        self.begin(self.plan, pin)

    # ---------------------------------------------------------------------------------- selection

    def _keep_selection(self) -> None:
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._all:
            return
        self._to_select = (self._mark(cursor.anchor()), self._mark(cursor.position()))

    def _mark(self, position: int) -> _Mark:
        block = self.document().findBlock(position)
        number = min(block.blockNumber(), len(self._sheet.entries) - 1)
        entry = self._sheet.entries[number]
        return _Mark(entry.index, entry.part, position - block.position(), entry.block)

    def _select_again(self) -> None:
        if self._to_select is None:
            return
        ends = [self._position(mark) for mark in self._to_select]
        if ends[0] is None or ends[1] is None:
            return
        self._to_select = None
        cursor = QTextCursor(self.document())
        cursor.setPosition(ends[0])
        cursor.setPosition(ends[1], QTextCursor.MoveMode.KeepAnchor)
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def _position(self, mark: _Mark) -> int | None:
        number = self._sheet.find(self.plan.index_like(mark.index, mark.block))
        if number is None or number + mark.part >= len(self._sheet.entries):
            return None
        block = self.document().findBlockByNumber(number + mark.part)
        return block.position() + min(mark.unit, block.length() - 1)

    def _on_selection_changed(self) -> None:
        if self.is_filled() and not self._filling.isActive():
            cursor = self.textCursor()
            whole = self.document().characterCount() - 1
            self._all = self._all and cursor.selectionEnd() - cursor.selectionStart() == whole

    def select_everything(self) -> None:
        """Select all, also what is not filled in yet."""
        self._all = True
        self.selectAll()

    # -------------------------------------------------------------------------------- Qt's events

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if max(60, self.width() - setting.SCROLL_BAR) == self._sheet.column.width:
            return
        if len(self._sheet.entries) <= _AT_ONCE:
            self.set_anew()
        else:
            self._settling.start()

    def _take_font(self) -> None:
        if self.document().defaultFont() != theme.font(14):
            self.document().setDefaultFont(theme.font(14))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self._take_font()  # Qt gives the document the font of the application
        kinds = (
            QEvent.Type.PaletteChange,
            QEvent.Type.FontChange,
            QEvent.Type.ApplicationFontChange,
            QEvent.Type.LayoutDirectionChange,
            QEvent.Type.StyleChange,
        )
        # Qt says so several times and also when nothing changed; setting anew once is enough.
        colors = theme.current()
        name = f"{colors.name} {colors.high_contrast}"
        look = (theme.text_size(), self.layoutDirection().value, name)
        if event.type() in kinds and look != self._look:
            self._look = look
            self.set_anew()
