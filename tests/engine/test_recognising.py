# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a file or a text is, before anything is read of it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import chromium, recordings

from inspector.core.cookie import ValueState
from inspector.core.secret import Secret
from inspector.engine.cookie_files import Told
from inspector.engine.recognising import Kind, Sure, read_pasted, recognise, recognise_text, titles

TABLE = "session\tabc\tshop.test\t/\tSession\t10\t✓\t✓\tLax\t\t\tMedium"
LOG = "Set-Cookie: sid=abc; Max-Age=3600; Secure"
JSON = '[{"name": "sid", "value": "abc", "domain": "shop.test", "path": "/", "expires": -1}]'
NETSCAPE = "# Netscape HTTP Cookie File\nshop.test\tFALSE\t/\tTRUE\t0\tsid\tabc\n"
PAIRS = "sid=abc; theme=dark; _ga=GA1.1.5.6"


@pytest.mark.parametrize(
    ("text", "title", "needs_origin"),
    [
        (TABLE, "DevTools cookie table", False),
        (NETSCAPE, "cookies.txt", False),
        (PAIRS, "text of document.cookie", True),
        (f"Cookie: {PAIRS}", "text of document.cookie", True),
        (f"'{PAIRS}'", "text of document.cookie", True),
    ],
)
def test_pasted_texts_are_told_apart(text: str, title: str, needs_origin: bool) -> None:
    found = recognise_text(text)
    assert found.kind is Kind.FILE
    assert title.lower() in found.title.lower()
    assert found.needs_origin is needs_origin


@pytest.mark.parametrize("text", [TABLE, JSON, NETSCAPE])
def test_a_pasted_text_is_read_in_memory(text: str) -> None:
    (cookie,) = read_pasted(text).reading.cookies
    assert (cookie.host, cookie.value) == ("shop.test", Secret("abc"))


def test_headers_and_pairs_take_their_host_from_the_user() -> None:
    (cookie,) = read_pasted(LOG, Told("https://www.shop.test/a")).reading.cookies
    assert (cookie.host, cookie.secure) == ("www.shop.test", True)
    cookies = read_pasted(PAIRS, Told("https://www.shop.test/a")).reading.cookies
    assert [cookie.name for cookie in cookies] == ["sid", "theme", "_ga"]
    told = {(cookie.host, cookie.session, cookie.secure, cookie.path, cookie.value_state) for cookie in cookies}
    assert told == {("www.shop.test", None, None, None, ValueState.PLAINTEXT)}
    assert "Give the address" in read_pasted(PAIRS).reading.problems[0].what_to_do


@pytest.mark.parametrize("text", ["", "a sentence = with spaces", "x\ny=1", "{}", "\x00", "=; =", "<a href='b=c'>"])
def test_what_is_nothing_says_what_is_known(text: str) -> None:
    found = recognise_text(text)
    assert (found.kind, found.sure) == (Kind.NOTHING, Sure.NO)
    assert found.problem is not None
    assert read_pasted(text).reading.cookies == ()


def test_paths_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "shop.har").write_bytes(recordings.har())
    (tmp_path / "notes.txt").write_text("nothing of the kind")
    store = chromium.store(tmp_path / "Default" / "Cookies", chromium.row("a"))
    kinds = {path.name: recognise(path) for path in (tmp_path / "shop.har", tmp_path / "notes.txt", store, tmp_path)}
    assert (kinds["shop.har"].kind, kinds["shop.har"].sure) == (Kind.FILE, Sure.SURE)
    assert kinds["shop.har"].size == len(recordings.har())
    assert kinds["notes.txt"].kind is Kind.NOTHING
    assert (kinds["Cookies"].kind, kinds["Cookies"].sure) == (Kind.STORE, Sure.SURE)
    assert (kinds[tmp_path.name].kind, kinds[tmp_path.name].sure) == (Kind.STORE, Sure.LIKELY)
    gone = recognise(tmp_path / "gone")
    assert gone.kind is Kind.NOTHING
    assert gone.problem is not None


def test_the_formats_have_names() -> None:
    assert len(titles()) == len(set(titles())) > 10


@given(st.text(max_size=200))
def test_any_text_is_an_answer(text: str) -> None:
    found = recognise_text(text)
    assert (found.kind is Kind.NOTHING) is (found.sure is Sure.NO)
    read_pasted(text, Told("https://shop.test/"))


@pytest.mark.parametrize("odd", [0xD800, 0xDFFF, 0xDC80])
def test_half_a_surrogate_pair_is_no_fault(odd: int) -> None:
    text = f"Set-Cookie: a{chr(odd)}=1; Domain=x.test"
    assert recognise_text(text).kind is Kind.FILE
    assert len(read_pasted(text, Told("https://x.test/")).reading.cookies) == 1
