import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt

from olark_inbox.export.pdf.blocks import (
    DayLine,
    Whole,
    Words,
    capsule,
    cut_at,
    disc,
    paginate,
    rounded,
)
from olark_inbox.export.pdf.ink import color, font
from olark_inbox.export.pdf.lines import Lines


class Strip(Whole):
    def __init__(self, name, height, *, keep=False, before=0.0):
        self.name, self.height, self.keep, self.before = name, height, keep, before


def names(pages):
    return [[block.name for _, block in page] for page in pages]


def test_blocks_fill_a_page_and_go_on_on_the_next():
    blocks = [Strip(n, 40) for n in range(5)]
    assert names(paginate(blocks, 100)) == [[0, 1], [2, 3], [4]]


def test_space_above_is_dropped_where_a_page_begins():
    blocks = [Strip(n, 40, before=15) for n in range(3)]
    pages = list(paginate(blocks, 100))
    assert [[top for top, _ in page] for page in pages] == [[0, 55], [0]]


def test_what_announces_goes_with_what_follows():
    blocks = [Strip("a", 60), Strip("day", 20, keep=True), Strip("b", 60)]
    assert names(paginate(blocks, 100)) == [["a"], ["day", "b"]]


def test_a_block_higher_than_a_page_is_drawn_once():
    assert names(paginate([Strip("a", 10), Strip("b", 500), Strip("c", 10)], 100)) == [
        ["a"], ["b"], ["c"],
    ]  # fmt: skip


strips = st.lists(
    st.builds(Strip, st.integers(), st.floats(1, 300), keep=st.booleans(),
              before=st.floats(0, 50)), max_size=30,
)  # fmt: skip


@given(strips)
def test_every_block_stands_on_one_page_in_order_and_none_below_its_end(blocks):
    pages = list(paginate(blocks, 100))
    assert [block for page in pages for _, block in page] == blocks
    for page in pages:
        for top, block in page:
            assert top + block.height <= 100 or block.height > 100 or page[0][1].keep


def test_a_paragraph_is_cut_between_lines_and_never_leaves_one_alone(qapp):
    lines = Lines("\n".join("abcdefgh"), font(10), 1000, 145)
    pages = list(paginate([Words(lines, color("t1"))], lines.top(3)))
    assert [round(page[0][1].height / lines.top(1)) for page in pages] == [3, 3, 2]
    assert cut_at(lines, (0, 8), lines.top(1)) is None
    assert cut_at(lines, (0, 3), lines.top(2)) is None


def test_a_day_stands_in_the_middle(qapp, drawn, inked):
    line = DayLine("Sunday", 4000)
    left, _, right, _ = inked(drawn(lambda painter: line.paint(painter, 1000, 1000)))
    assert (left, right) == (100, 499)


BOX = QRectF(1000, 2000, 2400, 140)
TALL = QRectF(1000, 2000, 2400, 900)
MIDDLE = QPointF(2000, 2000)


@pytest.mark.parametrize(
    ("ours", "as_qt_does"),
    [
        (
            lambda painter: disc(painter, MIDDLE, 170, color("t2")),
            lambda painter: painter.drawEllipse(MIDDLE, 170, 170),
        ),
        (
            lambda painter: capsule(painter, BOX, color("t2")),
            lambda painter: painter.drawRoundedRect(BOX, 70, 70),
        ),
        (
            lambda painter: rounded(painter, TALL, 90, color("t2")),
            lambda painter: painter.drawRoundedRect(TALL, 90, 90),
        ),
    ],
    ids=["disc", "capsule", "box"],
)
def test_a_round_shape_is_as_large_as_qt_would_fill_it(drawn, ours, as_qt_does):
    def fill(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("t2"))
        as_qt_does(painter)

    one, other = drawn(ours), drawn(fill)
    every = [(x, y) for x in range(90, 345) for y in range(180, 295)]
    dark = [at for at in every if other.pixel(*at) & 0xFF < 0xFF]
    # Where the edge runs through a pixel, either may have it.
    differ = [at for at in every if one.pixel(*at) != other.pixel(*at)]
    assert len(dark) > 500
    assert len(differ) < len(dark) / 10
