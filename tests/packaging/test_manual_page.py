"""The manual page and the entry files say what the program does, no more and no less."""

import re
from argparse import SUPPRESS
from pathlib import Path
from xml.etree import ElementTree

from olark_inbox.cli import _parser
from olark_inbox.export.archive import FORMAT
from resources.packaging.debian import MIME

PACKAGING = Path(__file__).resolve().parents[2] / "resources" / "packaging"


def test_every_command_and_every_option_is_on_the_manual_page():
    page = (PACKAGING / "olark-inbox.1").read_text("utf-8").replace("\\", "")
    parser = _parser()
    told = [action for action in parser._actions if action.help != SUPPRESS]
    options = {o for action in told for o in action.option_strings if o[:2] == "--"}
    commands = next(a.choices for a in parser._actions if isinstance(a.choices, dict))
    missing = [word for word in (*options - {"--help"}, *commands) if word not in page]
    assert not missing
    said = set(re.findall(r"--[a-z-]+", page))
    known = options | {o for c in commands.values() for a in c._actions for o in a.option_strings}
    assert said <= known


def test_an_archive_is_known_by_its_first_bytes():
    file = PACKAGING / "olark-inbox.xml"
    text = file.read_text("utf-8")
    root = ElementTree.fromstring(text)  # noqa: S314 - a file of ours
    assert root[0].get("type") == MIME
    assert f'{{"format":"{FORMAT}"' in {m.get("value") for m in root.iter() if m.get("offset")}
