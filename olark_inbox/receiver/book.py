"""What the log says of deliveries: their ids, sizes and outcomes, and nothing of what they say."""

import logging

_log = logging.getLogger(__name__)
_MOST = 100


class Book:
    """Collects lines until the next tick, for a burst to cost one line of the log."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def note(self, status: int, size: int, outcome: str, delivery: int | None = None) -> None:
        """Note one delivery that was answered."""
        what = outcome if delivery is None else f"{outcome} as {delivery}"
        self._lines.append(f"{size} bytes {what}, answered {status}")
        if len(self._lines) >= _MOST:
            self.write()

    def write(self) -> None:
        """Write what was noted."""
        if self._lines:
            _log.info("delivered: %s", "; ".join(self._lines))
            self._lines.clear()
