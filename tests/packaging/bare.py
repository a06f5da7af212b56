"""A bare Debian in a folder: no Python, no compiler, nothing of ours."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

OWNER = "owner"


def _answer(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def make(folder):
    """Make it with debootstrap; where that cannot be done here, skip and say why."""
    if not shutil.which("debootstrap"):
        pytest.skip("no debootstrap here")
    if os.geteuid() != 0:
        pytest.skip("a bare Debian wants root")
    if subprocess.run(["unshare", "-m", "true"], check=False, capture_output=True).returncode:
        pytest.skip("mounts of one's own are not allowed here")
    # The same release from the same place as this machine has its own packages from.
    suite = _answer("sh", "-c", ". /etc/os-release; echo $VERSION_CODENAME")
    places = _answer("apt-get", "indextargets", "--format", "$(SITE) $(RELEASE)")
    sites = [line.split()[0] for line in places.splitlines() if line.endswith(f" {suite}")]
    if not sites:
        pytest.skip("this machine does not say where its Debian comes from")
    made = subprocess.run(
        ["debootstrap", "--variant=minbase", suite, str(folder), sites[0]],
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        pytest.skip(f"no bare Debian could be made here: {made.stdout.splitlines()[-1]}")
    shutil.copy("/etc/resolv.conf", folder / "etc/resolv.conf")
    folder.chmod(0o755)  # its owner goes in and out of what is a root folder to him
    bare = Bare(folder)
    bare.root("useradd", "-m", OWNER)
    bare.root("apt-get", "update", "-qq")
    return bare


class Bare:
    """Runs commands in it; they see processes, and no mount is left behind."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self._running = []
        # One view of the system for all that runs there, as on a machine of its own.
        hold = 'mount -t proc proc "$0/proc"; echo held; read end'
        self._held = subprocess.Popen(
            ["unshare", "-m", "sh", "-ec", hold, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._held.stdout.readline() == b"held\n"

    def _inside(self, command, user):
        # The owner's own path does not lead to the system's tools.
        enter = [shutil.which("nsenter"), "-m", "-t", str(self._held.pid)]
        return [*enter, shutil.which("chroot"), f"--userspec={user}", str(self.folder), *command]

    def _run(self, command, user, environment, *, check=True):
        done = subprocess.run(
            self._inside(command, user),
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def root(self, *command, check=True):
        """Run a command as its administrator."""
        environment = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "DEBIAN_FRONTEND": "noninteractive",
            "LANG": "C.UTF-8",
        }
        return self._run(command, "root", environment, check=check)

    def _owner(self, **more):
        home = f"/home/{OWNER}"
        return {"PATH": "/usr/bin:/bin", "HOME": home, "LANG": "C.UTF-8", **more}

    def owner(self, *command, **more):
        """Run a command as its owner; returns what it printed."""
        return self._run(command, OWNER, self._owner(QT_QPA_PLATFORM="offscreen", **more))

    def start(self, *command, **more):
        """Start a program as its owner and leave it running."""
        process = subprocess.Popen(
            self._inside(command, OWNER),
            env=self._owner(**more),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._running.append(process)
        return process

    def running(self):
        """Return the programs that were started from this folder and run now."""
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if str((process / "exe").readlink()).startswith(f"{self.folder}/"):
                    found.append(process.name)
        return found

    def close(self):
        """End what runs."""
        for process in self._running:
            if process.poll() is None:
                process.terminate()
            process.wait(120)

    def leave(self):
        """Let go of it."""
        self._held.communicate(b"\n", timeout=300)
