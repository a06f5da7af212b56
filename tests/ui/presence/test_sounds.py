"""The sounds: files of our own, and who plays them."""

import subprocess
import sys
import wave

import pytest

from olark_inbox.alerts.rules import Alert, AlertKind
from olark_inbox.ui.presence import sounds


def _alert(kind):
    return Alert((), ((kind, 1),), sound=True)


@pytest.mark.parametrize("kind", list(AlertKind))
def test_every_sound_is_a_short_small_wave_file(kind):
    path = sounds.sound_of(_alert(kind))
    assert path.stat().st_size < 60_000
    with wave.open(str(path)) as file:
        assert 0.2 < file.getnframes() / file.getframerate() < 1.0
        assert any(file.readframes(4_000))


def test_a_trouble_sounds_different_from_a_chat():
    paths = {sounds.sound_of(_alert(k)) for k in (AlertKind.STORE, AlertKind.OFFLINE)}
    assert len(paths) == 2


def test_the_files_are_what_the_script_makes(tmp_path):
    line = [sys.executable, "-m", "tests.manual.make_sounds", str(tmp_path)]
    subprocess.run(line, check=True)
    for made in tmp_path.iterdir():
        assert made.read_bytes() == sounds.resource("sounds", made.name).read_bytes()


def test_the_smallest_player_there_is_plays_it(monkeypatch, tmp_path):
    path = tmp_path / "a.wav"
    there = {"aplay": "/usr/bin/aplay", "paplay": "/usr/bin/paplay", "afplay": "/usr/bin/afplay"}
    monkeypatch.setattr(sounds.shutil, "which", there.get)
    assert sounds.command(path, "linux") == ["/usr/bin/paplay", str(path)]
    assert sounds.command(path, "darwin") == ["/usr/bin/afplay", str(path)]
    del there["paplay"]
    assert sounds.command(path, "linux") == ["/usr/bin/aplay", "-q", str(path)]
    there.clear()
    assert sounds.command(path, "linux") == []
