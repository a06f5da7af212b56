import pytest

from olark_inbox.export.pdf.ink import color, font
from olark_inbox.export.pdf.lines import Lines, Type, elided, links_in, short, single, units


def lines(text, width=1000.0):
    return Lines(text, font(10), width, 145)


def test_a_text_is_broken_where_it_is_too_wide(qapp):
    assert lines("word " * 3, 5000).count == 1
    broken = lines("word " * 100)
    assert broken.count > 10
    assert broken.width <= 1000
    assert broken.height >= broken.count * 145


def test_a_word_without_end_is_broken_too(qapp):
    assert lines("x" * 500).width <= 1000


def test_line_ends_are_kept(qapp):
    assert lines("a\nb\n\nc").count == 4


def test_only_whole_lines_fit(qapp):
    four = lines("a\nb\nc\nd")
    assert four.fitting(four.top(2)) == 2
    assert four.fitting(four.top(2) - 1) == 1
    assert four.top(4) == four.height


def test_right_to_left_text_hugs_its_bubble(qapp, drawn, inked):
    text = lines("שלום", 3000)
    box = inked(drawn(lambda painter: text.draw(painter, 1000, 1000, color("t1"))))
    assert 99 <= box[0] <= 103
    assert abs(box[2] - (1000 + text.width) / 10) <= 3


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("see https://a.example/x?y=1.", ["https://a.example/x?y=1"]),
        ("mail bob@spoke.com now", ["mailto:bob@spoke.com"]),
        ("www.spoke.com", ["http://www.spoke.com"]),
        ("javascript:alert(1) ftp://x.example/", []),
        ("plain words. And more", []),
    ],
)
def test_only_links_to_web_and_mail_are_live(text, targets):
    assert [target for _, _, target in links_in(text)] == targets


def test_a_link_behind_emoji_is_where_qt_counts_it():
    [(start, length, _)] = links_in("😀 https://a.example")
    assert (start, length) == (3, 17)
    assert units("😀a") == 3


def test_a_name_too_long_is_shortened(qapp):
    assert elided("Bob", font(10), 1000) == "Bob"
    assert elided("Bob " * 10_000, font(10), 1000).endswith("…")
    assert "\n" not in elided("a\nb", font(10), 1000)


def test_nothing_in_a_name_turns_the_direction_around_it(qapp):
    assert single("\u202eBob \u2067Doe\u2069\n\tان") == "Bob Doe ان"
    assert single("Ana  Maria", 6) == "Ana M"
    plain_name, turned = (short(name, Type(10)) for name in ("Bob Doe", "\u202eBob Doe"))
    assert plain_name.width == turned.width
