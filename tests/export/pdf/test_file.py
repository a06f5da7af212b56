import re
import shutil
import subprocess
import zlib
from datetime import UTC

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from olark_inbox.export.hidden import Hidden
from olark_inbox.export.pdf import PdfOptions, finish
from olark_inbox.export.pdf.file import About, PdfFile
from olark_inbox.export.pdf.paper import A4
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Kind, Side

NOON = 1_795_348_800_000
SCRIPTS = {
    "Japanese": "日本への発送はできますか",
    "Chinese": "中文繁體测试",
    "Korean": "한국어",
    "Arabic": "هل لديكم دراجة",
    "Hebrew": "האם החנות פתוחה",
    "Thai": "ร้านเปิดกี่โมง",
    "Hindi": "क्या आप मेरी साइकिल ठीक कर सकते हैं",
    "Greek": "Καλημέρα",
    "Russian": "Здравствуйте",
    "German": "Größe “nett”",
    "Emoji": "Great 😀 👍🏽 family 👨‍👩‍👧 flag 🇬🇧 and ❤️",
    "Single Chinese": "田",
    "Letters with parts that look like them": "长车门页风马 長い黄 母と青 カタカナ・いろは／〈に〉",
    "Rare letters in names": "吉野家と𠮷野家、𡈽屋",
    "Emoji in Hindi": "क्या 😀 नमस्ते",
    "Emoji in Hebrew": "האם 😀 החנות",
}
poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
qpdf = pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")

pytestmark = pytest.mark.qt_log_ignore("OpenType support missing")


@pytest.fixture
def write(qapp, tmp_path):
    def made(conversations, *, left_out=0, **options):
        path = tmp_path / "a.pdf"
        path.unlink(missing_ok=True)
        about = About(len(conversations), left_out, "Search: wheel", NOON)
        options = PdfOptions(paper="a4", shop="Spoke & Chain", **options)
        with PdfFile(path, options, WallClock(UTC), about) as pdf:
            for one in conversations:
                pdf.add(one, lambda: None)
            pdf.finish()
        return path

    return made


def run(program, *words):
    found = shutil.which(program)
    return subprocess.run([found, *words], capture_output=True, check=True, encoding="utf-8").stdout


def said(path):
    return run("pdftotext", path, "-")


def drawing(path):
    """Return what is drawn on the pages, line by line, as Qt writes it."""
    packed = re.findall(
        rb"/FlateDecode\s*>>\s*stream\n(.*?)endstream", path.read_bytes(), re.DOTALL
    )
    streams = (zlib.decompressobj().decompress(one) for one in packed)
    return b"".join(one for one in streams if one.startswith(b"/GSa gs")).splitlines()


def test_bubbles_and_tags_take_no_curves(write, opened, line):
    """Packing their numbers was much of a page's cost: each is a thick point, line or box."""

    def drawn(lines, tags):
        said = [line(Side.VISITOR if n % 2 else Side.AGENT, "Hello", "Bob") for n in range(lines)]
        told = drawing(write([opened(*said, tags=tags)]))
        return [sum(each.endswith(end) for each in told) for end in (b" re", b" c")]

    few, few_curves = drawn(1, ())
    many, many_curves = drawn(9, ("order", "repair"))
    assert many == few + 8
    assert many_curves == few_curves


def test_a_single_chat_has_no_title_page(write, priya):
    content = write([priya]).read_bytes()
    assert content.startswith(b"%PDF-")
    assert b"/Outlines" not in content
    assert b"(https://spoke.example/wheels)" in content
    assert b"(mailto:priya@example.co.uk)" in content


