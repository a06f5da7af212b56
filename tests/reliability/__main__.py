"""`python -m tests.reliability [N]`: the whole set in full (or N rounds), saying what survived."""

import os
import sys
from pathlib import Path

import pytest

from tests.reliability.rounds import FULL, NAME

if __name__ == "__main__":
    os.environ[NAME] = sys.argv[1] if len(sys.argv) > 1 else FULL
    here = Path(__file__).parent
    hostile = here.parent / "receiver" / "test_hostile.py"
    naughty = here.parent / "security"
    sys.exit(pytest.main(["-v", "-s", *map(str, (here, hostile, naughty))]))
