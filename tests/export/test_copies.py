import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.export.copies import PERIODS, Made, Schedule, copy_new
from olark_inbox.export.errors import ExportFailed
from tests.store.makers import HOUR, NOW, chat, post, row

DAY = PERIODS["day"]


@pytest.fixture
def schedule(tmp_path):
    (tmp_path / "out").mkdir()
    return Schedule(every="day", folder=str(tmp_path / "out"))


def keys(file):
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    return [line["conversation"]["key"] for line in lines if "conversation" in line]


def last_keys(inbox, schedule, made, tmp_path):
    """Copy what is new a day later; return what is in it, and that after it nothing is."""
    folder = tmp_path / "out"
    before = set(folder.iterdir())
    made = copy_new(inbox, schedule, made, NOW + DAY)
    (file,) = set(folder.iterdir()) - before
    assert copy_new(inbox, schedule, made, NOW + 2 * DAY).conversations == 0
    return sorted(keys(file))


def test_the_first_copy_is_everything_and_the_next_what_is_new(inbox, schedule, tmp_path):
    post(inbox, chat("a"), received_ms=NOW)
    first = copy_new(inbox, schedule, Made(), NOW + 1000)
    post(inbox, chat("b"), received_ms=NOW + 2000)
    second = copy_new(inbox, schedule, first, NOW + DAY)
    files = sorted((tmp_path / "out").iterdir(), key=lambda file: file.stat().st_mtime_ns)
    assert [keys(file) for file in files] == [["a"], ["b"]]
    assert (first.conversations, second.conversations) == (1, 1)
    assert second.at_ms == NOW + DAY


def test_what_goes_on_after_a_copy_is_copied_again(inbox, schedule, tmp_path):
    post(inbox, chat("a"), received_ms=NOW)
    post(inbox, chat("b"), received_ms=NOW)
    made = copy_new(inbox, schedule, Made(), NOW + 1000)
    post(inbox, chat("a", ("Hello", "Hi, Maya here", "Thanks")), received_ms=NOW + 2000)
    assert last_keys(inbox, schedule, made, tmp_path) == ["a"]


def test_what_is_written_after_a_copy_is_new_whenever_it_was_received(inbox, schedule, tmp_path):
    post(inbox, chat("a"), received_ms=NOW)
    made = copy_new(inbox, schedule, Made(), NOW + 1000)
    post(inbox, chat("b"), received_ms=NOW + 999)  # its commit came late
    post(inbox, chat("c"), received_ms=NOW - 300_000)  # the clock was set back
    assert last_keys(inbox, schedule, made, tmp_path) == ["b", "c"]


def test_what_takes_the_place_of_what_was_erased_is_new(inbox, schedule, tmp_path):
    post(inbox, chat("a"), received_ms=NOW)
    post(inbox, chat("b"), received_ms=NOW)
    made = copy_new(inbox, schedule, Made(), NOW + 1000)
    inbox.many.erase([row(inbox, "b").id]).future.result(60)
    post(inbox, chat("c"), received_ms=NOW)
    assert row(inbox, "c").arrival == made.place
    assert last_keys(inbox, schedule, made, tmp_path) == ["c"]


def test_what_an_older_program_remembered_goes_on_an_hour_before(inbox, schedule, tmp_path):
    for key, hours in (("a", 5), ("b", 2), ("late", 0)):
        post(inbox, chat(key), received_ms=NOW - hours * HOUR)
    kept = {"format": "jsonl", "folder": schedule.folder, "until_ms": NOW + 1, "at_ms": NOW + 1}
    assert last_keys(inbox, schedule, Made.read(kept), tmp_path) == ["late"]
    ahead = Made.read(kept | {"until_ms": NOW + 9 * DAY})
    assert last_keys(inbox, schedule, ahead, tmp_path) == ["a", "b", "late"]


def test_another_folder_begins_from_the_beginning(inbox, schedule, tmp_path):
    post(inbox, chat("a"), received_ms=NOW)
    made = copy_new(inbox, schedule, Made(), NOW + 1000)
    (tmp_path / "other").mkdir()
    other = replace(schedule, folder=str(tmp_path / "other"))
    assert other.due(made, NOW + 1001)
    assert copy_new(inbox, other, made, NOW + 2000).conversations == 1
    assert len(list((tmp_path / "other").iterdir())) == 1


def test_where_nothing_came_there_is_no_file(inbox, schedule, tmp_path):
    made = copy_new(inbox, schedule, Made(), NOW)
    assert list((tmp_path / "out").iterdir()) == []
    assert (made.conversations, made.at_ms) == (0, NOW)


def test_a_table_has_the_sign_between_cells_that_the_owners_spreadsheet_expects(
    inbox, schedule, tmp_path
):
    post(inbox, chat("a"), received_ms=NOW)
    copy_new(inbox, replace(schedule, format="csv", separator=";"), Made(), NOW + 1000)
    (made,) = (tmp_path / "out").glob("*.csv")
    assert made.read_text("utf-8-sig").startswith('"conversation_id";"kind";')


def test_a_second_copy_of_a_day_gets_a_number(inbox, schedule, tmp_path):
    post(inbox, chat("a"), received_ms=NOW)
    copy_new(inbox, schedule, Made(), NOW + 1)
    copy_new(inbox, schedule, Made(), NOW + 1)
    assert sorted(file.name[-9:] for file in (tmp_path / "out").iterdir())[0] == "(2).jsonl"


def test_a_folder_that_is_gone_fails_and_forgets_nothing(inbox, schedule, tmp_path):
    post(inbox, chat("a"))
    (tmp_path / "out").rmdir()
    with pytest.raises(ExportFailed, match="not there any more"):
        copy_new(inbox, schedule, Made(), NOW + DAY)


def test_a_folder_that_cannot_be_looked_into_fails_with_a_sentence(inbox, schedule, tmp_path):
    post(inbox, chat("a"))
    away = replace(schedule, folder=str(tmp_path / ("x" * 300)))
    with pytest.raises(ExportFailed, match="does not work here"):
        copy_new(inbox, away, Made(), NOW + DAY)


@pytest.mark.parametrize(
    ("every", "after", "due"),
    [("day", DAY - 1, False), ("day", DAY, True), ("week", DAY, False), ("", 99 * DAY, False),
     ("week", 7 * DAY, True), ("day", -1, True)],
)  # fmt: skip
def test_a_copy_is_due_after_its_time(every, after, due):
    schedule = Schedule(every, folder="x")
    made = replace(Made().of(schedule), at_ms=NOW)
    assert schedule.due(made, NOW + after) is due
    assert not Schedule(every).due(made, NOW + after)


@pytest.mark.parametrize("kind", [Schedule, Made])
@given(st.data())
def test_whatever_was_kept_can_be_read(kind, data):
    values = st.text() | st.integers() | st.none() | st.booleans()
    kept = kind.read(data.draw(st.dictionaries(st.sampled_from(kind.__slots__), values)))
    assert kind.read(kept.written()) == kept
    Schedule(every="day", folder="x").due(Made.read(kept.written()), NOW)
