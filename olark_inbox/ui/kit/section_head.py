"""The grey title of a section of the sidebar."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from olark_inbox.ui.kit import theme


class SectionHead(QLabel):
    """The grey title of a section."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.restyle()

    def restyle(self) -> None:
        self.setFont(theme.font(11, 600))
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        self.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(theme.px(40))
        self.setContentsMargins(theme.px(20), theme.px(14), theme.px(20), 0)
        palette, color = self.palette(), theme.current()["t3"]
        if palette.color(self.foregroundRole()) != color:
            palette.setColor(self.foregroundRole(), color)
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.restyle()
