# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A quote's place in its file: to the column where its words stand in a row, else its line, else nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.place import Region
from inspector.core.policy import Document, Quote
from inspector.engine.regions import Regions
from inspector.policies.documents.api import RawDocument
from inspector.policies.documents.registry import read_document

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def read(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    document = read_document(RawDocument(data, name, NOW)).document
    assert document is not None
    return document


def quoted(document: Document, text: str) -> Quote:
    start = document.text.index(text)
    return document.quote(start, start + len(text))


@pytest.mark.parametrize(
    ("name", "data", "text", "region"),
    [
        ("p.txt", b"Hello.\n\nWe use cookies.\n", "We use cookies.", Region(3, 1, 3, 16)),
        ("p.txt", b"Hello.\r\n\r\nWe use cookies.\r\n", "We use cookies.", Region(3, 1, 3, 16)),
        ("p.txt", b"Hello.\n\nWe use\ncookies. Yes.\n", "cookies", Region(4, 1, 4, 8)),
        ("p.md", b"# A\n\nWe use *our* **cookies**. And more.\n", "We use our cookies.", Region(3, 1, 3, 26)),
        ("p.md", b"A [link](https://x.example/a_b) to it.\n", "A link to it.", Region(1, 1, 1, 39)),
        ("p.html", b"<p>A</p>\n<p>We <b>use</b>\n cookies&nbsp;here.</p>", "We use cookies", Region(2, 4, 3, 9)),
        ("p.txt", "x\n\n\U0001f36a cookies are kept.".encode(), "cookies are kept.", Region(3, 4, 3, 21)),
        ("p.txt", b"\xef\xbb\xbfWe use cookies.", "We use cookies.", Region(1, 1, 1, 16)),
    ],
)
def test_words_in_a_row_are_found_to_the_column(
    tmp_path: Path, name: str, data: bytes, text: str, region: Region
) -> None:
    document = read(tmp_path, name, data)
    shown = " ".join(document.text.split()).replace("\xa0", " ")
    assert text in shown
    start = document.text.replace("\xa0", " ").replace("\n", " ").index(text)
    assert Regions(document, tmp_path)(document.quote(start, start + len(text))) == region


def test_what_the_file_does_not_have_word_for_word_is_at_its_line(tmp_path: Path) -> None:
    document = read(tmp_path, "p.txt", b"One.\n\nTwo three.\n")
    assert Regions(document, tmp_path)(Quote("Made up.", 0, 8, 3)) == Region(3, 1, 3, 11)
    assert Regions(document, tmp_path)(Quote("Made up.", 0, 8, 99)) is None


def test_the_second_of_two_alike_sentences_is_found_at_its_own_line(tmp_path: Path) -> None:
    document = read(tmp_path, "p.txt", b"We use cookies.\n\nNothing.\n\nWe use cookies.\n")
    start = document.text.rindex("We use")
    assert Regions(document, tmp_path)(document.quote(start, start + 15)) == Region(5, 1, 5, 16)


@pytest.mark.parametrize("change", ["gone", "changed", "folder"])
def test_a_file_that_is_not_as_it_was_gives_no_columns(tmp_path: Path, change: str) -> None:
    document = read(tmp_path, "p.txt", b"We use cookies.\n")
    file = tmp_path / "p.txt"
    file.unlink()
    if change == "changed":
        file.write_bytes(b"We use other cookies.\n")
    if change == "folder":
        file.mkdir()
    assert Regions(document, tmp_path)(quoted(document, "cookies")) is None


@given(st.text(max_size=60), st.text(max_size=30), st.integers(-3, 9))
def test_any_quote_in_any_file_ends(tmp_path_factory: pytest.TempPathFactory, text: str, quote: str, line: int) -> None:
    folder = tmp_path_factory.mktemp("p")
    data = text.encode("utf-8", "surrogatepass")
    (folder / "p.txt").write_bytes(data)
    document = read_document(RawDocument(data, "p.txt", NOW)).document
    if document is None:
        return
    region = Regions(document, folder)(Quote(quote, 0, len(quote), line))
    assert region is None or (region.line, region.column) <= (region.end_line, region.end_column)


def test_a_file_made_to_be_slow_is_not(tmp_path: Path) -> None:
    document = read(tmp_path, "p.txt", b"a <" * 200_000)
    quote = Quote("a " * 1999 + "b", 0, 10, 1)
    assert Regions(document, tmp_path)(quote) is not None
