# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox's log of cookies, as 153 ESR writes it."""

from hypothesis import given
from hypothesis import strategies as st

from inspector.capture.firefox.cookie_log import CookieLog, Kept, Sent, Told, Turned
from inspector.capture.parts import HeldCookie, PartitionKey
from inspector.capture.traces import Traces
from inspector.core.cookie import SameSite

PREFIX = "[Parent 29581: Main Thread]: D/cookie "
ACCEPTED = """===== COOKIE ACCEPTED =====
request URL: https://ads.test/pixel
cookie string: IDE=AHWq; Max-Age=2592000; Secure; SameSite=None
replaces existing cookie: false
current time: Tue Nov 24 23:19:29 2026 GMT
----------------
name: IDE
value: AHWq
host: ads.test
path: /
expires: Thu Dec 24 23:19:29 2026 GMT
created: Tue Nov 24 23:19:29 2026 GMT
is secure: true
is httpOnly: false
sameSite: none
schemeMap 2 (http: false | https: true | file: false)
origin attributes: ^partitionKey=%28https%2Cshop.test%29
"""


def heard(text: str, prefix: str = PREFIX) -> list[Told]:
    log = CookieLog()
    told = [log.feed(f"{prefix}{line}\n") for line in (text + "\n").split("\n")]
    return [one for one in told if one is not None]


def test_a_cookie_that_was_taken() -> None:
    (kept,) = heard(ACCEPTED)
    assert isinstance(kept, Kept)
    assert (kept.url, kept.name, kept.value, kept.host, kept.path) == (
        "https://ads.test/pixel",
        "IDE",
        "AHWq",
        "ads.test",
        "/",
    )
    assert kept.line == "IDE=AHWq; Max-Age=2592000; Secure; SameSite=None"
    traces = Traces(b"k")
    assert kept.held(traces) == HeldCookie(
        "IDE",
        "ads.test",
        "/",
        PartitionKey("https://shop.test", False),
        1_798_154_369_000_000,
        False,
        True,
        False,
        SameSite.NONE,
        value=traces.of_value("AHWq"),
    )


def test_a_session_cookie_of_a_script_for_a_whole_domain() -> None:
    text = ACCEPTED.replace("cookie string: IDE=AHWq; Max-Age=2592000; Secure; SameSite=None", "cookie string: ")
    text = text.replace("host: ads.test", "domain: .ads.test").replace(
        "^partitionKey=%28https%2Cshop.test%29", "{empty}"
    )
    text = text.replace("Thu Dec 24 23:19:29 2026 GMT", "Wed Dec 31 23:59:59 1969 GMT (at end of session)")
    (kept,) = heard(text)
    assert isinstance(kept, Kept)
    held = kept.held(Traces(b"k"))
    assert (kept.line, held.domain, held.partition) == ("", ".ads.test", None)
    assert (held.session, held.expires_us) == (True, None)


def test_one_that_was_not_taken_and_one_that_was_sent() -> None:
    text = """===== COOKIE NOT ACCEPTED =====
request URL: https://shop.test/
cookie string: a=1; Max-Age=0
current time: Tue Nov 24 23:19:22 2026 GMT
rejected because cookie has already expired

===== COOKIE SENT =====
request URL: https://shop.test/x
cookie string: a=1; b="two words"
current time: Tue Nov 24 23:19:22 2026 GMT
"""
    assert heard(text) == [
        Turned("https://shop.test/", "a=1; Max-Age=0", "cookie has already expired"),
        Sent("https://shop.test/x", ("a", "b")),
    ]


def test_what_others_write_to_standard_error_is_passed_over() -> None:
    assert heard(ACCEPTED, prefix="") == []
    log = CookieLog()
    log.feed("*** You are running in headless mode.\n")
    assert not log.seen
    for line in ACCEPTED.split("\n"):
        log.feed(PREFIX + line)
        log.feed("JavaScript error: resource:///modules/X.sys.mjs, line 1\n")
        log.feed("[Parent 1: Main Thread]: D/nsHttp name: other\n")
    assert log.seen


def test_a_value_cannot_begin_a_line_of_the_log() -> None:
    text = ACCEPTED.replace("value: AHWq", "value: ===== COOKIE NOT ACCEPTED =====")
    (kept,) = heard(text)
    assert isinstance(kept, Kept)
    assert kept.value == "===== COOKIE NOT ACCEPTED ====="


@given(st.lists(st.one_of(st.sampled_from(ACCEPTED.split("\n")), st.text())))
def test_no_lines_make_it_fail(lines: list[str]) -> None:
    log = CookieLog()
    told = [log.feed(PREFIX + line) for line in lines]
    assert all(one is None or isinstance(one, Told) for one in told)
    assert log.seen or not lines
