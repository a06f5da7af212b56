import logging

from olark_inbox.receiver.book import Book


def test_a_burst_is_one_line_with_the_id_size_and_outcome_of_each(caplog):
    caplog.set_level(logging.INFO, "olark_inbox")
    book = Book()
    book.note(200, 2251, "stored", 17)
    book.note(400, 90, "foreign")
    assert caplog.messages == []
    book.write()
    book.write()
    said = "delivered: 2251 bytes stored as 17, answered 200; 90 bytes foreign, answered 400"
    assert caplog.messages == [said]


def test_a_long_burst_does_not_wait(caplog):
    caplog.set_level(logging.INFO, "olark_inbox")
    book = Book()
    for number in range(250):
        book.note(200, 1, "stored", number)
    book.write()
    assert len(caplog.messages) == 3
