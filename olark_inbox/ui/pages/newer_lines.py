"""The part of the settings about newer versions: whether to look, and where."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QWidget

from olark_inbox import __version__
from olark_inbox.base.web import is_safe
from olark_inbox.settings import Settings, SettingsNotSaved
from olark_inbox.ui.kit import times
from olark_inbox.ui.kit.controls import LinkButton
from olark_inbox.ui.kit.forms import Field, Text, Tick, page_box
from olark_inbox.ui.kit.help_button import helped
from olark_inbox.ui.kit.words import sentence, translate
from olark_inbox.updates.release import Release


class Looker(Protocol):
    """Whoever looks for newer versions."""

    looking: bool
    failed: bool

    @property
    def changed(self) -> SignalInstance: ...
    @property
    def found(self) -> Release | None: ...
    def look(self) -> None: ...
    def show_page(self) -> None: ...


class NewerLines(QWidget):
    """What is chosen holds at once; an address that is not safe is never taken."""

    def __init__(self, looker: Looker, settings: Settings, clock: Callable[[], int]) -> None:
        super().__init__()
        self._looker, self._settings, self._clock = looker, settings, clock
        self.tick = Tick(translate("Newer", "Look for newer versions"))
        self.tick.setChecked(settings.update_look)
        self.address = Field(name=translate("Newer", "Where they are announced"), height=32)
        self.address.line.setPlaceholderText("https://")
        self.address.line.setText(settings.update_address)
        self.news = Text("", 12, 400, "t2").wrapped()
        self.now = LinkButton(translate("Newer", "Look now"))
        self.more = LinkButton(translate("Newer", "What has changed"))
        self._lay_out()
        self.tick.toggled.connect(self._on_ticked)
        self.address.line.editingFinished.connect(self._on_address)
        self.now.clicked.connect(looker.look)
        self.more.clicked.connect(looker.show_page)
        looker.changed.connect(self.show_news)
        self.show_news()

    def _lay_out(self) -> None:
        says = translate(
            "Newer",
            "Once a day one small file is read from this address. Nothing about you or this "
            "computer is sent along, and nothing is installed by itself.",
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.news, 1)
        row.addWidget(self.more)
        row.addWidget(self.now)
        column = page_box(self, 8)
        column.addWidget(helped(translate("Newer", "Newer versions"), "newer"))
        column.addWidget(self.tick)
        column.addWidget(Text(says, 12, 400, "t3").wrapped())
        column.addWidget(self.address)
        column.addLayout(row)

    def show_news(self) -> None:
        """Say what is known."""
        wanted = self._settings.update_look
        self.address.setEnabled(wanted)
        self.now.setVisible(wanted and bool(self._settings.update_address))
        self.now.setEnabled(not self._looker.looking)
        self.more.setVisible(self._looker.found is not None)
        self.news.set_shade("t2")
        self.news.setText(self._said())

    def _said(self) -> str:
        release = self._looker.found
        if release is not None:
            return translate("Newer", "Olark Inbox {0} is there").format(release.version)
        if not self._settings.update_look:
            return translate("Newer", "Nothing is looked for.")
        if not self._settings.update_address:
            return translate("Newer", "No address is known, so nothing is looked for.")
        return self._outcome()

    def _outcome(self) -> str:
        """Say what looking came to."""
        looked_ms = self._settings.update_looked_ms
        if self._looker.looking:
            return translate("Newer", "Looking")
        if self._looker.failed:
            return translate("Newer", "Nothing could be read there. It is tried again later.")
        if not looked_ms:
            return translate("Newer", "Not looked yet.")
        when = times.short_time(looked_ms, self._clock())
        says = translate("Newer", "Looked {0}: {1} is the newest.")
        return says.format(when, __version__)

    def _on_ticked(self, on: bool) -> None:  # noqa: FBT001 - a signal's value
        self._save("update_look", on)

    def _on_address(self) -> None:
        address = self.address.line.text().strip()
        if address == self._settings.update_address:
            return
        if address and not is_safe(address):
            self.news.set_shade("alert")
            self.news.setText(
                translate("Newer", "This is not a safe address. Copy the whole of it.")
            )
            return
        self._save("update_address", address)
        self._looker.look()

    def _save(self, key: str, value: object) -> None:
        try:
            setattr(self._settings, key, value)
        except SettingsNotSaved as error:
            self.news.setText(sentence(error))
            return
        self.show_news()
