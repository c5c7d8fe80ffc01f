# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a visit is asked for is checked before a browser starts."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.core.problem import InspectorError
from inspector.engine.visit_request import MOST_PAGES, VisitRequest, checked_pages, checked_url, read_pages

SHOP = "https://shop.example/"


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("shop.example", SHOP),
        (" shop.example/a ", "https://shop.example/a"),
        ("http://localhost:8000", "http://localhost:8000/"),
        ("localhost:8000", "https://localhost:8000/"),
        ("http://127.0.0.1:5/x?y=1#z", "http://127.0.0.1:5/x?y=1#z"),
        ("https://[::1]:5/", "https://[::1]:5/"),
        ("HTTPS://Shop.Example/A", "HTTPS://Shop.Example/A"),
    ],
)
def test_addresses_that_can_be_visited(text: str, url: str) -> None:
    assert checked_url(text) == url


@pytest.mark.parametrize(
    "text",
    ["", "ftp://x.example/", "file:///etc/passwd", "javascript:alert(1)", "https://", "https://[::1", "a b", "x:0",
     "https://x.example:99999/", "data:text/html,x", "https://me:secret@x.example/", "https://x\x00.example"],
)  # fmt: skip
def test_what_cannot_be_visited_is_refused(text: str) -> None:
    with pytest.raises(InspectorError):
        checked_url(text)


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        url = checked_url(text)
    except InspectorError:
        return
    assert VisitRequest(url).host


def test_pages_of_a_file_are_relative_to_the_first_one(tmp_path: Path) -> None:
    file = tmp_path / "pages.txt"
    file.write_text("# the ways through the shop\n/cart\n\nhttps://help.example/\ncheckout\n/cart\n/\n")
    assert read_pages(file, SHOP) == (
        "https://shop.example/cart",
        "https://help.example/",
        "https://shop.example/checkout",
    )


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(InspectorError, match="cannot be read"):
        read_pages(tmp_path / "missing", SHOP)


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(InspectorError, match="too many"):
        checked_pages([f"/{number}" for number in range(MOST_PAGES + 1)], SHOP)
