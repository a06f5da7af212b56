"""Where the program keeps what it writes: one folder, nobody else's to read."""

import os
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_data_dir

from olark_inbox.base.said import said

ENVIRONMENT = "OLARK_INBOX_DATA_DIR"


class FolderUnusable(Exception):
    """The data folder cannot be made or written to; the text is one plain sentence."""


class Folders(NamedTuple):
    """Every file the program writes, by name."""

    root: Path

    @property
    def store(self) -> Path:
        return self.root / "inbox.sqlite"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        return self.root / "olark-inbox.log"

    @property
    def receiver_lock(self) -> Path:
        """Held by whoever owns the port."""
        return self.root / "receiver.lock"

    @property
    def window_lock(self) -> Path:
        return self.root / "window.lock"

    @property
    def migration_lock(self) -> Path:
        return self.root / "migration.lock"

    @property
    def running(self) -> Path:
        """There while a window runs; left behind by one that fell."""
        return self.root / "running.json"

    @property
    def crash(self) -> Path:
        """What Python could still say when it fell."""
        return self.root / "crash.txt"

    @property
    def backups(self) -> Path:
        return self.root / "backups"


def open_folders(data_dir: Path | None) -> Folders:
    """Return the folders below `data_dir`, else the environment's, else the system's usual place.

    The folder is made if need be, and is the owner's alone (0700). Raises FolderUnusable.
    """
    root = _chosen(data_dir)
    try:
        root.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name == "posix":
            root.chmod(0o700)
    except OSError as error:
        raise FolderUnusable(_sentence(root, error)) from error
    if not os.access(root, os.R_OK | os.W_OK | os.X_OK):
        raise FolderUnusable(said("The data folder {0} cannot be written to.", root))
    return Folders(root)


def _chosen(data_dir: Path | None) -> Path:
    if data_dir is not None:
        return Path(os.path.abspath(data_dir.expanduser()))  # noqa: PTH100 - resolve() follows links
    named = os.environ.get(ENVIRONMENT, "")
    if named:
        return _chosen(Path(named))
    return usual_root()


def usual_root() -> Path:
    """Return the folder that is used where nobody names another."""
    return Path(user_data_dir("Olark Inbox", appauthor=False))


def _sentence(root: Path, error: OSError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return said("The data folder {0} is not a folder.", root)
    why = error.strerror or said("it cannot be made")
    return said("The data folder {0} cannot be used: {1}.", root, why)
