# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Whatever a page or a browser does, a run of Chromium ends in bounded time, says what it saw, and leaves nothing."""

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import psutil
import pytest
from make.browsers import CHROMIUM, needs_chromium, wait_for
from make.recorders import left_behind
from make.runs import chromium_run
from make.site import OTHER, Reply, Routes, Site, open_site

from inspector.capture.events import HeaderWrite, Jar, PageOpened, Request, Response, RunEnded, ScriptWrite
from inspector.capture.log import read_log
from inspector.capture.parts import Ending, Fate, Outcome
from inspector.capture.process import PREFIX
from inspector.capture.telling import LOG_NAME

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(180), needs_chromium]

MANY = 10_000


def hang(asked: BaseHTTPRequestHandler) -> None:
    """Answer nothing for longer than anybody waits."""
    time.sleep(60)


def pour(asked: BaseHTTPRequestHandler) -> None:
    """Send 50 MB."""
    asked.send_response(200)
    asked.send_header("Content-Type", "text/plain")
    asked.send_header("Set-Cookie", "large=1; Path=/")
    asked.send_header("Content-Length", str(50_000_000))
    asked.end_headers()
    for _ in range(50):
        asked.wfile.write(b"x" * 1_000_000)


def cut(asked: BaseHTTPRequestHandler) -> None:
    """Promise more than is sent."""
    asked.send_response(200)
    asked.send_header("Content-Length", "100000")
    asked.end_headers()
    asked.wfile.write(b"<p>that was")
    asked.close_connection = True


ROUTES: Routes = {
    "/": Reply("<p>fine</p>", cookies=("fine=1",)),
    "/hang": hang,
    "/hanging-part": Reply("<p>text</p><img src='/hang'>", cookies=("part=1",)),
    "/busy": Reply("<script>document.cookie = 'busy=1'; for (;;);</script>"),
    "/busy-later": Reply("<script>onload = () => setTimeout(() => { for (;;); }, 50)</script>"),
    "/loop": Reply(status=302, cookies=("loop=1",), headers=(("Location", "/loop"),)),
    "/script-loop": Reply("<script>location.replace('/script-loop?' + Math.random().toString().slice(2))</script>"),
    "/many": Reply(
        "<script>for (let at = 0; at < %d; at += 1) document.cookie = 'n' + at + '=' + at;</script>" % MANY  # noqa: UP031
    ),
    "/many-headers": Reply("<p>x</p>", cookies=tuple(f"h{at}={at}" for at in range(400))),
    "/large": Reply("<script>fetch('/pour').then((answer) => answer.arrayBuffer())</script>"),
    "/pour": pour,
    "/close": Reply("<script>window.close(); document.cookie = 'x=1'</script>"),
    "/popups": Reply("<script>for (let at = 0; at < 5; at += 1) open('/popup')</script>"),
    "/popup": Reply("<script>document.cookie = 'popup=1'; setTimeout(() => close(), 10)</script>"),
    "/crash": Reply("<script>location = 'chrome://crash'</script><p>x</p>"),
    "/dialogs": Reply("<script>alert(1); confirm(2); prompt(3); document.cookie = 'after=1'; onbeforeunload = () => 1"
                      "</script>"),
    "/download": Reply("data", headers=(("Content-Disposition", "attachment; filename=x.bin"),), cookies=("down=1",),
                       kind="application/octet-stream"),
    "/nothing": Reply(status=204, cookies=("nothing=1",)),
    "/cut": cut,
    "/huge-write": Reply("<script>document.cookie = 'huge=' + 'x'.repeat(50000000)</script>"),
    "/liar": Reply("""<script>
        const told = globalThis.__cookie_inspector__;
        if (told) { told("not json"); told('{"api": 7}'); }
        Error.prepareStackTrace = () => "forged"; Error.stackTraceLimit = 0;
        String.prototype.slice = () => { throw 1 }; Array.prototype[Symbol.iterator] = () => { throw 1 };
        JSON.stringify = () => "forged"; Object.defineProperty = () => { throw 1 };
        document.cookie = "honest=1; path=/";
        </script>"""),
    "/meta": Reply("<meta http-equiv=refresh content='0;url=/'>", cookies=("meta=1",)),
    "/deep": Reply("<iframe src='/deep?x' width=300></iframe>"),
    f"{OTHER}/": Reply("x"),
}  # fmt: skip


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    with open_site(ROUTES) as running:
        yield running


