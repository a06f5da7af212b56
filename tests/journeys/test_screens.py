"""Two screens of different scale, and a window that was on a screen which is gone."""

import json
import os
import subprocess
import sys

import pytest


def screen(name, x, width, height, scale):
    """Return a screen of so many points, as Qt's platform without screens takes it."""
    pixels = {"x": x, "y": 0, "width": round(width * scale), "height": round(height * scale)}
    return {"name": name, **pixels, "logicalDpi": round(96 * scale), "logicalBaseDpi": 96}


LAPTOP = screen("laptop", 0, 1920, 1080, 1)
SHARP = screen("sharp", 1920, 1600, 1000, 2)
SMALL = screen("small", 0, 1092, 614, 1.25)


@pytest.fixture
def live(tmp_path):
    """Let the window live once on these screens; return where it stood at the end."""

    def once(*screens, move_to=""):
        config = tmp_path / "screens.json"
        config.write_text(json.dumps({"screens": screens}))
        line = [sys.executable, "-m", "tests.journeys.on_screens", str(tmp_path / "shop"), move_to]
        there = os.environ | {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
        done = subprocess.run(
            line, env=there, capture_output=True, text=True, timeout=300, check=True
        )
        return json.loads(done.stdout.splitlines()[-1])

    return once


def test_on_a_screen_of_another_scale_it_is_sharp_and_comes_back_there(live):
    stood = live(LAPTOP, SHARP, move_to="sharp")
    assert stood == {"screen": "sharp", "scale": 2, "seen": True, "cut": [], "sharp": True}
    assert live(LAPTOP, SHARP) == stood


def test_when_its_screen_is_gone_it_comes_to_one_that_is_there(live):
    live(LAPTOP, SHARP, move_to="sharp")
    stood = live(LAPTOP)
    assert stood == {"screen": "laptop", "scale": 1, "seen": True, "cut": [], "sharp": True}


def test_on_a_small_laptop_at_a_quarter_more_everything_has_its_room(live):
    live(LAPTOP)
    stood = live(SMALL)
    assert stood == {"screen": "small", "scale": 1.25, "seen": True, "cut": [], "sharp": True}
