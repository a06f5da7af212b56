"""The owner's own link for the agent: a template filled with what is known of a chat.

A template is a web address with `{id} {name} {email} {phone}` in its path, query or fragment. What
a visitor typed is quoted whole, so it changes neither the host nor other parts of the address.
"""

import re
from typing import Final, NamedTuple
from urllib.parse import quote, urlsplit

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_LONGEST_VALUE = 500
_LONGEST_TEMPLATE = 2_000


class Known(NamedTuple):
    """What a template can speak of; "" where it is not known."""

    id: str = ""
    name: str = ""
    email: str = ""
    phone: str = ""


EXAMPLE: Final = Known("EV695BI2930A6X", "Ann Lee", "ann@example.com", "(555) 555-5555")
"""For the live preview beside the field."""


def problem(template: str) -> str:
    """Return in one sentence what is wrong with a template, or ""."""
    if any(c.isspace() or not c.isprintable() for c in template):
        return "The link must not hold blanks."
    if len(template) > _LONGEST_TEMPLATE:
        return "The link is too long."
    unknown = set(_PLACEHOLDER.findall(template)) - {"id", "name", "email", "phone"}
    if unknown or set("{}") & set(_PLACEHOLDER.sub("", template)):
        return "Only {id}, {name}, {email} and {phone} can be filled in."
    return _problem_of_host(template)


def _problem_of_host(template: str) -> str:
    try:
        parts = urlsplit(template)
        host = parts.hostname
    except ValueError:
        return "This is not a web address."
    if parts.scheme.lower() not in ("http", "https") or not host:
        return "The link must begin with https:// or http://."
    if "{" in parts.netloc:
        return "The name of the website must be fixed."
    return ""


def filled(template: str, known: Known) -> str:
    """Return the link, or "" where the template is wrong or everything it asks for is unknown."""
    if not template or problem(template):
        return ""
    asked = set(_PLACEHOLDER.findall(template))
    if asked and not any(getattr(known, name) for name in asked):
        return ""
    return _PLACEHOLDER.sub(lambda found: _quoted(getattr(known, found[1])), template)


def _quoted(value: str) -> str:
    return quote(value[:_LONGEST_VALUE], safe="", errors="replace")