@pytest.fixture(autouse=True)
def nothing_stays(tmp_path: Path) -> Iterator[None]:
    began = time.monotonic()
    yield
    assert time.monotonic() - began < 90
    assert wait_for(lambda: left_behind(tmp_path) == [], 10), left_behind(tmp_path)


@pytest.mark.parametrize(
    ("path", "ending", "outcome", "why"),
    [
        ("/", Ending.COMPLETE, Outcome.OK, ""),
        ("/hang", Ending.NOT_MEASURED, Outcome.TIMED_OUT, "nothing came back"),
        ("/hanging-part", Ending.COMPLETE, Outcome.OK, "parts of the page were still under way"),
        ("/busy", Ending.NOT_MEASURED, Outcome.TIMED_OUT, "answers no more"),
        ("/busy-later", Ending.COMPLETE, Outcome.OK, ""),
        ("/loop", Ending.NOT_MEASURED, Outcome.UNREACHABLE, "ERR_TOO_MANY_REDIRECTS"),
        ("/crash", None, None, ""),
        ("/dialogs", Ending.COMPLETE, Outcome.OK, ""),
        ("/download", Ending.NOT_MEASURED, Outcome.UNREACHABLE, "ERR_ABORTED"),
        ("/nothing", Ending.NOT_MEASURED, Outcome.UNREACHABLE, "ERR_ABORTED"),
        ("/cut", None, None, ""),
        ("/huge-write", Ending.COMPLETE, Outcome.OK, ""),
        ("/deep", Ending.COMPLETE, Outcome.OK, ""),
        ("/popups", Ending.COMPLETE, Outcome.OK, ""),
    ],
)
def test_a_run_says_what_came_of_the_page(
    site: Site, tmp_path: Path, path: str, ending: Ending | None, outcome: Outcome | None, why: str
) -> None:
    ended, events = chromium_run(tmp_path, site.url(path), patience_s=5.0)
    assert isinstance(events[-1], RunEnded)
    opened = events.of(PageOpened)
    assert opened, ended
    if ending is not None:
        assert (ended.outcome, opened[0].outcome) == (ending, outcome), ended
        assert why in opened[0].why


def test_a_page_that_goes_on_for_ever_is_bounded(site: Site, tmp_path: Path) -> None:
    ended, events = chromium_run(tmp_path, site.url("/script-loop"), patience_s=4.0)
    assert ended.outcome in (Ending.COMPLETE, Ending.NOT_MEASURED)
    assert len(events.of(PageOpened)) > 2


def test_a_page_that_closes_itself(site: Site, tmp_path: Path) -> None:
    ended, events = chromium_run(tmp_path, site.url("/close"), pages=(site.url("/"),))
    outcomes = [page.outcome for page in events.of(PageOpened)]
    assert ended.outcome in (Ending.COMPLETE, Ending.NOT_MEASURED)
    assert outcomes[0] in (Outcome.CLOSED_ITSELF, Outcome.OK)


def test_ten_thousand_cookies_are_all_told(site: Site, tmp_path: Path) -> None:
    ended, events = chromium_run(tmp_path, site.url("/many"), patience_s=60.0)
    assert ended.outcome is Ending.COMPLETE
    writes = events.of(ScriptWrite)
    assert len(writes) == MANY
    assert len({write.cookie.name for write in writes}) == MANY
    # The first are read back; later ones that the browser has made room for are not called refused.
    assert {write.fate for write in writes} == {Fate.STORED, Fate.NOT_KNOWN}
    assert 0 < len(events.of(Jar)[-1].cookies) <= 180


def test_many_headers_of_one_answer(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url("/many-headers"))
    assert len(events.of(HeaderWrite)) == 400
    assert Fate.REFUSED not in {write.fate for write in events.of(HeaderWrite)}


