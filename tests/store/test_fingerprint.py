from hypothesis import given
from hypothesis import strategies as st

from olark_inbox.store.fingerprint import fingerprint


def test_prints_do_not_change_between_versions():
    assert fingerprint("c1") == 4895413496900842574


@given(st.text())
def test_any_text_has_a_print_that_fits_into_64_bits(text):
    assert -(1 << 63) <= fingerprint(text) < 1 << 63
