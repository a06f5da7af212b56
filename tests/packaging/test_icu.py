"""ICU's data without what Qt never asks for: the order of letters is the same."""

import ctypes
import json
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from resources.packaging.icu import Unknown, slim

LIBRARIES = sorted(Path(PySide6.__file__).parent.glob("Qt/lib/libicudata.so.*"))
SORTS = """
import ctypes, json, sys
if sys.argv[1]:
    ctypes.CDLL(sys.argv[1], ctypes.RTLD_GLOBAL)
from PySide6.QtCore import QCollator, QLocale
words = ["zebra", "äpple", "Åre", "aa", "chata", "cukr", "a10", "a9", "ŋ", "ひ", "ハ", "丁", "一"]
said = []
for language in ("sv", "de", "da", "cs", "zh", "ja", "en"):
    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    said.append(sorted(words, key=collator.sortKey))
print(json.dumps(said))
print("mapped" if sys.argv[1] and sys.argv[1] in open("/proc/self/maps").read() else "")
"""

linux = pytest.mark.skipif(not LIBRARIES, reason="only Qt for Linux brings ICU")


def _sorted_with(library):
    done = subprocess.run(
        [sys.executable, "-c", SORTS, library], capture_output=True, text=True, check=True
    )
    orders, mapped = done.stdout.splitlines()
    return json.loads(orders), mapped


@linux
def test_every_language_sorts_as_before_with_a_quarter_of_the_data(tmp_path):
    copy = tmp_path / LIBRARIES[0].name
    shutil.copy(LIBRARIES[0], copy)
    slim(copy)
    assert copy.stat().st_size < LIBRARIES[0].stat().st_size / 4
    before, _ = _sorted_with("")
    after, mapped = _sorted_with(str(copy))
    assert mapped == "mapped"
    assert after == before
    assert after[0] != after[1]


@linux
def test_what_was_made_smaller_is_a_library_that_loads_alone(tmp_path):
    copy = tmp_path / "libicudata.so"
    shutil.copy(LIBRARIES[0], copy)
    slim(copy)
    assert ctypes.CDLL(str(copy))


@pytest.mark.parametrize("content", [b"", b"text", b"\x7fELF\x02\x01" + bytes(9000)])
def test_another_file_is_left_as_it_is(content, tmp_path):
    file = tmp_path / "libicudata.so"
    file.write_bytes(content)
    with pytest.raises(Unknown):
        slim(file)
    assert file.read_bytes() == content
