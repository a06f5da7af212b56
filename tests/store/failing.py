"""A disk that can be told to fail: SQLite's own system layer with a switch in it."""

import apsw


class Disk(apsw.VFS):
    """The default layer while it exists; `failure` is what writing and syncing then raise."""

    NAME = "failing"

    def __init__(self):
        self.failure = None
        self.syncs = 0
        self.below = apsw.vfs_names()[0]
        super().__init__(self.NAME, self.below, makedefault=True)

    def xOpen(self, name, flags):
        return _File(self, name, flags)

    def away(self):
        self.unregister()


class _File(apsw.VFSFile):
    def __init__(self, disk, name, flags):
        self._disk = disk
        super().__init__(disk.below, name, flags)

    def xWrite(self, data, offset):
        self._fail()
        super().xWrite(data, offset)

    def xSync(self, flags):
        self._fail()
        self._disk.syncs += 1
        super().xSync(flags)

    def _fail(self):
        if self._disk.failure is not None:
            raise self._disk.failure("told to fail")
