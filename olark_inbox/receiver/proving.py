"""What the door answers to the question whether it is really us."""

import asyncio
import re

from olark_inbox.inbox import Inbox
from olark_inbox.receiver import answers
from olark_inbox.receiver.answers import Answer
from olark_inbox.store.errors import StoreError

_ASKED = re.compile(r"\?proof=([A-Za-z0-9_-]{16,64})")


def asked(method: str, raw_path: str) -> str:
    """Return the nonce of a request that asks for a proof, else ""."""
    found = _ASKED.search(raw_path) if method == "GET" else None
    return found[1] if found is not None and found.end() == len(raw_path) else ""


async def proof(inbox: Inbox, nonce: str) -> Answer:
    """Answer with what only this inbox's store knows. It is no delivery and is not logged."""
    try:
        text = await asyncio.wrap_future(inbox.reach.proof_of(nonce))
    except StoreError:
        return answers.LATER
    return answers.OK._replace(text=text)
