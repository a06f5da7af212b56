"""The program in the owner's start menu: offered in Help and in the guide's last step."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from olark_inbox.base.autostart import Autostart, autostart, own_command
from olark_inbox.base.start_menu import StartMenu, start_menu
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.kit.app_icon import pictures
from olark_inbox.ui.kit.controls import OutlineButton
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import sentence, translate
from olark_inbox.ui.presence.start_lines import StartLines

_log = logging.getLogger(__name__)


def offer(*, there: bool) -> str:
    """Return the words of what can be done now."""
    if there:
        return translate("InMenu", "Remove from the start menu")
    return translate("InMenu", "Add to the start menu")


class MenuPlaces:
    """All that "Add to the start menu" makes: in the menu, on the desktop, with the computer."""

    def __init__(
        self, folder: Path, menu: StartMenu | None = None, starts: Autostart | None = None
    ) -> None:
        self._folder = folder
        self._menu = menu or start_menu(folder)
        self._starts = starts or autostart()

    @property
    def ours(self) -> bool:
        """Whether it is for us to do; else an installer has done it."""
        return self._menu is not None

    @property
    def there(self) -> bool:
        """Whether the program is in the menu."""
        return self._menu is not None and self._menu.command() is not None

    def change(self) -> tuple[str, bool]:
        """Add it, or remove it again; returns what there is to say, and whether it was done."""
        try:
            return self._change(), True
        except OSError as error:
            _log.warning("the start menu could not be changed: %s", type(error).__name__)
            return sentence(error), False

    def _change(self) -> str:
        if self._menu is None:
            return ""
        if self.there:
            self._menu.remove()
            self._starts.remove()
            return translate("InMenu", "It is no longer in the start menu, nor started by itself.")
        self._menu.draw(pictures())
        self._menu.write(own_command(self._folder, hidden=False))
        self._starts.write(own_command(self._folder))
        return translate("InMenu", "It is in the start menu now, and starts with this computer.")


class InMenu(QObject):
    """The entry in Help."""

    def __init__(self, window: InboxWindow, places: MenuPlaces) -> None:
        super().__init__(window)
        self._window, self._places = window, places
        self._action = window.menus.actions["in_menu"]
        self._action.setVisible(places.ours)
        for menu in self._action.associatedObjects():
            if isinstance(menu, QMenu):
                menu.aboutToShow.connect(self.show_words)
        window.menus.connect({"in_menu": self.change})
        self.show_words()

    def show_words(self) -> None:
        """Offer what can be done now."""
        self._action.setText(offer(there=self._places.there))

    def change(self) -> None:
        """Do it, and say so."""
        said, done = self._places.change()
        self._window.toast.say(said, self.change if done else None)
        self.show_words()


class MenuLines(QWidget):
    """The same in the guide, below the tick for the computer's start."""

    def __init__(self, places: MenuPlaces, start: StartLines) -> None:
        super().__init__()
        self._places, self._start = places, start
        self.button = OutlineButton(offer(there=places.there))
        self.said = Text("", 12, 400, "t2").wrapped()
        self.said.hide()
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(start)
        if places.ours:
            column.addLayout(row)
            column.addWidget(self.said)
        else:
            self.button.setParent(self)
            self.button.hide()
        self.button.clicked.connect(self._on_clicked)

    def _on_clicked(self) -> None:
        self.said.setText(self._places.change()[0])
        self.said.show()
        self.button.setText(offer(there=self._places.there))
        self.button.setAccessibleName(self.button.text())
        self.button.updateGeometry()
        self._start.look_again()
