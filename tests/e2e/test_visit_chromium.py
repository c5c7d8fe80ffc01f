# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Debian's Chromium visits a small site of two hosts: every writer is found, with what became of what it wrote."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from make.browsers import needs_chromium
from make.recorders import Recorded, chromium_recorder, left_behind
from make.site import OTHER, Reply, Routes, Site, open_site

from inspector.capture.events import HeaderWrite, Jar, PageOpened, Request, Response, ScriptWrite, Storage
from inspector.capture.parts import Basis, Choice, Fate, Mode, Outcome, PartitionKey

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(120), needs_chromium]

THIRD = "SameSite=None; Secure"
PAGE = """<!doctype html><title>Shop</title>
<img src="http://127.0.0.1:{port}/pixel?uid=12345678">
<iframe src="http://127.0.0.1:{port}/frame"></iframe>
<script src="http://127.0.0.1:{port}/tag.js"></script>
<script>
document.cookie = "js=abc; path=/; max-age=100";
document.cookie = "js=abc; path=/; max-age=5000";
document.cookie = "gone=; max-age=0";
document.cookie = "bare=evil; path=/";
fetch("http://127.0.0.1:{port}/anonymous");
fetch("http://127.0.0.1:{port}/credentials", {credentials: "include"});
cookieStore.set({name: "store", value: "v", expires: Date.now() + 1e7});
localStorage.setItem("cart", "apple"); sessionStorage.setItem("tab", "1");
navigator.serviceWorker.register("/sw.js").then(() => navigator.serviceWorker.ready).then(() => fetch("/by-worker"));
new Worker("/worker.js");
</script><iframe srcdoc="<script>document.cookie='srcdoc=1'</script>"></iframe>"""
ROUTES: Routes = {
    "/start": Reply(status=302, cookies=("hop=1",), headers=(("Location", "/second"),)),
    "/second": Reply(status=302, cookies=("hop=2; HttpOnly",), headers=(("Location", "/"),)),
    "/": Reply(PAGE, cookies=("bare=1; HttpOnly; Path=/", "years=1; Path=/account; Max-Age=63072000")),
    f"{OTHER}/pixel": Reply(
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        cookies=(f"tp=1; {THIRD}; Max-Age=100", f"chip=1; {THIRD}; Partitioned; Path=/", "lax=1; SameSite=Lax"),
        kind="image/svg+xml",
    ),
    f"{OTHER}/frame": Reply(
        f"""<script>document.cookie = "frame=1; {THIRD}"; document.cookie = "framechip=1; {THIRD}; Partitioned";
        cookieStore.set({{name: "framestore", value: "1", sameSite: "none"}}).catch(() => 0)</script>"""
    ),
    f"{OTHER}/tag.js": Reply("\nlet x = 1; document.cookie = 'tag=1; Path=/';", kind="text/javascript"),
    f"{OTHER}/anonymous": Reply(cookies=(f"anonymous=1; {THIRD}",), headers=(("Access-Control-Allow-Origin", "*"),)),
    f"{OTHER}/credentials": Reply(
        cookies=(f"credentials=1; {THIRD}; Partitioned",),
        headers=(
            ("Access-Control-Allow-Origin", "http://localhost:{port}"),
            ("Access-Control-Allow-Credentials", "true"),
        ),
    ),
    "/sw.js": Reply(
        """addEventListener("activate", (event) => event.waitUntil(clients.claim()));
        addEventListener("fetch", (event) => event.respondWith(fetch(event.request)));
        cookieStore.set("service", "1"); fetch("/from-service");""",
        kind="text/javascript",
    ),
    "/worker.js": Reply("fetch('/from-worker')", kind="text/javascript"),
    "/from-service": Reply(cookies=("fromservice=1",)),
    "/from-worker": Reply(cookies=("fromworker=1",)),
    "/by-worker": Reply(cookies=("byworker=1",)),
}


