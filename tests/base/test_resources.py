from olark_inbox.base.resources import resource


def test_a_resource_is_a_file_that_exists():
    assert resource("fonts", "Inter-Regular.ttf").is_file()
    assert resource("icons", "inbox.svg").is_file()
