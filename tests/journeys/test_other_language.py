"""The window in a language nobody speaks: what stays in Latin letters was never translated."""

import re
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QBuffer, QLocale, QPoint
from PySide6.QtGui import QAction, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget

from tests.catalogue import Foreign
from tests.journeys.small_windows import SMALL_WINDOWS, open_small_window
from tests.window import chat, offline, started, story_runner, window_on

ALLOWED = re.compile(
    r"Olark( Inbox)?|ngrok|Cloudflare|Tailscale|Webhooks|Gmail|Outlook"
    r"|Qt|Python|SQLite|aiohttp|Inter|Lucide"
    r"|PDF|CSV|Excel|MIT|LGPL|OFL|ISC"
    r"|(Ctrl|Alt|Shift|Esc|Home|End|Return|Enter|F\d+|Del|Up|Down)(?=[+\d\s)]|$)"
    r"|\b[A-Z]\b|127\.0\.0\.1:\d+|\w+://\S*|/olark/\S+|</?\w+>|\{\w+\}|[\w.]+@[\w.]+|!\w+|(/[\w.-]*)+|\.(pdf|csv)"
)
"""Names and keys are the same in every language."""
AS_WRITTEN = ("help", "filters")
"""Pages of the Help are files of a language; what narrows a search is typed alike in all."""
LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.fixture
def play(qapp):
    yield from story_runner(qapp)


@contextmanager
def foreign(qapp):
    before = QLocale()
    QLocale.setDefault(QLocale("el_GR"))
    language = Foreign()
    qapp.installTranslator(language)
    try:
        yield language
    finally:
        qapp.removeTranslator(language)
        QLocale.setDefault(before)


def greek_shop():
    """Every kind of conversation, without a Latin letter."""
    more = {"name": "Βάσω", "agent": "Μάγια"}
    return [
        chat("1", "Καλημέρα", "Γεια σας", "Ευχαριστώ", tags=["ρόδα"], groups=["Πωλήσεις"], **more),
        chat("2", "Είναι κανείς εδώ;", name="Νίκος", agent="Μάγια", tags=["ρόδα", "φρένο"]),
        offline("3", "Πάρτε με τηλέφωνο", name="Ελένη"),
        started("4", agent="Μάγια"),
    ]


def said_by(widget: QWidget):
    """Everything a widget says that anybody can see or hear."""
    yield widget.windowTitle() if widget.isWindow() else ""
    yield widget.toolTip()
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    if isinstance(widget, QAbstractButton | QLabel):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()


def untranslated(root: QWidget, path: str = "") -> set[str]:
    found = set()
    for widget in (root, *root.findChildren(QWidget)):
        found |= set(said_by(widget))
    for action in root.findChildren(QAction):
        found |= {action.text().split("\t")[0], action.iconText()}
    known = (path, "Qt and PySide6 (LGPL), aiohttp, apsw, qasync, Inter (OFL), Lucide (ISC)")
    for part in known:
        found = {text.replace(part, "") if part else text for text in found}
    return {text for text in found if LATIN.search(ALLOWED.sub("", text))}


def painted(root: QWidget, address: str) -> set[str]:
    """Every run of text as it is drawn, however it came there."""
    buffer = QBuffer()
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(root.size())
    painter = QPainter(paper)
    root.render(painter, QPoint())
    painter.end()
    svg = bytes(buffer.data().data()).decode()
    runs = re.findall(r"<text[^>]*>([^<]*)</text>", svg)
    assert len(runs) > 20  # else nothing would be looked at
    texts = {text.strip() for text in runs}
    texts = {text for text in texts if text not in address}  # it is broken into lines
    return {text for text in texts if LATIN.search(ALLOWED.sub("", text))}


def test_the_window_before_anything_arrived_is_all_translated(play, qapp, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            assert untranslated(scene.window) == set()
            assert painted(scene.window, scene.desk.board.address) == set()

    with foreign(qapp):
        play(story())


def test_the_window_with_every_kind_of_conversation_is_all_translated(play, qapp, tmp_path):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            await scene.store(*greek_shop())
            for place in range(scene.list.model.total):
                scene.list.view.select_place(place)
                wanted = scene.row(place).id
                await scene.until(lambda wanted=wanted: scene.detail.conversation_id == wanted)
                await scene.caught_up()
                assert untranslated(scene.window) == set()
                assert painted(scene.window, scene.desk.board.address) == set()

    with foreign(qapp):
        play(story())


@pytest.mark.parametrize("name", [name for name in SMALL_WINDOWS if name not in AS_WRITTEN])
def test_every_small_window_is_all_translated(play, qapp, tmp_path, name):
    async def story():
        async with window_on(tmp_path / "data", receiving=True) as scene:
            await scene.listening()
            found = await scene.store(*greek_shop())
            scene.list.view.select(found[0])
            await scene.until(lambda: scene.detail.conversation_id == found[0])
            scene.list.search.line.setText("ρόδα" if name == "save_search" else "")
            await scene.caught_up()
            await open_small_window(scene, name)
            opened = [
                one
                for one in qapp.topLevelWidgets()
                if one.isVisible() and one is not scene.window and type(one).__name__ != "QTipLabel"
            ]
            assert opened or name == "note"
            try:
                for window in opened or [scene.window]:
                    assert untranslated(window, str(tmp_path)) == set()
            finally:
                for window in opened:
                    window.close()

    with foreign(qapp):
        play(story())
