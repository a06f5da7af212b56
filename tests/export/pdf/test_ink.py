import threading

from PySide6.QtGui import QFontInfo

from olark_inbox.export.pdf.ink import avatar, color, font, tag_dot
from olark_inbox.export.pdf.lines import Type, short


def test_pages_are_drawn_with_the_window_s_font_and_colours(qapp):
    assert QFontInfo(font(10)).family().startswith("Inter")
    assert font(10).pixelSize() == 100
    assert color("accent").name() == "#2257b5"


def test_a_visitor_keeps_his_colour(qapp):
    assert avatar("v1") == avatar("v1")
    assert len({avatar(f"v{n}")[0].name() for n in range(50)}) > 4
    assert tag_dot("repair") == tag_dot("repair")
    hues = {tag_dot("repair", hue).name() for hue in range(8)}
    assert len(hues) == 8
    assert tag_dot("repair").name() in hues


def test_what_an_ended_thread_laid_out_is_not_given_to_the_next_of_its_number(qapp):
    drawn = {}

    def lay_out():
        drawn.setdefault(threading.get_ident(), []).append((font(9), short("Maya", Type(9))))

    while not any(len(made) > 1 for made in drawn.values()):
        thread = threading.Thread(target=lay_out)
        thread.start()
        thread.join()
    fonts, words = zip(*(made for each in drawn.values() for made in each), strict=True)
    assert len({id(one) for one in fonts}) == len(fonts)
    assert len({id(one) for one in words}) == len(words)


def test_the_same_thread_lays_a_word_out_once(qapp):
    assert short("Maya", Type(9)) is short("Maya", Type(9))