def test_fifty_megabytes_cost_no_memory_of_ours(site: Site, tmp_path: Path) -> None:
    before = psutil.Process().memory_info().rss
    ended, events = chromium_run(tmp_path, site.url("/large"), wait_s=3.0)
    assert ended.outcome is Ending.COMPLETE
    assert {write.cookie.name for write in events.of(HeaderWrite)} == {"large"}
    assert psutil.Process().memory_info().rss - before < 40_000_000


def test_a_page_that_lies_to_the_hook_breaks_nothing_and_is_seen(site: Site, tmp_path: Path) -> None:
    ended, events = chromium_run(tmp_path, site.url("/liar"))
    assert ended.outcome is Ending.COMPLETE
    assert [write.cookie.name for write in events.of(ScriptWrite)] == ["honest"]
    assert {cookie.name for cookie in events.of(Jar)[-1].cookies} == {"honest"}


def test_a_page_that_goes_on_to_another(site: Site, tmp_path: Path) -> None:
    ended, events = chromium_run(tmp_path, site.url("/meta"))
    assert ended.outcome is Ending.COMPLETE
    pages = [(page.page, page.url, page.cause) for page in events.of(PageOpened)]
    assert pages == [("p1", site.url("/meta"), "asked"), ("p2", site.url("/"), "navigation")]
    assert {write.cookie.name: write.page for write in events.of(HeaderWrite)} == {"meta": "p1", "fine": "p2"}


