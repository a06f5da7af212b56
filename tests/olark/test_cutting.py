import json

import pytest

from olark_inbox.olark import cutting
from olark_inbox.olark.body import read_body

ONE = {"kind": "Conversation", "id": "a", "items": [{"kind": "OfflineMessage", "body": "x"}]}
OTHER = ONE | {"id": "b", "items": [{"kind": "OfflineMessage", "body": "y 1234567890123456789"}]}


@pytest.mark.parametrize("wrap", [
    json.dumps,
    lambda both: json.dumps({"data": json.dumps(both)}),
    lambda both: "data=" + json.dumps(both).replace("&", "%26").replace("+", "%2B"),
])  # fmt: skip
def test_the_others_stay_as_they_were(wrap):
    raw = wrap([ONE, OTHER]).encode()
    left = read_body(cutting.without(raw, "", "", "a"), "application/json")
    kept = [one for one in read_body(raw).conversations if one.key == "b"]
    assert list(left.conversations) == kept


def test_of_nothing_nothing_is_left():
    assert cutting.without(json.dumps(ONE).encode(), "", "", "a") == b"[]"
