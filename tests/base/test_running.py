"""A run that fell is noticed at the next start, and only such a one."""

import faulthandler
import subprocess
import sys

from olark_inbox.base.folders import open_folders
from olark_inbox.base.running import RunMark

FALL = (
    "import sys, ctypes\n"
    "from pathlib import Path\n"
    "from olark_inbox.base.folders import open_folders\n"
    "from olark_inbox.base.running import RunMark\n"
    "RunMark(open_folders(Path(sys.argv[1]))).begin()\n"
    "ctypes.string_at(0)\n"
)


def test_a_program_that_was_ended_leaves_no_report(tmp_path):
    folders = open_folders(tmp_path / "data")
    for _ in range(2):
        mark = RunMark(folders)
        assert mark.begin() == ""
        mark.end()
        mark.end()
    assert not folders.running.exists()
    assert not folders.crash.exists()


def test_a_real_crash_is_reported_with_where_it_was(tmp_path):
    folders = open_folders(tmp_path / "data")
    folders.log.write_text("2026-01-01 INFO olark_inbox: listening on port 8765\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", FALL, str(folders.root)], capture_output=True, check=False
    )
    assert done.returncode != 0
    report = RunMark(folders).begin()
    assert "ended unexpectedly" in report
    assert "string_at" in report
    assert "listening on port 8765" in report
    assert RunMark(folders).begin() != ""
    RunMark(folders).end()


def test_a_torn_mark_is_a_report_too(tmp_path):
    folders = open_folders(tmp_path / "data")
    folders.running.write_bytes(b'{"started')
    report = RunMark(folders).begin()
    assert "Started: ?" in report
    assert "No more is known" in report
    RunMark(folders).end()


def test_whoever_listens_for_faults_already_goes_on_doing_so(tmp_path):
    was = faulthandler.is_enabled()
    mark = RunMark(open_folders(tmp_path / "data"))
    mark.begin()
    mark.end()
    assert faulthandler.is_enabled() is was
