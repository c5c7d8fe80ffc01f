# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Hostile inputs by hypothesis: samples that are changed a little, and whole ones with something odd inside."""

import json
import re
import struct
from collections.abc import Sequence
from typing import Any, Final

from fuzz.target import Target
from hypothesis import strategies as st

# Numbers at which something overflows, changes its sign, its width or its meaning.
NUMBERS: Final = (
    0,
    1,
    -1,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    2**31 - 1,
    2**31,
    2**32 - 1,
    2**32,
    2**53,
    2**53 + 1,
    2**63 - 1,
    -(2**63),
    2**63,
    2**64,
    10**30,
    253402300800,
    253402300800000000,
    -62135596801,
    -62135596801000000,
)
TEXTS: Final = (
    "",
    " ",
    "\0",
    "a\0b",
    "\n",
    "\r\n",
    "\t",
    "\x1b[31m",
    "\u202e",
    "\u2028",
    "\ufeff",
    "\ufffe",
    "\U0010ffff",
    "İı",
    "ß",
    "ﬁ",
    "é",
    "e\u0301" * 40,
    "..",
    ".",
    "../../etc/passwd",
    "xn--",
    "xn--a",
    "[::1]",
    "[",
    "]",
    "http://[",
    "//",
    "1e999",
    "NaN",
    "-0",
    "%",
    "%00",
    "%s",
    "{0}",
    "${x}",
    "<",
    "&#0;",
    "&#x110000;",
    "'",
    '"',
    "\\",
    "\\u0000",
    "\\ud800",
    ";",
    "=",
    ",",
    "(" * 200,
    "[" * 2000,
    "{" * 200,
    "a" * 5000,
    "9" * 400,
    "٣",
    "१२",
    "null",
    "true",
)
RAW: Final = (
    b"\xff",
    b"\x80",
    b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80",
    b"\xc0\x80",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    bytes(64),
)
_DIGITS: Final = re.compile(rb"-?\d+(?:\.\d+)?")


def _packed(number: int) -> st.SearchStrategy[bytes]:
    wide = [f"{order}{code}" for order in "<>" for code in "BHIQ" if 0 <= number < 2 ** (8 * struct.calcsize(code))]
    return st.sampled_from(wide).map(lambda form: struct.pack(form, number)) if wide else st.just(b"%d" % number)


def pieces(words: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return what is put into an input: words of its format, numbers, texts, bytes."""
    known = st.sampled_from(words) if words else st.nothing()
    return st.one_of(
        known,
        st.sampled_from(NUMBERS).flatmap(_packed),
        st.sampled_from(NUMBERS).map(lambda number: b"%d" % number),
        st.sampled_from(TEXTS).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.sampled_from(RAW),
        st.binary(min_size=1, max_size=8),
    )


@st.composite
def changed(draw: st.DrawFn, target: Target, samples: Sequence[bytes]) -> bytes:
    """Return a sample after a few changes, no longer than the target takes."""
    data = draw(st.sampled_from(samples))
    put = pieces(target.words)
    for _ in range(draw(st.integers(1, 6))):
        data = _edited(draw, data, put, samples)[: target.largest]
    return data


def _edited(draw: st.DrawFn, data: bytes, put: st.SearchStrategy[bytes], samples: Sequence[bytes]) -> bytes:
    at = draw(st.integers(0, len(data)))
    kind = draw(st.integers(0, 8))
    if kind == 0:
        return data[:at] + draw(put) + data[at:]
    if kind == 1:
        piece = draw(put)
        return data[:at] + piece + data[at + len(piece) :]
    if kind == 2:
        return data[:at] + data[at + draw(st.sampled_from((1, 2, 4, 8, 32, 256, 4096))) :]
    if kind == 3:
        length, times = draw(st.sampled_from((1, 4, 16, 64, 512))), draw(st.sampled_from((2, 3, 20, 300)))
        return data[:at] + data[at : at + length] * times + data[at + length :]
    if kind == 4:
        other = draw(st.sampled_from(samples))
        return data[:at] + other[draw(st.integers(0, len(other))) :]
    if kind == 5 and data:
        here = min(at, len(data) - 1)
        return data[:here] + bytes([data[here] ^ (1 << draw(st.integers(0, 7)))]) + data[here + 1 :]
    if kind == 6 and (number := _DIGITS.search(data, at)):
        return data[: number.start()] + b"%d" % draw(st.sampled_from(NUMBERS)) + data[number.end() :]
    if kind == 7:
        return data[:at]
    end = draw(st.integers(at, min(len(data), at + 400)))
    return data[:at] + data[end:] + data[at:end]


def odd_values() -> st.SearchStrategy[Any]:
    """Return values of JSON that a reader may not expect where it expects another."""
    small = st.one_of(
        st.none(),
        st.booleans(),
        st.sampled_from(NUMBERS),
        st.floats(allow_nan=True, allow_infinity=True),
        st.sampled_from(TEXTS),
        st.text(max_size=6),
    )
    return st.one_of(small, st.lists(small, max_size=3), st.dictionaries(st.sampled_from(TEXTS), small, max_size=2))


@st.composite
def odd_json(draw: st.DrawFn, samples: Sequence[bytes], lines: bool = False) -> bytes:
    """Return a sample of JSON (with ``lines``: one object a line) with some of its values replaced or moved."""
    text = draw(st.sampled_from(samples)).decode("utf-8-sig")
    parts = text.splitlines() if lines else [text]
    documents = [json.loads(part) for part in parts if part.strip()]
    for _ in range(draw(st.integers(1, 4))):
        _replace(draw, documents)
    return "\n".join(json.dumps(document) for document in documents).encode("utf-8", "surrogatepass")


def _replace(draw: st.DrawFn, root: Any) -> None:
    """Walk down from the root to somewhere and change what is there."""
    held, steps = root, draw(st.integers(1, 7))
    while True:
        keys = list(held) if isinstance(held, dict) else list(range(len(held)))
        if not keys:
            return
        key = draw(st.sampled_from(keys))
        steps -= 1
        if steps <= 0 or not isinstance(held[key], dict | list) or not held[key]:
            break
        held = held[key]
    kind = draw(st.integers(0, 4))
    if kind == 0 and isinstance(held, dict):
        del held[key]
    elif kind == 1 and isinstance(held, dict):
        held[draw(st.sampled_from(TEXTS))] = held.pop(key)
    elif kind == 2 and isinstance(held, list):
        held.insert(key, draw(odd_values()))
    else:
        held[key] = draw(odd_values())
