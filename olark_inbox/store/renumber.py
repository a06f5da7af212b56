"""The migration of a store whose places were counted in thousandths of a second; see `place`."""

import apsw

from olark_inbox.store import documents, fetch, waiting
from olark_inbox.store.errors import Gone
from olark_inbox.store.findable import index_of

# Each keeps its order and gets a place of its own. Below zero in between, so that no place is
# taken twice while they change.
_PLACES = """
create temp table moved as
    with numbered as (
        select arrival, row_number() over (order by arrival) as number from conversation
    )
    select arrival as old, number + max(arrival / 1000 - number) over (order by number) as new
    from numbered;
create unique index temp.moved_old on moved (old);
update conversation set arrival = -(select new from moved where old = arrival);
update conversation set arrival = -arrival;
update labelled set arrival = -(select new from moved where old = arrival);
update labelled set arrival = -arrival;
drop table temp.moved;
insert into words (words) values ('delete-all');
"""
_NEXT = """
select arrival, id, body from conversation join document on conversation = id
where arrival > ? order by arrival limit 100
"""


def in_seconds(connection: apsw.Connection) -> None:
    """Count the places in seconds, and index every conversation anew: the index stands by them."""
    connection.execute(_PLACES)
    place = -1
    while found := fetch.every(connection, _NEXT, (place,)):
        for place, conversation, document in found:
            try:
                merged = documents.merged(connection, conversation, document)
            except Gone:  # its text was lost before
                continue
            waiting.insert(connection, "words", [(place, *index_of(merged.conversation))])
