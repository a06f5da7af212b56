import pytest
from PySide6.QtCore import QPointF

from olark_inbox.export.pdf.ink import color, font
from olark_inbox.export.pdf.lines import Lines
from olark_inbox.export.pdf.plain import Plain, plain, ruler

STEP = 140.0
TEXTS = (
    "",
    "Hi",
    "We’re open: 9 – 5, “always”… AV To. Größe für 158 cm?",
    "one\n\nthree",
    "Καλημέρα, Αθήνα",
    "Здравствуйте, как дела?",
    "a  wide   gap",
)


def set_plainly(text, room=2000.0):
    found = plain(text, 10, 400, STEP, room)
    assert isinstance(found, Plain)
    return found


def set_by_qt(text, room=2000.0):
    return Lines(text, font(10), room, STEP)


@pytest.mark.parametrize("text", TEXTS)
def test_a_plain_text_is_as_large_as_qt_would_set_it(qapp, text):
    ours, theirs = set_plainly(text), set_by_qt(text)
    assert (ours.count, ours.height) == (theirs.count, theirs.height)
    assert ours.width == pytest.approx(theirs.width, abs=2)
    assert [ours.top(n) for n in range(ours.count + 1)] == [
        theirs.top(n) for n in range(theirs.count + 1)
    ]


@pytest.mark.parametrize("text", TEXTS)
def test_a_plain_text_is_drawn_where_qt_would_draw_it(drawn, inked, text):
    ours, theirs = (
        inked(drawn(lambda painter, lines=lines: lines.draw(painter, 1000, 1000, color("t1"))))
        for lines in (set_plainly(text), set_by_qt(text))
    )
    assert all(abs(one - other) <= 1 for one, other in zip(ours, theirs, strict=True))


def test_what_is_too_wide_goes_on_below_and_loses_no_word(qapp):
    words = [f"word{number}" for number in range(200)]
    text = set_plainly(" ".join(words))
    assert text.count > 10
    assert text.width <= 2000
    assert " ".join(text._lines).split(" ") == words
    assert max(map(ruler(10, 400).width, text._lines)) == pytest.approx(text.width)


@pytest.mark.parametrize(
    "text",
    [
        "שלום", "مرحبا", "नमस्ते", "ร้าน", "日本", "한국어", "😀", "❤", "©", "e\u0301", "a\u200bb",
        "a\tb", "a\u00adb", "a\u202eb", "a\x00b", "a\rb", "\U0001d400",
    ],
)  # fmt: skip
def test_other_scripts_pictures_and_signs_are_left_to_qt(qapp, text):
    assert plain(text, 10, 400, STEP, 2000) is None


def test_a_word_wider_than_the_room_is_left_to_qt(qapp):
    assert plain("see " + "x" * 500, 10, 400, STEP, 2000) is None


def test_only_the_lines_asked_for_are_drawn(drawn, inked):
    text = set_plainly("a\nb\nc\nd")
    box = inked(
        drawn(lambda painter: text.draw_some(painter, QPointF(1000, 1000), color("t1"), (1, 3)))
    )
    assert box[1] >= 100
    assert box[3] <= 100 + 2 * STEP / 10
    assert text.fitting(text.top(2)) == 2
    assert text.fitting(text.top(2) - 1) == 1


def test_words_met_often_are_measured_once_and_not_kept_for_ever(qapp):
    rule = ruler(10, 400)
    for number in range(5000):
        rule.width(f"w{number}")
    assert len(rule._widths) <= 4000
    rule.width("x" * 100)
    assert "x" * 100 not in rule._widths
