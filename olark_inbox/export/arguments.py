"""What the commands `export` and `import` understand; loads nothing, for it runs at every start."""

import argparse
from pathlib import Path

FORMATS = ("csv", "csv-messages", "pdf", "jsonl")
TIMES = ("iso", "local")
FOR_WINDOW = "save-for-window"
"""The option by which a window has a file written; people have no use for it."""
HIDEABLE = ("technical", "contact", "notes")
SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t"}


def add_export_options(parser: argparse.ArgumentParser) -> None:
    """Say what `export` understands."""
    parser.add_argument("--format", choices=FORMATS, required=True, help="what kind of file")
    parser.add_argument("--to", required=True, metavar="FILE|-", help="where; - is the output")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--ids", nargs="+", metavar="ID", help="these conversations")
    which.add_argument("--search", metavar="WORDS", help="what a search finds")
    which.add_argument("--all", action="store_true", help="all conversations (the default)")
    parser.add_argument("--replace", action="store_true", help="replace a file that is there")
    parser.add_argument("--samples", action="store_true", help="sample chats and tests too")
    parser.add_argument(
        "--hide", nargs="+", action="extend", choices=HIDEABLE, default=[],
        help="leave out of tables and PDF",
    )  # fmt: skip
    parser.add_argument("--paper", choices=("a4", "letter"), default="", help="for a PDF")
    parser.add_argument("--separator", choices=SEPARATORS, default="comma", help="for a table")
    parser.add_argument("--times", choices=TIMES, default="iso", help="for a table")


def add_import_options(parser: argparse.ArgumentParser) -> None:
    """Say what `import` understands."""
    parser.add_argument("file", type=Path, metavar="FILE", help="an archive (jsonl)")
