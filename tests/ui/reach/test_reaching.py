"""The whole window and what it knows of the public address, told through the store."""

import asyncio
import urllib.request
from urllib.parse import urlsplit

import keyring
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtGui import QGuiApplication

from olark_inbox.olark.model import Kind
from olark_inbox.tunnel.standing import STATE, Standing, Status, print_of
from olark_inbox.tunnel.tokens import tokens
from olark_inbox.ui.kit import browser
from olark_inbox.ui.reach import reaching
from olark_inbox.ui.reach.setup_facts import Step
from tests.ports import free_port
from tests.store.makers import chat, send_test
from tests.ui.reach_makers import BASE
from tests.window import in_thread, window_on


async def stand(scene, **more):
    """Say how the address stands, as whoever keeps it does."""
    now = scene.flow.clock()
    values = {"way": "own", "address": BASE, "proven_ms": now, "took_ms": 200, **more}
    standing = Standing(values.pop("status", Status.PROVEN), **values)
    await asyncio.wrap_future(scene.inbox.set_state(STATE, standing.written()))
    await scene.caught_up()


def asked(scene):
    return [(r.what, r.detail) for r in scene.inbox.take_requests("tunnel").result(120)]


def test_the_strip_is_green_only_when_it_was_proven(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            strip = scene.window.strip
            assert strip.pill.text() == "Listening on this computer"
            await stand(scene)
            assert strip.pill.text() == "Ready for chats"
            assert strip.checked.text() == "Checked just now"
            strip.copy()
            copied = QGuiApplication.clipboard().text()
            assert copied == f"{BASE}/olark/{scene.settings.secret}"
            assert scene.window.first_run.title.text() == "Paste this address in Olark"
            await stand(scene, status=Status.OFF, way="none", address="")
            assert strip.pill.text() == "Listening on this computer"

    play(story())


def test_a_lost_address_is_a_banner_with_one_button(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            now = scene.flow.clock()
            await stand(
                scene, status=Status.UNREACHABLE, fault="behind", since_ms=now, noticed_ms=now
            )
            banner = scene.list.banner
            assert banner.notice.title == "New chats can't reach you"
            assert scene.window.strip.pill.text() == "Not reachable"
            banner.button.click()
            await scene.until(lambda: ("connect", "") in asked(scene))
            banner.link.click()
            assert scene.house.reaching.guide.step is Step.ADDRESS
            await stand(scene)
            assert banner.notice is None

    play(story())


def test_an_outage_is_not_taken_for_over_by_other_news(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            now = scene.flow.clock()
            down = {"status": Status.UNREACHABLE, "since_ms": now, "noticed_ms": now}
            await stand(scene, **down, fault="behind")
            pills = []
            scene.desk.board.shown.connect(lambda: pills.append(scene.desk.board.state.pill))
            await scene.store(chat("c1"), send_test())
            await stand(scene, **down, fault="slow")
            assert pills
            assert set(pills) == {"Not reachable"}

    play(story())


def test_a_changed_address_is_said_until_it_is_pasted(play, tmp_path, monkeypatch):
    opened = []
    monkeypatch.setattr(
        browser.QDesktopServices, "openUrl", lambda url: opened.append(url.toString())
    )

    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            await stand(scene, changed=True)
            banner = scene.list.banner
            assert banner.notice.title == "Your address has changed"
            banner.button.click()
            assert QGuiApplication.clipboard().text().startswith(BASE)
            banner.link.click()
            assert opened == ["https://www.olark.com/settings/integrations/webhooks"]
            await stand(scene)
            assert banner.notice is None

    play(story())


def test_what_a_program_that_has_ended_said_counts_no_more(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            await stand(scene)
            assert scene.house.reaching.standing.status is Status.OFF
            assert scene.window.strip.checked.isHidden()

    play(story())


def test_the_morning_card_stays_until_it_is_ticked(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            now, reach = scene.flow.clock(), scene.inbox.reach
            card = scene.house.reaching.card
            await asyncio.wrap_future(reach.begin_gap(now - 60_000, now, "closed"))
            await asyncio.wrap_future(reach.end_gap(now))
            await scene.caught_up()
            assert card.isHidden()
            await asyncio.wrap_future(reach.begin_gap(now - 9_000_000, now, "closed"))
            await asyncio.wrap_future(reach.end_gap(now))
            await scene.until(lambda: not card.isHidden(), "the card")
            card.tick.click()
            await scene.until(card.isHidden, "the card gone")

    play(story())


def test_what_was_missed_can_be_pasted_and_is_not_taken_for_olarks(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            await stand(scene)
            scene.house.reaching.card.paste.click()
            page = scene.house.reaching.paste
            page.text.setPlainText("name: Priya Raman\nMessage: Please call me")
            page.keep_button.click()
            await scene.until(lambda: scene.list.model.total == 1, "the message")
            await scene.caught_up()
            assert scene.row(0).tags == ("pasted",)
            assert scene.window.strip.last.text() == "Nothing received yet"
            assert scene.house.reaching.facts.heard == {}

    play(story())


def test_the_guide_turns_green_by_itself_when_olarks_test_comes(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            await stand(scene)
            scene.window.first_run.guide_button.click()
            guide = scene.house.reaching.guide
            assert guide.step is Step.PASTE
            guide.go(Step.TEST)
            await scene.store(send_test())
            await scene.until(lambda: guide.test.title.text() == "The address works")
            assert guide.test.boxes["transcript"].text() == "not seen yet"
            await scene.store(chat())
            await scene.until(lambda: guide.test.boxes["transcript"].text() != "not seen yet")

    play(story())


def test_a_chosen_way_is_kept_and_asked_for(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            scene.window.menus.actions["setup"].trigger()
            way = scene.house.reaching.guide.way
            way.own.line.setText("inbox.example.com")
            way.check_button.click()
            assert scene.settings.way == "own"
            assert scene.settings.own_address == "https://inbox.example.com"
            await scene.until(lambda: ("connect", "") in asked(scene))

    play(story())


def test_without_a_safe_place_for_the_token_the_owner_is_told(play, tmp_path):
    former = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())

    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            scene.house.reaching.open_guide(Step.ADDRESS)
            way = scene.house.reaching.guide.way
            way.ngrok.token.line.setText("2luGDabcdefghijklmnopqrstuv_6ZP5THZWJ9ohyHWwtS2Wy")
            way.ngrok.connect_button.click()
            await scene.until(lambda: "NGROK_AUTHTOKEN" in way.ngrok.kept.text(), "the words")
            assert tokens.find()
            await stand(scene, way="ngrok")
            way.ngrok.forget.click()
            await scene.until(lambda: not tokens.find(), "the token is forgotten")
            assert scene.settings.way == "none"

    try:
        play(story())
    finally:
        tokens.forget()
        keyring.set_keyring(former)


def test_green_is_not_believed_for_ever(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            now = scene.flow.clock()
            await stand(scene, proven_ms=now - 3_600_000)
            assert scene.window.strip.pill.text() == "Not reachable"
            assert "Is the disk full?" in scene.list.banner.notice.text
            await asyncio.wrap_future(scene.inbox.reach.alive(now))
            await stand(scene, proven_ms=now - 3_500_000)
            await scene.until(lambda: scene.window.strip.pill.text() == "Ready for chats")

    play(story())


def test_short_gaps_are_bridged_by_olark_and_need_no_card():
    assert reaching.LEAST_GAP_MS == 120_000


def test_the_last_step_is_ticked_by_what_is_written_on_the_disk(play, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))

    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            reaching = scene.house.reaching
            reaching.open_guide(Step.KEEP)
            keep = reaching.guide.side.steps[Step.KEEP]
            reaching.guide.keep.stay.click()
            assert scene.settings.closing == "tray"
            assert not keep.done
            reaching.guide.keep.start.tick.click()
            assert keep.done
            assert list((tmp_path / "config" / "autostart").iterdir())
            reaching.guide.keep.stay.click()
            assert scene.settings.closing == "ask"
            assert not keep.done

    play(story())


def test_on_a_low_screen_every_word_of_the_card_can_be_read(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            await scene.store(*[chat(f"c{n}") for n in range(6)])
            scene.window.resize(1092, 535)
            now, reach = scene.flow.clock(), scene.inbox.reach
            for hour in (9, 7, 5):
                begin = now - hour * 3_600_000
                await asyncio.wrap_future(reach.begin_gap(begin, begin, "closed"))
                await asyncio.wrap_future(reach.end_gap(begin + 600_000))
            await asyncio.wrap_future(reach.recovered(4))
            await stand(scene)
            card = scene.house.reaching.card
            await scene.until(lambda: card.isVisible() and card.height() > 0, "the card")
            await scene.until(
                lambda: card.text.height() >= card.text.heightForWidth(card.text.width()),
                f"room: {card.text.height()}",
            )

    play(story())


def test_another_port_is_said_until_the_address_leads_there(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            former = urlsplit(await scene.listening()).port
            scene.settings.store({"way": "own", "own_address": BASE})
            await stand(scene)
            new = free_port()
            scene.desk.board.use_port(new)
            banner = scene.list.banner
            await scene.until(lambda: banner.notice is not None, "the notice")
            assert banner.notice.title == f"Your address still leads to port {former}"
            assert str(new) in banner.notice.text
            banner.button.click()
            guide = scene.house.reaching.guide
            assert guide.step is Step.ADDRESS
            assert str(former) in guide.way.moved.text()
            asked = f"http://127.0.0.1:{new}/olark/{scene.settings.secret}?proof={'n' * 24}"
            await in_thread(lambda: urllib.request.urlopen(asked, timeout=120).close())
            await scene.until(lambda: banner.notice is None, "the end of it")
            assert guide.way.moved.isHidden()

    play(story())


def test_what_was_missed_can_be_pasted_from_the_menu_too_and_is_marked(play, tmp_path):
    async def story():
        async with window_on(tmp_path) as scene:
            scene.window.menus.actions["paste_missed"].trigger()
            page = scene.house.reaching.paste
            page.text.setPlainText("Subject: Marcus Bell wrote you a note\nTo: me\n\nCall me")
            page.keep_button.click()
            await scene.until(lambda: scene.list.model.total == 1, "the message")
            await scene.until(lambda: scene.row(0) is not None, "its row")
            row = scene.row(0)
            assert (row.name, row.kind, row.tags) == ("Marcus Bell", Kind.OFFLINE, ("pasted",))
            heard = await asyncio.wrap_future(scene.inbox.reach.heard())
            assert heard == {}, "it says nothing of what Olark sends"

    play(story())


def test_a_new_secret_is_a_changed_address_at_once(play, tmp_path):
    async def story():
        async with window_on(tmp_path, receiving=True) as scene:
            await scene.listening()
            known = {"address": BASE, "secret": print_of(scene.settings.secret), "at_ms": 1}
            await asyncio.wrap_future(scene.inbox.set_state("olark", known))
            await stand(scene)
            assert not scene.house.reaching.facts.standing.changed
            scene.settings.new_secret()
            assert scene.house.reaching.facts.standing.changed

    play(story())
