"""Where the built program begins: under its second name it needs no terminal."""

import os
import sys
from pathlib import Path

# Where systems keep whom they trust. The built program's own OpenSSL looks only where the builder's
# system has it. Debian, Fedora, openSUSE, macOS; Windows is asked by other means.
TRUSTED = (
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
)


def trust(files: tuple[str, ...] = TRUSTED) -> None:
    """Let secure connections trust whom this system trusts, unless its owner said otherwise."""
    found = next((file for file in files if Path(file).is_file()), None)
    if found is not None:
        os.environ.setdefault("SSL_CERT_FILE", found)


def main() -> int:
    """Run the program under the name it was started by; returns its exit code."""
    from olark_inbox import cli, windowed

    trust()
    terminal_free = Path(sys.argv[0]).stem.endswith("-window")
    return windowed.main() if terminal_free else cli.main()


if __name__ == "__main__":
    sys.exit(main())