def test_a_chat_by_itself_has_the_logo_once_and_several_have_it_in_front(write, priya, tmp_path):
    logo = tmp_path / "logo.png"
    image = QImage(300, 100, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    image.save(str(logo))
    pictures = [
        write(chats, logo=str(logo)).read_bytes().count(b"/Subtype /Image")
        for chats in ([priya], [priya, priya])
    ]
    assert pictures == [1, 1]
    assert b"/Subtype /Image" not in write([priya]).read_bytes()


def test_several_get_an_outline_and_links_to_their_pages(write, priya, opened, line):
    chats = [opened(line(Side.VISITOR, f"chat {n}"), name=f"Bob {n}") for n in range(40)]
    content = write([priya, *chats]).read_bytes()
    assert b"/Count 41>>" in content
    kids = re.findall(rb"/Kids \[([^\]]*)\]", content)[-1]
    assert len(re.findall(rb"\d+ 0 R", kids)) == 2 + 41
    # Each line of the list leads to its page, from the margin to its number.
    boxes = re.findall(rb"/Rect \[([^\]]*)\] /Dest", content)
    assert len(boxes) == 41
    corners = [tuple(map(float, box.split())) for box in boxes]
    paper = (A4.left / 10, A4.right / 10)
    for left, bottom, right, top in corners:
        assert (left, right) == pytest.approx(paper, abs=1)
        assert 5 < top - bottom < 20
    assert len({round(bottom) for _, bottom, _, _ in corners}) > 20


def test_no_link_is_torn_where_the_file_is_read_in_parts(write, opened, line, monkeypatch, priya):
    monkeypatch.setattr(finish, "_BLOCK", 700)
    chats = [opened(line(Side.VISITOR, f"chat {n}"), name=f"Bob {n}") for n in range(40)]
    assert write([priya, *chats]).read_bytes().count(b"/Fit]>>") == 41


def test_a_long_chat_is_laid_out_twice_to_the_same_pages(write, opened, line):
    lines = [line(Side.AGENT if n % 3 else Side.VISITOR, "word " * 12, "x", n) for n in range(900)]
    content = write([opened(*lines)]).read_bytes()
    assert len(re.findall(rb"/Type /Page\n", content)) > 30


def test_a_stop_leaves_the_painter_in_peace(qapp, tmp_path, priya):
    def stop():
        raise InterruptedError

    about = About(1, now_ms=NOON)
    with (
        pytest.raises(InterruptedError),
        PdfFile(tmp_path / "a.pdf", PdfOptions(), WallClock(UTC), about) as pdf,
    ):
        pdf.add(priya, stop)


def test_a_folder_that_is_gone_is_an_error(qapp, tmp_path):
    with pytest.raises(OSError, match="No such file"):
        PdfFile(tmp_path / "gone" / "a.pdf", PdfOptions(), WallClock(UTC), About(1))


@poppler
@pytest.mark.desktop
@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_can_be_found_and_copied(write, opened, line, script):
    text = SCRIPTS[script]
    path = write([opened(line(Side.VISITOR, text, "Bob"), name=text)])
    plain = re.sub(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", said(path))
    assert text in plain


@poppler
@pytest.mark.desktop
def test_rare_letters_are_there_and_change_none_beside_them(write, opened, line):
    """Qt has no name for what is behind the first 65,536 letters, as in some Japanese names."""
    path = write([opened(line(Side.VISITOR, "𠮷田 and 𡈽屋 𝒜𝓁", "Bob"), name="𠮷田")])
    assert set("𠮷田𡈽屋𝒜𝓁") <= set(said(path))


@poppler
@pytest.mark.desktop
def test_the_words_are_there_and_the_hidden_ones_are_not(write, priya, opened):
    start = opened(kind=Kind.START)
    text = said(write([priya, start, priya], left_out=1))
    assert "3 conversations" not in text
    for words in (
        "2 conversations", "Search: wheel", "1 chat that only began is left out",
        "Priya Raman · Page 1 of 1", "Call back on Friday", "5 of 5", "+44 7700 900123",
    ):  # fmt: skip
        assert words in text
    hidden = Hidden(technical=True, contact=True, notes=True)
    text = said(write([priya], hidden=hidden))
    for words in ("900123", "priya@", "203.0.113.7", "Chrome", "Friday", "shoeSize"):
        assert words not in text


@poppler
@pytest.mark.desktop
def test_whose_page_it_is_never_hides_which_of_them(write, opened, line):
    for name in ("Bob " * 70, "فاطمة الزهراء", "𠮷田"):
        chats = [opened(line(Side.VISITOR, "Hello"), name=name) for _ in range(2)]
        assert said(write(chats)).count("Page 1 of 1") == 2


@poppler
@pytest.mark.desktop
def test_a_name_and_tags_too_long_for_their_line_stand_below_in_full(write, opened, line):
    name, tags = "Longest " * 25, tuple(f"tag{number}" for number in range(40))
    words = said(write([opened(line(Side.VISITOR, "Hello"), name=name.strip(), tags=tags)]))
    assert words.count("Longest") >= 25
    assert all(re.search(rf"\b{tag}\b", words) for tag in tags)


@poppler
@pytest.mark.desktop
def test_fonts_are_embedded_and_the_title_is_set(write, priya):
    path = write([priya])
    fonts = run("pdffonts", path)
    assert all(line.split()[-5] == "yes" for line in fonts.splitlines()[2:])
    info = run("pdfinfo", path)
    assert re.search(r"Title: +Priya Raman", info)
    assert re.search(r"CreationDate: +\w", info)


@qpdf
@pytest.mark.desktop
def test_the_file_is_sound(write, priya, opened, line):
    chats = [opened(line(Side.VISITOR, "नमस्ते 田中 ليلى 😀"), name="田中") for _ in range(60)]
    assert "No syntax or stream encoding errors" in run("qpdf", "--check", write([priya, *chats]))
