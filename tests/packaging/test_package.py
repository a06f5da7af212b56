"""What people install, tried where they would: on a bare Debian, by its own tools."""

import gzip
import json
import os
import shutil
import socket
import subprocess
import sys
import tarfile
import threading
import time
from importlib import metadata
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from olark_inbox import __version__
from olark_inbox.base.report import PARTS
from olark_inbox.export import apart
from olark_inbox.export.chosen import Chosen
from olark_inbox.export.save import Format, Wanted
from olark_inbox.inbox import Inbox
from resources.packaging import debian
from tests.packaging.bare import OWNER, make
from tests.ports import free_port
from tests.store.makers import chat, folders_in, post

pytestmark = pytest.mark.package
ROOT = Path(__file__).resolve().parents[2]
CHAT = (
    'data={"kind": "Conversation", "id": "EV695BI2930A6XMO32886MPT899443414", "items": [{"kind": '
    '"MessageToOperator", "nickname": "Bob", "timestamp": "1307116657.1", "body": "Hi there. Need '
    'any help?"}], "visitor": {"fullName": "Bob Doe", "emailAddress": "bob@example.com"}}'
)
DATA = "home/owner/.local/share/Olark Inbox"
OLDER = "0.0.9"
LIST = (300, 150, 550, 260)
"""Where the first row is on a small screen."""


def _patiently(true, what):
    end, pause = time.monotonic() + 60, threading.Event()
    while not (found := true()):
        assert time.monotonic() < end, f"never happened: {what}"
        pause.wait(0.1)
    return found


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """The results of the one documented command; what was built before can be named instead."""
    if given := os.environ.get("OLARK_INBOX_BUILT"):
        return Path(given)
    to = tmp_path_factory.mktemp("built")
    command = [sys.executable, "-m", "resources.packaging.build", "--to", str(to)]
    subprocess.run(command, cwd=ROOT, check=True)
    return to


@pytest.fixture(scope="module")
def package(built):
    found = list(built.glob("*.deb"))
    if not found:
        pytest.skip("no dpkg-deb here")
    return found[0]


@pytest.fixture(scope="module")
def first(tmp_path_factory):
    made = make(tmp_path_factory.mktemp("bare"))
    yield made
    made.leave()


@pytest.fixture
def bare(first):
    """The bare system, with nothing of ours and an owner who has kept nothing yet."""
    yield first
    first.close()
    first.root("apt-get", "purge", "-qq", "olark-inbox", check=False)
    _patiently(lambda: not first.running(), "everything ends")
    for kept in (first.folder / "home" / OWNER).iterdir():
        if kept.is_dir():
            shutil.rmtree(kept)
        else:
            kept.unlink()


def _install(bare, package):
    shutil.copy(package, bare.folder / "root")
    bare.root("apt-get", "install", "-qq", "--no-install-recommends", f"/root/{package.name}")


def _started(bare, program="olark-inbox-window", **more):
    """Start the window and wait until it receives; returns its address."""
    port = free_port()
    platform = {"QT_QPA_PLATFORM": "offscreen"} | more
    process = bare.start(program, "--port", str(port), **platform)

    def listens():
        assert process.poll() is None, "it ended"
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            return False
        return True

    _patiently(listens, "the window listens")
    return bare.owner(program.removesuffix("-window"), "address").strip()


def _post(address):
    """Post as Olark's help page says it is done."""
    command = ["curl", "-s", "-o", "/dev/null", "-w", "%{http_code}", address]
    done = subprocess.run(
        [*command, "--data-urlencode", CHAT], capture_output=True, text=True, check=True
    )
    return done.stdout


def _listed(bare, program="olark-inbox"):
    lines = bare.owner(program, "list", "--json").splitlines()
    return [json.loads(line)["visitor"]["name"] for line in lines]


