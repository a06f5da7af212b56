"""The pages of the Help: found by what people type, true to the program, in plain words."""

import re

import pytest

from olark_inbox.base.resources import resource
from olark_inbox.tunnel.standing import Standing, Status
from olark_inbox.ui.desk import notices
from olark_inbox.ui.frame.menus import Menus
from olark_inbox.ui.help import help_book
from olark_inbox.ui.help.help_book import Book, book
from olark_inbox.ui.help.help_pictures import FOLDER
from olark_inbox.ui.kit import words
from olark_inbox.ui.reach import reach_words, setup
from tests.catalogue import sentences
from tests.test_catalogue import FORBIDDEN
from tests.ui.reach_makers import NOW, down, proven

PAGES = book("en").pages
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
QUOTED = re.compile(r"(?<![*\w])\*([^*]+)\*(?!\*)")
NOT_OURS = {
    "Your Authtoken": "ngrok's page",
    "Other system tray icons": "Windows",
    "Send all transcripts automatically": "Olark's box",
    "Checked 3 min ago": "with a number in it",
    "ended": "stressed",
}
"""What stands in italics and is no sentence of the program."""
KNOWN_HERE = ("ngrok http 8765", "webhook", "webhooks", "404", "500")
LONGEST = 260


def every_page(function):
    return pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)(function)


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("nothing arrives", "nothing"), ("red", "red"), ("send test failed", "test"),
        ("tray", "tray"), ("new computer", "computer"), ("disk full", "disk"), ("gdpr", "erase"),
        ("update", "newer"), ("token", "ngrok"), ("shortcut", "keys"), ("excel", "saving"),
        ("webhook", "connect"),
        ("night", "sleep"), ("notifications", "alerts"), ("crash", "open"),
    ],
)  # fmt: skip
def test_what_people_call_it_finds_the_page_among_the_first(typed, page):
    assert page in [found.name for found in book("en").find(typed)[:3]]


def test_every_word_must_be_there_in_capitals_and_with_accents_or_not():
    assert book("en").find("ÓLARK NGROK tóken")
    assert book("en").find("ngrok rhinoceros") == []
    assert book("en").find("  ") == list(PAGES)


def test_a_language_without_pages_of_its_own_reads_english():
    assert book("pt_BR").pages == PAGES


def test_pages_of_a_language_are_read_from_its_folder(tmp_path):
    (tmp_path / "contents.txt").write_text("Erste Schritte\n  eins\n", "utf-8")
    (tmp_path / "eins.md").write_text("# Büro\nwords: Anfang\nEin Satz.\n", "utf-8")
    (page,) = Book(tmp_path).pages
    assert (page.group, page.title, page.words) == ("Erste Schritte", "Büro", "Anfang")
    assert Book(tmp_path).find("buro anfang satz") == [page]


def test_an_unknown_page_is_the_first_one():
    assert book("en").page("nowhere").name == help_book.FIRST


def test_every_file_is_in_the_contents_and_every_group_has_pages():
    files = {path.stem for path in resource("help", "en").glob("*.md")}
    assert files == {page.name for page in PAGES}


@every_page
def test_its_links_lead_somewhere(page, qapp):
    from PySide6.QtWidgets import QMainWindow  # noqa: PLC0415 - a window only for this

    window = QMainWindow()
    actions, names = Menus(window).actions, {each.name for each in PAGES}
    for link in LINK.findall(page.text):
        if link.startswith("do:"):
            assert link.removeprefix("do:") in actions
        elif link.startswith("state:"):
            assert link.removeprefix("state:") in set(words.Tone)
        else:
            assert link in names
    window.deleteLater()


@every_page
def test_its_pictures_are_there_light_and_dark_and_are_told_to_who_cannot_see_them(page):
    for told, name in PICTURE.findall(page.text):
        assert told
        for look in ("light", "dark"):
            assert resource(*FOLDER, f"{name}-{look}.png").is_file()


def test_every_picture_is_shown():
    shown = {name for page in PAGES for _, name in PICTURE.findall(page.text)}
    kept = {path.stem.rsplit("-", 1)[0] for path in resource(*FOLDER).glob("*.png")}
    assert kept == shown


@every_page
def test_what_it_quotes_of_the_program_the_program_says(page):
    said = {source for _, source in sentences()}
    quoted = set(QUOTED.findall(page.text)) - set(NOT_OURS)
    assert {text for text in quoted if text.strip(" .:,") not in said} == set()


@every_page
def test_it_is_short_and_in_words_a_shop_owner_knows(page):
    text = page.text
    for known in KNOWN_HERE:
        text = text.replace(known, "")
    text = PICTURE.sub("", LINK.sub("", text))
    assert len(text.split()) <= LONGEST
    bad = re.compile(rf"\b({'|'.join(FORBIDDEN)})\w*\b", re.IGNORECASE)
    assert {word.lower() for word in bad.findall(text)} <= {"proven"}
    assert "!" not in re.sub(r"`[^`]*`", "", text)


def test_every_state_the_window_can_show_is_explained_in_its_colour():
    text = book("en").page("states").text
    standings = (
        proven(), proven(changed=True), proven(address="http://192.168.1.5:8765"), down(),
        Standing(Status.STARTING),
    )  # fmt: skip
    states = [reach_words.state(standing, NOW) for standing in standings]
    for status, here in (("listening", True), ("listening", False), ("port_taken", True)):
        states.append(words.receiving({"status": status, "port": 1}, here=here))
    states.append(words.receiving(None, here=True))
    for state in states:
        assert f"[{state.pill}](state:{state.tone})" in text, state.pill


def test_what_leads_to_the_help_leads_to_pages_that_are_there():
    names = {page.name for page in PAGES}
    assert set(notices.HELP.values()) | set(setup.HELP.values()) <= names
