# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Logs of headers: who sent them and when is told by the log, by the user, or not at all."""

from pathlib import Path

import pytest
from make import recordings

from inspector.core.reading import Reading
from inspector.readers.files.api import Asked
from inspector.readers.files.registry import read_file

AT_US = 1_790_000_000_000_000
HEADERS = "HTTP/2 200\r\ndate: Mon, 21 Sep 2026 14:13:20 GMT\r\nset-cookie: a=1; Max-Age=60\r\n\r\nSet-Cookie: no=1\n"


def read(folder: Path, text: str | bytes, **told: object) -> Reading:
    path = folder / "log"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = read_file(path, Asked(**told))
    assert found.format is not None
    assert found.format.id == "set-cookie"
    return found.reading


def test_curl_tells_host_path_and_time(tmp_path: Path) -> None:
    reading = read(tmp_path, recordings.curl_verbose())
    found = {cookie.name: cookie for cookie in reading.cookies}
    assert {name: cookie.host_key for name, cookie in found.items()} == {
        "seen": "shop.example",
        "_ga": ".shop.example",
        "sid": "www.shop.example",
    }
    assert found["_ga"].requested.days == 365
    assert (found["sid"].session, found["sid"].secure, found["sid"].updated_us) == (True, True, AT_US)
    assert reading.problems == ()


def test_headers_with_a_body_need_to_know_who_sent_them(tmp_path: Path) -> None:
    silent = read(tmp_path, HEADERS)
    assert silent.cookies == ()
    assert (silent.problems[0].why, silent.problems[0].what_to_do) == (
        "nothing says which host sent it",
        "Say it with --origin URL",
    )
    (cookie,) = read(tmp_path, HEADERS, origin="https://shop.example/x").cookies
    assert (cookie.host_key, cookie.updated_us, cookie.expires_us) == ("shop.example", AT_US, AT_US + 60_000_000)


def test_a_redirect_names_the_next_host(tmp_path: Path) -> None:
    first = "HTTP/1.1 302 Found\nLocation: https://www.shop.example/\nSet-Cookie: a=1\n\n"
    reading = read(tmp_path, f"{first}HTTP/1.1 200 OK\nSet-Cookie: b=1\n\n", origin="https://shop.example/")
    assert [(cookie.name, cookie.host) for cookie in reading.cookies] == [
        ("a", "shop.example"),
        ("b", "www.shop.example"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Set-Cookie: a=1; Path=/; Max-Age=60",
        "a=1; Path=/; Max-Age=60",
        "12:00:00.123456 < set-cookie: a=1; path=/; max-age=60",
        "10.0.0.1 - - [21/Sep/2026] Set-Cookie: a=1; Path=/; Max-Age=60",
    ],
)
def test_bare_lines(tmp_path: Path, text: str) -> None:
    (cookie,) = read(tmp_path, text, origin="https://shop.example/", at_us=AT_US).cookies
    assert (cookie.name, cookie.path, cookie.expires_us) == ("a", "/", AT_US + 60_000_000)


def test_a_domain_says_whose_it_is_and_a_date_needs_a_time(tmp_path: Path) -> None:
    text = "Set-Cookie: a=1; Domain=shop.example; Expires=Tue, 21 Sep 2027 14:13:20 GMT\nSet-Cookie: b=1\n"
    reading = read(tmp_path, text)
    (cookie,) = reading.cookies
    assert (cookie.host_key, cookie.session, cookie.requested.us) == (".shop.example", False, None)
    assert [problem.code for problem in reading.problems] == ["cookie-skipped", "time-unknown"]


def test_a_bad_line_costs_itself(tmp_path: Path) -> None:
    reading = read(tmp_path, "Set-Cookie: a=1\nSet-Cookie: \nSet-Cookie: b=2\n", origin="https://shop.example/")
    assert [cookie.name for cookie in reading.cookies] == ["a", "b"]
    assert reading.problems[0].where.endswith("line 2")
