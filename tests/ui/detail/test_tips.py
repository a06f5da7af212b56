"""Tooltips show received words as they are."""

from PySide6.QtGui import QTextDocumentFragment

from olark_inbox.ui.detail.tips import as_tip


def shown(text):
    return QTextDocumentFragment.fromHtml(as_tip(text)).toPlainText()


def test_markup_stays_words():
    assert shown("<b>x</b> &amp; <img src=y>") == "<b>x</b> &amp; <img src=y>"


def test_lines_stay_lines_and_nothing_is_no_tip():
    assert shown("a\nb") == "a\nb"
    assert as_tip("") == ""


def test_a_tip_has_an_end():
    assert len(shown("x" * 100_000)) <= 300
