def test_every_door_of_the_inbox_stands_on_the_same_threads(inbox):
    doors = [inbox.tags, inbox.notes, inbox.reminders, inbox.persons, inbox.housekeeping]
    assert {(door._writer, door._reader) for door in doors} == {(inbox._writer, inbox._list)}
