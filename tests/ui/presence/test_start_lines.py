"""Starting with the computer, chosen and taken back."""

from olark_inbox.base.autostart import DesktopEntry, own_command
from olark_inbox.ui.presence.start_lines import StartLines


def test_a_tick_writes_and_removes_it_at_once(qtbot, tmp_path):
    place = DesktopEntry({"XDG_CONFIG_HOME": str(tmp_path)})
    lines = StartLines(tmp_path, tray=True, place=place)
    qtbot.addWidget(lines)
    assert not lines.tick.isChecked()
    lines.tick.click()
    assert place.command() == own_command(tmp_path)
    again = StartLines(tmp_path, tray=True, place=place)
    qtbot.addWidget(again)
    assert again.tick.isChecked()
    again.tick.click()
    assert place.command() is None


def test_a_system_that_refuses_is_said(qtbot, tmp_path, expect_log):
    expect_log("starting with the computer could not be set")
    (tmp_path / "autostart").write_text("in the way", "utf-8")
    lines = StartLines(tmp_path, tray=True, place=DesktopEntry({"XDG_CONFIG_HOME": str(tmp_path)}))
    qtbot.addWidget(lines)
    lines.tick.click()
    assert lines.trouble.text()


def test_windows_hides_new_icons_so_the_way_to_keep_it_is_shown(qtbot, tmp_path):
    place = DesktopEntry({"XDG_CONFIG_HOME": str(tmp_path)})
    for tray, platform, shown in ((True, "win32", True), (True, "linux", False)):
        lines = StartLines(tmp_path, tray=tray, place=place, platform=platform)
        qtbot.addWidget(lines)
        assert hasattr(lines, "taskbar") is shown
