"""How the visitor rated the chat."""

from olark_inbox.olark.model import Rating
from olark_inbox.ui.detail.rating import Bar, Stars, rating_words
from olark_inbox.ui.kit import theme


def ink(widget, token):
    picture = widget.grab().toImage()
    wanted = theme.current()[token]
    return sum(
        picture.pixelColor(x, y) == wanted
        for x in range(picture.width())
        for y in range(picture.height())
    )


def test_more_stars_are_more_stars(qtbot):
    inks = []
    for score in range(6):
        stars = Stars(score)
        qtbot.addWidget(stars)
        stars.resize(200, 24)
        inks.append(ink(stars, "star"))
        assert stars.accessibleName() == f"Rated {score} of 5"
    assert inks == sorted(set(inks))


def test_a_bar_is_as_long_as_its_score(qtbot):
    inks = []
    for score in (1, 3, 5):
        bar = Bar("Quick", score)
        qtbot.addWidget(bar)
        bar.resize(230, 19)
        inks.append(ink(bar, "star"))
        assert bar.accessibleName() == f"Quick: {score} of 5"
    assert inks == sorted(set(inks))


def test_a_comment_is_quoted_and_none_is_nothing():
    assert rating_words(Rating(comments=" kind ")) == "\u201ckind\u201d"
    assert rating_words(Rating(comments=" \n")) == ""
