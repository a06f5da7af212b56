import socket

import pytest

from olark_inbox.receiver.port import PortTaken, bind


def test_any_free_port_is_taken_on_this_computer_alone():
    with bind(0) as listener:
        host, port = listener.getsockname()
        assert (host, port > 0) == ("127.0.0.1", True)
        with socket.create_connection((host, port), timeout=5):
            pass


def test_a_port_in_use_is_said_in_a_sentence():
    with bind(0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"^Port {port} is used by another program"):
            bind(port)


def test_a_port_is_free_again_at_once():
    with bind(0) as listener:
        port = listener.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port), timeout=5):
            accepted, _ = socket.socket.accept(listener)
            accepted.close()
    with bind(port) as again:
        assert again.getsockname()[1] == port