def test_what_was_built_is_as_small_as_was_promised(built):
    folder = built / "work" / "olark-inbox"
    unpacked = sum(p.stat().st_size for p in folder.rglob("*") if not p.is_symlink())
    assert unpacked <= 120e6
    downloads = [*built.glob("*.deb"), *built.glob("*.tar.xz")]
    assert downloads
    assert all(file.stat().st_size <= 40e6 for file in downloads)
    left_out = ("Qml", "Quick", "Pdf", "WebEngine", "Network", "VirtualKeyboard")
    names = [p.name for p in folder.rglob("*") if not p.is_dir()]
    assert not [name for name in names if any(part in name for part in left_out)]


def test_a_report_of_what_was_built_can_name_its_versions(built):
    inside = [str(built / "work" / "olark-inbox" / "_internal")]
    for name in PARTS:
        (found,) = metadata.distributions(name=name, path=inside)
        assert found.version == metadata.version(name)


def test_what_tries_it_on_other_systems_succeeds_here_and_fails_without_a_program(built, tmp_path):
    command = [sys.executable, "-m", "resources.packaging.smoke"]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    for folder, code in ((built / "work/olark-inbox", 0), (tmp_path, 1)):
        done = subprocess.run([*command, str(folder)], cwd=ROOT, env=environment, check=False)
        assert done.returncode == code


@pytest.mark.parametrize("kind", [Format.PDF, Format.CONVERSATIONS])
def test_what_was_built_writes_large_files_beside_its_window(built, tmp_path, monkeypatch, kind):
    program = built / "work" / "olark-inbox" / "olark-inbox"
    monkeypatch.setattr(apart, "spoken_to", lambda root: [str(program), "--data-dir", str(root)])
    monkeypatch.setattr(apart, "Saving", None)  # not here
    inbox = Inbox.open(folders_in(tmp_path / "store"))
    try:
        post(inbox, chat())
        saved = apart.save(inbox, Wanted(Chosen(), kind, tmp_path / "a"))
    finally:
        inbox.close()
    assert saved.conversations == 1
    assert (tmp_path / "a").stat().st_size > 300


def test_the_package_installs_runs_upgrades_and_goes_and_the_chats_stay(built, package, bare):
    frozen, pictures = built / "work/olark-inbox", {0: b"<svg/>"}
    older = debian.package(frozen, built / "work", OLDER, pictures, "none")
    assert bare.root("sh", "-c", "which python3 gcc cc || true") == ""
    _install(bare, older)
    assert _version(bare) == OLDER
    address = _started(bare)
    assert _post(address) == "200"
    assert _listed(bare) == ["Bob Doe"]
    _install(bare, package)
    assert _version(bare) == __version__
    assert _post(address) == "200", "it goes on receiving while it is upgraded"
    bare.root("apt-get", "remove", "-qq", "olark-inbox")
    _patiently(lambda: not bare.running(), "the window ends with its program")
    assert not list(bare.folder.glob("usr/**/*olark-inbox*"))
    _install(bare, package)
    assert _listed(bare) == ["Bob Doe"]
    bare.root("apt-get", "purge", "-qq", "olark-inbox")
    assert (bare.folder / DATA / "inbox.sqlite").exists()


def test_everything_a_desktop_looks_for_is_there(package, bare):
    _install(bare, package)
    entry = (bare.folder / "usr/share/applications/olark-inbox.desktop").read_text("utf-8")
    program = next(line for line in entry.splitlines() if line.startswith("Exec=")).split()[0]
    assert bare.owner(program.removeprefix("Exec="), "--version") == f"olark-inbox {__version__}\n"
    icons = bare.folder / "usr/share/icons/hicolor"
    assert {p.parts[-3] for p in icons.glob("*/apps/olark-inbox.*")} >= {"48x48", "scalable"}
    page = gzip.decompress((bare.folder / "usr/share/man/man1/olark-inbox.1.gz").read_bytes())
    assert f"Olark Inbox {__version__}" in page.decode()
    texts = bare.folder / "usr/lib/olark-inbox/_internal"
    assert list(texts.rglob("LGPL-3.0.txt"))
    assert (bare.folder / "usr/share/doc/olark-inbox/copyright").exists()


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="no Xvfb here")
def test_on_a_screen_the_posted_chat_becomes_a_row(package, bare, screen, tmp_path):
    _install(bare, package)
    address = _started(bare, QT_QPA_PLATFORM="xcb", DISPLAY=screen)
    empty = _photographed(screen, tmp_path / "empty.png")
    colors = {empty.pixel(x, y) for x in range(0, 1200, 3) for y in range(0, 800, 3)}
    assert len(colors) > 20, "a window was painted"
    assert _post(address) == "200"
    photo = tmp_path / "row.png"
    _patiently(lambda: _changed(empty, _photographed(screen, photo)) > 500, "the row shows")


