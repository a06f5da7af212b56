from PySide6.QtGui import QFontInfo

from olark_inbox.export.pdf.ink import avatar, color, font, tag_dot


def test_pages_are_drawn_with_the_window_s_font_and_colours(qapp):
    assert QFontInfo(font(10)).family().startswith("Inter")
    assert font(10).pixelSize() == 100
    assert color("accent").name() == "#2257b5"


def test_a_visitor_keeps_his_colour(qapp):
    assert avatar("v1") == avatar("v1")
    assert len({avatar(f"v{n}")[0].name() for n in range(50)}) > 4
    assert tag_dot("repair") == tag_dot("repair")