class Visited(NamedTuple):
    """One recorded visit."""

    site: Site
    events: Recorded
    opened: PageOpened
    jar: Jar
    screenshot: bytes | None


def visited(folder: Path, mode: Mode) -> Iterator[Visited]:
    with open_site(ROUTES) as site:
        with chromium_recorder(folder, mode) as (recorder, events):
            opened = recorder.open_page(site.url("/start?campaign=77"), 20)
            assert recorder.settle(0.5, 15)
            jar = recorder.jar(Choice.NONE)
            recorder.storage(Choice.NONE)
            picture = recorder.screenshot()
        yield Visited(site, events, opened, jar, picture)


@pytest.fixture(scope="module")
def default(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    yield from visited(tmp_path_factory.mktemp("default"), Mode.DEFAULT)


@pytest.fixture(scope="module")
def allowed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visited]:
    yield from visited(tmp_path_factory.mktemp("allowed"), Mode.ALLOWED)


def headers(visit: Visited) -> dict[str, tuple[Fate, Basis, tuple[str, ...]]]:
    """Each cookie's fate and what it rests on; on a busy machine the jar may be asked where Chromium said it before."""
    told = {write.cookie.name: (write.fate, write.basis, write.reasons) for write in visit.events.of(HeaderWrite)}
    if told.get("credentials") == (Fate.STORED, Basis.JAR, ()):
        told["credentials"] = TAKEN
    return told


def scripts(visit: Visited) -> dict[str, tuple[Fate, Basis]]:
    return {write.cookie.name: (write.fate, write.basis) for write in visit.events.of(ScriptWrite)}


TAKEN = (Fate.STORED, Basis.BROWSER, ())
BLOCKED = (Fate.REFUSED, Basis.BROWSER, ("UserPreferences",))
NO_CREDENTIALS = (
    Fate.REFUSED,
    Basis.JAR,
    (
        "not in the browser's jar right after",
        "the browser named no reason: the request was made without credentials",
    ),
)
HEADERS = {
    **dict.fromkeys(("hop", "bare", "years", "chip", "credentials", "fromservice", "fromworker", "byworker"), TAKEN),
    "anonymous": NO_CREDENTIALS,
}


def test_headers_with_their_fate_where_third_parties_are_refused(default: Visited) -> None:
    assert headers(default) == HEADERS | {"tp": BLOCKED, "lax": BLOCKED}


def test_headers_with_their_fate_where_third_parties_are_allowed(allowed: Visited) -> None:
    assert headers(allowed) == HEADERS | {"tp": TAKEN, "lax": (Fate.REFUSED, Basis.BROWSER, ("SchemefulSameSiteLax",))}


SCRIPTS = {
    "js": (Fate.STORED, Basis.JAR),  # the last of two: only the jar tells that it was renewed
    "gone": (Fate.REMOVED, Basis.JAR),
    "bare": (Fate.REFUSED, Basis.JAR),
    "tag": (Fate.STORED, Basis.READ_BACK),
    "store": (Fate.STORED, Basis.JAR),
    "srcdoc": (Fate.STORED, Basis.READ_BACK),
    "framechip": (Fate.STORED, Basis.READ_BACK),
    "service": (Fate.STORED, Basis.JAR),
}


def test_scripts_with_their_fate_where_third_parties_are_refused(default: Visited) -> None:
    refused = {"frame": (Fate.REFUSED, Basis.JAR), "framestore": (Fate.REFUSED, Basis.BROWSER)}
    assert scripts(default) == SCRIPTS | refused


def test_scripts_with_their_fate_where_third_parties_are_allowed(allowed: Visited) -> None:
    taken = {"frame": (Fate.STORED, Basis.READ_BACK), "framestore": (Fate.STORED, Basis.JAR)}
    assert scripts(allowed) == SCRIPTS | taken


