"""Pages of a PDF as a reader paints them, on A4 and on Letter: as good as the window.

The list of a title page, a whole visitor card, and every script with its emoji.
"""

import shutil
import subprocess
from datetime import UTC

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QImage

from olark_inbox.export.pdf import PdfOptions
from olark_inbox.export.pdf.file import About, PdfFile
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Agent, Side, Visitor
from tests.export.conftest import NOON, make_opened, make_priya, said
from tests.export.pdf.test_file import SCRIPTS
from tests.pictures.painting import PICTURE, compare

pytestmark = [
    *PICTURE,
    pytest.mark.qt_log_ignore("OpenType support missing"),
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed"),
]
DPI = 72


def every_script():
    lines = [
        said(Side.AGENT if number % 2 else Side.VISITOR, text, "ليلى 😀", number * 70)
        for number, text in enumerate(SCRIPTS.values())
    ]
    visitor = Visitor(id="v2", email="laila@example.com", city="東京", country="Japan")
    maya = Agent("7", "Maya", answered=True)
    return make_opened(
        *lines, name="ليلى 😀 田中", visitor=visitor, agents=(maya,), tags=("order",)
    )


def logo(path):
    picture = QImage(300, 90, QImage.Format.Format_RGB32)
    picture.fill(QColor("#1f55b3"))
    picture.save(str(path))
    return str(path)


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_pages_look_as_they_are_kept(qapp, tmp_path, paper):
    if not any("Emoji" in family for family in QFontDatabase.families()):
        pytest.skip("no font with emoji is installed")
    options = PdfOptions(paper, "Spoke & Chain", logo(tmp_path / "logo.png"))
    file = tmp_path / "a.pdf"
    with PdfFile(file, options, WallClock(UTC), About(2, 1, "Search: wheel", NOON)) as pdf:
        for one in (make_priya(), every_script()):
            pdf.add(one, lambda: None)
        pdf.finish()
    pages = tmp_path / "page"
    painting = [shutil.which("pdftoppm"), "-r", str(DPI), "-png", str(file), str(pages)]
    subprocess.run(painting, check=True)
    for number, name in enumerate(("title", "card", "scripts"), 1):
        picture = QImage(f"{pages}-{number}.png")
        compare(picture, f"pdf-{paper}-{name}", tmp_path)
