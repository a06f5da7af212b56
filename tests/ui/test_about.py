"""Help, About."""

from pathlib import Path

from olark_inbox import __version__
from olark_inbox.ui.about import About
from olark_inbox.ui.forms import Text


def test_it_names_version_licence_and_where_the_data_is(qtbot):
    page = About(None, Path("/somewhere/Olark Inbox"))
    qtbot.addWidget(page)
    texts = "\n".join(label.text() for label in page.findChildren(Text))
    for words in (__version__, "MIT", str(Path("/somewhere/Olark Inbox")), "LGPL"):
        assert words in texts
