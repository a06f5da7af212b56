"""Whatever happens in the window, the receiver answers; what went wrong is said in a sentence."""

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox

from olark_inbox.base import tasks
from olark_inbox.living import _failures_said
from olark_inbox.ui.desk import notices
from tests.reliability.rounds import rounds, tell
from tests.window import chat, in_thread, post, story_runner, window_on

CUSTOMER = "Priya Raman"


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


def fail():
    raise ZeroDivisionError(f"something about {CUSTOMER}")


async def fail_later():
    fail()


def in_a_slot():
    QTimer.singleShot(0, fail)


def in_a_task():
    tasks.start(fail_later(), name="a task")


def in_a_thread():
    threading.Thread(target=fail, name="a thread").start()


@pytest.mark.parametrize("raise_it", [in_a_slot, in_a_task, in_a_thread])
def test_an_exception_is_a_sentence_with_a_report_and_the_receiver_goes_on(
    play, tmp_path, expect_log, raise_it, caplog
):
    expect_log("failed$")

    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            with _failures_said(scene.house.say):
                raise_it()
                banner = scene.window.list.banner
                await scene.until(
                    lambda: banner.notice and banner.notice.key == notices.FAULT, "the sentence"
                )
                shown = f"{banner.notice.title} {banner.notice.text}"
                assert "ZeroDivision" not in shown
                assert CUSTOMER not in shown
                banner.plain_button.click()
                copied = QGuiApplication.clipboard().text()
                assert "ZeroDivisionError" in copied
                assert "test_window.py" in copied
                assert CUSTOMER not in copied
                assert await in_thread(lambda: post(address, chat("after"))) == 200
                await scene.caught_up()
                assert scene.list.model.total == 1

    play(story())


def test_the_receiver_answers_while_a_dialog_waits_for_an_answer(play, tmp_path):
    statuses = []

    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            sending = threading.Thread(
                target=lambda: statuses.extend(post(address, chat(f"d{n}")) for n in range(10))
            )
            closed = []

            def show():
                """Open it as a slot does: it returns when somebody answers."""
                box = QMessageBox(scene.window)
                box.setText("Sure?")
                looking = QTimer(box)
                looking.timeout.connect(lambda: sending.is_alive() or box.reject())
                looking.start(10)
                sending.start()
                closed.append(box.exec())

            QTimer.singleShot(0, show)
            await scene.until(lambda: closed, "the end of the dialog")
            sending.join()
            await scene.caught_up()
            assert scene.list.model.total == 10

    play(story())
    assert statuses == [200] * 10
    tell("10 posts answered behind a modal dialog")


def test_the_receiver_answers_while_the_window_stands_still(play, tmp_path):
    seconds = rounds(2, 10)
    took = []

    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            address = await scene.listening()
            begun, ended = threading.Event(), threading.Event()

            def send():
                begun.set()
                n = 0
                while not ended.is_set():
                    n += 1
                    took.append(post(address, chat(f"s{n}")))

            sending = threading.Thread(target=send)
            sending.start()
            begun.wait()
            # The window's thread does nothing else for so long: it paints and serves nothing.
            threading.Event().wait(seconds)
            answered = len(took)
            ended.set()
            sending.join()
            assert answered > seconds
            await scene.caught_up()
            assert scene.list.model.total == len(took)

    play(story())
    assert set(took) == {200}
    tell(f"the window stood still for {seconds} s: {len(took)} posts answered meanwhile, 0 lost")
