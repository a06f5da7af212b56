"""The program, which says on stdout when its window was first painted (`shown`) and when the first
rows of its list were (`listed`), for `start`."""

import sys
from typing import Any

from olark_inbox import app, cli


def _saying(painted: Any, word: str, if_true: Any) -> Any:
    said: list[bool] = []

    def say(self: Any, event: object) -> None:
        painted(self, event)
        if not said and if_true(self):
            said.append(True)
            print(word, flush=True)

    return say


def _install() -> None:
    # Each module is changed when the program itself is about to load it.
    made = app._window

    def window(*arguments: Any, **named: Any) -> Any:
        from olark_inbox.ui.frame.window import InboxWindow as Window

        Window.paintEvent = _saying(Window.paintEvent, "shown", lambda _: True)  # type: ignore[method-assign]
        shown = made(*arguments, **named)
        from olark_inbox.ui.list.view import ConversationView as List

        List.paintEvent = _saying(List.paintEvent, "listed", lambda each: each.model().rowCount())  # type: ignore[method-assign]
        return shown

    app._window = window


if __name__ == "__main__":
    _install()
    sys.exit(cli.main())
