"""`python -m tests.reliability [N]`: the whole set in full (or N rounds), saying what survived."""

import os
import sys
from pathlib import Path

import pytest

from tests.reliability.rounds import FULL, NAME

if __name__ == "__main__":
    os.environ[NAME] = sys.argv[1] if len(sys.argv) > 1 else FULL
    sys.exit(pytest.main(["-v", "-s", str(Path(__file__).parent)]))
