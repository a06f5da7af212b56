import pytest

from olark_inbox.store import errors


@pytest.mark.parametrize("name", ["StoreUnavailable", "StoreTooNew", "Busy", "Superseded", "Gone"])
def test_everything_the_store_raises_can_be_caught_as_one(name):
    assert issubclass(getattr(errors, name), errors.StoreError)
