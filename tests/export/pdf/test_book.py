from datetime import UTC

from PySide6.QtGui import QImage

from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.book import Book, left_out_words, page_words, read_logo
from olark_inbox.export.pdf.paper import A4
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Side
from tests.catalogue import Foreign, foreign

NOON = 1_795_348_800_000


def book(**options):
    return Book(A4, PdfOptions(**options), WallClock(UTC))


def test_pages_are_counted_before_they_are_painted(qapp, opened, line):
    short = opened(line(Side.VISITOR, "a"))
    long = opened(*(line(Side.VISITOR, "word " * 20) for _ in range(900)))
    for chat in (short, long):
        count, pages = book().pages(chat)
        assert count == len(list(pages)) >= 1


def test_the_cover_says_from_when_to_when(qapp, opened, line):
    some = book(shop="Spoke")
    some.pages(opened(line(Side.VISITOR, "a")))
    some.pages(opened(line(Side.VISITOR, "a", after_s=86_400)))
    cover = some.cover(2, 3, "Search: wheel", NOON)
    assert cover.title == "2 conversations"
    assert "22 November 2026 to " in cover.lines[0]
    assert cover.lines[1] == "Search: wheel"
    assert cover.lines[-1] == left_out_words(3)


def test_a_foot_stands_below_the_words(drawn, inked):
    box = inked(drawn(lambda painter: book().paint_foot(painter, "Bob " * 200, "Page 1 of 3")))
    assert box[1] >= (A4.top + A4.room) // 10
    assert box[2] <= A4.right // 10 + 1


def test_a_logo_is_read_smaller_than_it_is(qapp, tmp_path):
    image = QImage(3000, 300, QImage.Format.Format_RGB32)
    image.fill(0)
    image.save(str(tmp_path / "logo.png"))
    logo = read_logo(str(tmp_path / "logo.png"))
    assert (logo.width(), logo.height()) == (1200, 120)
    (tmp_path / "no.png").write_bytes(b"no picture")
    assert read_logo(str(tmp_path / "no.png")) is None
    assert read_logo(str(tmp_path / "gone.png")) is None
    assert read_logo("") is None


def test_page_numbers_are_words(qapp):
    assert page_words(2, 3) == "Page 2 of 3"
    assert left_out_words(1).startswith("1 chat that only began is")


def test_a_nameless_visitor_is_listed_in_the_owners_language(qapp, opened, line):
    greek = Foreign()
    qapp.installTranslator(greek)
    try:
        entry = book().entry(opened(line(Side.VISITOR, "a"), name="Visitor"), 1)
    finally:
        qapp.removeTranslator(greek)
    assert entry.name == foreign("Visitor")
