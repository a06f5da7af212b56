"""Disks that break their word: SQLite's own system layer with switches in it."""

import contextlib
import random
import threading
from pathlib import Path

import apsw

SECTOR = 512
_EVERYTHING = frozenset({"write", "sync", "open", "truncate"})


class FaultyDisk(apsw.VFS):
    """The default layer while it exists; what `failure` names is raised by what `fails` names.

    `left` is how many bytes may still be written, None for no limit: a quota.
    """

    def __init__(self):
        self.failure = None
        self.fails = _EVERYTHING
        self.left = None
        self.failed = 0
        self.below = apsw.vfs_names()[0]
        super().__init__("faulty", self.below, makedefault=True)

    def break_down(self, failure, *fails):
        """Fail from now on, in everything or in these: write, sync, open, truncate."""
        self.fails = frozenset(fails) or _EVERYTHING
        self.failure = failure

    def heal(self):
        self.failure = self.left = None

    def xOpen(self, name, flags):
        if not flags[0] & apsw.SQLITE_OPEN_READONLY:
            self.perhaps_fail("open")
        return _FaultyFile(self, name, flags)

    def xDelete(self, name, sync):
        with contextlib.suppress(OSError):
            self.take(-Path(name).stat().st_size)
        super().xDelete(name, sync)

    def perhaps_fail(self, what):
        if self.failure is not None and what in self.fails:
            self.failed += 1
            raise self.failure("the test broke the disk")

    def take(self, size):
        if self.left is not None:
            if size > self.left:
                self.failed += 1
                raise apsw.FullError("the quota is used up")
            self.left -= size

    def away(self):
        self.unregister()


class _FaultyFile(apsw.VFSFile):
    def __init__(self, disk, name, flags):
        self._disk = disk
        super().__init__(disk.below, name, flags)

    def xWrite(self, data, offset):
        self._disk.perhaps_fail("write")
        grows = offset + len(data) - self.xFileSize()
        if grows > 0:
            self._disk.take(grows)
        super().xWrite(data, offset)

    def xSync(self, flags):
        self._disk.perhaps_fail("sync")
        super().xSync(flags)

    def xTruncate(self, size):
        self._disk.perhaps_fail("truncate")
        self._disk.take(size - self.xFileSize())
        super().xTruncate(size)


class CuttableDisk(apsw.VFS):
    """Remembers what each file holds for certain: what was written before its last sync.

    `cut` leaves a folder as it would be after a power cut at this very moment: of what was written
    since, any sectors or none have reached the disk.
    """

    def __init__(self):
        self.lock = threading.RLock()
        self.files = {}
        self._writes_left = None
        self._then = None
        self.below = apsw.vfs_names()[0]
        super().__init__("cuttable", self.below, makedefault=True)

    def xOpen(self, name, flags):
        return _CuttableFile(self, name, flags)

    def xDelete(self, name, sync):
        with self.lock:
            super().xDelete(name, sync)
            self.files.pop(str(name), None)

    def after_writes(self, count, then):
        """Call `then` once so many more writes were made, in the middle of whatever goes on."""
        with self.lock:
            self._writes_left, self._then = count, then

    def wrote(self):
        if self._writes_left is None:
            return
        self._writes_left -= 1
        if self._writes_left <= 0:
            self._writes_left = None
            self._then()

    def cut(self, folder, to, seed):
        """Write what survives of the files in `folder`; returns how many writes were lost."""
        chance = random.Random(seed)  # noqa: S311 - no secret
        with self.lock:
            lost = 0
            for name, file in self.files.items():
                if Path(name).parent != folder:
                    continue
                content, dropped = file.survives(chance)
                lost += dropped
                (to / Path(name).name).write_bytes(content)
            return lost

    def away(self):
        self.unregister()


class _Content:
    """One file: what is certain, and what was written since the last sync."""

    def __init__(self, certain):
        self.certain = bytearray(certain)
        self.pending = []

    def sync(self):
        for write in self.pending:
            _apply(self.certain, *write)
        self.pending = []

    def survives(self, chance):
        content, dropped = bytearray(self.certain), 0
        reached = chance.choice((0.0, 0.5, 0.9))
        for offset, data in self.pending:
            if data is None:
                continue
            for at in range(0, len(data), SECTOR):
                if chance.random() < reached:
                    _apply(content, offset + at, data[at : at + SECTOR])
                else:
                    dropped += 1
        return bytes(content), dropped


def _apply(content, offset, data):
    if data is None:  # a truncation
        del content[offset:]
        return
    if len(content) < offset:
        content.extend(bytes(offset - len(content)))
    content[offset : offset + len(data)] = data


class _CuttableFile(apsw.VFSFile):
    def __init__(self, disk, name, flags):
        self._disk = disk
        super().__init__(disk.below, name, flags)
        path = name.filename() if isinstance(name, apsw.URIFilename) else str(name)
        with disk.lock:
            if path not in disk.files:
                there = b""
                with contextlib.suppress(OSError):
                    there = Path(path).read_bytes()
                disk.files[path] = _Content(there)
            self._content = disk.files[path]

    def xWrite(self, data, offset):
        with self._disk.lock:
            super().xWrite(data, offset)
            self._content.pending.append((offset, bytes(data)))
            self._disk.wrote()

    def xTruncate(self, size):
        with self._disk.lock:
            super().xTruncate(size)
            self._content.pending.append((size, None))

    def xSync(self, flags):
        with self._disk.lock:
            super().xSync(flags)
            self._content.sync()
