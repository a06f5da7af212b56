"""Answering by e-mail and phone in a real window; nothing is really opened."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from olark_inbox.ui.detail import pane
from olark_inbox.ui.follow import replying
from olark_inbox.ui.follow.replying import dialled
from tests.window import chat, offline, window_on

PHONE = {"emailAddress": "ann@example.com", "phoneNumber": "+44 (0)7700 900-123"}


@pytest.fixture
def opened(monkeypatch):
    found = []
    for place in (pane, replying):
        monkeypatch.setattr(
            place.QDesktopServices, "openUrl", lambda url: found.append(url.toString())
        )
    return found


async def _read(scene, payload):
    (one,) = await scene.store(payload)
    scene.window.activateWindow()
    await scene.until(scene.window.isActiveWindow, "the window in front")
    scene.list.view.select(one)
    await scene.until(lambda: scene.detail.conversation_id == one, "the conversation")
    await scene.caught_up()
    return one


@pytest.mark.parametrize(
    ("way", "begins"),
    [
        ("system", "mailto:ann@example.com?subject="),
        ("gmail", "https://mail.google.com/mail/?view=cm&fs=1&to=ann@example.com&su="),
        ("outlook", "https://outlook.office.com/mail/deeplink/compose?to=ann@example.com&"),
    ],
)
def test_the_answer_goes_the_way_the_owner_chose_and_then_it_can_be_done(
    play, tmp_path, opened, way, begins
):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.mail_way = way
            one = await _read(scene, chat("a", name="Ann", visitor=PHONE))
            scene.window.menus.actions["reply"].trigger()
            assert opened[0].startswith(begins)
            toast = scene.window.toast
            assert toast.text() == "Is this all for Ann?"
            assert toast.button.text() == "Mark as done"
            toast.button.click()
            await scene.until(lambda: scene.flow.counts.done == 1, "that it is done")
            assert scene.flow.open_id == one

    play(story())


def test_an_answer_that_is_only_copied_has_all_of_the_words(play, tmp_path, opened):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.settings.mail_way = "copy"
            await _read(
                scene, chat("a", *(f"line {n} " + "x" * 100 for n in range(40)), visitor=PHONE)
            )
            scene.detail.toolbar.reply.click()
            text = QGuiApplication.clipboard().text()
            assert text.startswith("ann@example.com\nSubject: Our chat of ")
            assert "line 0 " in text
            assert "line 39 " in text
            assert opened == []

    play(story())


def test_a_call_dials_the_number_and_a_copy_has_it(play, tmp_path, opened):
    async def story():
        async with window_on(tmp_path) as scene:
            await _read(scene, chat("a", visitor=PHONE))
            scene.window.menus.actions["call"].trigger()
            assert opened == ["tel:+4407700900123"]
            scene.window.menus.actions["copy_number"].trigger()
            assert QGuiApplication.clipboard().text() == "+4407700900123"

    play(story())


def test_where_no_contact_is_known_the_entries_are_grey_and_say_why(play, tmp_path, opened):
    async def story():
        async with window_on(tmp_path) as scene:
            await _read(scene, offline("a"))
            for name in ("call", "copy_number"):
                action = scene.window.menus.actions[name]
                assert not action.isEnabled()
                assert action.toolTip() == "No phone number is known"
            assert not scene.window.menus.actions["reply"].isEnabled()
            assert "No e-mail address" in scene.detail.toolbar.reply.toolTip()

    play(story())


def test_the_menu_of_the_open_row_offers_them(play, tmp_path, opened):
    async def story():
        async with window_on(tmp_path) as scene:
            one = await _read(scene, chat("a", visitor=PHONE))
            scene.list.view.menu_requested.emit(one, scene.list.mapToGlobal(scene.list.pos()))
            menu = scene.window.findChildren(QMenu)[-1]
            assert scene.window.menus.actions["call"] in menu.actions()
            menu.close()

    play(story())


@pytest.mark.parametrize(
    ("phone", "number"),
    [("07700 900123", "07700900123"), ("+1 (555) 0100", "+15550100"), ("none", ""), ("", "")],
)
def test_a_number_is_dialled_without_what_people_write_into_it(phone, number):
    assert dialled(phone) == number
