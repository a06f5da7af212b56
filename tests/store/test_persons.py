from tests.store.makers import chat, offline, post, row, said

T = 1_750_000_000


def write(inbox, key, visitor_id="", email="bob@example.com", **more):
    visitor = {"id": visitor_id, "fullName": f"N {key}", "emailAddress": email}
    post(inbox, chat(key, visitor=visitor, **more))


def person(inbox, key):
    return inbox.persons.person(row(inbox, key).id).result()


def earlier(inbox, key):
    return [one.key for one in inbox.opened(row(inbox, key).id).result().earlier]


def test_the_same_address_is_a_hint_and_nothing_more(inbox):
    write(inbox, "a", "v1")
    write(inbox, "b", "v2", email="BOB@example.com")
    write(inbox, "b2", "v2")
    write(inbox, "c", "v3", email="ann@example.com")
    (hint,) = person(inbox, "a").hints
    assert (hint.name, hint.conversations, hint.newest) == ("N b2", 2, row(inbox, "b2").id)
    assert earlier(inbox, "a") == []


def test_an_accepted_hint_makes_one_person_for_now_and_later(inbox):
    write(inbox, "a", "v1")
    write(inbox, "b", "v2")
    (hint,) = person(inbox, "a").hints
    number = inbox.number()
    undo = inbox.persons.join(row(inbox, "a").id, hint.identity).result()
    assert {change.row.key for change in inbox.changes_since(number).result().changes} == {"a", "b"}
    assert (earlier(inbox, "a"), earlier(inbox, "b")) == (["b"], ["a"])
    write(inbox, "b2", "v2", email="")
    assert earlier(inbox, "a") == ["b2", "b"]
    assert person(inbox, "a").hints == ()
    assert [one.name for one in person(inbox, "a").joined] == ["N b2"]
    inbox.undo(undo).result()
    assert earlier(inbox, "a") == []
    assert len(person(inbox, "a").hints) == 1


def test_joins_add_up_and_one_can_be_taken_out_later(inbox):
    for key, visitor in (("a", "v1"), ("b", "v2"), ("c", "v3")):
        write(inbox, key, visitor)
    inbox.persons.join(row(inbox, "a").id, "v:v2").result()
    undo = inbox.persons.join(row(inbox, "c").id, "v:v1").result()
    assert earlier(inbox, "b") == ["c", "a"]
    inbox.undo(undo).result()
    assert earlier(inbox, "b") == ["a"]
    inbox.persons.join(row(inbox, "c").id, "v:v1").result()
    inbox.persons.part("v:v1").result()
    assert earlier(inbox, "b") == ["c"]
    assert earlier(inbox, "a") == []


def test_a_message_without_visitor_id_is_somebody_of_its_own_until_joined(inbox):
    post(inbox, offline("o1"))
    post(inbox, offline("o2"))
    (hint,) = person(inbox, "o1").hints
    inbox.persons.join(row(inbox, "o1").id, hint.identity).result()
    assert earlier(inbox, "o1") == ["o2"]


def test_joining_somebody_with_himself_does_nothing(inbox):
    write(inbox, "a", "v1")
    assert not inbox.persons.join(row(inbox, "a").id, "v:v1").result()
    assert not inbox.persons.join(99, "v:v1").result()
    assert inbox.persons.person(99).result().hints == ()


def test_the_timeline_holds_all_lines_in_order_of_time(inbox):
    first = [said("1", at=T + 100), said("4", at=T + 400), said("5", at=0)]
    second = [said("2", at=T + 200), said("3", at=T + 300)]
    post(inbox, chat("a", items=first))
    post(inbox, chat("b", items=second))
    moments = inbox.persons.timeline(row(inbox, "a").id).result()
    assert [(one.message.text, one.row.key, one.index) for one in moments] == [
        ("1", "a", 0), ("2", "b", 0), ("3", "b", 1), ("4", "a", 1), ("5", "a", 2),
    ]  # fmt: skip


def test_nobody_has_no_timeline(inbox):
    assert inbox.persons.timeline(99).result() == ()


def test_an_address_is_looked_up(connection):
    sql = "select id from conversation where email <> '' and lower(email) = lower('x')"
    ((*_, step),) = connection.execute(f"explain query plan {sql}")
    assert "conversation_email" in step
