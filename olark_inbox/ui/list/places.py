"""Which rows of a long list are known, and where each stands; the rest is known only by number."""

from collections.abc import Iterable

from olark_inbox.store.rows import Row

KEPT = 1_500
"""More rows than this are forgotten again, those farthest from what is seen."""


class Places:
    """A window on `total` rows: index to row and id to index, cheap to change at either end.

    Rows are filed under `index - base`, so that rows arriving on top of a million move nothing.
    """

    def __init__(self, total: int = 0) -> None:
        self.total = total
        self._base = 0
        self._rows: dict[int, Row] = {}
        self._keys: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self._rows)

    def at(self, index: int) -> Row | None:
        """Return the row at an index, None where it is not known (yet)."""
        return self._rows.get(index - self._base)

    def index_of(self, conversation: int) -> int | None:
        """Return where a conversation stands, None where it is not known."""
        key = self._keys.get(conversation)
        return None if key is None else key + self._base

    def known(self) -> Iterable[Row]:
        """Return all rows that are known, in no order."""
        return tuple(self._rows.values())

    def put(self, index: int, row: Row) -> None:
        """Know the row at an index; it is known nowhere else."""
        self.forget(index)
        key = index - self._base
        old = self._keys.get(row.id)
        if old is not None:
            del self._rows[old]
        self._rows[key] = row
        self._keys[row.id] = key

    def forget(self, index: int) -> None:
        """Know the row at an index no longer; its place stays."""
        row = self._rows.pop(index - self._base, None)
        if row is not None:
            del self._keys[row.id]

    def open_gap(self, index: int, count: int) -> None:
        """Make room for `count` rows before the one at `index`."""
        self._shift(index, count)
        self.total += count

    def remove(self, index: int, count: int = 1) -> None:
        """Take `count` rows away."""
        for gone in range(index, index + count):
            self.forget(gone)
        self._shift(index + count, -count)
        self.total -= count

    def move(self, source: int, target: int) -> None:
        """Take the row at `source` to where it then has the index `target`."""
        row = self.at(source)
        self.remove(source)
        self.open_gap(target, 1)
        if row is not None:
            self.put(target, row)

    def trim(self, first: int, last: int) -> None:
        """Forget the rows farthest from those seen, where too many are known."""
        if len(self._rows) <= KEPT:
            return
        middle = (first + last) // 2 - self._base
        for key in sorted(self._rows, key=lambda key: abs(key - middle))[KEPT // 2 :]:
            self.forget(key + self._base)

    def missing(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the first and last index not known in a range, None where all are."""
        gaps = [i for i in range(max(0, first), min(last + 1, self.total)) if self.at(i) is None]
        return (gaps[0], gaps[-1]) if gaps else None

    def _shift(self, index: int, by: int) -> None:
        """Move everything from `index` on, by moving the smaller side."""
        border = index - self._base
        after = [key for key in self._rows if key >= border]
        if len(after) * 2 > len(self._rows):
            moved, by_key = [key for key in self._rows if key < border], -by
            self._base += by
        else:
            moved, by_key = after, by
        rows = [(key + by_key, self._rows.pop(key)) for key in moved]
        for key, row in rows:
            self._rows[key] = row
            self._keys[row.id] = key
