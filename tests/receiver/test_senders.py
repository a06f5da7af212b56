"""Where the owner named networks, only they deliver; the others' posts wait for his word."""

import pytest

from olark_inbox.receiver.senders import Senders
from olark_inbox.store.rows import Outcome

OLARK = ["203.0.113.0/24", "2001:db8::/32"]


@pytest.mark.parametrize(
    ("peer", "forwarded", "stranger"),
    [
        ("127.0.0.1", ["203.0.113.9"], ""),
        ("127.0.0.1", ["198.51.100.7"], "198.51.100.7"),
        ("127.0.0.1", ["203.0.113.9, 198.51.100.7"], "198.51.100.7"),
        ("127.0.0.1", ["198.51.100.7, 203.0.113.9"], ""),
        ("127.0.0.1", ["198.51.100.7", "203.0.113.9"], ""),
        ("127.0.0.1", ["203.0.113.9:4711"], ""),
        ("127.0.0.1", ["[2001:db8::1]:4711"], ""),
        ("127.0.0.1", ["::ffff:203.0.113.9"], ""),
        ("127.0.0.1", ["2001:db9::1"], "2001:db9::1"),
        ("127.0.0.1", ["unknown"], "?"),
        ("127.0.0.1", ["127.0.0.1"], ""),
        ("127.0.0.1", [], ""),
        ("::1", [], ""),
        ("198.51.100.7", ["203.0.113.9"], "198.51.100.7"),
        ("203.0.113.9", ["198.51.100.7"], ""),
    ],
)
def test_the_last_entry_counts_and_only_where_the_tunnel_says_it(peer, forwarded, stranger):
    assert Senders(lambda: OLARK).stranger(peer, forwarded) == stranger


def test_an_empty_list_takes_everybody_and_a_new_one_holds_at_once():
    chosen = []
    senders = Senders(lambda: chosen)
    assert senders.stranger("127.0.0.1", ["198.51.100.7"]) == ""
    chosen.append("203.0.113.0/24")
    assert senders.stranger("127.0.0.1", ["198.51.100.7"]) == "198.51.100.7"


def test_a_stranger_is_told_403_and_his_post_is_kept_until_he_is_allowed(shop, make):
    shop.settings.networks = OLARK
    body = make.form(make.chat("S1"))
    strange = ("X-Forwarded-For", "198.51.100.7")
    for _ in range(3):
        assert shop.post(body, make.form_type, strange).status == 403
    known = ("X-Forwarded-For", "203.0.113.9")
    assert shop.post(make.form(make.chat("S2")), make.form_type, known).status == 200
    assert shop.post(make.form(make.chat("S3"))).status == 200
    assert not shop.has("S1")
    (refused,) = (
        one for one in shop.inbox.deliveries().result(120) if one.outcome is Outcome.REFUSED
    )
    assert refused.reason == "198.51.100.7"
    assert shop.inbox.raw(refused.id).result(120) == body
    shop.settings.networks = [*OLARK, "198.51.100.7/32"]
    assert shop.inbox.refused.allow("198.51.100.7").result(120) == 1
    assert shop.has("S1")
    assert shop.post(body, make.form_type, strange).status == 200
    assert shop.inbox.check().result(120).sound


def test_a_wrong_secret_is_not_even_asked_where_it_comes_from(shop, make):
    shop.settings.networks = OLARK
    with shop.sender() as sender:
        strange = (make.form_type, ("X-Forwarded-For", "198.51.100.7"))
        assert sender.post("/olark/wrong", b"data=x", *strange).status == 404
    assert shop.inbox.deliveries().result(120) == ()
