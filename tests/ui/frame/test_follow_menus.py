from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget

from olark_inbox.store.rows import OwnTag
from olark_inbox.ui.frame import follow_menus
from olark_inbox.ui.kit import theme
from tests.alerts.test_rules import NOW, make_row

TAGS = (OwnTag(1, "VIP & co", 0), OwnTag(2, "Bike", 3))


@pytest.fixture
def parent(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    return made


def texts(menu):
    return [action.text() for action in menu.actions() if action.text()]


def test_a_tag_is_ticked_where_all_carry_it(parent):
    rows = [replace(make_row(1), own_tags=("Bike",)), replace(make_row(2), own_tags=("Bike", "x"))]
    told = []
    menu = follow_menus.tag_menu(parent, TAGS, rows, lambda tag, on: told.append((tag.id, on)), int)
    assert texts(menu) == ["VIP && co", "Bike", "New tag"]
    vip, bike = menu.actions()[:2]
    assert (vip.isChecked(), bike.isChecked()) == (False, True)
    vip.trigger()
    bike.trigger()
    assert told == [(1, True), (2, False)]


def test_a_reminder_can_be_cleared_only_where_there_is_one(parent):
    without = follow_menus.remind_menu(parent, NOW, int, int, None)
    told = []
    menu = follow_menus.remind_menu(parent, NOW, told.append, int, lambda: told.append("no"))
    assert set(texts(menu)) - set(texts(without)) == {"No reminder"}
    menu.actions()[0].trigger()
    menu.actions()[-1].trigger()
    assert told == [NOW + 3_600_000, "no"]


def test_the_colour_of_a_tag_is_ticked(parent):
    told = []
    menu = follow_menus.own_tag_menu(parent, TAGS[1], int, told.append, int)
    colours = menu.actions()[1].menu().actions()
    assert [action.isChecked() for action in colours].index(True) == 3
    assert len(colours) == len(theme.current().tag_dots)
    colours[6].trigger()
    assert told == [6]


def test_a_dot_has_the_colour_of_its_tag(parent):
    color = theme.current().tag_dots[2]
    picture = follow_menus.dot_icon(color).pixmap(16, 16).toImage()
    assert picture.pixelColor(picture.width() // 2, picture.height() // 2).name() == color.name()
