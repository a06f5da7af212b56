"""Exceptions and states as sentences, and the words that are never said."""

import ast
import re
from pathlib import Path

import pytest

from olark_inbox.base.folders import FolderUnusable
from olark_inbox.base.said import said, to_parts
from olark_inbox.store.errors import Busy, StoreTooNew, StoreUnavailable
from olark_inbox.store.rows import Delivery, Outcome, View
from olark_inbox.ui.kit import words
from olark_inbox.ui.kit.words import Tone
from tests.catalogue import Foreign, sentences

UI = Path(words.__file__).parent
FORBIDDEN = re.compile(
    r"\b(webhook|payload|endpoint|tunnel|http code|server|sync|json|receiver|proven|operator|"
    r"deliver(y|ies)|oops)\b",
    re.IGNORECASE,
)
QUOTED = ("Webhooks",)
"""Olark's own page is called so."""


def _shown_texts():
    """Every text of the window that is handed to translate() or tr()."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name not in ("tr", "translate"):
                continue
            texts = [a.value for a in node.args if isinstance(a, ast.Constant)]
            yield from ((path.name, text) for text in texts[name == "translate" :])


def test_no_text_of_the_window_says_a_word_its_owner_need_not_know():
    guilty = [
        (file, text)
        for file, text in _shown_texts()
        if isinstance(text, str) and FORBIDDEN.search(_without_quotes(text))
    ]
    assert not guilty


def _without_quotes(text):
    for quoted in QUOTED:
        text = text.replace(quoted, "")
    return text


def test_no_text_of_the_window_shouts():
    assert not [text for _, text in _shown_texts() if isinstance(text, str) and "!" in text]


@pytest.mark.parametrize(
    ("error", "words_of_it"),
    [
        (StoreTooNew(said("Made by a newer version.")), "Made by a newer version."),
        (StoreUnavailable(said("The disk is full.")), "The disk is full."),
        (FolderUnusable(said("The folder is not one.")), "The folder is not one."),
        (PermissionError(13, "Permission denied"), "This computer does not allow it."),
        (OSError(28, "No space left on device"), "No space left on device"),
        (Busy(), "slow"),
        (KeyError("a customer's words"), "The log says where."),
    ],
)
def test_each_exception_is_one_plain_sentence(error, words_of_it):
    sentence = words.sentence(error)
    assert words_of_it in sentence
    assert sentence.endswith(".")
    assert "customer" not in sentence


def test_listening_on_this_computer_is_never_called_ready_nor_green():
    state = words.receiving({"status": "listening", "port": 1}, here=True)
    assert state.pill == "Listening on this computer"
    assert state.tone is Tone.QUIET


@pytest.mark.parametrize(
    ("state", "pill", "tone"),
    [
        (None, "Starting", Tone.QUIET),
        ({"status": "port_taken", "port": 8765}, "Not receiving", Tone.ALERT),
        ({"status": "failed", "sentence": "It fell."}, "Not receiving", Tone.ALERT),
        ({"status": "stopped"}, "Not receiving", Tone.ALERT),
    ],
)
def test_each_state_of_receiving_has_its_words(state, pill, tone):
    said = words.receiving(state, here=True)
    assert (said.pill, said.tone) == (pill, tone)


def test_another_process_receives_in_the_background():
    said = words.receiving({"status": "listening"}, here=False)
    assert said.pill == "Receiving in the background"


def test_a_name_of_the_other_direction_turns_nothing_around_it():
    hebrew = "שירה"
    assert words.marked("done", hebrew, 1).endswith(f"\u2068{hebrew}\u2069")
    assert words.names((hebrew, "Bob")) == f"\u2068{hebrew}\u2069, Bob"


@pytest.mark.parametrize("view", list(View))
def test_every_place_and_every_empty_place_has_words(view):
    assert words.place(view, "wheels")
    assert words.nothing_here(view)[0]


@pytest.mark.parametrize("what", ["done", "starred", "unread"])
def test_each_mark_is_offered_and_said_both_ways(what):
    assert words.offer(what, on=True) != words.offer(what, on=False)
    assert words.marked(what, "Priya", 1).endswith("Priya")
    assert words.marked(f"not {what}", "", 3).endswith("3 conversations")


def make_delivery(**only):
    base = Delivery(
        1, 0, Outcome.STORED, "transcript", "", (1,), ("A",), 10, repaired=False, sample=False
    )
    return base._replace(**only)


def test_each_delivery_is_named_by_what_it_was():
    assert words.delivery(make_delivery()) == "Chat"
    assert words.delivery(make_delivery(kind="offline")) == "Offline message"
    assert words.delivery(make_delivery(outcome=Outcome.TEST)) == "Test from Olark"
    assert words.delivery(make_delivery(outcome=Outcome.UNREADABLE)) == "Could not be read"
    settled = make_delivery(outcome=Outcome.UNREADABLE, settled=True)
    assert words.delivery(settled) == "Could not be read, settled"


def test_many_names_are_cut_and_counted():
    assert words.names(["A", "", "B"]) == "A, B"
    assert words.names("ABCDE") == "A, B, C and 2 more"


def test_what_the_floors_below_say_is_said_in_the_owners_language(qapp):
    error = StoreUnavailable(said("The disk refused: {0}.", said("an error")))
    assert words.sentence(error) == "The disk refused: an error."
    language = Foreign()
    qapp.installTranslator(language)
    try:
        assert not re.search("[a-z]{3}", words.sentence(error))
        state = {"said": to_parts(said("The disk is full.")), "sentence": "The disk is full."}
        assert not re.search("[a-z]{3}", words.told_in(state))
    finally:
        qapp.removeTranslator(language)
    assert words.told_in({"sentence": "From an older program."}) == "From an older program."


def test_every_sentence_below_the_window_is_in_the_catalogue():
    below = {source for context, source in sentences() if context == "Below"}
    assert {"The disk is full.", "“{0}” is a folder. Choose another name."} <= below
    assert len(below) > 30
