"""Which addresses may be read or opened without a second thought."""

from urllib.parse import urlsplit

_HERE = ("127.0.0.1", "::1", "localhost")


def is_safe(address: str) -> bool:
    """Whether what is read there was not changed on its way: https, or from this computer.

    One with a name and password in it is not: it would say who asks.
    """
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if not host or "@" in parts.netloc or not address.isprintable() or " " in address:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and host in _HERE)
