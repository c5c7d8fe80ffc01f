# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Firefox ESR meets pages that keep it busy or turn it away, and is ended itself: bounded, told, nothing left."""

import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from make.browsers import needs_firefox, wait_for
from make.planted import recorder_of, recorder_to
from make.plants.hostile import MANY
from make.plants.server import Site, open_site
from make.recorders import Recorded, left_behind, surroundings

from inspector.capture.events import HeaderWrite, PageOpened, Request, ScriptWrite
from inspector.capture.firefox.recorder import FirefoxRecorder
from inspector.capture.parts import Choice, Fate, Mode, Outcome
from inspector.capture.process import PREFIX
from inspector.capture.recorder import BrowserGoneError, Launch, Recorder, Stopped

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(240), needs_firefox]

PATIENCE_S = 4.0
# Path: what came of it, and a word of why.
OUTCOMES = {
    "/closing": (Outcome.CLOSED_ITSELF, "closed its tab"),
    "/endless": (Outcome.UNREACHABLE, "redirects without end"),
    "/hang": (Outcome.TIMED_OUT, "did not answer"),
    "/drip": (Outcome.TIMED_OUT, "was not loaded"),
    "/big": (Outcome.TIMED_OUT, "was not loaded"),
    "/busy": (Outcome.TIMED_OUT, "was not loaded"),
    "/challenge": (Outcome.CHALLENGE, "Cloudflare"),
    "/silent-challenge": (Outcome.CHALLENGE, "Cloudflare"),
    "/login": (Outcome.WALL, "a name and a password"),
    "/down": (Outcome.HTTP_ERROR, "503"),
    "/missing": (Outcome.HTTP_ERROR, "404"),
    "/asking": (Outcome.OK, ""),
    "/file": (Outcome.UNREACHABLE, "a file to be downloaded"),
}
# The cookie of each page that sets one, and what became of it.
COOKIES = {
    "/drip": "h_drip",
    "/big": "h_big",
    "/busy": "h_busy",
    "/closing": "h_closing",
    "/challenge": "__cf_bm",
    "/down": "h_down",
    "/missing": "h_missing",
    "/asking": "h_asking",
    "/file": "h_file",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with open_site(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("profiles")


@pytest.fixture(scope="module")
def firefox(site: Site, parent: Path) -> Iterator[tuple[Recorder, Recorded]]:
    """One Firefox for all of these pages: each has to leave it able to visit the next."""
    with recorder_of("firefox", site, parent) as running:
        yield running


@pytest.mark.parametrize("path", OUTCOMES)
def test_a_page_that_is_none(firefox: tuple[Recorder, Recorded], site: Site, path: str) -> None:
    recorder, events = firefox
    opened = recorder.open_page(site.url(path), PATIENCE_S)
    outcome, why = OUTCOMES[path]
    if path == "/closing" and opened.outcome is Outcome.OK:  # Firefox closes a tab for a script in its first page only
        outcome, why = Outcome.OK, ""
    assert opened.outcome is outcome
    assert why in opened.why
    assert site.plain(opened.url) == f"shop.test{path}"
    if path in COOKIES:
        recorder.jar(Choice.NONE)
        writes = [one for one in events if isinstance(one, HeaderWrite | ScriptWrite)]
        assert {one.fate for one in writes if one.cookie.name == COOKIES[path]} == {Fate.STORED}


def test_pages_that_follow_each_other_without_end(firefox: tuple[Recorder, Recorded], site: Site) -> None:
    recorder, events = firefox
    opened = recorder.open_page(site.url("/wandering"), PATIENCE_S)
    assert opened.outcome is Outcome.OK

    def followed() -> int:
        recorder.watch(0.2)
        return sum(page.cause == "navigation" and "/wandering" in page.url for page in events.of(PageOpened))

    assert wait_for(lambda: followed() > 1, 30)
    assert recorder.open_page(site.url("/"), PATIENCE_S).outcome is Outcome.OK


def test_ten_thousand_cookies_are_bounded_and_none_is_called_refused(site: Site, tmp_path: Path) -> None:
    with recorder_of("firefox", site, tmp_path) as (recorder, events):
        recorder.open_page(site.url("/many"), 15)
        jar = recorder.jar(Choice.NONE)
    writes = events.of(ScriptWrite)
    assert 100 < len(writes) <= MANY  # as many as came within the time
    assert {write.fate for write in writes} <= {Fate.STORED, Fate.NOT_KNOWN}
    assert sum(write.fate is Fate.STORED for write in writes) > len(writes) * 0.9
    assert 0 < len(jar.cookies) <= 180  # network.cookie.maxPerHost


def ours(parent: Path) -> list[psutil.Process]:
    """The processes of the browser whose profile lies here."""
    found = psutil.process_iter(["pid", "cmdline"])
    return [process for process in found if str(parent / PREFIX) in " ".join(process.info["cmdline"] or ())]


def test_nothing_is_left_of_a_visit(site: Site, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    env = {**os.environ, "HOME": str(home)}
    with recorder_of("firefox", site, tmp_path, env=env) as (recorder, events):
        recorder.open_page(site.url("/file"), PATIENCE_S)
        (port,) = {
            one.laddr.port
            for process in ours(tmp_path)
            for one in process.net_connections(kind="tcp")
            if one.status == psutil.CONN_LISTEN
        }
        addresses = {
            one.laddr.ip
            for process in ours(tmp_path)
            for one in process.net_connections(kind="tcp")
            if one.status == psutil.CONN_LISTEN
        }
        assert addresses <= {"127.0.0.1", "::1"}
    assert events.of(PageOpened)
    assert left_behind(tmp_path) == []
    with socket.socket() as asked:
        assert asked.connect_ex(("127.0.0.1", port)) != 0
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("how", ["killed", "crashed"])
def test_a_firefox_that_goes_in_the_middle(site: Site, tmp_path: Path, how: str) -> None:
    events = Recorded()
    recorder = recorder_to("firefox", site, tmp_path, events)
    recorder.start()
    try:
        recorder.open_page(site.url("/attributes"), 20)
        first = min(ours(tmp_path), key=lambda process: process.create_time())
        first.kill() if how == "killed" else first.send_signal(11)
        began = time.monotonic()
        with pytest.raises(BrowserGoneError):
            recorder.watch(60)
        assert time.monotonic() - began < 30
    finally:
        recorder.close()
    assert left_behind(tmp_path) == []
    told = {write.cookie.name: write.fate for write in events.of(HeaderWrite)}
    assert told["a_lax"] is Fate.STORED
    assert told["a_oversize"] is Fate.NOT_KNOWN  # nobody could look into its jar any more


def test_a_page_whose_process_crashes_is_told_and_the_next_one_opens(site: Site, tmp_path: Path) -> None:
    with recorder_of("firefox", site, tmp_path) as (recorder, _):
        recorder.open_page(site.url("/attributes"), 20)
        tabs = [one for one in psutil.process_iter(["cmdline"]) if "-isForBrowser" in (one.info["cmdline"] or ())]
        for process in tabs:
            if any(above in ours(tmp_path) for above in process.parents()):
                process.send_signal(11)
        recorder.watch(1.0)
        opened = recorder.open_page(site.url("/"), 20)
        assert opened.outcome is Outcome.OK


def test_stopped_by_the_user(site: Site, tmp_path: Path) -> None:
    end = [float("inf")]
    events = Recorded()
    recorder = recorder_to("firefox", site, tmp_path, events, Mode.DEFAULT, lambda: time.monotonic() > end[0])
    try:
        recorder.start()
        end[0] = time.monotonic() + 0.5
        with pytest.raises(Stopped):
            recorder.open_page(site.url("/hang"), 60)
    finally:
        recorder.close()
    assert left_behind(tmp_path) == []


@pytest.mark.parametrize(
    ("program", "why"),
    [
        (("/nowhere/firefox",), "could not be started"),
        (("/bin/false",), "ended at once"),
        (("/bin/sh", "-c", "sleep 60"), "did not start listening"),
    ],
    ids=["not there", "ends", "is no browser"],
)
def test_a_firefox_that_does_not_start(tmp_path: Path, program: tuple[str, ...], why: str) -> None:
    recorder = FirefoxRecorder(Launch(program, parent=tmp_path, start_s=2.0), surroundings(Recorded()))
    with pytest.raises(BrowserGoneError, match=why):
        recorder.start()
    recorder.close()
    assert left_behind(tmp_path) == []


def test_no_network_and_a_proxy_that_is_not_there(tmp_path: Path) -> None:
    prefs = {"network.proxy.type": 1, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9}
    with open_site(tmp_path) as site, recorder_of("firefox", site, tmp_path, prefs=prefs) as (recorder, _):
        opened = recorder.open_page("https://nowhere.invalid/", 20)
        assert opened.outcome is Outcome.UNREACHABLE
        assert "proxy" in opened.why
        assert recorder.open_page("https://127.0.0.1:9/", 20).outcome is Outcome.UNREACHABLE


def test_the_signal_is_sent_where_it_is_asked_for(site: Site, tmp_path: Path) -> None:
    with recorder_of("firefox", site, tmp_path, gpc=True) as (recorder, events):
        recorder.open_page(site.url("/embeds"), 20)
        recorder.settle(0.5, 6)
        (answer,) = recorder.probe("navigator.globalPrivacyControl", everywhere=False)
    assert answer.value is True
    assert {request.gpc_sent for request in events.of(Request) if "shop.test" in request.url} == {True}
