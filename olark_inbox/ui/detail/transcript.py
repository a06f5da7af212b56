"""The words of a conversation: bubbles behind a text one can select, search and read aloud."""

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QMenu, QToolTip, QWidget

from olark_inbox.ui.detail import links, plain
from olark_inbox.ui.detail.blocks import What
from olark_inbox.ui.detail.bubbles import Backdrop, Marks
from olark_inbox.ui.detail.filled import BATCH, START, FilledText, Pin
from olark_inbox.ui.detail.hits import Hit, by_message
from olark_inbox.ui.detail.pieces import folded_at, is_long
from olark_inbox.ui.detail.sheet import MORE_LINK, Plan, document_span
from olark_inbox.ui.detail.tips import as_tip
from olark_inbox.ui.kit import theme, times
from olark_inbox.ui.kit.controls import FocusRing, dress_menu, focus_ring


class Transcript(FilledText):
    """Shows a conversation. Links leave as `link_clicked`, never on their own."""

    link_clicked = Signal(str)
    copy_all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._backdrop = Backdrop(self._sheet, self.document())
        self._marks = Marks()
        self._ring = FocusRing()
        self._pressed_link = ""
        self.setAccessibleName(self.tr("Transcript"))

    def show_plan(self, plan: Plan, at: int = START) -> None:
        self._marks = Marks()
        super().show_plan(plan, at)

    def set_hits(self, hits: tuple[Hit, ...], current: int = -1) -> None:
        """Mark words, the current one stronger; without scrolling."""
        self._marks.by_message = by_message(hits)
        self._marks.current = hits[current] if 0 <= current < len(hits) else None
        self.viewport().update()

    def go_to(self, hit: Hit) -> None:
        """Scroll to a hit, unfolding its message and filling in around it where needed."""
        message, start, end = hit
        index = self.index_of(message)
        if index is None:
            return
        text = self.plan.messages[message].text
        must_unfold = is_long(text) and end > folded_at(text)
        if must_unfold and message not in self.plan.unfolded:
            self.plan.unfolded.add(message)
            self.begin(self.plan, Pin(index))
        elif self._sheet.find(index) is None:
            self.begin(self.plan, Pin(index, 0, theme.px(80)))
        self._show_words(index, start, end)

    def index_of(self, message: int) -> int | None:
        """Return the block of the plan that shows a message."""
        blocks = self.plan.blocks
        low, high = 0, len(blocks)
        return next(
            (
                n
                for n in range(low, high)
                if blocks[n].message == message and _is_words(blocks[n].what)
            ),
            None,
        )

    def unfold(self, message: int) -> None:
        """Show all of a long message."""
        self.plan.unfolded.add(message)
        self.set_anew()

    def _show_words(self, index: int, start: int, end: int) -> None:
        number = self._sheet.find(index)
        while number is not None and number < len(self._sheet.entries):
            entry = self._sheet.entries[number]
            if entry.index != index:
                break
            span = document_span(entry, start, end)
            block = self.document().findBlockByNumber(number)
            if span is not None:
                rect = next(self._backdrop.rects(block, span), None)
                if rect is not None:
                    self._bring_into_view(rect)
                return
            number += 1
            if number == len(self._sheet.entries) and self._sheet.ahead_left:
                self._sheet.append(BATCH)

    def _bring_into_view(self, rect: QRectF) -> None:
        bar, room = self.verticalScrollBar(), theme.px(48)
        view = self.viewport().height()
        if rect.top() - room < bar.value() or rect.bottom() + room > bar.value() + view:
            self._pin = None
            bar.setValue(round(rect.center().y() - view / 3))

    # -------------------------------------------------------------------------------------- words

    def selected_text(self) -> str:
        """Return the selection as clean text: the words as sent."""
        if self._all:
            return plain.whole(self.plan)
        cursor = self.textCursor()
        if not cursor.hasSelection() or not self._sheet.entries:
            return ""
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        return plain.selected(
            self._sheet.entries,
            self.plan,
            plain.Selection(
                first.blockNumber(),
                cursor.selectionStart() - first.position(),
                last.blockNumber(),
                cursor.selectionEnd() - last.position(),
            ),
        )

    def createMimeDataFromSelection(self) -> QMimeData:  # noqa: N802 - Qt calls it by this name
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = dress_menu(QMenu(self))
        href = self.anchorAt(event.pos())
        target = links.target(href)
        if target is not None:
            menu.addAction(theme.icon("copy"), self.tr("Copy link"), lambda: _to_clipboard(href))
            menu.addSeparator()
        copy = menu.addAction(theme.icon("copy"), self.tr("Copy"), self.copy)
        copy.setEnabled(self.textCursor().hasSelection())
        menu.addAction(self.tr("Copy the conversation"), self.copy_all_wanted.emit)
        menu.addAction(self.tr("Select all"), self.select_everything)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    # -------------------------------------------------------------------------------------- links

    def activate(self, href: str) -> None:
        """Do what a link says: unfold, or hand it on."""
        if href.startswith(MORE_LINK):
            self.unfold(int(href.removeprefix(MORE_LINK)))
        elif href:
            self.link_clicked.emit(href)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._all = False
        self._ring.pressed()
        self.viewport().update()
        self._set_link(None)
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed_link = self.anchorAt(event.position().toPoint()) if left else ""
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over = bool(self.anchorAt(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        href, self._pressed_link = self._pressed_link, ""
        if not href or self.textCursor().hasSelection():
            return
        if self.anchorAt(event.position().toPoint()) == href:
            self.activate(href)

    def _links_in_view(self) -> list[tuple[int, int]]:
        """Return the links that can be seen, in reading order."""
        view = self._view()
        found = []
        for number, _, entry in self._backdrop.visible(view):
            amount = len(entry.piece.links) if entry.piece else entry.block.what is What.MORE
            for link in range(amount):
                rects = self._backdrop.link_rects(number, link)
                if rects and rects[0].top() >= view.top() and rects[0].bottom() <= view.bottom():
                    found.append((number, link))
        return found

    def _set_link(self, link: tuple[int, int] | None) -> None:
        self._marks.link = link
        self.viewport().update()

    def _focused_href(self) -> str:
        if self._marks.link is None:
            return ""
        number, link = self._marks.link
        if number >= len(self._sheet.entries):
            return ""
        entry = self._sheet.entries[number]
        if entry.piece is None:
            return f"{MORE_LINK}{entry.block.message}"
        return entry.piece.links[link].url if link < len(entry.piece.links) else ""

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 - Qt's signature
        """Go from link to link in view with Tab, then on to the next widget."""
        places = self._links_in_view()
        if next:
            later = [p for p in places if self._marks.link is None or p > self._marks.link]
        else:
            later = [p for p in places if self._marks.link is not None and p < self._marks.link]
            later.reverse()
        self._set_link(later[0] if later else None)
        return True if later else super().focusNextPrevChild(next)

    # --------------------------------------------------------------------------------------- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused_href():
            self.activate(self._focused_href())
            return
        if event == QKeySequence.StandardKey.SelectAll:
            self.select_everything()
            return
        action = _SCROLLING.get(Qt.Key(event.key()))
        if action is not None and event.modifiers() in _PLAIN:
            self._set_link(None)
            self.verticalScrollBar().triggerAction(action)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring.gained(event)
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring.lost(event)
        self._marks.link = None
        super().focusOutEvent(event)
        self.viewport().update()

    # ------------------------------------------------------------------------------------ drawing

    def _view(self) -> QRectF:
        view = QRectF(self.viewport().rect())
        view.translate(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        return view

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.save()
        view = self._view()
        painter.translate(-view.topLeft())
        self._backdrop.paint(painter, view, self._marks)
        painter.restore()
        if self._ring.shown and self.hasFocus() and self._marks.link is None:
            focus_ring(painter, self.viewport().rect().adjusted(1, 1, -1, -1), 6)
        painter.end()
        super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), as_tip(self._tip(event)), self)
            return True
        return super().viewportEvent(event)

    def _tip(self, event: QHelpEvent) -> str:
        """Return where a link leads, or the full time of what the pointer is on."""
        target = links.target(self.anchorAt(event.pos()))
        if target is not None:
            return f"{target.host}\n{target.url}" if target.suspicious else target.url
        number = self.cursorForPosition(event.pos()).blockNumber()
        if number >= len(self._sheet.entries):
            return ""
        block = self._sheet.entries[number].block
        timed = block.at_ms is not None and block.what in (What.NAME, What.SAID)
        return times.full_time(block.at_ms or 0) if timed else ""


def _is_words(what: What) -> bool:
    return what in (What.SAID, What.SYSTEM)


def _to_clipboard(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


_ACTION = QAbstractSlider.SliderAction
_SCROLLING = {
    Qt.Key.Key_Up: _ACTION.SliderSingleStepSub,
    Qt.Key.Key_Down: _ACTION.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub,
    Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_Space: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_Home: _ACTION.SliderToMinimum,
    Qt.Key.Key_End: _ACTION.SliderToMaximum,
}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