@pytest.fixture
def screen():
    """A screen of our own; returns its name."""
    ours, theirs = os.pipe()
    command = ["Xvfb", "-displayfd", str(theirs), "-screen", "0", "1200x800x24"]
    process = subprocess.Popen(command, pass_fds=[theirs], stderr=subprocess.DEVNULL)
    os.close(theirs)
    with os.fdopen(ours, encoding="ascii") as named:
        yield f":{named.readline().strip()}"
    process.terminate()
    process.wait(120)


def _photographed(screen, file):
    script = (
        "import sys; from PySide6.QtWidgets import QApplication; app = QApplication([]); "
        "app.primaryScreen().grabWindow(0).save(sys.argv[1])"
    )
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb", "DISPLAY": screen}
    subprocess.run([sys.executable, "-c", script, str(file)], env=environment, check=True)
    return QImage(str(file)).convertToFormat(QImage.Format.Format_RGB32)


def _changed(before, after):
    """Return how much changed in the upper part of the list."""
    places = [(x, y) for x in range(LIST[0], LIST[2]) for y in range(LIST[1], LIST[3])]
    return sum(before.pixel(*at) != after.pixel(*at) for at in places)


def test_a_double_click_on_an_archive_brings_it_back(package, bare):
    _install(bare, package)
    tools = ("shared-mime-info", "desktop-file-utils", "libglib2.0-bin")
    bare.root("apt-get", "install", "-qq", "--no-install-recommends", *tools)
    _post(_started(bare))
    file = f"/home/{OWNER}/everything.jsonl"
    bare.owner("olark-inbox", "export", "--format", "jsonl", "--to", file, "--all")
    bare.close()
    shutil.rmtree(bare.folder / DATA)
    assert bare.root("desktop-file-validate", "/usr/share/applications/olark-inbox.desktop") == ""
    assert "application/x-olark-inbox-archive" in bare.owner(
        "gio", "info", "-a", "standard::content-type", file
    )
    chosen = bare.owner("gio", "mime", "application/x-olark-inbox-archive")
    assert "olark-inbox.desktop" in chosen.splitlines()[0]
    # What a file manager does at a double-click.
    launch = f"gio launch /usr/share/applications/olark-inbox.desktop {file} >/dev/null 2>&1"
    bare.owner("sh", "-c", launch)
    _patiently(lambda: _listed(bare) == ["Bob Doe"], "the chat is back")


def test_the_portable_folder_runs_anywhere_and_after_it_was_moved(built, bare):
    bare.root("apt-get", "install", "-qq", "--no-install-recommends", *debian.NEEDS)
    packed = next(built.glob("*.tar.xz"))
    home = bare.folder / "home" / OWNER
    with tarfile.open(packed) as archive:
        archive.extractall(home, filter="tar")
    name = packed.name.removesuffix(".tar.xz")
    (home / name).rename(home / "Moved here")
    entry = home / ".local/share/applications/olark-inbox.desktop"
    entry.parent.mkdir(parents=True)
    entry.write_text(f'[Desktop Entry]\nType=Application\nExec="/home/{OWNER}/{name}/x"\n')
    bare.root("chown", "-R", OWNER, f"/home/{OWNER}")
    program = f"/home/{OWNER}/Moved here/olark-inbox-window"
    assert _post(_started(bare, program)) == "200"
    assert _listed(bare, program.removesuffix("-window")) == ["Bob Doe"]
    assert f'Exec="{program}"' in entry.read_text("utf-8")


def _version(bare):
    return bare.root("dpkg-query", "-W", "-f", "${Version}", "olark-inbox")
