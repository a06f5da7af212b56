import re
import zlib

import pytest
from PySide6.QtGui import QFont, QFontDatabase

from olark_inbox.export.pdf import PdfOptions, pictures
from olark_inbox.export.pdf.file import About, PdfFile
from olark_inbox.export.pdf.pictures import may_have_pictures, named
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Side


def has_emoji():
    return any("Emoji" in family for family in QFontDatabase.families())


@pytest.mark.parametrize("text", ["😀", "Thanks ❤️", "🇬🇧", "1️⃣", "👨‍👩‍👧"])
def test_a_text_with_emoji_is_looked_at(text):
    assert may_have_pictures(text)


@pytest.mark.parametrize(
    "text", ["Hello", "日本への発送", "ร้านเปิดกี่โมง", "한국어", "هل لديكم", "Größe"]
)
def test_letters_of_any_script_are_not_taken_for_pictures(text):
    assert not may_have_pictures(text)


def test_what_stands_for_nothing_is_itself():
    assert named("a") == named("\ue123") == ""


def test_each_picture_is_named_once_in_the_table_of_letters(qapp, tmp_path, opened, line):
    if not has_emoji():
        pytest.skip("no font with emoji is installed")
    chat = opened(line(Side.VISITOR, "Great 👨‍👩‍👧 and 😀 again 😀", "Bob"), name="Bob")
    path = tmp_path / "a.pdf"
    with PdfFile(path, PdfOptions(), WallClock(), About(1)) as pdf:
        pdf.add(chat, lambda: None)
        pdf.finish()
    content = path.read_bytes()
    tables = []
    for found in re.finditer(rb"stream\n", content):
        try:
            tables.append(zlib.decompressobj().decompress(content[found.end() :]))
        except zlib.error:
            continue
    letters = b"".join(table for table in tables if b"begincmap" in table)
    for picture in ("👨‍👩‍👧", "😀"):
        name = b"<%s>" % picture.encode("utf-16-be").hex().upper().encode()
        assert letters.count(name) == 1


def test_a_picture_is_in_the_file_once_however_often_it_is_drawn(qapp, tmp_path, opened, line):
    if not has_emoji():
        pytest.skip("no font with emoji is installed")
    chat = opened(*(line(Side.VISITOR, "Great 😀😀 and 👍", "Bob") for _ in range(50)), name="Bob")
    path = tmp_path / "a.pdf"
    with PdfFile(path, PdfOptions(), WallClock(), About(1)) as pdf:
        pdf.add(chat, lambda: None)
        pdf.finish()
    # Each with its mask.
    assert path.read_bytes().count(b"/Subtype /Image") == 2 * 2


def test_images_are_not_kept_for_ever(qapp, monkeypatch):
    monkeypatch.setattr(pictures, "_images", {})
    monkeypatch.setattr(pictures, "_MOST_IMAGES", 3)
    font = pictures.QRawFont.fromFont(QFont())
    first = pictures._image(font, 1)
    assert pictures._image(font, 1).cacheKey() == first.cacheKey()
    for glyph in range(10):
        pictures._image(font, glyph)
    assert len(pictures._images) <= 3


def test_more_pictures_than_letters_leave_the_last_without_a_name(qapp, monkeypatch):
    monkeypatch.setattr(pictures, "_spare", ["\uf000"])
    monkeypatch.setattr(pictures, "_stand_ins", {})
    monkeypatch.setattr(pictures, "_named", {})
    font = pictures.QRawFont.fromFont(QFont())
    assert pictures._stand_in("😀", font) == "\uf000"
    assert pictures._stand_in("😀", font) == "\uf000"
    assert pictures._stand_in("👍", font) == ""
    assert named("\uf000") == "😀"


def test_pictures_are_drawn_in_and_behind_scripts_whose_letters_melt(qapp, tmp_path, opened, line):
    if not has_emoji():
        pytest.skip("no font with emoji is installed")
    texts = ("ร้าน 😀 เปิด", "Great 🎉")
    chat = opened(*(line(Side.VISITOR, text, "Bob") for text in texts), name="Bob")
    path = tmp_path / "a.pdf"
    with PdfFile(path, PdfOptions(), WallClock(), About(1)) as pdf:
        pdf.add(chat, lambda: None)
        pdf.finish()
    # Each with its mask.
    assert path.read_bytes().count(b"/Subtype /Image") == 2 * 2
