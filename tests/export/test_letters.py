from PySide6.QtGui import QFontMetrics

from olark_inbox.export.letters import letters


def test_the_fonts_beside_the_program_are_used_in_each_weight(qapp):
    widths = [QFontMetrics(letters(40, w)).horizontalAdvance("wheel") for w in (400, 500, 600)]
    assert letters(13, 400).families()[0] == "Inter"
    assert widths == sorted(set(widths))


def test_an_x_between_figures_stays_an_x(qapp):
    metrics = QFontMetrics(letters(40, 400))
    assert metrics.horizontalAdvance("2x9") == sum(map(metrics.horizontalAdvance, "2x9"))


def test_every_caller_may_change_the_font_he_got(qapp):
    letters(13, 400).setItalic(True)
    assert not letters(13, 400).italic()
