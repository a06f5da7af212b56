"""Bodies of almost 8 MiB, of every shape that made some reader hungry or slow."""

import gzip
import json
from urllib.parse import quote, quote_from_bytes

MIB = 1024 * 1024
FULL = 8 * MIB - 4096
SMILEY = "\N{GRINNING FACE}".encode()
_HEAD = b'{"kind":"Conversation","id":"L1","items":['
_SENTENCE = b"all right then, " * 25 + SMILEY


def _lines(text, count=1):
    """A chat whose lines say these bytes, as they are."""
    return _HEAD + b",".join([b'{"kind":"MessageToOperator","body":"%b"}' % text] * count) + b"]}"


def _filled(unit, size=FULL):
    return _lines(unit * ((size - 200) // len(unit)))


def _smiley(size=FULL):
    return _lines(b"a" * (size - 200) + SMILEY)


def _form(chat):
    return b"data=" + quote_from_bytes(chat, safe=" ,:[]\\").encode()


def _wrapped(chat, *, ascii_only=False):
    return json.dumps({"data": chat.decode()}, ensure_ascii=ascii_only).encode()


def _many_times(chat, times):
    for _ in range(times):
        chat = _wrapped(chat)
    return chat


def _growing_wider():
    """Three widths, each wider than the one before: a decoder has to begin anew twice."""
    # In the last of 8 MiB this one shape needs a little more than all others: 65 MiB.
    part = FULL // 4 - 64 * 1024
    ends = b"a" * (2 * part), "é".encode(), b"a" * part, "ж".encode()
    return _lines(b"".join(ends) + b"a" * part + SMILEY)


def _with(**fields):
    return json.dumps({"id": "L1", "items": [{"body": "x"}]} | fields).encode()


def _said(count, each):
    return _HEAD + b",".join(each(n) for n in range(count)) + b"]}"


READ = {
    "form": lambda: _form(_smiley()),
    "form of wide characters": lambda: b"data=" + quote(_filled(SMILEY, FULL // 3)).encode(),
    "json": _smiley,
    "plain letters": lambda: _filled(b"a"),
    "growing wider": _growing_wider,
    "relay": lambda: _wrapped(_smiley(FULL - 200)),
    "relay with a form": lambda: _wrapped(_form(_smiley(FULL - 400)), ascii_only=True),
    "relay of a relay": lambda: _many_times(_smiley(FULL - 400), 2),
    "twice encoded": lambda: b"data=" + quote(quote(_smiley(FULL - 800))).encode(),
    "text of a text": lambda: json.dumps(_smiley(FULL - 200).decode()).encode(),
    "gzip": lambda: gzip.compress(_smiley()),
    "latin-1": lambda: _filled(b"\xe9 "),
    "utf-16": lambda: _smiley(FULL // 2 - 200).decode().encode("utf-16"),
    "halves escaped": lambda: _filled(b"\\ud83d\\ude00"),
    "a lone half": lambda: _lines(b"a" * (FULL - 200) + b"\\ud83d"),
    "escapes": lambda: _filled(b"\\u0416a"),
    "short escapes": lambda: _filled(b"\\n"),
    "many lines": lambda: _lines(_SENTENCE, FULL // (len(_SENTENCE) + 45)),
    "short lines": lambda: _lines(b"ab", 66_000),
    "no id": lambda: _lines(_SENTENCE, FULL // (len(_SENTENCE) + 45)).replace(b'"L1"', b'""'),
    "multipart": lambda: (
        b'--cut\r\nContent-Disposition: form-data; name="data"\r\n\r\n'
        + _smiley(FULL - 200)
        + b"\r\n--cut--\r\n"
    ),
    "a long name": lambda: _with(visitor={"fullName": "é" + "a" * (FULL - 400)}),
    "a long name at many lines": lambda: _with(
        visitor={"fullName": "a" * (FULL // 2)},
        items=[{"kind": "MessageToOperator"}] * 60_000,
    ),
    "a long field": lambda: _with(other="é" + "a" * (FULL - 400)),
    "a long field's name": lambda: _with(**{"é" + "a" * (FULL - 400): "x"}),
    "a long page": lambda: _with(visitor={"conversationBeginPage": "a " * (FULL // 2 - 200)}),
    "many names": lambda: (
        b'{"kind":"Conversation","items":{'
        + b",".join(b'"%d":1' % n for n in range(190_000))
        + b"}}"
    ),
    "many tags": lambda: _with(tags=[str(n) for n in range(100_000)]),
    "names twice": lambda: _filled(b"a", MIB)[:-1] + b',"id":"Y","id":"Z"}',
    "a long number": lambda: _HEAD + b"9" * (FULL - 90) + b"]}",
    "many long numbers": lambda: _said(1_500, lambda _: b"9" * 5_000),
    "no numbers": lambda: _said(60_000, lambda n: (b"NaN", b"Infinity", b"-Infinity")[n % 3]),
    "a comma too many": lambda: _smiley(FULL - 100)[:-1] + b",}",
    "backslashes": lambda: _lines(b"\\" * (FULL - 200)),
    "blanks": lambda: _HEAD + b" " * (FULL - 200) + b'"x"]}',
}
"""Large, and to be read."""

_ANN = b',"visitor":{"fullName":"Ann","city":"Rome"}}'
_EVE = b',"visitor":{"fullName":"Eve","phoneNumber":"1"}}'
_MANY = FULL // (len(_SENTENCE) + 45) - 9


def _long_line(visitor=b"}", more=0):
    """A chat of one long line and some short ones."""
    long = _smiley(FULL - 900)[:-2]
    return long + b',{"kind":"MessageToOperator","body":"x"}' * more + b"]" + visitor


AGAIN = {
    "same": lambda: (_long_line(_ANN),) * 2,
    "longer": lambda: (_long_line(_ANN), _long_line(_ANN, 9)),
    "shorter": lambda: (_long_line(_ANN, 9), _long_line(_ANN)),
    "another visitor": lambda: (_long_line(_ANN), _long_line(_EVE)),
    "shorter, tells more": lambda: (_long_line(_ANN, 9), _long_line(_EVE)),
    "another chat": lambda: (_long_line(_ANN), _lines(b"b" * (FULL - 200) + SMILEY)),
    "many lines, same": lambda: (_lines(_SENTENCE, _MANY),) * 2,
    "many lines, longer": lambda: (_lines(_SENTENCE, _MANY), _lines(_SENTENCE, _MANY + 5)),
    "many lines, shorter": lambda: (_lines(_SENTENCE, _MANY), _lines(_SENTENCE, _MANY - 5)),
    "growing wider": lambda: (_growing_wider(),) * 2,
    "short lines, longer": lambda: (_lines(b"ab", 65_000), _lines(b"ab", 66_000)),
}
"""A large chat, and a second copy of it."""

REFUSED = {
    "wrapped six times": lambda: _many_times(_smiley(6 * MIB), 6),
    "windows": lambda: _filled(b"\x80"),
    "very many lines": lambda: _lines(b"a" * 76 + SMILEY, FULL // 125),
    "very many texts": lambda: _said(190_000, lambda _: b'"' + b"a" * 34 + SMILEY + b'"'),
    "empty texts": lambda: _said(FULL // 3 - 50, lambda _: b'""'),
    "quotes": lambda: b"data={" + b'"' * (FULL - 40),
    "quotes in a row": lambda: _HEAD + b'""' * (FULL // 2 - 90) + b"]}",
    "many commas": lambda: _said(FULL // 3 - 50, lambda _: b"[]"),
    "deep": lambda: _HEAD + b"[" * (FULL - 90),
    "percent signs": lambda: b"data=" + b"%7B" * (FULL // 3 - 4),
    "many fields": lambda: b"a=1&" * (FULL // 4),
    "cut": lambda: _smiley()[:-9],
    "cut in an escape": lambda: _HEAD + b'"' + b"\\u0416" * (FULL // 6 - 40) + b"\\u04",
    "a bomb": lambda: gzip.compress(bytes(200 * MIB)),
    "a bomb of json": lambda: gzip.compress(_HEAD + b"[]," * (20 * MIB)),
}
"""Large, and to be refused in plain words."""
