# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""BiDi's messages and the log's lines as events."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from inspector.capture.codec import decode, encode
from inspector.capture.events import Event, HeaderWrite, PageOpened, Request, Response, ScriptWrite
from inspector.capture.firefox.listening import CHANNEL, Listener
from inspector.capture.firefox.pages import ASKED
from inspector.capture.parts import Basis, Fate, Outcome
from inspector.capture.recorder import Surroundings
from inspector.capture.traces import Traces
from inspector.capture.verdicts import Holdings

URL = "https://shop.test/start?uid=123"
LOG = "[Parent 1: Main Thread]: D/cookie "


class Bench:
    """A listener with one tab."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.listener = Listener(Surroundings(self.events.append, Traces(b"k"), lambda: 1_790_000_000_000_000))
        self.hear("browsingContext.contextCreated", url="about:blank", parent=None)

    def hear(self, method: str, **params: Any) -> None:
        self.listener.hear(
            {"type": "event", "method": method, "params": {"context": "tab", "timestamp": 1.79e12, **params}}
        )

    def document(self, navigation: str = "n1", url: str = URL, cookies: str = "", status: int = 200) -> None:
        self.listener.asked = self.listener.pages.begin("tab", url, ASKED, 1)
        self.hear("browsingContext.navigationStarted", navigation=navigation, url=url)
        self.request(f"r-{navigation}", url, navigation, cookies, status)
        self.hear("browsingContext.navigationCommitted", navigation=navigation, url=url)
        self.hear("browsingContext.load", navigation=navigation, url=url)

    def request(
        self, name: str, url: str, navigation: str | None = None, cookies: str = "", status: int = 200, **more: Any
    ) -> None:
        sent = {"request": name, "url": url, "method": "GET", "headers": header("Cookie", "a=1; b=2"), **more}
        told = {"request": sent, "navigation": navigation, "redirectCount": 0}
        self.hear("network.beforeRequestSent", **told)
        response = {"url": url, "status": status, "fromCache": False, "mimeType": "text/html", "headers": []}
        if cookies:
            response["headers"] = header("Set-Cookie", cookies)
        self.hear("network.responseStarted", **told, response=response)
        self.hear("network.responseCompleted", **told, response=response)

    def log(self, text: str) -> None:
        for line in text.split("\n"):
            self.listener.hear_log(LOG + line + "\n")

    def of(self, kind: type[Any]) -> list[Any]:
        return [event for event in self.events if isinstance(event, kind)]


def header(name: str, value: str) -> list[dict[str, Any]]:
    return [{"name": name, "value": {"type": "string", "value": value}}]


def accepted(url: str, line: str, name: str, value: str, host: str = "shop.test", attributes: str = "{empty}") -> str:
    return f"""===== COOKIE ACCEPTED =====
