"""Where the built program begins: under its second name it needs no terminal."""

import sys
from pathlib import Path

from olark_inbox import cli, windowed

if __name__ == "__main__":
    windowless = Path(sys.argv[0]).stem.endswith("-window")
    sys.exit(windowed.main() if windowless else cli.main())
