"""Taking one conversation out of a body that holds several, for it is to be erased."""

import json

from olark_inbox.olark import packing
from olark_inbox.olark.finder import Finder
from olark_inbox.olark.reader import read_conversation
from olark_inbox.olark.text import text_of


def without(raw: bytes, content_type: str, content_encoding: str, key: str) -> bytes:
    """Return a JSON array of the conversations in a body, without the one of this key."""
    finder = Finder()
    finder.look_in_bytes(packing.unpack(raw, content_encoding).body, content_type)
    kept = [values for values in finder.found if read_conversation(values).key != key]
    return json.dumps(kept, ensure_ascii=True, default=text_of).encode("ascii")
