import pytest

from olark_inbox.export.pdf.contents import (
    Cover,
    Entry,
    entries_on,
    front_pages,
    paint_cover,
    paint_list,
)
from olark_inbox.export.pdf.paper import A4, LETTER


@pytest.mark.parametrize("paper", [A4, LETTER])
@pytest.mark.parametrize("number", [2, 10, 24, 25, 26, 200, 5000])
def test_every_conversation_has_a_line_on_some_front_page(paper, number):
    pages = front_pages(number, paper)
    shown = [n for page in range(pages) for n in range(number)[entries_on(page, paper)]]
    assert shown == list(range(number))
    assert range(number)[entries_on(pages - 1, paper)]


def test_title_and_list_stay_between_the_margins(drawn, inked):
    entries = [Entry("Bob " * 100, "22/11/2026", "Chat", 1000 + n) for n in range(10_000)]
    cover = Cover("Spoke & Chain " * 20, "128 conversations", ("a" * 500, "b"))

    def paint(painter):
        paint_cover(painter, A4, cover)
        paint_list(painter, A4, entries[entries_on(0, A4)], below_title=True)

    left, top, right, bottom = inked(drawn(paint))
    assert A4.left / 10 - 1 <= left
    assert right <= A4.right / 10 + 1
    assert top >= A4.top / 10
    assert bottom < A4.foot / 10
