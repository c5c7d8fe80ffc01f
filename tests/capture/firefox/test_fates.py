# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What became of a write: the log's word, then the console's, then the jar's; and never a refusal without proof."""

from typing import Any

import pytest

from inspector.capture.events import HeaderWrite, ScriptWrite
from inspector.capture.firefox.console import Refusal
from inspector.capture.firefox.cookie_log import Kept, Turned
from inspector.capture.firefox.fates import INFERRED, NOT_LOGGED, Fates, Pending, Write
from inspector.capture.parts import Basis, Fate, HeldCookie
from inspector.capture.traces import Traces
from inspector.capture.verdicts import Holdings

TRACES = Traces(b"k")
URL = "https://shop.test/a"
NOW = 1_790_000_000_000_000


class Bench:
    """Fates with what they told."""

    def __init__(self, log_heard: bool = True) -> None:
        self.told: list[Write] = []
        self.fates = Fates(self.told.append, lambda: log_heard, TRACES)

    def header(self, line: str, context: str = "c1", url: str = URL) -> None:
        write = HeaderWrite(NOW, url, TRACES.of_header(line))
        self.fates.asked(Pending(write, line, "shop.test", context, url))

    def script(self, line: str, context: str = "c1", seen: bool = False) -> None:
        write = ScriptWrite(NOW, "document.cookie", TRACES.of_header(line))
        self.fates.asked(Pending(write, "", "shop.test", context, URL, seen))

    def kept(self, line: str, name: str = "a", value: str = "1", **fields: Any) -> None:
        self.fates.kept(Kept(URL, line, name, value, "shop.test", "/", "", False)._replace(**fields))

    def fate(self) -> tuple[Fate, Basis, tuple[str, ...]]:
        (write,) = self.told
        return write.fate, write.basis, write.reasons


def held(name: str = "a", value: str = "1", **fields: Any) -> HeldCookie:
    return HeldCookie(name, "shop.test", "/", session=True, value=TRACES.of_value(value))._replace(**fields)


@pytest.mark.parametrize("log_first", [True, False])
def test_a_header_that_the_log_tells(log_first: bool) -> None:
    bench = Bench()
    if log_first:
        bench.kept("a=1; Secure")
    bench.header("a=1; Secure")
    bench.fates.settle()
    if not log_first:
        assert bench.told == []
        bench.kept("a=1; Secure")
        bench.fates.settle()
    assert bench.fate() == (Fate.STORED, Basis.BROWSER, ())
    assert bench.told[0].held is not None
    assert bench.fates.unclaimed() == []


def test_a_script_is_told_by_name_value_and_host() -> None:
    bench = Bench()
    bench.kept("", value="2")
    bench.kept("", host="ads.test")
    bench.script("a=1; Path=/")
    bench.fates.settle()
    assert bench.told == []
    bench.kept("")
    bench.fates.settle()
    assert bench.fate() == (Fate.STORED, Basis.BROWSER, ())
    assert len(bench.fates.unclaimed()) == 2


def test_the_console_says_why() -> None:
    bench = Bench()
    bench.header("a=1; Domain=other.test")
    bench.fates.refused(Refusal("a", "has been rejected for invalid domain", "c1", NOW))
    bench.fates.settle()
    assert bench.fate() == (Fate.REFUSED, Basis.BROWSER, ("has been rejected for invalid domain",))


def test_the_console_is_not_believed_of_another_frame_where_two_ask() -> None:
    bench = Bench()
    bench.header("a=1", context="c1")
    bench.header("a=2", context="c2")
    bench.fates.refused(Refusal("a", "has been rejected as third-party", "c3", NOW))
    bench.fates.settle()
    assert bench.told == []


def test_the_log_goes_before_the_console() -> None:
    bench = Bench()
    bench.header("a=1")
    bench.fates.refused(Refusal("a", "has been rejected as third-party", "c1", NOW))
    bench.kept("a=1")
    bench.fates.settle()
    assert bench.fate()[0] is Fate.STORED


