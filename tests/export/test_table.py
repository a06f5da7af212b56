import csv
import io
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from datetime import UTC
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from olark_inbox.export import table as table_module
from olark_inbox.export.columns import CONVERSATION_COLUMNS, MESSAGE_COLUMNS, Times
from olark_inbox.export.guard import unguard
from olark_inbox.export.hidden import Hidden, without_hidden
from olark_inbox.export.table import (
    BOM,
    MOST_CUSTOM,
    ConversationTable,
    MessageTable,
    TableOptions,
)
from olark_inbox.export.wall import WallClock
from olark_inbox.olark.model import Kind, Side, Visitor
from olark_inbox.store.plain import plain_of
from olark_inbox.store.rows import Opened

GOLDEN = Path(__file__).parent / "golden"

Make = Callable[..., Opened]


def write(
    shape: type[ConversationTable] | type[MessageTable],
    conversations: Iterable[Opened],
    options: TableOptions | None = None,
) -> bytes:
    file = io.BytesIO()
    table = shape(file, options or TableOptions(), WallClock(UTC))
    for conversation in conversations:
        table.add(plain_of(without_hidden(conversation, (options or TableOptions()).hidden)))
    table.finish()
    return file.getvalue()


def read(content: bytes, separator: str = ",") -> list[dict[str, str]]:
    file = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(file, delimiter=separator, strict=True))


@pytest.mark.parametrize("shape", [ConversationTable, MessageTable])
def test_rows_that_no_spreadsheet_shows_are_counted(shape, opened, line, monkeypatch):
    monkeypatch.setattr(table_module, "EXCEL_ROWS", 3)
    visitor = Visitor(custom=(("Tier", "Gold"),))
    chat = plain_of(opened(line(Side.VISITOR, "two\nlines"), visitor=visitor))
    beyond = []
    for number in range(5):
        made = shape(io.BytesIO(), TableOptions(), WallClock(UTC))
        for _ in range(number):
            made.add(chat)
        made.finish()
        beyond.append(made.rows_beyond)
    assert beyond == [0, 0, 0, 1, 2]


def golden(name: str, content: bytes) -> None:
    file = GOLDEN / name
    if os.environ.get("OLARK_INBOX_WRITE_GOLDEN"):
        file.write_bytes(content)
    assert content == file.read_bytes()


def three(priya: Opened, opened: Make, line: Callable[..., object]) -> list[Opened]:
    start = opened(kind=Kind.START, id="s1", name="Visitor")
    offline = opened(
        line(Side.OFFLINE, "日本への発送はできますか?", "田中 美咲"),
        kind=Kind.OFFLINE,
        id="o1",
        name="田中 美咲",
        visitor=Visitor(custom=(("Größe", "42"),)),
    )
    return [start, priya, offline]


def test_a_row_a_conversation_looks_as_it_always_did(
    priya: Opened, opened: Make, line: Callable[..., object]
) -> None:
    golden("conversations.csv", write(ConversationTable, three(priya, opened, line)))


def test_a_row_a_message_looks_as_it_always_did(
    priya: Opened, opened: Make, line: Callable[..., object]
) -> None:
    golden("messages.csv", write(MessageTable, three(priya, opened, line)))


def test_excel_is_told_that_it_is_utf_8_and_rows_end_as_it_wants(priya: Opened) -> None:
    content = write(ConversationTable, [priya])
    assert content.startswith(BOM + b'"conversation_id","kind",')
    assert content.count(b"\r\n") == 2
    assert content.endswith(b"\r\n")
    assert not write(MessageTable, [priya], TableOptions(bom=False)).startswith(BOM)


def test_a_start_without_words_is_one_row_with_empty_words(opened: Make) -> None:
    start = opened(kind=Kind.START)
    for shape in (ConversationTable, MessageTable):
        [row] = read(write(shape, [start]))
        assert (row["kind"], row["words"]) == ("start", "")


def test_every_line_stands_in_a_row_of_its_own(priya: Opened) -> None:
    rows = read(write(MessageTable, [priya]))
    assert [row["side"] for row in rows] == ["visitor", "system", "agent", "visitor"]
    assert [unguard(row["words"]) for row in rows] == [
        message.text for message in priya.conversation.messages
    ]


def test_what_the_website_passed_along_becomes_columns_known_late_or_early(opened: Make) -> None:
    some = [
        opened(visitor=Visitor(custom=custom))
        for custom in [(), (("a", "1"),), (("b", "2"), ("a", "3")), ()]
    ]
    rows = read(write(ConversationTable, some))
    assert [(row["custom_a"], row["custom_b"]) for row in rows] == [
        ("", ""), ("1", ""), ("3", "2"), ("", ""),
    ]  # fmt: skip


def test_too_many_things_from_the_website_share_one_column(opened: Make) -> None:
    many = tuple((f"k{number}", str(number)) for number in range(MOST_CUSTOM + 2))
    first, second = read(write(ConversationTable, [opened(), opened(visitor=Visitor(custom=many))]))
    assert second["custom_k199"] == "199"
    assert second["custom_more"] == "k200: 200\nk201: 201"
    assert first["custom_more"] == ""


def test_times_carry_their_zone_or_are_what_a_spreadsheet_counts_with(priya: Opened) -> None:
    [row] = read(write(ConversationTable, [priya]))
    assert row["started"] == "2026-11-22T12:00:00+00:00"
    [row] = read(write(ConversationTable, [priya], TableOptions(times=Times.LOCAL)))
    assert row["started"] == "2026-11-22 12:00:00"