request URL: {url}
cookie string: {line}
replaces existing cookie: false
name: {name}
value: {value}
host: {host}
path: /
expires: Wed Dec 31 23:59:59 1969 GMT (at end of session)
is secure: true
is httpOnly: false
sameSite: unset
origin attributes: {attributes}
"""


def test_a_page_its_request_and_each_of_its_headers() -> None:
    bench = Bench()
    bench.log(accepted(URL, "a=1; Secure", "a", "1"))
    bench.document(cookies="a=1; Secure\nb=2; Domain=other.test")
    bench.hear("log.entryAdded", type="javascript", text="Cookie “b” has been rejected for invalid domain.", source={})
    assert bench.listener.asked is not None
    opened = bench.listener.tell_page(bench.listener.asked)
    bench.listener.fates.settle()
    assert (opened.outcome, opened.status, opened.url) == (Outcome.OK, 200, "https://shop.test/start?uid=…")
    (request,) = bench.of(Request)
    assert (request.page, request.type, request.cookie_names_sent) == ("1", "document", ("a", "b"))
    (response,) = bench.of(Response)
    assert (response.request, response.status, response.mime) == (request.request, 200, "text/html")
    first, second = bench.of(HeaderWrite)
    assert (first.cookie.name, first.fate, first.basis, first.page) == ("a", Fate.STORED, Basis.BROWSER, "1")
    assert (second.cookie.name, second.fate) == ("b", Fate.REFUSED)
    assert {write.top_url for write in (first, second)} == {"https://shop.test/start?uid=…"}


def test_each_hop_of_a_redirect_is_a_request() -> None:
    bench = Bench()
    bench.document()
    for hop, (url, status) in enumerate((("https://ads.test/sync", 302), ("https://match.test/x", 200))):
        sent = {"request": "r9", "url": url, "method": "GET", "headers": []}
        told = {"request": sent, "navigation": None, "redirectCount": hop}
        bench.hear("network.beforeRequestSent", **told)
        response = {"url": url, "status": status, "headers": header("Set-Cookie", f"hop{hop}=1")}
        bench.hear("network.responseCompleted", **told, response=response)
    first, second = bench.of(Request)[-2:]
    assert second.redirect_from == first.request
    assert [(caller.kind, caller.url) for caller in second.initiator] == [("redirect", "https://ads.test/sync")]
    bench.listener.fates.give_up()
    assert [(write.cookie.name, write.request) for write in bench.of(HeaderWrite)] == [
        ("hop0", first.request),
        ("hop1", second.request),
    ]


def test_headers_of_an_answer_that_is_cut_off_count_and_those_of_the_cache_do_not() -> None:
    bench = Bench()
    bench.document()
    told = {"request": {"request": "f", "url": "https://ads.test/film", "headers": []}, "navigation": None}
    bench.hear("network.beforeRequestSent", **told)
    bench.hear("network.responseStarted", **told, response={"status": 200, "headers": header("Set-Cookie", "cut=1")})
    bench.hear("network.fetchError", **told, errorText="NS_BINDING_ABORTED")
    told = {"request": {"request": "c", "url": "https://ads.test/old", "headers": []}, "navigation": None}
    cached = {"status": 200, "fromCache": True, "headers": header("Set-Cookie", "cached=1")}
    bench.hear("network.responseStarted", **told, response=cached)
    bench.listener.fates.give_up()
    assert [write.cookie.name for write in bench.of(HeaderWrite)] == ["cut"]
    assert bench.of(Response)[-1].failure == "NS_BINDING_ABORTED"
    assert not bench.listener.network.under_way


def test_a_request_that_comes_before_its_document_is_of_the_new_page() -> None:
    bench = Bench()
    bench.document()
    bench.listener.asked = bench.listener.pages.begin("tab", "https://shop.test/next", ASKED, 1)
    bench.hear("browsingContext.navigationStarted", navigation="n2", url="https://shop.test/next")
    bench.request("r2", "https://shop.test/next", "n2")
    bench.request("early", "https://ads.test/early", headers=header("Referer", "https://shop.test/"))
    bench.request("late", "https://shop.test/late", headers=header("Referer", "https://shop.test/start?uid=123"))
    bench.request("bye", "https://ads.test/bye", method="POST", destination="", initiatorType=None)
    bench.hear("browsingContext.navigationCommitted", navigation="n2", url="https://shop.test/next")
    pages = {request.url: request.page for request in bench.of(Request)}
    assert pages["https://ads.test/early"] == "2"
    assert pages["https://shop.test/late"] == "1"
    assert pages["https://ads.test/bye"] == "1"


def script_message(**record: Any) -> dict[str, Any]:
    pairs = [
        [key, {"type": "number" if isinstance(value, int) else "string", "value": value}]
        for key, value in record.items()
    ]
    return {"channel": CHANNEL, "data": {"type": "object", "value": pairs}, "source": {"context": "tab"}}


def test_a_script_with_its_place_and_its_fate() -> None:
    bench = Bench()
    bench.document()
    stack = "set cookie@cookie-inspector://hook:20:3\ntrack@https://ads.test/tag.js?id=7:3:9\n"
    told = script_message(api="document.cookie", line="uid=77; path=/", url=URL, stack=stack, before=0, after=1)
    bench.hear("script.message", **told)
    bench.log(accepted(URL, "", "uid", "77"))
    bench.listener.fates.settle()
    (write,) = bench.of(ScriptWrite)
    assert (write.api, write.cookie.name, write.page, write.fate) == ("document.cookie", "uid", "1", Fate.STORED)
    assert write.script is not None
    assert (write.script.url, write.script.line, write.script.column) == ("https://ads.test/tag.js?id=…", 3, 9)
    assert write.cookie.value is not None
    assert write.cookie.value.value is None


def test_what_only_the_log_tells_was_a_workers() -> None:
    bench = Bench()
    bench.document()
    partition = "^partitionKey=%28https%2Cshop.test%29"
    bench.log(accepted("https://ads.test/by-worker", "w=1", "w", "1", "ads.test", partition))
    bench.log(accepted("https://shop.test/worker.js", "", "s", "1"))
    bench.listener.fates.conclude(Holdings(()))
    bench.listener.tell_workers()
    (header_write,), (script_write,) = bench.of(HeaderWrite), bench.of(ScriptWrite)
    assert (header_write.url, header_write.page, header_write.fate) == ("https://ads.test/by-worker", "1", Fate.STORED)
    assert header_write.request is None
    assert header_write.partition_key.site == "https://shop.test"
    assert (script_write.api, script_write.frame_url) == ("script", "https://shop.test/worker.js")


@pytest.mark.parametrize(
    ("happens", "outcome"),
    [
        ({"status": 503}, Outcome.HTTP_ERROR),
        ({"failure": "NS_ERROR_UNKNOWN_HOST"}, Outcome.UNREACHABLE),
        ({"failure": "download"}, Outcome.UNREACHABLE),
        ({"headers": {"cf-mitigated": "challenge"}, "status": 403}, Outcome.CHALLENGE),
        ({"loaded": True, "status": 200}, Outcome.OK),
    ],
)
def test_what_came_of_a_page(happens: dict[str, Any], outcome: Outcome) -> None:
    bench = Bench()
    page = bench.listener.pages.begin("tab", URL, ASKED, 1)
    for name, value in happens.items():
        setattr(page, name, value)
    told = bench.listener.tell_page(page)
    assert told.outcome is outcome
    assert bool(told.why) is (outcome is not Outcome.OK)


def test_a_page_that_closed_its_tab() -> None:
    bench = Bench()
    page = bench.listener.pages.begin("tab", URL, ASKED, 1)
    bench.hear("browsingContext.contextDestroyed", url=URL, parent=None)
    assert bench.listener.tell_page(page).outcome is Outcome.CLOSED_ITSELF


def test_pages_that_nobody_asked_for_are_told_once() -> None:
    bench = Bench()
    bench.document()
    bench.listener.asked = None
    bench.listener.tell_pages()
    bench.listener.tell_pages(all_of_them=True)
    assert len(bench.of(PageOpened)) == 1


PARAMS = st.dictionaries(
    st.sampled_from(
        ["context", "navigation", "url", "request", "response", "data", "channel", "source", "text", "timestamp"]
    ),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=10),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["value", "type", "headers", "url"]), inner)
        ),
        max_leaves=8,
    ),
)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(sorted(Bench().listener._handlers)), PARAMS), max_size=12))
def test_no_messages_make_it_fail(messages: list[tuple[str, dict[str, Any]]]) -> None:
    bench = Bench()
    for method, params in messages:
        bench.listener.hear({"method": method, "params": params})
    bench.listener.release_all()
    bench.listener.fates.conclude(Holdings(()))
    bench.listener.tell_workers()
    bench.listener.tell_pages(all_of_them=True)
    assert [decode(encode(event)).event for event in bench.events] == bench.events
