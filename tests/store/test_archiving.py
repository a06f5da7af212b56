from olark_inbox.store import archive
from tests.store.makers import chat, post


def test_many_are_read_in_parts_and_none_is_lost(inbox, monkeypatch):
    monkeypatch.setattr(archive, "STEP", 3)
    for number in range(8):
        post(inbox, chat(f"c{number}"))
    ids = inbox.archiving.delivery_ids().result()
    kept = list(inbox.archiving.kept(iter(ids)))
    assert len(kept) == 16
    assert [line.id for line in kept if hasattr(line, "raw")] == ids


def test_nothing_to_restore_costs_no_write(inbox):
    post(inbox, chat("a"))
    number = inbox.number()
    run = inbox.archiving.restoring().result()
    lines = inbox.archiving.kept(inbox.archiving.delivery_ids().result())
    deliveries = [line for line in lines if hasattr(line, "raw")]
    inbox.archiving.restore(run, deliveries).result()
    assert inbox.number() == number
