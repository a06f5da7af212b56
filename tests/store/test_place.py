from olark_inbox.store.place import in_seconds, place_of
from tests.store.makers import NOW


def test_nothing_stands_before_the_second_it_came_in():
    assert place_of(NOW) * 1000 <= NOW < (place_of(NOW) + 1) * 1000


def test_places_of_an_older_program_become_seconds_and_todays_stay():
    assert in_seconds(NOW) == in_seconds(place_of(NOW)) == place_of(NOW)
