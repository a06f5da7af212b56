import pytest

from olark_inbox.export.pdf.complex import melts
from olark_inbox.export.pdf.ink import color, font
from olark_inbox.export.pdf.lines import Lines

HINDI = "नमस्ते, साइकिल"


@pytest.mark.parametrize("text", [HINDI, "ร้านเปิด", "abc ไทย"])
def test_melting_scripts_are_known(text):
    assert melts(text)


@pytest.mark.parametrize("text", ["abc", "Größe", "日本", "مرحبا", "שלום", "😀"])
def test_others_are_written_as_they_are(text):
    assert not melts(text)


@pytest.mark.qt_log_ignore("OpenType support missing")
def test_what_is_drawn_is_where_plain_drawing_puts_it(qapp, drawn, inked):
    melting = Lines(HINDI, font(12), 4000, 170)
    box = inked(drawn(lambda painter: melting.draw(painter, 500, 500, color("t1"))))
    plain = inked(drawn(lambda painter: _plainly(melting, painter)))
    assert box[2] > box[0]
    assert all(abs(one - other) <= 1 for one, other in zip(box, plain, strict=True))


@pytest.mark.qt_log_ignore("OpenType support missing")
def test_shapes_that_were_drawn_before_are_drawn_the_same(qapp, drawn):
    melting = Lines(HINDI, font(12), 4000, 170)
    again = Lines(HINDI, font(12), 4000, 170)
    larger = Lines(HINDI, font(17), 4000, 170)
    first, second, third = (
        drawn(lambda painter, lines=lines: lines.draw(painter, 500, 500, color("t1")))
        for lines in (melting, again, larger)
    )
    assert first == second
    assert first != third


def _plainly(lines, painter):
    lines._melts = False
    lines.draw(painter, 500, 500, color("t1"))
