"""The pictures in the Help are the program as it paints itself today, light and dark.

`OLARK_INBOX_PICTURES=write uv run pytest -m picture` paints them anew.
"""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from olark_inbox.base.folders import open_folders
from olark_inbox.base.resources import resource
from olark_inbox.settings import Settings
from olark_inbox.store.reach import Gap
from olark_inbox.ui.desk.notices import UNREACHABLE, Known, ReachKnown, notice
from olark_inbox.ui.desk.safe_notices import Safety
from olark_inbox.ui.frame.banner import Banner
from olark_inbox.ui.frame.strip import Strip
from olark_inbox.ui.help.help_pictures import DPR, FOLDER
from olark_inbox.ui.kit import theme
from olark_inbox.ui.presence.alert_lines import AlertLines
from olark_inbox.ui.reach import reach_words
from olark_inbox.ui.reach.gap_card import GapCard
from olark_inbox.ui.reach.setup import Setup
from olark_inbox.ui.reach.setup_facts import Step
from tests.pictures import shop
from tests.pictures.painting import PICTURE, compare, painted
from tests.pictures.states import fill, open_name
from tests.ui.reach_makers import MINUTE, down, facts, proven
from tests.window import window_on

pytestmark = PICTURE
LOOKS = ("light", "dark")
NOW = shop.at("14:34")
DAY = 24 * 60 * MINUTE
KEPT = resource(*FOLDER)


def _keep(picture: QImage, name: str, tmp_path) -> None:
    compare(picture, name, tmp_path, KEPT)


def _grab(widget: QWidget, part: QRect | None = None) -> QImage:
    """Paint a widget, or a part of it given in lengths of the design."""
    if part is None:
        return widget.grab().toImage()
    corner, size = part.topLeft() * DPR, part.size() * DPR
    return widget.grab(QRect(corner, size)).toImage()


def _dressed(widget: QWidget, width: int, height: int = 0) -> QWidget:
    """Show a widget in lengths of the design; without a height it has what it needs."""
    wide = theme.px(width)
    widget.resize(wide, theme.px(height) or widget.sizeHint().height())
    widget.show()
    if not height:
        widget.resize(wide, max(widget.heightForWidth(wide), widget.minimumSizeHint().height()))
    for _ in range(5):
        QApplication.processEvents()
    return widget


@pytest.fixture(params=LOOKS)
def look(request, qapp):
    """All is painted with large letters, and so it is sharp on every screen."""
    theme.apply(qapp, request.param)
    theme.set_text_size(qapp, round(100 * DPR))
    yield request.param
    theme.set_text_size(qapp, 100)
    theme.apply(qapp, "light")


def test_the_window(play, tmp_path, look):
    theme.set_text_size(QApplication.instance(), 100)

    async def story():
        async with window_on(tmp_path / "data") as scene:
            scene.window.resize(1280, 800)
            await fill(scene)
            await open_name(scene, "Priya")
            _keep(await painted(scene, look), f"window-{look}", tmp_path)

    play(story())


def test_its_places_and_a_search(play, tmp_path, look):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            scene.window.resize(theme.px(1280), theme.px(800))
            await fill(scene)
            await open_name(scene, "Priya")
            await painted(scene, look)
            top = round(scene.window.menuBar().height() / DPR) + 1
            _keep(_grab(scene.window, QRect(0, top, 576, 392)), f"list-{look}", tmp_path)
            scene.list.search.line.setText("wheel")
            await scene.caught_up()
            scene.list.view.select_place(0)
            await painted(scene, look)
            left = round(scene.list.mapTo(scene.window, QPoint()).x() / DPR)
            _keep(_grab(scene.window, QRect(left, top, 640, 330)), f"search-{look}", tmp_path)

    play(story())


def test_the_page_of_backups(play, tmp_path, look):
    async def story():
        async with window_on(tmp_path / "data") as scene:
            scene.settings.backup_place = "/media/stick/Olark backups"
            scene.folders.backups.mkdir(exist_ok=True)
            for day in (18, 19, 20):
                copy = scene.folders.backups / f"inbox-202611{day}-081200-18-daily.sqlite"
                with copy.open("wb") as file:
                    file.truncate(3_400_000)
            scene.window.menus.actions["backups"].trigger()
            page = scene.house.pages.page("backups")
            theme.apply(QApplication.instance(), look)
            page.resize(theme.px(560), theme.px(450))
            await scene.caught_up()
            _keep(_grab(page), f"backups-{look}", tmp_path)

    play(story())


def test_the_guide(qtbot, tmp_path, look):
    guide = Setup(None, Settings(open_folders(tmp_path / "data")))
    qtbot.addWidget(guide)
    shown = ((Step.ADDRESS, facts(now_ms=NOW), "address"), (Step.PASTE, _proven(), "paste"))
    for step, known, name in shown:
        guide.show_facts(known)
        guide.go(step)
        _dressed(guide, 920, 640)
        _keep(_grab(guide), f"guide-{name}-{look}", tmp_path)


def _proven():
    standing = proven(proven_ms=NOW - 3 * MINUTE)
    return facts(standing, now_ms=NOW)


def test_the_alerts_in_the_settings(qtbot, tmp_path, look):
    lines = AlertLines(Settings(open_folders(tmp_path / "data")))
    page = QWidget()
    qtbot.addWidget(page)
    lines.setParent(page)
    lines.move(theme.px(20), theme.px(12))
    _dressed(lines, 520)
    _dressed(page, 560, 330)
    _keep(_grab(page), f"alerts-{look}", tmp_path)


@pytest.mark.parametrize("name", ["strip", "gap", "red", "disk"])
def test_what_the_window_says_of_itself(qtbot, tmp_path, look, name):
    widget, size = {"strip": _strip, "gap": _gap, "red": _red, "disk": _disk}[name]()
    qtbot.addWidget(widget)
    _keep(_grab(_dressed(widget, *size)), f"{name}-{look}", tmp_path)


def _strip():
    strip, standing = Strip(), proven(proven_ms=NOW - 3 * MINUTE)
    strip.show_state(reach_words.state(standing, NOW))
    strip.show_address(reach_words.host(standing.address), "the whole address")
    strip.show_checked(reach_words.checked(standing, NOW))
    strip.show_last("Last chat 14:31, Priya Raman")
    return strip, (800, 36)


def _gap():
    card, began = GapCard(), NOW - DAY + 208 * MINUTE
    ended = shop.at("08:11")
    card.show_gaps([Gap(1, began, began, ended, "asleep", 2, looked=False)], NOW)
    return card, (400,)


def _red():
    banner = Banner()
    known = down(proven_ms=NOW - 20 * MINUTE, since_ms=NOW - 20 * MINUTE, noticed_ms=NOW - MINUTE)
    banner.show_notice(
        notice(Known(reach=ReachKnown(UNREACHABLE, reach_words.unreachable(known, NOW))))
    )
    return banner, (400,)


def _disk():
    banner = Banner()
    banner.show_notice(notice(Known(safety=Safety(free=120 * 1024 * 1024))))
    return banner, (400,)
