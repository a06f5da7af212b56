"""Clean text for the clipboard."""

from hypothesis import given

from olark_inbox.ui.detail.plain import conversation_text, whole
from tests.ui.detail.makers import answered, asked, chat, conversations, plan, sample, visitor


def test_names_and_times_stand_over_the_words():
    text = whole(plan(chat(asked("One"), asked("Two", 0.1), answered("Three", 1))))
    lines = text.splitlines()
    assert lines[0] == "Thursday 20 November"
    assert lines[2].startswith("Priya ")
    assert lines[3:5] == ["One", "Two"]
    assert lines[-1] == "Three"


def test_a_whole_conversation_says_who_it_was_with():
    conversation = chat(asked("One"), visitor=visitor(phone="07700 900123"))
    head = conversation_text(conversation, plan(conversation)).splitlines()[0]
    assert head == "Priya Raman, priya@example.com, 07700 900123"


@given(conversations)
def test_the_whole_text_contains_every_line_exactly(conversation):
    text = whole(plan(conversation))
    assert all(message.text in text for message in conversation.messages)


def test_the_samples_come_out_whole():
    for name in ("52_unicode.json", "56_html_and_script.json", "60b_5000_messages.body"):
        conversation = sample(name)
        text = whole(plan(conversation))
        assert all(message.text in text for message in conversation.messages), name