def test_a_script_may_not_touch_what_is_http_only(default: Visited) -> None:
    [write] = [write for write in default.events.of(ScriptWrite) if write.cookie.name == "bare"]
    assert write.reasons == ("an HttpOnly cookie of this name is there, which no script may touch",)


def test_a_write_is_found_with_its_script_and_line(default: Visited) -> None:
    port = default.site.port
    places = {write.cookie.name: write.script for write in default.events.of(ScriptWrite)}
    tag = places["tag"]
    assert tag is not None
    assert (tag.url, tag.line, tag.column) == (f"http://127.0.0.1:{port}/tag.js", 2, 28)
    [write] = [write for write in default.events.of(ScriptWrite) if write.cookie.name == "tag"]
    assert (write.page, write.frame_url) == ("p1", f"http://localhost:{port}/")
    assert {name: script.url for name, script in places.items() if script is not None} == {
        **dict.fromkeys(("js", "gone", "bare", "store"), f"http://localhost:{port}/"),
        "tag": f"http://127.0.0.1:{port}/tag.js",
        "srcdoc": "about:srcdoc",
        **dict.fromkeys(("frame", "framechip", "framestore"), f"http://127.0.0.1:{port}/frame"),
        "service": f"http://localhost:{port}/sw.js",
    }


def test_what_was_asked_and_what_is_held_stand_side_by_side(default: Visited) -> None:
    [write] = [write for write in default.events.of(HeaderWrite) if write.cookie.name == "years"]
    assert write.cookie.max_age_s == 63_072_000
    assert write.held is not None
    assert write.held.expires_us is not None
    assert abs(write.held.expires_us - write.at_us - 400 * 86_400_000_000) < 10_000_000


def test_a_partitioned_cookie_is_in_the_partition_of_the_page(default: Visited) -> None:
    partitions = {cookie.name: cookie.partition for cookie in default.jar.cookies}
    assert partitions["chip"] == PartitionKey("http://localhost", True)
    assert partitions["hop"] is None
    [write] = [write for write in default.events.of(HeaderWrite) if write.cookie.name == "chip"]
    assert write.partition_key == PartitionKey("http://localhost", True)


def test_redirects_are_hops_of_one_page(default: Visited) -> None:
    port = default.site.port
    opened = default.opened
    assert (opened.outcome, opened.status, opened.cause) == (Outcome.OK, 200, "asked")
    assert opened.url == f"http://localhost:{port}/"
    assert opened.redirects == (f"http://localhost:{port}/start?campaign=…", f"http://localhost:{port}/second")
    frame = default.events.of(Request)[0].frame
    hops = default.events.of(Request, page="p1", type="Document", frame=frame)
    assert [request.cookie_names_sent for request in hops] == [(), ("hop",), ("hop",)]
    assert [request.redirect_from for request in hops] == [None, hops[0].request, hops[1].request]
    assert [write.request for write in default.events.of(HeaderWrite) if write.cookie.name == "hop"] == [
        hops[0].request,
        hops[1].request,
    ]


def test_every_request_has_its_page_and_its_answer(default: Visited) -> None:
    requests = default.events.of(Request)
    assert {request.page for request in requests} == {"p1"}
    assert len({request.request for request in requests}) == len(requests)
    assert {response.request for response in default.events.of(Response)} == {request.request for request in requests}


def test_keys_of_storages_are_told_without_what_they_hold(default: Visited) -> None:
    keys = {(told.kind, key.key, key.length) for told in default.events.of(Storage) for key in told.keys}
    assert keys == {("local", "cart", 5), ("session", "tab", 1)}


def test_a_picture_is_made(default: Visited) -> None:
    assert default.screenshot is not None
    assert default.screenshot.startswith(b"\x89PNG")


def test_nothing_is_left_behind(default: Visited, tmp_path_factory: pytest.TempPathFactory) -> None:
    base = tmp_path_factory.getbasetemp()
    assert [found for folder in base.glob("default*") for found in left_behind(folder)] == []
