import pytest
from PySide6.QtCore import QLocale

from olark_inbox.export import country
from olark_inbox.ui.kit import times, words


@pytest.fixture(autouse=True)
def _as_before():
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("system", "figure"), [("C", "10,004"), ("en_GB", "10,004"), ("de_DE", "10.004")]
)
def test_a_figure_is_written_the_same_alone_and_in_a_sentence(qapp, system, figure):
    country.begin(QLocale(system))
    assert words.number(10_004) == figure
    assert words.translate("x", "%Ln chats", "", 10_004) == f"{figure} chats"
    assert times.duration(10_004 * times.DAY_MS) == f"{figure} days"
