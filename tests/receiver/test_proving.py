import pytest

from olark_inbox.receiver.proving import asked

NONCE = "abcDEF0123456789_-xyz"


def get(shop, path, method="GET"):
    with shop.sender() as sender:
        sender.send(f"{method} {path} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        return sender.reply(method=method)


def test_the_door_answers_a_nonce_with_what_only_its_store_knows(shop):
    reply = get(shop, f"{shop.path}?proof={NONCE}")
    assert reply.status == 200
    assert reply.body.decode() == shop.inbox.reach.proof_of(NONCE).result(120)
    assert reply.header("Cache-Control") == "no-store"


def test_a_proof_is_no_delivery_and_changes_nothing(shop):
    number = shop.inbox.number()
    get(shop, f"{shop.path}?proof={NONCE}")
    assert shop.inbox.deliveries().result(120) == ()
    assert shop.inbox.number() == number


def test_without_the_secret_nobody_gets_a_proof(shop):
    assert get(shop, f"/olark/{'x' * 32}?proof={NONCE}").status == 404


@pytest.mark.parametrize(
    "path",
    ["/olark/s", f"/olark/s?proof={'a' * 15}", f"/olark/s?proof={'a' * 65}",
     f"/olark/s?proof={NONCE}&more=1", "/olark/s?proof=aaaaaaaaaaaaaaaaaaaa%0a"],
)  # fmt: skip
def test_what_is_no_nonce_gets_the_usual_page(path):
    assert asked("GET", path) == ""


def test_only_a_get_asks_for_a_proof():
    assert asked("POST", f"/olark/s?proof={NONCE}") == ""
    assert asked("GET", f"/olark/s?proof={NONCE}") == NONCE
