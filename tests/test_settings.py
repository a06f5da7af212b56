import json

import pytest

from olark_inbox.base.folders import open_folders
from olark_inbox.settings import Setting, Settings


@pytest.fixture
def folders(tmp_path):
    return open_folders(tmp_path)


def test_a_choice_is_there_after_a_restart(folders):
    settings = Settings(folders)
    assert (settings.port, settings.theme, settings.window) == (8765, "system", {})
    settings.port = 9000
    settings.theme = "dark"
    settings.window = {"x": 5, "panes": [1, 2]}
    again = Settings(folders)
    assert (again.port, again.theme, again.window) == (9000, "dark", {"x": 5, "panes": [1, 2]})


def test_what_cannot_be_is_refused(folders):
    settings = Settings(folders)
    for name, value in (("port", 0), ("port", True), ("port", "80"), ("theme", "pink")):
        with pytest.raises(ValueError, match="cannot be"):
            setattr(settings, name, value)
    assert Settings(folders).port == 8765


def test_a_value_of_the_wrong_kind_in_the_file_counts_as_never_chosen(folders):
    secret = Settings(folders).secret
    written = {"port": "x", "theme": 7, "alerts_start": 1, "window": [], "secret": secret}
    folders.settings.write_text(json.dumps(written), "utf-8")
    settings = Settings(folders)
    assert (settings.port, settings.theme, settings.alerts_start) == (8765, "system", True)
    assert settings.window == {}
    assert settings.secret == secret


def test_a_new_secret_leaves_the_former_one_working_until_it_is_forgotten(folders):
    settings = Settings(folders)
    former = settings.secret
    assert settings.secrets == (former,)
    made = settings.new_secret()
    again = Settings(folders)
    assert again.secret == made != former
    assert again.secrets == (made, former)
    assert again.former_secret_works
    again.forget_former_secret()
    assert Settings(folders).secrets == (made,)


def test_changing_what_was_read_changes_nothing_stored(folders):
    settings = Settings(folders)
    settings.window["x"] = 5
    assert settings.window == {}
    assert Settings.window.default == {}


def test_every_setting_says_what_it_is_for():
    declared = [value for value in vars(Settings).values() if isinstance(value, Setting)]
    assert len(declared) > 5
    assert all(setting.label and setting.allows(setting.default) for setting in declared)
