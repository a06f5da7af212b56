"""Nothing moves by itself: whoever needs less motion has it, and so has everybody else."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from olark_inbox.ui.kit import theme

SOURCES = Path(theme.__file__).parent
MOVING = ("QPropertyAnimation", "QVariantAnimation", "QTimeLine", "QMovie", "QGraphicsEffect")


def test_no_part_of_the_window_moves_by_itself():
    for path in SOURCES.rglob("*.py"):
        source = path.read_text("utf-8")
        assert not [name for name in MOVING if name in source], path.name


def test_what_qt_would_move_stands_still(qapp):
    effects = [Qt.UIEffect.UI_FadeMenu, Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_FadeTooltip]
    for effect in effects:
        qapp.setEffectEnabled(effect, enable=True)
    theme._state.watched.clear()  # as at the start of the program
    theme.apply(qapp, "light")
    assert not any(QApplication.isEffectEnabled(effect) for effect in effects)