def test_only_the_chosen_columns_are_written_in_their_own_order(priya: Opened) -> None:
    options = TableOptions(columns=("words", "visitor"), separator=";", bom=False)
    assert write(MessageTable, [priya], options).startswith(b'"words";"visitor"\r\n')
    options = TableOptions(columns=("visitor",))
    assert read(write(ConversationTable, [priya], options)) == [{"visitor": "Priya Raman"}]
    options = TableOptions(columns=("visitor", "custom"))
    [row] = read(write(ConversationTable, [priya], options))
    assert list(row) == ["visitor", "custom_Customer", "custom_Tier"]


def test_hidden_things_have_no_column(priya: Opened) -> None:
    everything = Hidden(technical=True, contact=True, notes=True)
    content = write(ConversationTable, [priya], TableOptions(hidden=everything))
    for secret in ("priya@", "900123", "203.0.113.7", "Chrome", "Friday", "shoeSize"):
        assert secret.encode() not in content


def test_all_columns_are_filled_by_a_chat_that_has_everything(priya: Opened) -> None:
    [row] = read(write(ConversationTable, [priya]))
    empty = {name for name in CONVERSATION_COLUMNS if not row[name]}
    assert empty == {"rating_knowledge"}
    row = read(write(MessageTable, [priya]))[0]
    assert not [name for name in MESSAGE_COLUMNS if not row[name]]


words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=30)
risky = st.builds(str.__add__, st.text(st.sampled_from("=+-@\t\n' ,;\"＝"), max_size=4), words)


@settings(max_examples=60)
@given(
    st.lists(st.lists(st.tuples(words, risky), max_size=4), min_size=1, max_size=6),
    st.sampled_from(",;\t"),
)
def test_what_went_in_is_read_back(
    opened: Make, custom: list[list[tuple[str, str]]], separator: str
) -> None:
    some = [opened(visitor=Visitor(custom=tuple(pairs))) for pairs in custom]
    rows = read(write(ConversationTable, some, TableOptions(separator=separator)), separator)
    assert len(rows) == len(some)
    for row, pairs in zip(rows, custom, strict=True):
        back = {
            unguard(name).removeprefix("custom_"): unguard(value)
            for name, value in row.items()
            if name.startswith("custom_")
        }
        assert {name: value for name, value in back.items() if value} == {
            name: value for name, value in dict(pairs).items() if value
        }


@pytest.mark.desktop
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("table", [MessageTable, ConversationTable])
def test_libreoffice_finds_the_same_cells(
    table: type[MessageTable | ConversationTable],
    priya: Opened,
    opened: Make,
    line: Callable[..., object],
    tmp_path: Path,
) -> None:
    content = write(table, three(priya, opened, line))
    (tmp_path / "in.csv").write_bytes(content)
    # Comma, double quote, UTF-8, from row 1, every column taken as text.
    columns = len(read(content)[0])
    reading = "44,34,76,1,{}".format("/".join(f"{n + 1}/2" for n in range(columns)))
    _libreoffice(tmp_path, "fods", tmp_path / "in.csv", f"CSV:{reading}")
    writing = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true"
    _libreoffice(tmp_path / "out", writing, tmp_path / "in.fods")
    assert read((tmp_path / "out" / "in.csv").read_bytes()) == read(content)


@pytest.mark.desktop
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_what_is_awkward_in_a_cell_comes_back_from_a_workbook_of_excels_kind(
    opened: Make, line: Callable[..., object], tmp_path: Path
) -> None:
    awkward = [
        "+44 7700 900123", "=1+1", "＝1+1", "\0=1+1", "a\0b", "one\r\ntwo\rthree", "a\tb", "\t=1",
        'say "hi"', "'=1", "00123", "1e5", "TRUE", "2026-11-22", "12345678901234567890", "1,5;2",
        "😀 مرحبا שלום 日本語", "\ufeff=1", "words " * 7000,
    ]  # fmt: skip
    content = write(MessageTable, [opened(*(line(Side.VISITOR, text) for text in awkward))])
    (tmp_path / "in.csv").write_bytes(content)
    reading = "/".join(f"{n + 1}/2" for n in range(len(MESSAGE_COLUMNS)))
    _libreoffice(tmp_path, "xlsx", tmp_path / "in.csv", f"CSV:44,34,76,1,{reading}")
    writing = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true"
    _libreoffice(tmp_path / "out", writing, tmp_path / "in.xlsx")
    back = read((tmp_path / "out" / "in.csv").read_bytes())
    assert back == read(content)
    assert [unguard(row["words"]) for row in back[:3]] == awkward[:3]
    assert back[-1]["words"].endswith("the archive has all of it)")


@pytest.mark.desktop
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_by_itself_without_running_anything(
    opened: Make, line: Callable[..., object], tmp_path: Path
) -> None:
    evil = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "＝1+1", "\n=1+1"]
    content = write(
        MessageTable, [opened(*(line(Side.VISITOR, text) for text in evil))],
        TableOptions(columns=("words",)),
    )  # fmt: skip
    (tmp_path / "in.csv").write_bytes(content)
    _libreoffice(tmp_path, "fods", tmp_path / "in.csv")
    sheet = (tmp_path / "in.fods").read_text("utf-8")
    assert "1+1" in sheet
    assert "table:formula" not in sheet


def _libreoffice(folder: Path, kind: str, file: Path, reading: str = "") -> None:
    home = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    how = [f"--infilter={reading}"] if reading else []
    subprocess.run(
        ["soffice", home, "--headless", *how, "--convert-to", kind, "--outdir", folder, file],  # noqa: S607
        check=True,
        capture_output=True,
        timeout=300,
    )
