"""Finds what looks like a conversation, however it was wrapped.

What a body is, its bytes say; its headers are only a hint. Forms, plain JSON, multipart and what
relays wrap around it are unwrapped until something looks like a conversation.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from olark_inbox.olark import charset, form
from olark_inbox.olark.signs import may_hold, surely_a_chat
from olark_inbox.olark.text import Number, present, to_utf8
from olark_inbox.olark.values import Unreadable, parse

_MARKS = ("kind", "items", "visitor", "eventType")
_CONTENT = ("items", "visitor", "operators")
_WRAPPERS = ("data", "Data", "body", "payload", "json", "form", "event", "content", "query")
_MAX_WRAPPERS = 8
_MAX_LOOKED_AT = 200
_MAX_HELD = 28 * 1024 * 1024
"""So large may a text and the ones it is wrapped in be together; a chat of 8 MiB fits thrice."""
_TO_STRIP = b" \t\r\n\0"

EMPTY = "Nothing was sent."
NO_DATA = "It has no data field."
NOT_OLARK = "It is not a chat or message from Olark."
TOO_WRAPPED = "It is wrapped too often to be read."


class Torn(NamedTuple):
    """A text that should be JSON and is not: why, and the ids seen in it."""

    reason: str
    ids: tuple[str, ...]


@dataclass(slots=True)
class Finder:
    """Collects what looks like a conversation, and remembers what does not."""

    found: list[Mapping[str, Any]] = field(default_factory=list)
    torn: list[Torn] = field(default_factory=list)
    foreign: int = 0
    repaired: bool = False
    listed: bool = False
    reason: str = NOT_OLARK
    held: int = 0
    """How large the texts are that it looks in now, one inside the other."""

    def look_in_bytes(self, raw: bytes, content_type: str, level: int = 0) -> None:
        """Look in what somebody posted, unpacked."""
        declared = content_type.strip().casefold()
        name = _parameter(declared, "charset")
        plain = charset.without_bom(raw, name).strip(_TO_STRIP)
        if not plain:
            self._not_olark(EMPTY)
        elif line := form.boundary_of(plain, declared):
            self._look_in_parts(plain, line, name, level)
        elif plain[:1] in (b"{", b"["):
            self.look_in_text(charset.to_utf8(plain, name), level)
        else:
            self._look_in_form(plain, name, level)

    def _look_in_parts(self, raw: bytes, line: bytes, name: str, level: int) -> None:
        every = list(form.parts(raw, line))
        fields = [part for part in every if _is_data(part.name)]
        texts = (_text_of_part(part, name) for part in fields or every)
        if fields:
            for text in texts:
                self.look_in_text(text, level + 1)
        else:
            self._look_in_others(texts, level)

    def _look_in_others(self, texts: Iterable[bytes], level: int) -> None:
        """Look in fields of other names: only what is clearly a conversation counts."""
        attempt = Finder(held=self.held)
        for text in texts:
            if text.lstrip()[:1] in (b"{", b"[") or form.begins_with_data(text.lstrip()):
                attempt.look_in_text(text, level + 1)
        if attempt.found:
            self.take(attempt)
        else:
            self._not_olark(NO_DATA)

    def _look_in_form(self, raw: bytes, name: str, level: int) -> None:
        quote = raw[:1]
        if quote in (b"'", b'"') and raw[1:].lstrip()[:4].lower() == b"data":
            raw = raw[1:].removesuffix(quote)
        if rest := form.unencoded_rest(raw):
            attempt = Finder(held=self.held)
            attempt.look_in_text(charset.to_utf8(rest, name), level + 1)
            if attempt.found:
                self.take(attempt)
                return
        fields = form.data_fields(raw)
        if not fields and raw[:1] in (b'"', b"'"):
            self.look_in_text(charset.to_utf8(raw, name), level)
        elif not fields and raw[:3].upper() in (b"%7B", b"%5B"):
            self.look_in_text(_decoded_field(raw, name), level + 1)
        elif not fields:
            others = form.object_fields(raw)
            self._look_in_others((_decoded_field(value, name) for value in others), level)
        while fields:
            # Decoded, it is no longer needed as it was.
            self.look_in_text(_decoded_field(fields.pop(0), name), level + 1)

    def look_in_text(self, text: bytes, level: int) -> None:
        """Look in a text, in UTF-8, that should be JSON, or once more a form."""
        text = _unquoted(_stripped(text))
        self.held += len(text)
        if level > _MAX_WRAPPERS or not text:
            self._not_olark(NOT_OLARK if text else EMPTY)
        elif self.held > _MAX_HELD:
            self.torn.append(Torn(TOO_WRAPPED, ()))
        elif level and form.begins_with_data(text):
            self._look_in_form(text, "", level + 1)
        elif text[:3].upper() in (b"%7B", b"%5B"):
            # Encoded once more than needed. It begins like no JSON, so nothing is decoded twice.
            self.look_in_text(_decoded_field(text, ""), level + 1)
        elif text[:1] in (b"{", b"[", b'"') or _looks_torn(text):
            self._look_in_json(text, level)
        else:
            self._not_olark(NOT_OLARK)
        self.held -= len(text)

    def _look_in_json(self, text: bytes, level: int) -> None:
        try:
            value, repaired = parse(text)
        except Unreadable as error:
            if inner := _within_quotes(text):
                self.look_in_text(inner, level + 1)
            else:
                # Not the exception: it holds on to the frames it came through, and all their text.
                self.torn.append(Torn(error.reason, error.ids))
            return
        before = len(self.found)
        self.look(value, level + 1)
        self.repaired |= repaired and len(self.found) > before

    def look(self, value: Any, level: int) -> None:
        """Any value: a conversation, a list of them, or something wrapped around one."""
        if isinstance(value, dict):
            self._look_in_object(value, level)
        elif isinstance(value, list):
            if not value or level > _MAX_WRAPPERS:
                self._not_olark(NOT_OLARK)
            for entry in value:
                before = len(self.found)
                self.look(entry, level + 1)
                self.listed |= isinstance(entry, dict) and len(self.found) > before
        elif isinstance(value, str) and not isinstance(value, Number):
            self.look_in_text(to_utf8(value), level)
        elif isinstance(value, bytes):
            self.look_in_text(value, level)
        else:
            self._not_olark(NOT_OLARK)

    def _look_in_object(self, value: Mapping[str, Any], level: int) -> None:
        speaks = any(present(value.get(mark)) for mark in _MARKS)
        if speaks and any(present(value.get(mark)) for mark in _CONTENT):
            self.found.append(value)
            return
        # A wrapper may have a kind and an id of its own, so what is inside goes first.
        own = speaks and present(value.get("id"))
        inner = self._inside(value, _WRAPPERS, level, sure=own)
        if not inner.found and not (inner.torn or speaks):
            others = (name for name in value if name not in _WRAPPERS)
            inner = self._inside(value, islice(others, _MAX_LOOKED_AT), level, sure=True)
        if inner.found or (inner.torn and not speaks):
            self.take(inner)
        elif speaks:
            self.found.append(value)
        else:
            self._not_olark(NOT_OLARK)

    def _inside(
        self, value: Mapping[str, Any], wrappers: Iterable[str], level: int, *, sure: bool
    ) -> "Finder":
        """Look in the first of these fields that holds something; `sure`: that surely is a chat.

        Nothing torn counts in a field that may be anything.
        """
        finder = Finder()
        for wrapper in wrappers:
            inside = value.get(wrapper)
            if finder.found or level > _MAX_WRAPPERS or not may_hold(inside):
                continue
            attempt = Finder(held=self.held)
            attempt.look(inside, level + 1)
            if sure:
                attempt.found = [one for one in attempt.found if surely_a_chat(one)]
                attempt.torn = []
            finder.take(attempt)
        return finder

    def take(self, other: "Finder") -> None:
        """Add what another one found."""
        self.found += other.found
        self.torn += other.torn
        self.foreign += other.foreign
        self.repaired |= other.repaired
        self.listed |= other.listed

    def _not_olark(self, reason: str) -> None:
        self.foreign += 1
        self.reason = reason


def _is_data(name: str) -> bool:
    return name.strip().casefold().split("[", 1)[0] == "data"


def _parameter(content_type: str, name: str) -> str:
    for piece in content_type.split(";")[1:]:
        key, _, value = piece.partition("=")
        if key.strip() == name:
            return value.strip().strip("\"'")
    return ""


def _stripped(text: bytes) -> bytes:
    """Take off blanks, zero bytes and marks of byte order around it."""
    text = text.strip(_TO_STRIP)
    while text.startswith(BOM_UTF8) or text.endswith(BOM_UTF8):
        text = text.removeprefix(BOM_UTF8).removesuffix(BOM_UTF8).strip(_TO_STRIP)
    return text


def _unquoted(text: bytes) -> bytes:
    """Take off the single quotes a command line left around it."""
    return text[1:-1].strip() if text[:1] == text[-1:] == b"'" else text


def _within_quotes(text: bytes) -> bytes:
    """Find the text inside {'data': '…'} or "{…}", as some relays print an object."""
    if text[:2] in (b'"{', b'"[') and text[-2:] in (b'}"', b']"'):
        return text[1:-1]
    head = text[:40].replace(b" ", b"")
    for opening, closings in ((b"{'data':'", (b"'}", b"',}")), (b"{'data':['", (b"']}",))):
        if not head.startswith(opening):
            continue
        start = text.index(b"'", text.index(b":")) + 1
        end = text.rfind(b"'")
        if end > start and text[end:].replace(b" ", b"") in closings:
            return text[start:end].replace(b"\\'", b"'").replace(b'\\\\"', b'\\"')
    return b""


def _text_of_part(part: form.Part, name: str) -> bytes:
    own = _parameter(part.content_type.casefold(), "charset") or name
    return charset.to_utf8(charset.without_bom(part.content, own), own)


def _decoded_field(value: bytes, name: str) -> bytes:
    return charset.to_utf8(charset.without_bom(form.percent_decoded(value)), name)


def _looks_torn(text: bytes) -> bool:
    """Whether a text that is no JSON still speaks Olark's words."""
    head = text[:4096]
    return b'"kind"' in head or b'"items"' in head or b"MessageTo" in head
