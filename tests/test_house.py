"""The house itself: floors, sizes, names, the map in the README, and traps that must stay shut."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "olark_inbox"
SOURCES = sorted(PROGRAM.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))

LONGEST_FILE = 380
LONGEST_FUNCTION = 45


def _functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [node for node in ast.walk(tree) if isinstance(node, kinds)]


def test_imports_go_down_and_each_outside_thing_lives_in_its_rooms():
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_file_and_no_function_eats_the_house(path):
    lines = path.read_text("utf-8").count("\n")
    assert lines <= LONGEST_FILE, f"{lines} lines: split it"
    long = {
        f.name: f.end_lineno - f.lineno + 1
        for f in _functions(path)
        if f.end_lineno - f.lineno + 1 > LONGEST_FUNCTION
    }
    assert not long, f"functions to split: {long}"


def test_every_source_file_has_a_test_file_of_its_name():
    tested = {path.name for path in TESTS}
    without = [
        str(path.relative_to(PROGRAM))
        for path in SOURCES
        if path.name not in ("__init__.py", "__main__.py") and f"test_{path.name}" not in tested
    ]
    assert not without, f"no test file of their name: {without}"


def test_no_test_sleeps():
    asleep = re.compile(r"\b(time\.sleep\(|qWait\(|qtbot\.wait\()")
    guilty = [
        str(p.relative_to(ROOT))
        for p in TESTS
        if "bench" not in p.parts
        and p != Path(__file__).resolve()
        and asleep.search(p.read_text("utf-8"))
    ]
    assert not guilty


def test_the_map_in_the_readme_equals_the_folders():
    readme = (ROOT / "README.md").read_text("utf-8")
    rooms = {p.name for p in PROGRAM.iterdir() if (p / "__init__.py").exists()}
    files = {p.name for p in PROGRAM.glob("*.py")} - {"__init__.py"}
    table = [line for line in readme.splitlines() if re.match(r"\| (roof|\d) \|", line)]
    named = set(re.findall(r"`([a-z_]+)/`|`([a-z_]+\.py)`", "\n".join(table)))
    assert {a or b for a, b in named} == rooms | files


def test_the_readme_gives_each_dependency_a_reason_and_each_command_a_line():
    readme = (ROOT / "README.md").read_text("utf-8")
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    block = project.split("dependencies = [", 1)[1].split("]", 1)[0]
    names = re.findall(r'"([A-Za-z0-9-]+)[><=]', block)
    assert names
    missing = [name for name in names if not re.search(rf"^\| {name} \|", readme, re.M | re.I)]
    assert not missing, f"no line of why for {missing}"


def test_every_dependency_has_an_upper_bound():
    project = (ROOT / "pyproject.toml").read_text("utf-8")
    requirements = re.findall(r'^\s+"([A-Za-z0-9-]+)(>=[^"]*)"', project, re.M)
    assert requirements
    assert not [name for name, bounds in requirements if "<" not in bounds]


def test_every_icon_is_used_and_every_used_icon_is_there():
    drawn = {p.stem for p in (ROOT / "resources" / "icons").glob("*.svg")}
    words = "\n".join(path.read_text("utf-8") for path in SOURCES)
    unused = {name for name in drawn if f'"{name}"' not in words and f'"{name}.svg"' not in words}
    assert not unused, f"icons nobody draws: {sorted(unused)}"


def test_a_signal_does_not_eat_references_to_true_and_none():
    """PySide6 6.12.0 on Python < 3.12 loses one per call and aborts after some 500 emits."""
    program = (
        "import sys\n"
        "from PySide6.QtCore import QObject, Signal\n"
        "class Sender(QObject):\n"
        "    said = Signal(bool, object)\n"
        "sender = Sender(); sender.said.connect(lambda yes, thing: None)\n"
        "before = sys.getrefcount(True), sys.getrefcount(None)\n"
        "for _ in range(2000): sender.said.emit(True, None); sender.blockSignals(False)\n"
        "after = sys.getrefcount(True), sys.getrefcount(None)\n"
        "lost = [b - a for a, b in zip(after, before)]\n"
        "raise SystemExit(1 if max(lost) > 100 else 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
