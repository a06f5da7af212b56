"""What the doors of the store's parts have in common."""

from olark_inbox.store.readers import Reader
from olark_inbox.store.writer import Writer


class Door:
    """One part of the store as the inbox hands it out. Safe from any thread; returns futures."""

    def __init__(self, writer: Writer, reader: Reader) -> None:
        self._writer = writer
        self._reader = reader
