"""Wake-ups between threads: a hint that something changed, never what."""

import logging
import threading
from collections.abc import Callable

_log = logging.getLogger(__name__)


class Notifier:
    """Calls everybody who subscribed, on the thread that notifies. Safe from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._callbacks: dict[object, Callable[[], None]] = {}

    def subscribe(self, callback: Callable[[], None]) -> Callable[[], None]:
        """Call `callback` at each wake-up until the returned function is called."""
        key = object()
        with self._lock:
            self._callbacks[key] = callback

        def unsubscribe() -> None:
            with self._lock:
                self._callbacks.pop(key, None)

        return unsubscribe

    def notify(self) -> None:
        """Wake everybody; one who raises is logged and does not stop the others."""
        with self._lock:
            callbacks = list(self._callbacks.values())
        for callback in callbacks:
            try:
                callback()
            except Exception:  # noqa: BLE001 - one bad listener must not stop the writer
                _log.exception("a listener failed")
