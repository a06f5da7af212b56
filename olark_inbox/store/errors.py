"""What can go wrong with the store, as the floors above see it."""


class StoreError(Exception):
    """Something the store could not do; the text is one plain sentence."""


class StoreUnavailable(StoreError):
    """The store cannot be read or written now: disk full, no permission, a failing disk."""


class StoreDamaged(StoreUnavailable):
    """The data file is damaged: what can be read of it is mended from a backup."""


class StoreTooNew(StoreError):
    """The store was made by a newer version of the program; nothing was changed."""


class Busy(StoreError):
    """Too much is waiting to be written; the sender should come again."""


class Superseded(StoreError):
    """A newer search took this one's place."""


class Gone(StoreError):
    """What was asked for is not in the store (any more)."""
