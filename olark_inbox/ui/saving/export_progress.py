"""A saving under way, and how it ended, in the place of the questions."""

import time
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from olark_inbox.export.save import Format, Saved
from olark_inbox.export.table import EXCEL_ROWS
from olark_inbox.ui.kit.forms import Text
from olark_inbox.ui.kit.words import number, plain, shortened, translate
from olark_inbox.ui.saving.export_jobs import Job, Stage
from olark_inbox.ui.saving.export_parts import Bar

_MINUTE = 60
_ALMOST = 3


class ExportProgress(QWidget):
    """Shows one job."""

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        row = QHBoxLayout()
        self.who = Text()
        self.count = Text("", 13, 600)
        row.addWidget(self.who, 1)
        row.addWidget(self.count)
        column.addLayout(row)
        self.bar = Bar(translate("ExportDialog", "Progress"))
        column.addWidget(self.bar)
        self.left = Text("", 12, 400, "t3").wrapped()
        column.addWidget(self.left)
        self.where = Text("", 13, 400, "t2").wrapped()
        column.addWidget(self.where)
        column.addStretch(1)

    def show_job(self, job: Job) -> None:
        """Show how far it is, or how it ended."""
        self.where.setText(str(job.wanted.target))
        ended = not job.under_way
        self.bar.setVisible(not ended)
        self.count.setVisible(not ended and bool(job.total))
        if ended:
            self.who.setText(ended_words(job))
            self.left.setText(left_out_words(job.saved))
            self.left.setVisible(bool(self.left.text()))
            return
        self.who.setText(_who(job))
        archive = job.wanted.format is Format.ARCHIVE
        self.count.setText(
            translate("ExportDialog", "{0} of {1}").format(number(job.done), number(job.total))
            if not archive else f"{100 * job.done // max(1, job.total)} %"
        )  # fmt: skip
        self.bar.show_share(job.done / job.total if job.total else 0)
        self.left.setText(
            " ".join(
                part
                for part in (
                    _left(job),
                    translate("ExportDialog", "You can keep working, this window may be closed."),
                )
                if part
            )
        )


def _who(job: Job) -> str:
    if job.stage is Stage.WAITING:
        return translate("ExportDialog", "Waits until the file before is saved")
    if not job.name:
        return translate("ExportDialog", "Reading")
    return translate("ExportDialog", "Writing {0}").format(shortened(plain(job.name), 48))


def _left(job: Job) -> str:
    seconds = job.seconds_left(time.monotonic())
    if seconds is None:
        return ""
    if seconds < _ALMOST:
        return translate("ExportDialog", "Almost done.")
    if seconds < _MINUTE:
        return translate("ExportDialog", "About %Ln seconds left.", "", seconds)
    minutes = round(seconds / _MINUTE)
    if minutes == 1:
        return translate("ExportDialog", "About 1 minute left.")
    return translate("ExportDialog", "About %Ln minutes left.", "", minutes)


def conversations(count: int) -> str:
    """Return "1 conversation" or "12 conversations"."""
    if count == 1:
        return translate("ExportDialog", "1 conversation")
    return translate("ExportDialog", "%Ln conversations", "", count)


def ended_words(job: Job) -> str:
    """Say how it ended."""
    if job.stage is Stage.STOPPED:
        return translate("ExportDialog", "Stopped. No half file is left.")
    if job.saved is None:
        return job.sentence
    return translate("ExportDialog", "Saved {0}").format(conversations(job.saved.conversations))


def left_out_words(saved: Saved | None) -> str:
    """Say what is not in the file, "" where nothing was left out."""
    if saved is None:
        return ""
    parts = []
    if saved.starts_left_out == 1:
        parts.append(translate("ExportDialog", "1 chat that only began is left out."))
    elif saved.starts_left_out:
        left = saved.starts_left_out
        parts.append(translate("ExportDialog", "%Ln chats that only began are left out.", "", left))
    if saved.samples_left_out:
        count = number(saved.samples_left_out)
        parts.append(translate("ExportDialog", "Samples left out: {0}.").format(count))
    if saved.cells_cut:
        parts.append(
            translate(
                "ExportDialog",
                "%Ln texts longer than a table cell may be are cut; an archive has all of it.",
                "",
                saved.cells_cut,
            )
            if saved.cells_cut != 1
            else translate(
                "ExportDialog",
                "1 text longer than a table cell may be is cut; an archive has all of it.",
            )
        )
    if saved.rows_beyond:
        parts.append(_beyond_words(saved.rows_beyond))
    return " ".join(parts)


def _beyond_words(rows: int) -> str:
    """Say that a spreadsheet does not show all rows, and what helps."""
    past = (
        translate("ExportDialog", "1 row is past them.")
        if rows == 1
        else translate("ExportDialog", "%Ln rows are past them.", "", rows)
    )
    return " ".join(
        (
            spreadsheet_words(),
            past,
            translate("ExportDialog", "Pick dates to save it in parts."),
        )
    )


def spreadsheet_words() -> str:
    """Say how many rows a spreadsheet shows, whatever is in the file."""
    return translate(
        "ExportDialog", "Excel and LibreOffice show the first %Ln rows of a table.", "", EXCEL_ROWS
    )


def show_in_folder(path: Path) -> None:
    """Open the folder in which a file is."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path if path.is_dir() else path.parent)))


def open_file(path: Path) -> None:
    """Open a file with the program for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
