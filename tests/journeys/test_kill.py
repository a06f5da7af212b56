"""Nothing acknowledged is ever lost: the program is killed while chats arrive, again and again."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

ROUNDS = 4
SENDERS = 6
ENOUGH = 25


def chat(chat_id):
    line = {"kind": "MessageToOperator", "body": f"I am {chat_id}", "timestamp": "1307116657"}
    return {"kind": "Conversation", "id": chat_id, "items": [line] * 5}


class Posting:
    """Posts from several sides until nobody answers any more."""

    def __init__(self, program, address, prefix):
        self._program = program
        self._address = address
        self._prefix = prefix
        self.acknowledged = []
        self.enough = threading.Event()

    def send(self, sender):
        for n in range(100_000):
            chat_id = f"{self._prefix}-{sender}-{n}"
            if self._program.post(self._address, chat(chat_id)) != 200:
                return
            self.acknowledged.append(chat_id)
            if len(self.acknowledged) >= ENOUGH:
                self.enough.set()


def test_every_acknowledged_chat_is_there_after_kill_nine(program):
    acknowledged = set()
    for number in range(ROUNDS):
        receiving = program.start("receive", "--port", "0")
        receiving.listening_port()
        posting = Posting(program, program.address(), f"round{number}")
        with ThreadPoolExecutor(SENDERS) as pool:
            senders = [pool.submit(posting.send, sender) for sender in range(SENDERS)]
            assert posting.enough.wait(120)
            receiving.process.kill()
            for sender in senders:
                sender.result(120)
        acknowledged |= set(posting.acknowledged)

        there = {found["id"] for found in program.conversations()}
        assert acknowledged <= there, f"lost: {acknowledged - there}"
        assert json.loads(program.says("check", "--json"))["sound"]
    assert len(acknowledged) >= ROUNDS * ENOUGH
