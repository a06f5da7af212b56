"""The tables of following up: reminders, own tags, notes, saved searches, persons, sort orders.

What a list shows stands in `conversation` itself, so that a row stays one read. `own_tags` holds
the ids of labels: a tag is renamed or put away in one place, however many carry it.
"""

REMINDERS = {
    "reminders": ("({0}.due = 1 and {0}.waiting = 0 and {0}.done = 0 and {0}.binned_ms is null)"),
}
"""The figure of `tally` that these tables add; see `schema.TALLIES`."""

_DUE = REMINDERS["reminders"]
_FILTERED = "kind, unanswered, waiting, starred, done, binned_ms, live_until_ms, due"
"""What views ask of a row: an index that holds it answers without looking at the row."""

TABLES = f"""
alter table conversation add column remind_ms integer;
alter table conversation add column due integer not null default 0;
alter table conversation add column sort_name text not null default '';
alter table conversation add column sort_rating integer not null default 9;
update conversation set sort_name = substr(folded(name), 1, 100),
    sort_rating = coalesce(rating, 9);

drop index view_needs_reply;
create index view_needs_reply on conversation (arrival, waiting, due, done, binned_ms)
    where (waiting = 1 or due = 1) and done = 0 and binned_ms is null;
create index view_reminders on conversation (arrival, due, waiting, done, binned_ms)
    where due = 1 and waiting = 0 and done = 0 and binned_ms is null;
create index reminder_next on conversation (remind_ms) where remind_ms is not null and due = 0;
create index conversation_remind on conversation (arrival, remind_ms) where remind_ms is not null;
create index order_waiting on conversation (waiting desc, arrival, {_FILTERED});
create index order_rating on conversation (sort_rating, arrival desc, {_FILTERED});
create index order_name on conversation (sort_name, arrival desc, {_FILTERED});
create index conversation_email on conversation (lower(email)) where email <> '';
create index bin_since on conversation (binned_ms) where binned_ms is not null;

alter table tally add column reminders integer not null default 0;
create trigger conversation_due after update of due, waiting, done, binned_ms on conversation
when new.due = 1 or old.due = 1 begin
    update tally set reminders = reminders + {_DUE.format("new")} - {_DUE.format("old")};
end;
create trigger conversation_due_delete after delete on conversation when old.due = 1 begin
    update tally set reminders = reminders - {_DUE.format("old")};
end;

create table own_tag (
    label integer primary key,
    colour integer not null default 0,
    gone_ms integer
) strict;
insert or ignore into label (kind, name)
    select distinct 'own', value from conversation, json_each(own_tags) where own_tags <> '';
insert into own_tag (label) select id from label where kind = 'own';
insert into labelled (label, hidden, arrival, conversation)
    select label.id, binned_ms is not null, arrival, conversation.id
    from conversation, json_each(own_tags) as one
    join label on label.kind = 'own' and label.name = one.value where own_tags <> '';
update conversation set own_tags = (
    select json_group_array(label.id) from json_each(own_tags) as one
    join label on label.kind = 'own' and label.name = one.value
) where own_tags <> '';

create table note (
    conversation integer primary key,
    text text not null,
    changed_ms integer not null
) strict;
create virtual table note_words using fts5 (
    text, content = '', contentless_delete = 1, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'"
);

create table saved_search (
    id integer primary key autoincrement,
    name text not null,
    words text not null,
    position integer not null
) strict;

create table person_join (
    identity text primary key,
    person integer not null,
    at_ms integer not null
) strict, without rowid;
create index person_join_person on person_join (person);
"""  # noqa: S608 - our own conditions
"""The migration."""
