from olark_inbox.store.door import Door


def test_every_door_of_the_inbox_stands_on_the_same_threads(inbox):
    doors = [one for one in vars(inbox).values() if isinstance(one, Door)]
    assert len(doors) >= 5
    assert len({(door._writer, door._reader) for door in doors}) == 1
