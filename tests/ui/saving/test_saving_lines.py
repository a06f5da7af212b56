import pytest
from PySide6.QtGui import QImage

from olark_inbox.base.folders import open_folders
from olark_inbox.inbox import Inbox
from olark_inbox.settings import Settings
from olark_inbox.ui.saving.export_copies import Copies
from olark_inbox.ui.saving.saving_lines import SavingLines
from tests.store.makers import Ticking, folders_in


@pytest.fixture
def lines(qtbot, tmp_path):
    inbox = Inbox.open(folders_in(tmp_path / "store"), Ticking())
    settings = Settings(open_folders(tmp_path / "data"))
    copies = Copies(inbox, settings)
    made = SavingLines(settings, copies)
    made.settings = settings
    qtbot.addWidget(made)
    yield made
    copies.close()
    inbox.close()


def test_a_logo_is_kept_shown_by_its_name_and_can_be_removed(lines, tmp_path):
    logo = tmp_path / "logo.png"
    QImage(30, 10, QImage.Format.Format_RGB32).save(str(logo))
    lines.take_logo(str(logo))
    assert lines.settings.shop_logo == str(logo)
    assert lines.logo.text() == "Logo: logo.png"
    lines.remove.click()
    assert lines.settings.shop_logo == ""
    assert lines.logo.text() == "No logo chosen"


def test_a_file_that_is_no_picture_is_said(lines, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"no picture")
    lines.take_logo(str(tmp_path / "logo.png"))
    assert lines.logo.text() == "“logo.png” is no picture that can be read. Choose another."


def test_a_logo_that_is_gone_is_said(lines, tmp_path):
    lines.take_logo(str(tmp_path / "gone.png"))
    assert "no longer where it was" in lines.logo.text()
