import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring

from olark_inbox.tunnel.tokens import SERVICE, Kept, NotAToken, Tokens, TokenTrouble, read_token

TOKEN = "2luGDabcdefghijklmnopqrstuv_6ZP5THZWJ9ohyHWwtS2Wy"  # noqa: S105 - made up


class InMemory(KeyringBackend):
    """A key store of the library's own kind, without a desktop."""

    priority = 1

    def __init__(self):
        self.kept = {}

    def get_password(self, service, username):
        return self.kept.get((service, username))

    def set_password(self, service, username, password):
        self.kept[service, username] = password

    def delete_password(self, service, username):
        del self.kept[service, username]


@pytest.fixture
def use(monkeypatch):
    monkeypatch.delenv("NGROK_AUTHTOKEN", raising=False)
    former = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(former)


@pytest.mark.parametrize(
    "pasted",
    [
        TOKEN,
        f"  {TOKEN}\n",
        f'"{TOKEN}"',
        f"\u201c{TOKEN}\u201d",
        f"ngrok config add-authtoken {TOKEN}",
        f"$ ngrok config add-authtoken {TOKEN}\r\n",
        f"ngrok.exe authtoken '{TOKEN}'",
        f"ngrok http 80 --authtoken={TOKEN}",
        f"authtoken: {TOKEN}",
        f"NGROK_AUTHTOKEN={TOKEN}",
        f"{TOKEN} {TOKEN}",
    ],
)
def test_a_token_is_found_in_whatever_was_pasted(pasted):
    assert read_token(pasted) == TOKEN


@pytest.mark.parametrize(
    ("pasted", "trouble"),
    [
        ("", TokenTrouble.EMPTY),
        ("  \n", TokenTrouble.EMPTY),
        (f"ngrok config add-api-key {TOKEN}", TokenTrouble.API_KEY),
        (f"api_key: {TOKEN}", TokenTrouble.API_KEY),
        (f"Authorization: Bearer {TOKEN}", TokenTrouble.API_KEY),
        ("ak_2luGDabcdefghijklmnopqrstuv", TokenTrouble.API_KEY),
        ("cr_2luGDabcdefghijklmnopqrstuv", TokenTrouble.ANOTHER_ID),
        ("my password", TokenTrouble.UNREADABLE),
        (TOKEN[:-25], TokenTrouble.UNREADABLE),
        (f"{TOKEN} {TOKEN[::-1].replace('_', '')[:27]}_{'a' * 21}", TokenTrouble.UNREADABLE),
    ],
)
def test_what_is_no_token_is_told_apart_and_never_repeated(pasted, trouble):
    with pytest.raises(NotAToken) as refused:
        read_token(pasted)
    assert refused.value.trouble is trouble
    assert TOKEN not in str(refused.value)


def test_a_token_is_kept_in_the_key_store_and_found_by_another_process(use):
    store = InMemory()
    use(store)
    assert Tokens().keep(TOKEN) is Kept.KEY_STORE
    assert store.kept == {(SERVICE, "ngrok token"): TOKEN}
    assert Tokens().find() == TOKEN


def test_without_a_key_store_it_holds_until_the_program_ends(use):
    use(NoKeyring())
    tokens = Tokens()
    assert tokens.keep(TOKEN) is Kept.SESSION
    assert tokens.find() == TOKEN
    assert Tokens().find() == ""


def test_the_environment_can_hold_it_too(use, monkeypatch):
    use(NoKeyring())
    monkeypatch.setenv("NGROK_AUTHTOKEN", TOKEN)
    assert Tokens().find() == TOKEN


def test_a_forgotten_token_is_gone_everywhere(use):
    use(InMemory())
    tokens = Tokens()
    tokens.keep(TOKEN)
    tokens.forget()
    assert tokens.find() == ""
    use(NoKeyring())
    tokens.forget()
