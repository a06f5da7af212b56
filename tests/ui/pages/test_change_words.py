import pytest

from olark_inbox.olark.merge import Difference
from olark_inbox.olark.model import Kind
from olark_inbox.ui.pages.change_words import said
from tests.catalogue import Foreign


@pytest.fixture
def foreign(qapp):
    language = Foreign()
    qapp.installTranslator(language)
    yield
    qapp.removeTranslator(language)


@pytest.mark.parametrize("kind", [Kind.START, Kind.TRANSCRIPT, Kind.OFFLINE])
@pytest.mark.parametrize("lines", [0, 1, 2])
@pytest.mark.parametrize("created", [True, False])
def test_every_change_is_said_in_the_owners_language(foreign, kind, lines, created):
    change = Difference(
        new_lines=lines,
        rating_new=5,
        kind_changed=not created,
        anything=True,
        created=created,
        kind=kind,
        more=("tags changed", "agents changed", "visitor's details changed"),
    )
    assert not any(letter.isascii() and letter.isalpha() for letter in said(change.words()))


@pytest.mark.parametrize("kept", ["nothing new", "details changed", "came 3 times", "chat; chat"])
def test_so_is_what_is_no_change(foreign, kept):
    assert not any(letter.isascii() and letter.isalpha() for letter in said(kept))


def test_in_english_the_words_are_those_that_were_kept(qapp):
    for kept in ("chat, 1 line, rating 5", "2 new lines", "came 2 times", "It could not be read."):
        assert said(kept) == kept


def test_unknown_words_stay_as_they_are(qapp):
    assert said("10.0.0.7, port 4") == "10.0.0.7, port 4"