def test_what_asks_for_a_moment_that_is_past_takes_away() -> None:
    bench = Bench()
    bench.header("a=1; Max-Age=0")
    bench.fates.turned(Turned(URL, "a=1; Max-Age=0", "cookie has already expired"))
    bench.fates.settle()
    assert bench.fate() == (Fate.REMOVED, Basis.BROWSER, ())


def test_a_removal_that_is_taken_for_a_moment_is_a_removal() -> None:
    bench = Bench()
    bench.header("a=1; Max-Age=0")
    bench.kept("a=1; Max-Age=0")
    bench.fates.settle()
    assert bench.fate() == (Fate.REMOVED, Basis.BROWSER, ())


def test_what_nobody_tells_and_the_jar_does_not_hold_was_refused_and_that_is_inferred() -> None:
    bench = Bench()
    bench.header("a=1")
    bench.fates.conclude(Holdings(()))
    assert bench.fate() == (Fate.REFUSED, Basis.JAR, (INFERRED,))


def test_a_script_that_an_http_only_cookie_is_kept_from_hears_the_logs_words() -> None:
    bench = Bench()
    bench.script("a=2; Path=/")
    bench.fates.turned(Turned(URL, "", "previously stored cookie is httponly; coming from script"))
    bench.fates.conclude(Holdings([held(http_only=True)]))
    fate, basis, reasons = bench.fate()
    assert (fate, basis) == (Fate.REFUSED, Basis.JAR)
    assert reasons[0] == "previously stored cookie is httponly; coming from script"


def test_nothing_is_called_refused_that_was_written_again() -> None:
    bench = Bench()
    bench.header("a=1; Path=/")
    bench.header("a=2; Path=/")
    bench.fates.conclude(Holdings([held(value="2")]))
    assert bench.told[0].fate is Fate.NOT_KNOWN


def test_nothing_is_called_refused_of_a_site_with_a_full_jar() -> None:
    bench = Bench()
    bench.header("a=1; Path=/")
    bench.fates.conclude(Holdings([held(f"n{number}") for number in range(160)]))
    assert bench.told[0].fate is Fate.NOT_KNOWN


def test_what_the_log_passed_over_and_the_jar_holds_is_not_known() -> None:
    bench = Bench()
    bench.header("a=1; Path=/")
    bench.fates.conclude(Holdings([held()]))
    assert bench.fate() == (Fate.NOT_KNOWN, Basis.NONE, (NOT_LOGGED,))


def test_without_the_log_the_jar_tells_what_was_stored() -> None:
    bench = Bench(log_heard=False)
    bench.header("a=1; Path=/")
    bench.fates.conclude(Holdings([held()]))
    assert bench.fate()[:2] == (Fate.STORED, Basis.JAR)


def test_a_text_that_came_differently_on_the_two_ways_is_found_by_its_name() -> None:
    bench = Bench()
    bench.header("a=Gr\ufffd\ufffdn")
    bench.kept("a=Grün", value="Grün")
    bench.fates.settle()
    assert bench.told == []
    bench.fates.conclude(Holdings(()))
    assert bench.fate()[0] is Fate.STORED


def test_what_a_page_saw_at_once_was_stored_though_the_jar_tells_no_more() -> None:
    bench = Bench()
    bench.script("a=1; Path=/", seen=True)
    bench.script("a=2; Path=/")
    bench.kept("", value="2")
    bench.fates.conclude(Holdings([held(value="2")]))
    fates = {write.cookie.value.same: (write.fate, write.basis) for write in bench.told if write.cookie.value}
    assert fates[TRACES.of_value("1").same] == (Fate.STORED, Basis.READ_BACK)


def test_what_is_open_when_the_browser_goes_is_told_as_not_known() -> None:
    bench = Bench()
    bench.header("a=1")
    bench.fates.give_up()
    assert bench.fate() == (Fate.NOT_KNOWN, Basis.NONE, ())


def test_ten_thousand_writes_of_one_name_cost_a_bounded_time() -> None:
    bench = Bench()
    for number in range(10_000):
        bench.script(f"n{number}=1")
        bench.kept("", name=f"n{number}")
    bench.fates.settle()
    assert len(bench.told) == 10_000
