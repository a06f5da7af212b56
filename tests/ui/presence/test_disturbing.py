"""Whether the desktop wants peace. Its real answers are asked for on a real desktop."""

import ctypes

import pytest

from olark_inbox.ui.presence.disturbing import Disturbing, plain_value, windows_is_quiet


class Wrapped:
    def __init__(self, inside: object) -> None:
        self._inside = inside

    def variant(self):
        return self._inside


@pytest.mark.parametrize(
    ("arguments", "value"),
    [
        ([True], True), ([Wrapped([False])], False), ([Wrapped([True])], True),
        ([], None), (["yes"], None), ([1], None),
    ],
)  # fmt: skip
def test_only_a_plain_yes_or_no_counts(arguments, value):
    assert plain_value(arguments) is value


class Shell:
    """Windows' own call, with an answer of our choice."""

    def __init__(self, state, failed=0):
        self.state, self.failed = state, failed

    def SHQueryUserNotificationState(self, pointer):  # noqa: N802 - its real name
        ctypes.cast(pointer, ctypes.POINTER(ctypes.c_int))[0] = self.state
        return self.failed


@pytest.mark.parametrize(
    ("state", "quiet"), [(2, True), (3, True), (4, True), (5, False), (6, True), (7, False)]
)
def test_windows_answers_are_understood(state, quiet):
    assert windows_is_quiet(Shell(state)) is quiet
    assert not windows_is_quiet(Shell(state, failed=1))


def test_macos_is_never_asked_and_never_quiet(qapp):
    disturbing = Disturbing(platform="darwin")
    disturbing.look()
    assert not disturbing.unwanted


def test_without_a_session_bus_nothing_is_quiet(qapp):
    disturbing = Disturbing(platform="linux")
    disturbing.look()
    assert not disturbing.unwanted
    disturbing.stop()
