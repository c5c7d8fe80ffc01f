# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Bytes to text: which encoding a document is in, and how that was told.

The order is the browsers' (WHATWG Encoding and HTML, "determining the character encoding"): a byte order mark, then
what the sender declared, then what the document declares. Unlike a browser, a declaration that the bytes contradict is
not followed: text that is valid UTF-8 with non-ASCII characters is UTF-8 whatever its header says.
"""

import codecs
import re
from typing import Final, NamedTuple

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HEAD: Final = 4096  # HTML asks for the declaration within 1024 bytes; archives put their notice before it
_META: Final = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_.:-]{2,40})""", re.I)
_XML: Final = re.compile(rb"""^\s{0,9}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([A-Za-z0-9_.:-]{2,40})["']""")
# WHATWG Encoding: these labels all mean windows-1252; the C1 controls that ISO-8859-1 has there are not text.
_LATIN: Final = frozenset({"iso8859-1", "ascii", "latin-1", "us-ascii", "iso-8859-1"})

# Codecs of Python's that are no encoding of a page; one of them, "undefined", does nothing but raise.
_NOT_OF_PAGES: Final = frozenset({"utf-7", "idna", "punycode", "unicode-escape", "raw-unicode-escape", "undefined"})


class Decoded(NamedTuple):
    """Text, its encoding, how that was told, and how many bytes could not be decoded (shown as U+FFFD)."""

    text: str
    encoding: str
    why: str
    lost: int = 0


def decode(data: bytes, declared: str = "") -> Decoded:
    """Return the text of a document whose sender declared ``declared`` (empty where nobody did)."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _lenient(data[len(bom) :], name, "byte order mark")
    guess = _utf16_without_bom(data)
    if guess:
        return _lenient(data, guess, "every other byte is zero")
    if data.isascii():
        return Decoded(data.decode("ascii"), "ascii", "only ASCII bytes")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "valid UTF-8")
    except UnicodeDecodeError:
        return _declared_or_fallback(data, declared)


def _declared_or_fallback(data: bytes, declared: str) -> Decoded:
    """Not UTF-8: follow what was declared, if it is an encoding of text that can decode it; else windows-1252."""
    for label, why in ((declared, "declared by the sender"), (_document_says(data), "declared in the document")):
        name = _known(label)
        if name == "utf-8":
            return _mostly_utf8(data, f"{why}, some bytes are not")
        if name:
            decoded = _lenient(data, name, why)
            if decoded.lost * 200 <= len(decoded.text):
                return decoded
    return _mostly_utf8(data, "nothing usable declared")


def _mostly_utf8(data: bytes, why: str) -> Decoded:
    """Nearly valid UTF-8 is damaged UTF-8; anything else is windows-1252, in which every byte means something."""
    decoded = _lenient(data, "utf-8", why)
    high = len(data) - len(data.translate(None, bytes(range(128, 256))))
    if decoded.lost * 10 <= high:
        return decoded
    return _lenient(data, "windows-1252", "not UTF-8; the usual encoding of old pages")


def _lenient(data: bytes, name: str, why: str) -> Decoded:
    before = data.count(b"\xef\xbf\xbd") if name == "utf-8" else 0
    text = data.decode(name, "replace")
    return Decoded(text, name, why, max(0, text.count("\ufffd") - before))


def _document_says(data: bytes) -> str:
    head = data[:_HEAD]
    found = _XML.search(head) or _META.search(head)
    return found[1].decode("ascii") if found else ""


def _known(label: str) -> str:
    """Return Python's name for a declared label, empty for unknown labels and for codecs that are not of text."""
    label = label.strip().strip("\"'").lower()
    if not label:
        return ""
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError):
        return ""
    if not getattr(info, "_is_text_encoding", True) or info.name.replace("_", "-") in _NOT_OF_PAGES:
        return ""
    if info.name.startswith("utf-16") or info.name.startswith("utf-32"):
        return ""  # declared in ASCII, so it cannot be true (HTML says: take it for UTF-8)
    return "windows-1252" if info.name in _LATIN else info.name


def _utf16_without_bom(data: bytes) -> str:
    head = data[:512]
    if len(head) < 8:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > len(head) * 0.3 and even < len(head) * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > len(head) * 0.3 and odd < len(head) * 0.05 else ""
