import json

from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.olark.body import read_body
from olark_inbox.olark.model import Kind, Side
from olark_inbox.olark.pasted import TAG, is_pasted, pasted_chat, pasted_message

NOW = 1_763_649_067_000
MAIL = "name: Priya Raman\nemail: priya@example.com\nMessage: Do you mend wheels?"


def read(payload):
    (found,) = read_body(json.dumps(payload).encode()).conversations
    return found


def test_a_mailed_message_is_an_offline_message_with_its_sender():
    found = read(pasted_message(MAIL, NOW))
    assert found.kind is Kind.OFFLINE
    assert (found.visitor.full_name, found.visitor.email) == ("Priya Raman", "priya@example.com")
    assert "Do you mend wheels?" in found.messages[0].text


def test_it_is_marked_and_never_taken_for_olarks():
    found = read(pasted_message(MAIL, NOW))
    assert TAG in found.tags
    assert is_pasted(found.id)
    assert not is_pasted("EV695BI2930A6XMO32886MPT899443414")


def test_the_same_text_pasted_twice_is_the_same_conversation():
    again = MAIL.replace("\n", "\r\n") + "\n\n"
    assert pasted_message(MAIL, NOW)["id"] == pasted_message(again, NOW + 5)["id"]
    assert pasted_message(MAIL + "?", NOW)["id"] != pasted_message(MAIL, NOW)["id"]


def test_a_chat_is_cut_into_lines_and_the_first_to_speak_is_the_visitor():
    text = "(14:09) Priya: Hi, my wheel wobbles\nand squeaks\n14:10 Maya: Oh no\nPriya: Yes"
    found = read(pasted_chat(text, NOW))
    said = [(line.side, line.text) for line in found.messages]
    assert said == [
        (Side.VISITOR, "Hi, my wheel wobbles\nand squeaks"),
        (Side.AGENT, "Oh no"),
        (Side.VISITOR, "Yes"),
    ]
    assert found.visitor.full_name == "Priya"


def test_text_without_names_stays_in_one_piece():
    found = read(pasted_chat("just some words\nand more", NOW))
    assert [line.text for line in found.messages] == ["just some words\nand more"]


@given(st.text(max_size=300).filter(str.strip))
def test_any_text_can_be_pasted(text):
    for payload in (pasted_message(text, NOW), pasted_chat(text, NOW)):
        assert is_pasted(payload["id"])
        json.dumps(payload)
