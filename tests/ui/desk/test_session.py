"""The end of a session, by the signals Qt sends for it."""

from PySide6.QtCore import QCoreApplication, QEvent

from olark_inbox.ui.desk.session import SessionEnd


class Manager:
    def __init__(self):
        self.hints = []

    def setRestartHint(self, hint):  # noqa: N802 - Qt's name
        self.hints.append(hint.name)


def test_everything_is_saved_before_the_system_hears_back(qapp):
    done = []
    session = SessionEnd(qapp, lambda: done.append("saved"), lambda: done.append("ended"))
    session._on_commit(None)
    assert done == ["saved", "ended"]
    session.stop()


def test_the_session_does_not_start_it_a_second_time(qapp):
    session, manager = SessionEnd(qapp, list, list), Manager()
    session._on_save_state(manager)
    assert manager.hints == ["RestartNever"]
    session.stop()


def test_where_the_system_asks_to_quit_it_is_ended_properly(qapp):
    done = []
    session = SessionEnd(
        qapp, lambda: done.append("saved"), lambda: done.append("ended"), platform="darwin"
    )
    assert QCoreApplication.sendEvent(qapp, QEvent(QEvent.Type.Quit))
    assert done == ["saved", "ended"]
    session.stop()
