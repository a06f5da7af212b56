"""The roof for starts without a terminal: a menu, an icon, the computer's own start.

The same program as `olark-inbox`. What would be said on a terminal is shown in a small window.
"""

import sys
from collections.abc import Sequence

from olark_inbox import cli
from olark_inbox.base import terminal
from olark_inbox.store.errors import StoreError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    terminal.give_streams()
    return cli.main(arguments, fail=show)


def show(error: Exception) -> int:
    """Show why the program could not start; the window has said itself what is wrong with data."""
    cli.fail(error)
    if not isinstance(error, StoreError):
        _show(error)
    return 1


def _show(error: Exception) -> None:
    from PySide6.QtWidgets import QApplication

    from olark_inbox.ui.pages.trouble import Trouble

    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(["olark-inbox"])
    window = Trouble(error)
    window.closed.connect(app.quit)
    window.show()
    app.exec()


if __name__ == "__main__":
    sys.exit(main())
