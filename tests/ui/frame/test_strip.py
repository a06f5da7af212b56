"""The status strip."""

import pytest
from PySide6.QtGui import QGuiApplication

from olark_inbox.ui.frame.strip import Strip
from olark_inbox.ui.kit import theme, words

ADDRESS = "http://127.0.0.1:8765/olark/7Qm2x9LwT4vAbCdEfGhIjK"


@pytest.fixture
def strip(qtbot, qapp):
    theme.apply(qapp, "light")
    made = Strip()
    qtbot.addWidget(made)
    made.resize(1280, 36)
    made.show()
    yield made
    made.close()


def _has(widget, shade):
    picture = widget.grab().toImage()
    wanted = theme.current()[shade].name()
    return any(
        picture.pixelColor(x, y).name() == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_listening_alone_is_never_green(strip):
    strip.show_state(words.receiving({"status": "listening"}, here=True))
    assert strip.pill.text() == "Listening on this computer"
    assert not _has(strip.pill, "live_bg")
    assert not _has(strip.pill, "live_dot")


def test_not_receiving_is_red_and_says_why(strip):
    strip.show_state(words.receiving({"status": "port_taken", "port": 8765}, here=True))
    assert _has(strip.pill, "alert_bg")
    assert "8765" in strip.pill.accessibleName()


def test_only_the_host_is_shown_and_copy_gives_all_of_it(strip, qtbot):
    strip.show_address("127.0.0.1:8765", ADDRESS)
    texts = [label.text() for label in strip.findChildren(type(strip.last))]
    assert "127.0.0.1:8765" in texts
    assert not any("olark/" in text for text in texts)
    with qtbot.waitSignal(strip.copied):
        strip.copy_button.click()
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_without_an_address_there_is_nothing_to_copy(strip):
    strip.show_address("", "")
    assert strip.copy_button.isHidden()


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 could not be read"), (3, "3 could not be read")]
)
def test_what_could_not_be_read_is_counted_and_leads_there(strip, qtbot, count, said):
    assert strip.unreadable.isHidden()
    strip.show_unreadable(count)
    assert strip.unreadable.text() == said
    with qtbot.waitSignal(strip.unreadable_wanted):
        strip.unreadable.click()
