from olark_inbox.export.pdf.bubble import AGENT, VISITOR, Caption, bubbles, paint_backs
from olark_inbox.export.pdf.plain import Plain

WIDTH = 4000.0


def one(text, look=VISITOR, caption=None):
    [bubble] = bubbles(text, look, caption, WIDTH, 100)
    return bubble


def lines_of(lines):
    return lines._lines if isinstance(lines, Plain) else [lines._layout.text()]


def paints(bubble):
    def paint(painter):
        paint_backs(painter, [(0.0, bubble)], 1000, 1000)
        bubble.paint(painter, 1000, 1000)

    return paint


def test_the_visitor_stands_left_and_we_stand_right(drawn, inked):
    ours = inked(drawn(paints(one("Hello", AGENT))))
    his = inked(drawn(paints(one("Hello"))))
    assert his[0] == 100
    assert ours[2] in (499, 500)
    assert his[2] - his[0] < 100


def test_a_caption_stands_above_the_bubble(drawn, inked):
    caption = Caption("Maya", "14:31")
    plain = one("Hello")
    named = one("Hello", caption=caption)
    assert named.height > plain.height
    box = inked(drawn(paints(named)))
    assert box[3] - box[1] >= named.height / 10 - 5


def test_a_bubble_is_cut_between_lines_and_loses_nothing(qapp):
    bubble = one("\n".join("abcdefgh"), caption=Caption("Bob", ""))
    upper, lower = bubble.cut(bubble.height * 0.6)
    assert (upper.opens, upper.closes, lower.opens, lower.closes) == (True, False, False, True)
    assert upper.caption is not None
    assert lower.caption is None
    assert upper._part[1] == lower._part[0]
    assert upper.height <= bubble.height * 0.6
    assert bubble.cut(100) is None


def test_a_text_of_a_megabyte_comes_in_pieces_that_are_all_of_it(qapp):
    text = "word " * 2_000 + "x" * 10_000
    pieces = list(bubbles(text, VISITOR, None, WIDTH, 100))
    said = [line for piece in pieces for line in lines_of(piece._lines)]
    assert "".join(said).replace(" ", "") == text.replace(" ", "")
    assert (pieces[0].opens, pieces[-1].closes) == (True, True)
    assert not any(piece.opens for piece in pieces[1:])
    assert not any(piece.closes for piece in pieces[:-1])
