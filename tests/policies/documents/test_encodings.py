# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.policies.documents.encodings import decode

TEXT = "Größe, 2 années, ciasteczka: źródło"
WEST = "Größe – 2 années"
CASES = {
    "plain ASCII": (b"cookies", "", "ascii", "cookies"),
    "UTF-8": (TEXT.encode(), "", "utf-8", TEXT),
    "UTF-8 with a mark": (b"\xef\xbb\xbf" + TEXT.encode(), "", "utf-8", TEXT),
    "UTF-16 with a mark": (TEXT.encode("utf-16"), "", "utf-16-le", TEXT),
    "UTF-16, big end first": (b"\xfe\xff" + TEXT.encode("utf-16-be"), "", "utf-16-be", TEXT),
    "UTF-16 without a mark": ("cookies are used".encode("utf-16-le"), "", "utf-16-le", "cookies are used"),
    "UTF-8 declared as Latin-1": (TEXT.encode(), "iso-8859-1", "utf-8", TEXT),
    "Latin-1 declared by the sender": (WEST.encode("windows-1252"), "ISO-8859-1", "windows-1252", WEST),
    "Latin-1 declared as UTF-8": (WEST.encode("windows-1252"), "utf-8", "windows-1252", WEST),
    "nothing declared": (WEST.encode("windows-1252"), "", "windows-1252", WEST),
    "an unknown label": (WEST.encode("windows-1252"), "klingon", "windows-1252", WEST),
    "a codec that is not of text": (WEST.encode("windows-1252"), "base64", "windows-1252", WEST),
}


@pytest.mark.parametrize("case", CASES, ids=list(CASES))
def test_bytes_become_the_text_they_are(case: str) -> None:
    data, declared, encoding, text = CASES[case]
    decoded = decode(data, declared)
    assert (decoded.encoding, decoded.text, decoded.lost) == (encoding, text, 0)
    assert decoded.why


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="iso-8859-2">',
        "<?xml version='1.0' encoding='iso-8859-2'?>",
        "<META content='x; charset=iso-8859-2'>",
    ],
)
def test_the_document_may_declare_its_encoding(head: str) -> None:
    decoded = decode((head + "źródło").encode("iso-8859-2"))
    assert decoded.encoding == "iso8859-2"
    assert decoded.text.endswith("źródło")


def test_damaged_utf8_stays_utf8_and_says_what_was_lost() -> None:
    decoded = decode(("é" * 200).encode() + b"\xff" + "é".encode())
    assert (decoded.encoding, decoded.lost) == ("utf-8", 1)


@given(st.binary(max_size=2000), st.text(max_size=20))
def test_any_bytes_are_decoded(data: bytes, declared: str) -> None:
    assert isinstance(decode(data, declared).text, str)


@pytest.mark.parametrize(
    "name", ["undefined", "unicode_escape", "raw_unicode_escape", "utf-7", "idna", "hex", "no-such"]
)
def test_a_codec_that_is_no_encoding_of_pages_is_not_followed(name: str) -> None:
    decoded = decode(b"<meta charset=" + name.encode() + b"> caf\xe9 \\u0041", name)
    assert decoded.text.endswith("café \\u0041")
