"""What kind of place a folder is: how much room there is, and who else may touch its files."""

import os
import shutil
import sys
from pathlib import Path

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "icloud drive": "iCloud",
    "iclouddrive": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "mobile documents": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
}
_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "webdav", "davfs", "fuse.sshfs", "9p", "ceph"}
)
_REMOTE_DRIVE = 4


def free_bytes(folder: Path) -> int | None:
    """Return how much room is left there, None where the system does not say."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None


def synced_by(folder: Path) -> str:
    """Return the name of the service that copies this folder behind our back, "" for none."""
    for part in folder.parts:
        name = part.casefold()
        for sign, service in _SYNCED.items():
            # OneDrive calls its folders "OneDrive - Name of the shop".
            if name == sign or name.startswith((f"{sign} -", f"{sign} (")):
                return service
    return ""


def is_on_network(folder: Path, mounts: Path = Path("/proc/self/mounts")) -> bool:
    """Whether the folder lies on another computer: file locks and syncs cannot be trusted there."""
    if sys.platform == "win32":
        return _is_remote_drive(folder)
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return False
    best, kind = "", ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < len(("what", "where", "kind")):
            continue
        where = fields[1].replace("\\040", " ")
        if os.path.commonpath([where, folder.absolute()]) == where and len(where) >= len(best):
            best, kind = where, fields[2]
    return kind in _NETWORKS


def _is_remote_drive(folder: Path) -> bool:
    import ctypes  # noqa: PLC0415 - only this system has the call

    drive = folder.absolute().drive
    if drive.startswith("\\\\"):
        return True
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - other systems' types lack it
    return bool(kernel.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE)
