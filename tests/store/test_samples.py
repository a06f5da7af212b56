from olark_inbox.store.rows import View
from tests.store.makers import chat, keys, offline, post, row


def test_samples_go_without_a_trace_and_real_ones_stay(inbox):
    post(inbox, chat("real", ["Hello, real one"]))
    for n in range(3):
        post(inbox, chat(f"s{n}", ["Hello, sample"], tags=["sale"]), sample=True)
    post(inbox, offline("adopted"), sample=True)
    post(inbox, offline("adopted"))
    number = inbox.number()
    assert inbox.remove_samples().result() == 3
    assert keys(inbox, View.ALL) == ["adopted", "real"]
    assert keys(inbox, View.ALL, words="sample") == []
    assert inbox.counts().result().tags == ()
    assert len(inbox.deliveries().result()) == 3
    changes = inbox.changes_since(number).result().changes
    assert [(c.what, c.row) for c in changes] == [("gone", None)] * 3
    assert inbox.check().result().sound


def test_a_binned_sample_goes_too(inbox):
    post(inbox, chat("s", tags=["sale"]), sample=True)
    inbox.mark([row(inbox, "s").id], binned=True).result()
    assert inbox.remove_samples().result() == 1
    assert inbox.check().result().sound


def test_removing_without_samples_changes_nothing(inbox):
    post(inbox, chat())
    number = inbox.number()
    assert inbox.remove_samples().result() == 0
    assert inbox.number() == number