def test_popups_are_pages_with_their_opener(site: Site, tmp_path: Path) -> None:
    _, events = chromium_run(tmp_path, site.url("/popups"), wait_s=2.0)
    popups = events.of(PageOpened, cause="popup")
    assert {(page.url, page.opener) for page in popups} <= {(site.url("/popup"), "p1")}
    writers = {write.page for write in events.of(ScriptWrite)}
    assert writers <= {page.page for page in popups}


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("http://127.0.0.1:{closed}/", "ERR_CONNECTION_REFUSED"),
        ("http://nowhere.invalid/", "ERR_NAME_NOT_RESOLVED"),
        ("https://localhost:{port}/", "ERR_SSL_PROTOCOL_ERROR"),
        ("nonsense:address", ""),
    ],
)
def test_what_cannot_be_reached_is_not_measured(site: Site, tmp_path: Path, url: str, why: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        closed = free.getsockname()[1]
    ended, events = chromium_run(tmp_path, url.format(port=site.port, closed=closed), patience_s=6.0)
    assert ended.outcome is Ending.NOT_MEASURED
    assert events.of(PageOpened)[0].outcome in (Outcome.UNREACHABLE, Outcome.TIMED_OUT)
    assert why in ended.why


def test_a_proxy_that_is_not_there_is_told(site: Site, tmp_path: Path) -> None:
    options = ("--proxy-server=http://127.0.0.1:9",)
    ended, _ = chromium_run(tmp_path, "http://shop.invalid/", options=options)
    assert ended.outcome is Ending.NOT_MEASURED
    assert "ERR_PROXY_CONNECTION_FAILED" in ended.why


def test_a_browser_that_is_missing(site: Site, tmp_path: Path) -> None:
    ended, _ = chromium_run(tmp_path, site.url(), program=(str(tmp_path / "nothing"),))
    assert ended.outcome is Ending.NOT_MEASURED
    assert "could not be started" in ended.why


def test_a_browser_that_ends_at_once(site: Site, tmp_path: Path) -> None:
    ended, _ = chromium_run(tmp_path, site.url(), program=("/bin/false",))
    assert ended.outcome is Ending.NOT_MEASURED
    assert "ended at once" in ended.why


def test_no_socket_stays_among_temporary_files(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.TemporaryDirectory() as short:
        monkeypatch.setattr(tempfile, "tempdir", short)
        ended, _ = chromium_run(tmp_path, site.url(), env=os.environ | {"TMPDIR": short})
        assert ended.outcome is Ending.COMPLETE
        assert list(Path(short).iterdir()) == []


def test_nothing_leaves_but_the_visit(tmp_path: Path) -> None:
    """Everything goes through a proxy of ours, also what the browser asks for of its own accord."""
    address = "http://shop.invalid/"
    with open_site({address: Reply("<p>x</p>", cookies=("seen=1",))}) as proxy:
        options = (f"--proxy-server=http://127.0.0.1:{proxy.port}",)
        ended, events = chromium_run(tmp_path, address, options=options, wait_s=12.0)
    assert ended.outcome is Ending.COMPLETE
    assert {write.cookie.name for write in events.of(HeaderWrite)} == {"seen"}
    assert {host for host, _ in proxy.requests} == {"shop.invalid"}
    assert {path for _, path in proxy.requests} <= {address, f"{address}favicon.ico"}


def browser_of(folder: Path) -> psutil.Process:
    """The first process of the browser whose profile lies in a folder."""
    mark = f"--user-data-dir={folder / PREFIX}"
    found = [
        one
        for one in psutil.process_iter(["cmdline"])
        if any(part.startswith(mark) for part in one.info["cmdline"] or ())
        and "--type=" not in str(one.info["cmdline"])
    ]
    return found[0]


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_browser_that_is_killed_in_the_middle(site: Site, tmp_path: Path, number: signal.Signals) -> None:
    killed: list[float] = []

    def kill() -> bool:
        log = tmp_path / "run" / LOG_NAME
        if not killed and log.is_file() and "page-opened" in log.read_text(encoding="ascii"):
            killed.append(time.monotonic())
            browser_of(tmp_path).send_signal(number)
        return False

    ended, events = chromium_run(tmp_path, site.url(), wait_s=60.0, stopped=kill)
    assert killed
    assert time.monotonic() - killed[0] < 15
    assert ended.outcome in (Ending.CUT_SHORT, Ending.NOT_MEASURED)
    assert "ended or closed the connection" in ended.why
    assert {write.cookie.name for write in events.of(HeaderWrite)} == {"fine"}


def test_a_browser_that_stands_still(site: Site, tmp_path: Path) -> None:
    stopped: list[psutil.Process] = []

    def freeze() -> bool:
        log = tmp_path / "run" / LOG_NAME
        if not stopped and log.is_file() and "page-opened" in log.read_text(encoding="ascii"):
            stopped.append(browser_of(tmp_path))
            stopped[0].suspend()
        return False

    ended, _ = chromium_run(tmp_path, site.url(), stopped=freeze)
    assert stopped
    assert ended.outcome in (Ending.CUT_SHORT, Ending.NOT_MEASURED)
    assert "answers no more" in ended.why


def test_a_run_that_the_user_stops(site: Site, tmp_path: Path) -> None:
    log = tmp_path / "run" / LOG_NAME
    began = time.monotonic()
    ended, events = chromium_run(
        tmp_path,
        site.url(),
        wait_s=60.0,
        stopped=lambda: log.is_file() and "page-opened" in log.read_text(encoding="ascii"),
    )
    assert time.monotonic() - began < 40
    assert (ended.outcome, ended.why) == (Ending.CUT_SHORT, "stopped by the user")
    assert events.of(Request)
    assert events.of(Response)


PROGRAM = """
import sys; sys.path.insert(0, sys.argv[4]); from pathlib import Path; from make.runs import chromium_run
chromium_run(Path(sys.argv[1]), sys.argv[2], wait_s=60.0)
"""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
def test_nothing_stays_where_we_are_killed(site: Site, tmp_path: Path, number: signal.Signals) -> None:
    tests = str(Path(__file__).parents[1])
    command = [sys.executable, "-c", PROGRAM, str(tmp_path), site.url(), CHROMIUM or "", tests]
    program = subprocess.Popen(command, stderr=subprocess.DEVNULL, env=os.environ.copy())
    log = tmp_path / "run" / LOG_NAME
    assert wait_for(lambda: log.is_file() and "page-opened" in log.read_text(encoding="ascii"), 60)
    program.send_signal(number)
    program.wait(20)
    assert wait_for(lambda: left_behind(tmp_path) == [], 20), left_behind(tmp_path)
    assert read_log(log).events
