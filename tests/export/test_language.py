import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator

from olark_inbox.export import language
from olark_inbox.ui.kit import words
from tests.catalogue import foreign, write_catalogue


@pytest.fixture(autouse=True)
def _as_before(qapp):
    before = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    QLocale.setDefault(before)


def _translated(folder: Path, name: str) -> None:
    """Make a finished catalogue the way a translator does, in a language nobody speaks."""
    path = folder / f"olark_inbox_{name}.ts"
    path.write_text(f'<!DOCTYPE TS><TS version="2.1" language="{name}"></TS>')
    write_catalogue(path)
    tree = ET.parse(path)  # noqa: S314 - a file of ours
    for message in tree.getroot().iter("message"):
        said = foreign(message.findtext("source") or "")
        translation = message.find("translation")
        del translation.attrib["type"]
        forms = list(translation)
        for number, form in enumerate(forms):
            form.text = f"{number} {said}"
        if not forms:
            translation.text = said
    tree.write(path, encoding="utf-8", xml_declaration=True)
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([str(tool), "-silent", str(path)], check=True)


def test_a_catalogue_of_the_owners_language_is_spoken_with_its_plurals(qapp, tmp_path):
    _translated(tmp_path, "pl")
    assert language.begin(qapp, QLocale("pl_PL"), tmp_path)
    assert words.place(words.View.INBOX) == foreign("Inbox")
    forms = {words.marked("done", "", count).split(": ")[1][0] for count in (2, 5, 22)}
    assert forms == {"1", "2"}  # a few, many, a few again
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_a_language_written_from_the_right_mirrors_the_window(qapp, tmp_path):
    _translated(tmp_path, "ar")
    assert language.begin(qapp, QLocale("ar_EG"), tmp_path)
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_without_a_catalogue_the_sentences_stay_and_numbers_are_the_owners(qapp, tmp_path):
    assert not language.begin(qapp, QLocale("de_DE"), tmp_path)
    assert words.place(words.View.INBOX) == "Inbox"
    assert words.marked("done", "", 12_000).endswith("12.000 conversations")


def test_a_machine_that_says_no_language_gets_plain_english(qapp, tmp_path):
    assert not language.begin(qapp, QLocale(QLocale.Language.C), tmp_path)
    assert words.number(12_000) == "12,000"
