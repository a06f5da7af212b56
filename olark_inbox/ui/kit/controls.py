"""The buttons of every pane, painted from the tokens; and the one door to the small shapes."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from olark_inbox.ui.kit import theme
from olark_inbox.ui.kit.badges import Avatar, Hairline, KeyCap, Pill
from olark_inbox.ui.kit.paint import (
    PILL_HEIGHT,
    Face,
    PillLook,
    baseline,
    fill_round,
    focus_ring,
    hairline,
    key_cap_width,
    outline_round,
    paint_avatar,
    paint_icon,
    paint_key_cap,
    paint_pill,
    pill_width,
    tag_color,
)
from olark_inbox.ui.kit.painted import FocusRing, PaintedButton

__all__ = [
    "PILL_HEIGHT", "Avatar", "Face", "FocusRing", "GhostButton", "Hairline", "KeyCap", "LinkButton",
    "OutlineButton", "Pill", "PillLook", "PrimaryButton", "baseline", "dress_menu", "fill_round",
    "focus_ring", "hairline", "key_cap_width", "outline_round", "paint_avatar", "paint_icon",
    "paint_key_cap", "paint_pill", "pill_width", "tag_color",
]  # fmt: skip


class _Button(PaintedButton):
    """What all our buttons share: icon and words in a rounded shape, hover, press, focus ring."""

    height_px = 32
    radius = 7
    padding = 12
    icon_px = 16

    def __init__(
        self, text: str = "", icon: str = "", parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._filled = False
        self._shade = ""
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str, *, shade: str = "", filled: bool = False) -> None:
        """Show another icon, in the colour of a token (`shade`), filled or not."""
        self._icon, self._shade, self._filled = icon, shade, filled
        self.update()

    def label_font(self) -> QFont:
        return theme.font(13, 500)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.label_font()).horizontalAdvance(self.text())
        icon = theme.px(self.icon_px) if self._icon else 0
        gap = theme.px(7) if self._icon and self.text() else 0
        height = theme.px(self.height_px)
        return QSize(max(height, icon + gap + words + 2 * theme.px(self.padding)), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self.updateGeometry()
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def _hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def _ink(self) -> str:
        return "t1" if self.isEnabled() else "t3"

    def _surface(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _outlined(self, painter: QPainter) -> None:
        colors = theme.current()
        fill = "base" if self.isEnabled() else "chip"
        if self.isDown():
            fill = "chip"
        elif self._hovered():
            fill = "hover"
        fill_round(painter, self.rect(), self.radius, colors[fill])
        outline_round(painter, self.rect(), self.radius, colors["line2"])

    def _edge(self, painter: QPainter) -> None:
        focus_ring(painter, self.rect(), self.radius)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        painter = QPainter(self)
        self._surface(painter)
        self._paint_content(painter, self.rect())
        if self._ring.shown and self.hasFocus():
            self._edge(painter)
        painter.end()

    def _paint_content(self, painter: QPainter, rect: QRect) -> None:
        metrics = QFontMetrics(self.label_font())
        words = metrics.horizontalAdvance(self.text())
        icon = theme.px(self.icon_px) if self._icon else 0
        gap = theme.px(7) if self._icon and self.text() else 0
        start = rect.x() + (rect.width() - icon - gap - words) // 2
        color = theme.current()[self._ink()]
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        if icon:
            x = start + words + gap if rtl else start
            y = rect.y() + (rect.height() - icon) // 2
            tint = theme.current()[self._shade] if self._shade and self.isEnabled() else color
            paint_icon(painter, QRect(x, y, icon, icon), self._icon, tint, filled=self._filled)
        painter.setFont(self.label_font())
        painter.setPen(color)
        x = start if rtl else start + icon + gap
        painter.drawText(x, baseline(metrics, rect.y(), rect.height()), self.text())


class PrimaryButton(_Button):
    """The one filled button of a pane; outlined while another one is."""

    _is_filled = True

    def set_filled(self, *, on: bool) -> None:
        """Let it be the filled one, or not."""
        self._is_filled = on
        self.updateGeometry()
        self.update()

    def label_font(self) -> QFont:
        return theme.font(13, 600 if self._is_filled else 500)

    def _ink(self) -> str:
        if not self._is_filled:
            return super()._ink()
        return "on_accent" if self.isEnabled() else "t3"

    def _surface(self, painter: QPainter) -> None:
        if not self._is_filled:
            self._outlined(painter)
            return
        fill = "accent_fill"
        if not self.isEnabled():
            fill = "chip"
        elif self.isDown():
            fill = "accent_press"
        elif self._hovered():
            fill = "accent_hover"
        fill_round(painter, self.rect(), self.radius, theme.current()[fill])

    def _edge(self, painter: QPainter) -> None:
        if not self._is_filled:
            super()._edge(painter)
            return
        inner = self.rect().adjusted(2, 2, -2, -2)
        outline_round(painter, inner, self.radius - 2, theme.current()["on_accent"], 1.5)


class OutlineButton(_Button):
    """Everything else that has words on it."""

    def _surface(self, painter: QPainter) -> None:
        self._outlined(painter)


class GhostButton(_Button):
    """An icon (and words, if any) without a shape until the pointer is on it.

    `name` says what it does: it is the tooltip and the accessible name.
    """

    padding = 8

    def __init__(
        self,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        text: str = "",
        height: int = 32,
        menu_arrow: bool = False,
    ) -> None:
        super().__init__(text, icon, parent, name=name)
        self.height_px = height
        self._arrow = menu_arrow
        self.setToolTip(name)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + (theme.px(18) if self._arrow else 0), hint.height())

    def _ink(self) -> str:
        return "t2" if self.isEnabled() else "t3"

    def _surface(self, painter: QPainter) -> None:
        if self.isDown() or self.isChecked():
            fill_round(painter, self.rect(), self.radius, theme.current()["chip"])
        elif self._hovered():
            fill_round(painter, self.rect(), self.radius, theme.current()["side_hover"])

    def _paint_content(self, painter: QPainter, rect: QRect) -> None:
        if not self._arrow:
            super()._paint_content(painter, rect)
            return
        size, room = theme.px(12), theme.px(18)
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        super()._paint_content(
            painter, rect.adjusted(room if rtl else 0, 0, 0 if rtl else -room, 0)
        )
        x = rect.left() + theme.px(8) if rtl else rect.right() + 1 - size - theme.px(8)
        y = rect.y() + (rect.height() - size) // 2
        paint_icon(painter, QRect(x, y, size, size), "chevron-down", theme.current()["t3"])


class LinkButton(_Button):
    """Words that do something, in the accent, underlined under the pointer."""

    padding = 2
    radius = 4
    height_px = 24

    def __init__(
        self, text: str = "", icon: str = "", parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(text, icon, parent, name=name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def label_font(self) -> QFont:
        result = QFont(theme.font(13))
        result.setUnderline(self._hovered())
        return result

    def _ink(self) -> str:
        return "accent" if self.isEnabled() else "t3"

    def _surface(self, painter: QPainter) -> None:
        """Words only: there is nothing behind them."""


def dress_menu(menu: QMenu) -> QMenu:
    """Give a menu round corners without the system's square frame and shadow."""
    menu.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    menu.setWindowFlags(
        menu.windowFlags()
        | Qt.WindowType.FramelessWindowHint
        | Qt.WindowType.NoDropShadowWindowHint
    )
    return menu
