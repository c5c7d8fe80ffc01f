# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookie files that people have: every format by itself, as ``classify`` and ``audit`` read it."""

import unicodedata
from collections.abc import Sequence
from functools import cache, partial
from pathlib import Path
from typing import Final

from fuzz.mutation import odd_json
from fuzz.target import Target
from fuzz.targets.promises import keeps, written
from hypothesis import strategies as st
from make import exports, recordings
from make.samples import SAMPLES

from inspector.core.cookie_date import parse_cookie_date
from inspector.core.moments import from_datetime
from inspector.core.name_pattern import name_pattern
from inspector.core.set_cookie import NotACookieError, parse_set_cookie, split_set_cookie
from inspector.core.visible import visible
from inspector.engine.cookie_files import NOTHING_TOLD, Told, read_cookies
from inspector.engine.demo import NOW
from inspector.engine.labelling import read_file

_ANSWERED: Final = Told("https://shop.test/page", from_datetime(NOW))
_HEADERS: Final = (
    b"sid=31d4d96e407aad42; Path=/; Secure; HttpOnly; SameSite=Lax",
    b"id=a3fWa; Expires=Wed, 21 Oct 2026 07:28:00 GMT; Max-Age=2592000; Domain=shop.test",
    b"__Host-x=1; Secure; Path=/; Partitioned; SameSite=None; Priority=High",
    b'"quoted"="a=b; c"; expires=Thu, 01-Jan-1970 00:00:01 GMT',
)
_DATES: Final = (
    b"Wed, 21 Oct 2026 07:28:00 GMT",
    b"Thursday, 01-Jan-70 00:00:00 GMT",
    b"Sun Nov  6 08:49:37 1994",
    b"1 jan 2026 0:0:1",
    b"29 Feb 2028 23:59:60 GMT",
    b"31 Nov 2026 10:00:00 GMT",
    b"Fri, 31 Dec 9999 23:59:59 GMT",
)
_HAR_WORDS: Final = (
    b'{"log":{"entries":[',
    b'"response":',
    b'"headers":',
    b'"Set-Cookie"',
    b'"startedDateTime":',
    b'"cookies":',
    b'"_initiator":',
)
_NETSCAPE: Final = (
    b"# Netscape HTTP Cookie File\n",
    b"#HttpOnly_",
    b"\tTRUE\t",
    b"\tFALSE\t",
    b"\t/\t",
    b"\t0\t",
    b"\r\n",
)
_TURNING: Final = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
_JSON: Final = (
    b'"name":',
    b'"domain":',
    b'"expires":',
    b'"partitionKey":',
    b'"cookies":[',
    b'"sameSite":',
    b"[{",
    b"}]",
)


@cache
def _samples(*kinds: str) -> tuple[bytes, ...]:
    return tuple(SAMPLES[kind][0]() for kind in kinds)


def _read(data: bytes, folder: Path) -> None:
    """As its commands read it: by content, told who answered and when, and as a table of names."""
    path = written(folder, "handed-in", data)
    found = read_cookies(path, _ANSWERED)
    keeps(found.reading)
    assert found.recognised
    table = read_file(path, NOTHING_TOLD)
    assert table.read or table.problems


def _target(name: str, reads: str, *kinds: str, words: Sequence[bytes] = (), json: bool = False) -> Target:
    shapes = partial(_odd, kinds) if json else None
    return Target(name, reads, partial(_samples, *kinds), _read, tuple(words), shapes)


def _odd(kinds: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    return odd_json(_samples(*kinds))


def _set_cookie(data: bytes, folder: Path) -> None:
    text = data.decode("latin-1")
    made = parse_set_cookie(text)
    assert isinstance(made.name, str)
    split_set_cookie(text)


def _date(data: bytes, folder: Path) -> None:
    text = data.decode("utf-8", "surrogateescape")
    found = parse_cookie_date(text)
    assert found is None or isinstance(found, int)


def _texts(data: bytes, folder: Path) -> None:
    """What a cookie's name goes through before it is shown or looked up."""
    text = data.decode("utf-8", "surrogateescape")
    shown = visible(text, 200)
    assert not any(unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp") for sign in shown), ascii(shown)
    assert not any(unicodedata.bidirectional(sign) in _TURNING for sign in shown), ascii(shown)
    shown.encode("utf-8")
    assert len(name_pattern(text)) <= len(text) + 64


JSON_KINDS: Final = ("storage-state", "cdp", "puppeteer", "extension", "selenium", "bidi", "json")
FILES: Final = (
    _target("har", "HAR recordings", "har", words=_HAR_WORDS, json=True),
    _target("openwpm", "databases of OpenWPM crawls", "openwpm", words=(b"javascript_cookies", b"http_responses")),
    _target("netscape", "cookies.txt", "netscape", words=_NETSCAPE),
    _target("json-exports", "cookies as JSON of browsers' tools", *JSON_KINDS, words=_JSON, json=True),
    _target(
        "recorders",
        "JSON of crawlers and audit tools",
        "tracker-radar-collector",
        "website-evidence-collector",
        "psat",
        words=_JSON,
        json=True,
    ),
    _target(
        "tables",
        "CSV and the tables of DevTools",
        "devtools-table",
        "csv",
        words=(b"\t", b",", b'"', b"Name", b"Domain", b"Session", b"2026-11-24T12:00:00.000Z"),
    ),
    _target(
        "header-log",
        "logs with Set-Cookie lines",
        "set-cookie",
        words=(b"set-cookie: ", b"< HTTP/2 200\r\n", b"< date: ", b"* Connected to", b"> GET / HTTP/1.1\r\n> Host: "),
    ),
    Target("own-scan", "scans saved as JSON", lambda: [_demo()], _read, _JSON, lambda: odd_json([_demo()])),
    Target(
        "any-file",
        "files of any format, mixed",
        lambda: [*_samples(*SAMPLES), recordings.psat_csv(), exports.plain_json()],
        _read,
        _JSON,
    ),
    Target(
        "set-cookie",
        "one Set-Cookie header",
        lambda: list(_HEADERS),
        _set_cookie,
        (b"; ", b"=", b"Max-Age=", b"Expires=", b"Domain=", b"SameSite="),
        refusals=(NotACookieError,),
    ),
    Target(
        "cookie-dates",
        "dates of cookies",
        lambda: list(_DATES),
        _date,
        (b"Jan", b"dec", b":", b"70", b"1601", b"30827", b"GMT"),
    ),
    Target(
        "names",
        "names and texts as they are shown",
        lambda: [b"_ga_ABC123", b"sid.4f9a3c", b"a\x1b[31mb"],
        _texts,
        (b"_", b"-", b".", b"0f9a"),
    ),
)


def _demo() -> bytes:
    from inspector.core.resources import resources_folder

    return (resources_folder() / "demo" / "cookies.json").read_bytes()
