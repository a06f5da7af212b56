import asyncio
import socket

import pytest

from olark_inbox.receiver.port import PortTaken, bind, leave


def test_any_free_port_is_taken_on_this_computer_alone():
    with bind(0) as listener:
        host, port = listener.getsockname()
        assert (host, port > 0) == ("127.0.0.1", True)
        with socket.create_connection((host, port), timeout=120):
            pass


def test_a_port_in_use_is_said_in_a_sentence():
    with bind(0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(PortTaken, match=rf"^Port {port} is used by another program"):
            bind(port)


def test_a_port_is_free_again_at_once():
    with bind(0) as listener:
        port = listener.getsockname()[1]
        with socket.create_connection(("127.0.0.1", port), timeout=120):
            accepted, _ = socket.socket.accept(listener)
            accepted.close()
    with bind(port) as again:
        assert again.getsockname()[1] == port


@pytest.mark.parametrize("turns", range(1, 6))
def test_a_port_is_left_without_dropping_whom_it_just_accepted(turns):
    async def answered_and_complaints():
        complaints = []
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _, context: complaints.append(context["message"]))
        listener = bind(0)
        with socket.create_connection(listener.getsockname(), timeout=5) as caller:
            caller.settimeout(0)
            server = await loop.create_server(_Greeting, sock=listener)
            for _ in range(turns):
                await asyncio.sleep(0)
            await leave(server)
            words = await asyncio.wait_for(loop.sock_recv(caller, 9), 30)
        return words, complaints

    assert asyncio.run(answered_and_complaints()) == (b"welcome", [])


class _Greeting(asyncio.Protocol):
    def connection_made(self, transport):
        transport.write(b"welcome")
        transport.close()
