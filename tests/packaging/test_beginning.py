"""How a built program begins."""

import os
import ssl
import sys

from olark_inbox import cli, windowed
from resources.packaging import start


def test_it_trusts_whom_this_system_trusts_unless_told_otherwise(monkeypatch, tmp_path):
    there = tmp_path / "here.pem"
    there.write_text("")
    monkeypatch.setenv("SSL_CERT_FILE", "")
    monkeypatch.delenv("SSL_CERT_FILE")
    start.trust(("/nowhere.pem",))
    assert "SSL_CERT_FILE" not in os.environ
    start.trust(("/nowhere.pem", str(there), "/etc"))
    assert os.environ["SSL_CERT_FILE"] == str(there)
    assert ssl.get_default_verify_paths().cafile == str(there)
    start.trust(("/etc/hosts",))
    assert os.environ["SSL_CERT_FILE"] == str(there)


def test_its_second_name_is_for_starts_without_a_terminal(monkeypatch):
    monkeypatch.setattr(start, "trust", lambda: None)
    monkeypatch.setattr(cli, "main", lambda: 1)
    monkeypatch.setattr(windowed, "main", lambda: 2)
    for name, code in (("olark-inbox", 1), ("olark-inbox-window.exe", 2)):
        monkeypatch.setattr(sys, "argv", [f"/somewhere/{name}"])
        assert start.main() == code
