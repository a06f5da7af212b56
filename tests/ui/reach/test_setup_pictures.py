import pytest
from PySide6.QtWidgets import QApplication

from olark_inbox.ui.kit import theme
from olark_inbox.ui.reach.setup_pictures import Box, Picture, Plaque, Scene, Sign


def colours(widget):
    image = widget.grab().toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points}


@pytest.fixture(params=["light", "dark"])
def look(request, qapp):
    theme.apply(qapp, request.param)
    yield theme.current()
    theme.apply(qapp, "light")


@pytest.mark.parametrize("scene", Scene)
def test_each_picture_shows_in_the_accent_what_is_to_be_pressed(look, qtbot, scene):
    picture = Picture(scene)
    qtbot.addWidget(picture)
    seen = colours(picture)
    assert {look["accent_fill"].name(), look["base"].name(), look["t1"].name()} <= seen


def test_no_picture_is_like_another(look, qtbot):
    images = set()
    for scene in Scene:
        picture = Picture(scene)
        qtbot.addWidget(picture)
        images.add(bytes(picture.grab().toImage().constBits()))
    assert len(images) == len(Scene)


def test_the_pictures_grow_with_the_letters(qtbot, qapp):
    sizes = []
    for percent in (100, 150):
        theme.set_text_size(QApplication.instance(), percent)
        picture = Picture(Scene.TOKEN)
        qtbot.addWidget(picture)
        sizes.append(picture.sizeHint().width())
    theme.set_text_size(QApplication.instance(), 100)
    assert sizes[1] == round(sizes[0] * 1.5)


def test_what_only_shows_takes_no_focus(look, qtbot):
    for made in (Picture(Scene.PASTE), Sign("shield-check"), Box(), Plaque("Save")):
        qtbot.addWidget(made)
        assert made.focusPolicy().value == 0
        assert colours(made)
