import subprocess
import sys
from importlib import import_module
from importlib.metadata import version

import pytest

from olark_inbox.base.piecemeal import begin_empty, late, late_modules


@pytest.fixture
def package(tmp_path, monkeypatch):
    """A package whose `__init__` loads all there is, and which fails where it runs twice."""
    folder = tmp_path / "lent"
    folder.mkdir()
    (folder / "__init__.py").write_text(
        "import sys\n"
        "assert not hasattr(sys, 'lent_whole')\n"
        "sys.lent_whole = True\n"
        "__version__ = '2.0'\n"
        "from . import small\n"
        "from .large import Large\n"
    )
    (folder / "large.py").write_text("class Large: pass\n")
    (folder / "small.py").write_text("from . import __version__, words\nclass Small: pass\n")
    (folder / "words.py").write_text("from . import __version__\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield "lent"
    vars(sys).pop("lent_whole", None)
    for name in [name for name in sys.modules if name.split(".")[0] == "lent"]:
        del sys.modules[name]


def test_a_module_loads_without_the_rest_of_its_package(package):
    begin_empty(package, __version__="")
    assert import_module("lent.small").Small
    assert "lent.words" in sys.modules
    assert "lent.large" not in sys.modules


def test_whoever_asks_the_package_for_more_has_all_of_it_and_once(package):
    begin_empty(package, __version__="")
    small = import_module("lent.small")
    lent = import_module("lent")
    assert lent.Large is lent.Large
    assert lent.small is small
    assert lent.__version__ == "2.0"


def test_what_a_package_does_not_have_is_missing_as_ever(package):
    begin_empty(package)
    lent = import_module("lent")
    for _ in range(2):
        assert not hasattr(lent, "nothing")
        assert not hasattr(lent, "__nothing__")


def test_a_package_that_is_loaded_or_not_there_is_left_alone(package):
    lent = import_module("lent")
    begin_empty(package)
    assert sys.modules["lent"] is lent
    begin_empty("no_package_has_this_name")
    assert "no_package_has_this_name" not in sys.modules


_WHOLE = """
import sys
from olark_inbox.base.piecemeal import begin_empty, late, late_modules
begin_empty("aiohttp", __version__="")
import olark_inbox.receiver.door
print("aiohttp.client" in sys.modules, "aiohttp.connector" in sys.modules)
import aiohttp
missing = [name for name in aiohttp.__all__ if not hasattr(aiohttp, name)]
print(missing, aiohttp.web_server.Server is olark_inbox.receiver.connection.Server)
print(aiohttp.__version__)
"""


def test_the_receiver_loads_without_aiohttps_client_which_is_there_when_it_is_wanted():
    done = subprocess.run(
        [sys.executable, "-c", _WHOLE], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout.splitlines() == ["False False", "[] True", version("aiohttp")]


def test_a_module_named_early_loads_when_it_is_asked(package):
    found = late_modules(package, "small", "words")
    assert "lent.small" not in sys.modules
    begin_empty(package, __version__="")
    assert found["small"].Small is import_module("lent.small").Small
    assert found["small"].Small is found["small"].Small
    with pytest.raises(AttributeError, match="nothing"):
        _ = found["small"].nothing


def test_why_something_could_not_be_made_late_is_said():
    def make():
        raise AttributeError("the real reason")

    with pytest.raises(RuntimeError, match="the real reason"):
        _ = late(make).real


def test_what_is_made_late_is_made_once():
    made = []
    number = late(lambda: made.append("made") or 7)
    assert made == []
    assert number.real + number.imag == 7
    assert made == ["made"]
