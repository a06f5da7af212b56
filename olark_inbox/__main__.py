"""`python -m olark_inbox` is the same program as `olark-inbox`."""

import sys

from olark_inbox.cli import main

if __name__ == "__main__":
    sys.exit(main())
