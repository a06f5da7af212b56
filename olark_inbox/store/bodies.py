"""Raw bodies as they are kept: every byte, in little room."""

import zlib

from olark_inbox.base import squeeze

# What older bodies were begun with; their first byte is 1. They are still read.
_FORM = (
    b"%22%2C%22region%22%3A%22%22%2C%22country%22%3A%22United+States%22%2C%22countryCode%22%3A%22US"
    b"%22%2C%22organization%22%3A%22%22%2C%22ip%22%3A%22%22%2C%22browser%22%3A%22Chrome+%22%2C%22"
    b"operatingSystem%22%3A%22Windows%22%2C%22Macintosh%22%2C%22conversationBeginPage%22%3A%22https"
    b"%3A%2F%2Fwww.%2C%22referrer%22%3A%22%22%2C%22customFields%22%3A%7B%22%7D%2C%22chat_feedback"
    b"%22%3A%7B%22overall_chat%22%3A5%2C%22responsiveness%22%3A5%2C%22knowledge%22%3A5%2C%22"
    b"friendliness%22%3A5%2C%22comments%22%3A%22%22%7D%7D%2C%22operators%22%3A%7B%22%22%3A%7B%22"
    b"kind%22%3A%22Operator%22%2C%22id%22%3A%22%22%2C%22username%22%3A%22%22%2C%22nickname%22%3A%22"
    b"%22%2C%22emailAddress%22%3A%22%40example.com%22%7D%7D%2C%22groups%22%3A%5B%7B%22kind%22%3A%22"
    b"Group%22%2C%22name%22%3A%22%22%2C%22id%22%3A%22%22%7D%5D%2C%22manuallySubmitted%22%3Afalse%2C"
    b"%22visitor%22%3A%7B%22kind%22%3A%22Visitor%22%2C%22id%22%3A%22%22%2C%22fullName%22%3A%22%22%2C"
    b"%22emailAddress%22%3A%22%22%2C%22phoneNumber%22%3A%22%22%2C%22city%22%3A%22%22%2C"
    b"data=%7B%22kind%22%3A%22Conversation%22%2C%22id%22%3A%22%22%2C%22tags%22%3A%5B%22%22%2C%22"
    b"%22%5D%2C%22items%22%3A%5B%7B%22kind%22%3A%22OfflineMessage%22%2C%22timestamp%22%3A%22"
    b"%22%7D%2C%7B%22kind%22%3A%22MessageToVisitor%22%2C%22nickname%22%3A%22%22%2C%22timestamp%22%3A"
    b"%22%22%2C%22body%22%3A%22+the+you+I+to+and+is+it+for+your+have+a+that+%22%2C%22operatorId"
    b"%22%3A%22%22%7D%2C%7B%22kind%22%3A%22MessageToOperator%22%2C%22nickname%22%3A%22%22%2C%22"
    b"timestamp%22%3A%221%22%2C%22body%22%3A%22"
)
_OLDER = 1


def pack(raw: bytes) -> bytes:
    """Return `raw` as it is kept."""
    return squeeze.squeeze(raw, squeeze.BODIES)


def unpack(kept: bytes) -> bytes:
    """Return the body byte for byte as it came."""
    if not kept:
        return b""
    if kept[0] == _OLDER:
        return zlib.decompressobj(wbits=-15, zdict=_FORM).decompress(kept[1:])
    return squeeze.unsqueeze(kept)
