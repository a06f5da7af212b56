from datetime import UTC

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter

from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.press import print_pages
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Kind, Side


def printed(tmp_path, conversations, size=QPageSize.PageSizeId.A4):
    path = tmp_path / "printed.pdf"
    device = QPdfWriter(str(path))
    device.setPageSize(QPageSize(size))
    device.setPageMargins(QMarginsF(0, 0, 0, 0))
    device.setResolution(300)
    return print_pages(device, conversations, PdfOptions(), WallClock(UTC)), path


def test_each_conversation_begins_on_a_page_of_its_own(qapp, tmp_path, opened, line, priya):
    long = opened(*(line(Side.VISITOR, "word " * 30) for _ in range(60)))
    pages, path = printed(tmp_path, [priya, long, priya])
    assert pages > 4
    assert path.read_bytes().count(b"/Type /Page\n") == pages


def test_smaller_paper_takes_more_pages(qapp, tmp_path, opened, line):
    long = opened(*(line(Side.VISITOR, "word " * 30) for _ in range(60)))
    usual, _ = printed(tmp_path, [long])
    small, _ = printed(tmp_path, [long], QPageSize.PageSizeId.A5)
    assert small > usual


def test_nothing_to_read_prints_nothing(qapp, tmp_path, opened):
    assert printed(tmp_path, [opened(kind=Kind.START)])[0] == 0
