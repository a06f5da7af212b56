from olark_inbox.store.rows import View
from tests.store.makers import chat, keys, post


def labelled(connection):
    sql = (
        "select kind, name, hidden, count(*) from labelled join label on label.id = label"
        " group by 1, 2, 3 order by 1, 2, 3"
    )
    return connection.execute(sql).fetchall()


def test_tags_groups_and_agents_are_labels(inbox, connection):
    groups = [{"kind": "Group", "name": "Sales"}]
    post(inbox, chat("c1", tags=["a", "b"], groups=groups))
    post(inbox, chat("c2", tags=["a", "a"]))
    assert labelled(connection) == [
        ("agent", "Maya", 0, 2),
        ("group", "Sales", 0, 1),
        ("tag", "a", 0, 2),
        ("tag", "b", 0, 1),
    ]


def test_labels_follow_a_conversation_to_its_new_place(inbox, connection):
    post(inbox, chat("c1", tags=["a"]))
    post(inbox, chat("c2", tags=["a"]))
    post(inbox, chat("c1", ["Hello", "Hi", "More"], tags=["a", "b"]))
    assert keys(inbox, View.TAG, label="a") == ["c1", "c2"]
    assert ("tag", "b", 0, 1) in labelled(connection)
    assert ("tag", "a", 0, 2) in labelled(connection)


def test_what_is_in_the_bin_keeps_its_labels_out_of_sight(inbox, connection):
    (one,) = post(inbox, chat(tags=["a"])).conversations
    inbox.mark([one], binned=True).result()
    assert ("tag", "a", 1, 1) in labelled(connection)
    assert inbox.counts().result().tags == ()
    # A line of ours alone leaves it in the bin, at its new place.
    post(inbox, chat(lines=["Hello", "Hi, Maya here"], tags=["a", "b"]))
    assert ("tag", "b", 1, 1) in labelled(connection)
    assert inbox.check().result().sound


def test_a_tag_and_a_group_of_one_name_are_two(inbox):
    post(inbox, chat(tags=["x"], groups=[{"name": "x"}]))
    counts = inbox.counts().result()
    assert (counts.tags, counts.groups) == ((("x", 1),), (("x", 1),))
