"""What the window says about itself: figures, receiving, the address, the last arrival, trouble."""

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from olark_inbox.inbox import StateEntry
from olark_inbox.receiver.port import HOST, LAST, PortTaken, bind
from olark_inbox.settings import Settings
from olark_inbox.store.rows import Counts, Row
from olark_inbox.ui.desk import notices, safe_notices
from olark_inbox.ui.desk.flow import Flow
from olark_inbox.ui.desk.notices import Known, ReachKnown
from olark_inbox.ui.desk.safe_notices import Safety
from olark_inbox.ui.frame.first_run import SampleSender
from olark_inbox.ui.frame.window import InboxWindow
from olark_inbox.ui.kit import times, words
from olark_inbox.ui.kit.words import StateWords, translate

_PORTS_TRIED = 20
_ABOUT_REACH = (notices.UNREACHABLE, notices.CHANGED, notices.PORT_MOVED)


class Board(QObject):
    """Fills sidebar, strip, banner and first page of one window with what the flow reports."""

    shown = Signal()
    """Something changed: whoever else shows it (the tray) looks here."""
    reach_wanted = Signal(str)
    """The button of a notice about the public address was pressed."""
    reach_linked = Signal(str)
    safety_wanted = Signal(str)
    """The button or the link of a notice about the safety of the data was pressed."""

    newer_wanted = Signal()
    """What has changed in a newer version is to be shown."""
    newer_put_away = Signal()
    restart_wanted = Signal()
    """The program that was installed meanwhile is to take over."""

    def __init__(self, window: InboxWindow, flow: Flow, settings: Settings) -> None:
        super().__init__()
        self.window, self.flow, self._settings = window, flow, settings
        self.state: StateWords = words.receiving(None, here=True)
        self.address = ""
        self._local, self._local_address = self.state, ""
        self._public: tuple[StateWords | None, str] = (None, "")
        self.last = ""
        self._test_ms = 0
        self._report = ""
        self._last: tuple[Row | None, int] | None = None
        self._known = Known(settings=words.told(settings.notice))
        self._samples = SampleSender(self)
        self._wire()
        self._show_counts(flow.counts)
        self._show_state({})

    def _wire(self) -> None:
        window, flow = self.window, self.flow
        flow.counted.connect(self._show_counts)
        flow.stated.connect(self._show_state)
        flow.heard_last.connect(self._show_last)
        flow.ticked.connect(self._show_news)
        flow.trouble.connect(lambda text: self._know(trouble=text))
        self._samples.ended.connect(self._on_samples_ended)
        window.first_run.samples_wanted.connect(self._on_samples_wanted)
        window.first_run.copied.connect(self.say_copied)
        window.strip.copied.connect(self.say_copied)
        window.list.banner.done.connect(self._on_banner)
        window.list.banner.link_clicked.connect(self._on_put_away)

    def finish(self) -> None:
        """Wait for what was sent from here."""
        self._samples.finish()

    def _show_counts(self, counts: Counts) -> None:
        window = self.window
        window.sidebar.show_counts(counts)
        window.list.show_counts(counts, ever=counts.total + counts.bin > 0)
        window.strip.show_unreadable(counts.unreadable)
        window.menus.enable(("remove_samples",), on=counts.samples > 0)
        self._know(samples=counts.samples, unreadable=counts.unreadable)
        self.shown.emit()

    def _show_state(self, state: Mapping[str, StateEntry]) -> None:
        said = state.get("receiver")
        here = said is None or said.pid == os.getpid()
        value = None if said is None else said.value
        if value and not here and value.get("status") != "listening":
            value = None  # the last word of a program that has ended: nothing is known yet
        self._local = words.receiving(value, here=here)
        port = int(value.get("port", 0)) if value else 0
        status = str(value.get("status", "")) if value else ""
        listening = status == "listening"
        local = f"http://{HOST}:{port}/olark/{self._settings.secret}" if listening else ""
        self._local_address = local
        self.window.first_run.show_address(local, port)
        if not listening:
            self._public = (None, "")
        self._show_standing()
        self.window.menus.enable(("copy_address",), on=listening)
        self._know(
            status=status,
            port=port,
            free_port=free_port(port) if status == "port_taken" else 0,
            sentence=words.told_in(value),
            background=listening and not here,
        )
        self._show_full(state.get("unreadable_full"))
        test = state.get("test")
        if test is not None:
            self._test_ms = int(test.value["at_ms"])
        self._show_news()

    def _show_full(self, said: StateEntry | None) -> None:
        """Warn where something could not even be kept as unreadable, each time it happens."""
        at_ms = 0 if said is None else int(said.value["at_ms"])
        if at_ms > self._known.full_ms and self.flow.clock() - at_ms < times.DAY_MS:
            away = self._known.put_away - {notices.FULL}
            when = times.short_time(at_ms, self.flow.clock())
            self._know(full_ms=at_ms, full=when, put_away=away)

    def _show_last(self, last: tuple[Row | None, int]) -> None:
        self._last = last
        self._show_news()

    def _show_news(self) -> None:
        """Write what arrived last, a chat or a test, and when: tomorrow "14:31" says too little."""
        row, last_ms = self._last or (None, 0)
        if last_ms:
            self.last = words.last_arrival(row, times.short_time(last_ms, self.flow.clock()))
        news = self.last or translate("Board", "Nothing received yet")
        test = ""
        if self._test_ms:
            when = times.exact_clock(self._test_ms, self.flow.clock())
            test = translate("Board", "Test from Olark received {0}").format(when)
        if self._test_ms > last_ms:
            news = test
        self.window.strip.show_last(news)
        self.window.first_run.show_news(test)
        self.shown.emit()

    # The banner

    def _know(self, **news: object) -> None:
        values = {name: getattr(self._known, name) for name in Known.__slots__}
        self._known = Known(**{**values, **news})
        self.window.list.banner.show_notice(notices.notice(self._known))

    def show_safety(self, safety: Safety) -> None:
        """Show what has to be said about the safety of the data."""
        self._know(safety=safety)

    def show_newer(self, newer: str, version: str) -> None:
        """Say that there is a newer version than the one that runs; "": there is none to tell."""
        away = self._known.put_away - {notices.NEWER}
        self._know(newer=newer, version=version, put_away=away)

    def show_replaced(self) -> None:
        """Say that a newer program was installed over the one that runs."""
        self._know(replaced=True)

    def say_fault(self, sentence: str, report: str = "") -> None:
        """Show that something failed inside the program; the report can be copied."""
        away = self._known.put_away - {notices.FAULT}
        self._know(fault=sentence, report=report, put_away=away)

    def say_fallen(self, report: str) -> None:
        """Say that the program fell the last time; its report can be copied. "": it did not."""
        self._report = report
        self._know(fallen=bool(report))

    def show_reach(self, state: StateWords | None, base: str, reach: ReachKnown | None) -> None:
        """Show how the public address stands; without one, how this computer listens."""
        self._public = (state, base)
        self._show_standing()
        self._know(reach=reach)
        self.shown.emit()

    def _show_standing(self) -> None:
        """Show the public address where there is one: what was said of it holds until it changes.

        Nobody may see, between two words about it, that everything is quiet.
        """
        state, base = self._public
        self.state = state or self._local
        self.window.strip.show_state(self.state)
        self.address = f"{base}/olark/{self._settings.secret}" if base else self._local_address
        self.window.strip.show_address(urlsplit(self.address).netloc, self.address)
        self.window.first_run.show_public(self.address if base else "")

    def _on_banner(self, key: str) -> None:
        if key in _ABOUT_REACH:
            self.reach_wanted.emit(key)
        elif key == notices.FULL:
            self.window.strip.unreadable_wanted.emit()
        elif key in (notices.FAULT, notices.FALLEN):
            self._copy_report(key)
        elif key in safe_notices.KEYS:
            self.safety_wanted.emit(key)
        elif key == notices.PORT:
            self.use_port(self._known.free_port)
        elif key in (notices.NEWER, notices.REPLACED):
            wanted = self.newer_wanted if key == notices.NEWER else self.restart_wanted
            wanted.emit()
        elif key == notices.SAMPLES:
            self.flow.remove_samples()

    def _copy_report(self, key: str) -> None:
        fallen = key == notices.FALLEN
        QGuiApplication.clipboard().setText(self._report if fallen else self._known.report)
        if fallen:
            self._on_put_away(key)
        self.window.toast.say(translate("Board", "Report copied"), icon="copy")

    def _on_put_away(self, key: str) -> None:
        if key in _ABOUT_REACH:
            self.reach_linked.emit(key)
            return
        if key in safe_notices.KEYS:
            self.safety_wanted.emit(key)
        if key == notices.NEWER:
            self.newer_put_away.emit()
        self._know(put_away=self._known.put_away | {key})

    def use_port(self, port: int) -> None:
        """Ask the receiver to listen there, now and at the next start."""
        self._settings.port = port
        self.flow.listen_on(port)

    # Samples and the clipboard

    def _on_samples_wanted(self) -> None:
        if self._samples.send(self._local_address, self.flow.sample_bodies()):
            self.window.first_run.samples_button.setEnabled(False)

    def _on_samples_ended(self, trouble: str) -> None:
        self.window.first_run.samples_button.setEnabled(True)
        if trouble:
            self.window.toast.say(trouble, icon="triangle-alert")

    def say_copied(self) -> None:
        self.window.toast.say(translate("Board", "Address copied"), icon="copy")

    def copy_address(self) -> None:
        """Put the whole address on the clipboard."""
        QGuiApplication.clipboard().setText(self.address)


def free_port(taken: int) -> int:
    """Return the next port nobody uses, 0 where there is none near."""
    for port in range(taken + 1, min(taken + _PORTS_TRIED, LAST) + 1):
        try:
            bind(port).close()
        except PortTaken:
            continue
        return port
    return 0
