"""ngrok's token: found in whatever was pasted, kept in the system's key store.

A token lets a program act for the owner's ngrok account, so it never goes into our files or logs.
"""

import logging
import os
import re
import threading
from enum import StrEnum

_log = logging.getLogger(__name__)

SERVICE = "Olark Inbox"
_NAME = "ngrok token"
VARIABLE = "NGROK_AUTHTOKEN"

_QUOTES = "\"'`\u201c\u201d\u2018\u2019;,"
_TOKEN = re.compile(r"[A-Za-z0-9]{20,40}_[A-Za-z0-9]{15,40}")
_OTHER_IDS = re.compile(r"(?:ak|cr|rd|ep|usr|ac|sess|ts)_[A-Za-z0-9]{10,}")
_KEY_SIGNS = re.compile(r"api[-_ ]?key|bearer|\bak_[A-Za-z0-9]", re.IGNORECASE)


class TokenTrouble(StrEnum):
    """Why what was pasted is no token."""

    EMPTY = "empty"
    API_KEY = "api_key"
    """A key for ngrok's other interface: it cannot connect."""
    ANOTHER_ID = "another_id"
    """The name of a token or of something else, not the token itself."""
    UNREADABLE = "unreadable"


class NotAToken(Exception):
    """What was pasted is no token; it is not repeated here."""

    def __init__(self, trouble: TokenTrouble) -> None:
        super().__init__(str(trouble))
        self.trouble = trouble


class Kept(StrEnum):
    """Where a token was put."""

    KEY_STORE = "key_store"
    SESSION = "session"
    """This computer has no key store that can be used: until the program ends."""


def read_token(text: str) -> str:
    """Return the token in a pasted text: alone, quoted, or in the whole line ngrok's page shows.

    Keys for ngrok's interface look the same; they are told apart by the words around them, and
    otherwise by ngrok itself when it refuses them. Raises NotAToken.
    """
    words = [word.strip(_QUOTES) for word in re.split(r"[\s=:]+", text)]
    words = [word for word in words if word]
    if not words:
        raise NotAToken(TokenTrouble.EMPTY)
    if _KEY_SIGNS.search(text):
        raise NotAToken(TokenTrouble.API_KEY)
    found = [word for word in words if _TOKEN.fullmatch(word)]
    if len(set(found)) == 1:
        return found[0]
    if any(_OTHER_IDS.fullmatch(word) for word in words):
        raise NotAToken(TokenTrouble.ANOTHER_ID)
    raise NotAToken(TokenTrouble.UNREADABLE)


class Tokens:
    """Where the token lives. Asking the key store can wait for the owner: never on a loop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._session = ""

    def keep(self, token: str) -> Kept:
        """Put it into the key store, or keep it in memory where there is none."""
        import keyring  # noqa: PLC0415 - loads the system's libraries, and only who connects needs it
        from keyring.errors import KeyringError  # noqa: PLC0415

        with self._lock:
            self._session = token
        try:
            keyring.set_password(SERVICE, _NAME, token)
        except (KeyringError, OSError, RuntimeError) as error:
            _log.info("the key store cannot be used: %s", type(error).__name__)
            return Kept.SESSION
        return Kept.KEY_STORE

    def find(self) -> str:
        """Return the token: of this session, of the environment, of the key store; or ""."""
        with self._lock:
            if self._session:
                return self._session
        try:
            return read_token(os.environ.get(VARIABLE, ""))
        except NotAToken:
            return self._stored()

    def forget(self) -> None:
        """Take it out of the key store and out of memory."""
        import keyring  # noqa: PLC0415 - as above
        from keyring.errors import KeyringError  # noqa: PLC0415

        with self._lock:
            self._session = ""
        try:
            keyring.delete_password(SERVICE, _NAME)
        except (KeyringError, OSError, RuntimeError) as error:
            _log.info("nothing was taken out of the key store: %s", type(error).__name__)

    @staticmethod
    def _stored() -> str:
        import keyring  # noqa: PLC0415 - as above
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            return keyring.get_password(SERVICE, _NAME) or ""
        except (KeyringError, OSError, RuntimeError) as error:
            _log.info("the key store cannot be read: %s", type(error).__name__)
            return ""


tokens = Tokens()
"""The one of this process: what the window keeps, the receiver beside it finds."""
