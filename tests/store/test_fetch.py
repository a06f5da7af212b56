import apsw
import pytest

from olark_inbox.store import fetch


@pytest.fixture
def memory():
    connection = apsw.Connection(":memory:")
    yield connection
    connection.close()


def test_one_first_and_every(memory):
    assert fetch.one(memory, "select 1, 'a'") == (1, "a")
    assert fetch.first(memory, "select 1 where :yes", {"yes": 0}) is None
    assert fetch.every(memory, "select ? union all select 2", (1,)) == [(1,), (2,)]


def test_a_missing_row_that_must_be_there_is_an_error(memory):
    with pytest.raises(LookupError):
        fetch.one(memory, "select 1 where 0")
