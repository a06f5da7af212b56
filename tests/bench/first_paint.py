"""The program, which says `shown` on stdout when its window was first painted, for `start`."""

import sys


def _install() -> None:
    from olark_inbox.ui import window

    painted = window.InboxWindow.paintEvent
    said: list[bool] = []

    def say(self: window.InboxWindow, event: object) -> None:
        painted(self, event)  # type: ignore[arg-type]
        if not said:
            said.append(True)
            print("shown", flush=True)

    window.InboxWindow.paintEvent = say  # type: ignore[method-assign,assignment]


if __name__ == "__main__":
    from olark_inbox.cli import main

    # The window's module is loaded by the program at this very moment anyway.
    _install()
    sys.exit(main())
