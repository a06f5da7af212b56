import pytest

from olark_inbox.olark.signs import may_hold, surely_a_chat
from olark_inbox.olark.text import Number


@pytest.mark.parametrize("value", [{}, [], ' {"a"', "data=x", "DATA[0]=x", "%7B%22", '"{', "'{"])
def test_a_chat_may_be_inside(value):
    assert may_hold(value)


@pytest.mark.parametrize("value", [None, True, Number("5"), "", "start", "2024-01-01", "a {b}"])
def test_no_chat_is_inside(value):
    assert not may_hold(value)


@pytest.mark.parametrize(
    ("value", "sure"),
    [
        ({"kind": " conversation "}, True),
        ({"items": [{"kind": "OfflineMessage"}]}, True),
        ({"items": {"kind": "MessageToVisitor"}}, True),
        ({"kind": "calendar#event", "id": "1"}, False),
        ({"items": [{"kind": 5}, "x", None]}, False),
        ({"kind": None, "items": None}, False),
    ],
)
def test_a_chat_is_known_wherever_it_stands(value, sure):
    assert surely_a_chat(value) is sure
