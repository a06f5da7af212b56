import pytest
from PySide6.QtGui import QPainter, QPdfWriter

from olark_inbox.export.pdf import finish as finish_module
from olark_inbox.export.pdf.finish import Mark, Marks, NotUnderstood, finish


@pytest.fixture
def pdf(qapp, tmp_path):
    path = tmp_path / "a.pdf"
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    for number in range(4):
        if number:
            writer.newPage()
        painter.drawText(100, 100, f"page {number}")
    painter.end()
    return path


def test_what_was_there_stays_and_only_an_end_is_added(pdf):
    before = pdf.read_bytes()
    finish(pdf, Marks(2, [Mark("Bob", 2), Mark("田中", 3)]), 1)
    after = pdf.read_bytes()
    assert after.startswith(before)
    assert after.endswith(b"%%EOF\n")
    assert b"<FEFF75304E2D>" in after


def test_the_last_pages_come_first(pdf):
    kids = _kids(pdf)
    finish(pdf, Marks(), 1)
    assert _kids(pdf) == [kids[-1], *kids[:-1]]


def test_it_can_be_done_to_what_was_done(pdf):
    finish(pdf, Marks(1, [Mark("a", 1)]), 0)
    with pytest.raises(NotUnderstood):
        finish(pdf, Marks(1, [Mark("b", 2)]), 0)


def test_another_file_is_left_alone(tmp_path):
    file = tmp_path / "x.pdf"
    file.write_bytes(b"%PDF-1.4 nothing")
    with pytest.raises(NotUnderstood):
        finish(file, Marks(), 0)
    assert file.read_bytes() == b"%PDF-1.4 nothing"


def test_only_what_a_shape_stands_for_is_put_right():
    """The numbers of the shapes may look like letters that are old forms, too."""
    table = b"<0264> <02BA> [<2F65> <0041>]\n<02BA> <02BA> <2F65>\n<0003> <0007> <2F65>\n"
    mended = finish_module._RANGE.sub(finish_module._range_typed, table)
    right = b"<0264> <02BA> [<7530> <0041>]\n<02BA> <02BA> <7530>\n<0003> <0007> <2F65>\n"
    assert mended == right


@pytest.mark.parametrize(
    ("named", "typed"),
    [("⺠", "民"), ("⻑", "長"), ("⻓", "长"), ("⻳", "龟"), ("⼀", "一"), ("∕", "／")],
)
def test_a_shape_of_two_letters_has_the_name_people_type(named, typed):
    table = b"<0001> <0001> <%04X>" % ord(named)
    mended = finish_module._RANGE.sub(finish_module._range_typed, table)
    assert mended == b"<0001> <0001> <%04X>" % ord(typed)


def _kids(path):
    tree = path.read_bytes().rpartition(b"/Kids")[2].partition(b"]")[0]
    return [word for word in tree.replace(b"[", b" ").split() if word not in (b"0", b"R")]
