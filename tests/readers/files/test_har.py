# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""HAR: who set what on which page, and never more than the record proves."""

from pathlib import Path
from typing import Any

import pytest
from make import recordings
from make.recordings import PAGE, entry, har_of

from inspector.core.problem import Severity
from inspector.core.reading import Reading
from inspector.knowledge.site import browser_site
from inspector.readers.files.api import Asked
from inspector.readers.files.registry import read_file

ADS = "https://ads.example/p"
IDE = "IDE=x; Secure; SameSite=None; Max-Age=86400"
OTHER = "https://news.example/"


def read(
    folder: Path, *entries: dict[str, Any], creator: str = "WebInspector", data: bytes = b"", **more: Any
) -> Reading:
    path = folder / "x.har"
    path.write_bytes(data or har_of(entries, creator, **more))
    return read_file(path, Asked(site_of=browser_site)).reading


def pages(reading: Reading) -> dict[str, tuple[str, ...]]:
    seen = reading.evidence.sightings
    return {cookie.name: seen[cookie.key].pages if cookie.key in seen else () for cookie in reading.cookies}


def codes(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems]


def test_a_third_party_is_tied_to_the_page_that_it_was_on(tmp_path: Path) -> None:
    reading = read(tmp_path, data=recordings.har())
    assert pages(reading) == {"_ga": (PAGE,), "sid": (PAGE,), "IDE": (PAGE,)}
    assert [visit.page for visit in reading.evidence.visits] == [PAGE]
    ide = next(cookie for cookie in reading.cookies if cookie.name == "IDE")
    seen = reading.evidence.sightings[ide.key]
    assert (seen.setter, seen.from_header, seen.sent_back) == (ADS, True, False)
    assert codes(reading) == ["cookies-kept-unknown"]


def test_two_sites_in_one_tab_are_told_apart_by_the_referer_alone(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        entry(PAGE, dest="document"),
        entry(OTHER, dest="document"),
        entry(ADS, IDE, referer=PAGE),
        entry("https://more.example/p", IDE.replace("IDE", "late")),
    )
    assert pages(reading) == {"IDE": (PAGE,), "late": ()}


def test_two_tabs_are_two_pages(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        entry(PAGE, dest="document", tab="1"),
        entry(OTHER, dest="document", tab="2"),
        entry(ADS, IDE, tab="1"),
        entry(ADS, IDE, tab="2"),
    )
    assert pages(reading) == {"IDE": (PAGE, OTHER)}


def test_without_a_tab_only_the_referer_proves(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        entry(PAGE, dest="document", tab=None),
        entry(ADS, IDE, tab=None),
        entry(ADS, IDE.replace("IDE", "told"), tab=None, referer=PAGE),
    )
    assert pages(reading) == {"IDE": (), "told": (PAGE,)}


def test_without_fetch_metadata_a_frame_may_be_a_page(tmp_path: Path) -> None:
    plain = [entry(PAGE, dest="", mime="text/html"), entry(ADS, IDE, dest="")]
    assert pages(read(tmp_path, *plain)) == {"IDE": (PAGE,)}
    framed = [*plain, entry("https://widget.example/", dest="", mime="text/html")]
    assert pages(read(tmp_path, *framed)) == {"IDE": ()}


def test_a_redirect_on_the_way_is_nobodys_third_party(tmp_path: Path) -> None:
    hop = entry("https://short.example/x", "hop=1; Secure", dest="document", status=302)
    reading = read(tmp_path, hop, entry(PAGE, dest="document"))
    assert pages(reading) == {"hop": ("https://short.example/x",)}
    assert [visit.page for visit in reading.evidence.visits] == [PAGE]


@pytest.mark.parametrize("status", [0, 403, 503])
def test_a_page_that_was_not_shown_is_no_visit(tmp_path: Path, status: int) -> None:
    assert read(tmp_path, entry(PAGE, "a=1", dest="document", status=status)).evidence.visits == ()


def test_headers_are_preferred_to_lists_and_lists_do_without(tmp_path: Path) -> None:
    listed = entry(PAGE, "a=1; Secure; SameSite=Lax", dest="document")
    listed["response"]["cookies"] = [{"name": "a", "value": "1"}, {"name": "stale", "value": "2"}]
    assert [cookie.name for cookie in read(tmp_path, listed).cookies] == ["a"]
    only = entry(PAGE, dest="document")
    only["response"]["cookies"] = [{"name": "b", "value": "1", "expires": recordings.ENDS, "httpOnly": True}, {"x": 1}]
    reading = read(tmp_path, only)
    (cookie,) = reading.cookies
    assert (cookie.name, cookie.http_only, cookie.secure, cookie.path) == ("b", True, None, None)
    assert (cookie.requested.days, cookie.same_site.value) == (365, "unknown")
    assert reading.evidence.sightings[cookie.key].from_header is False
    assert codes(reading) == ["cookie-skipped"]


def test_several_headers_in_one_line_and_a_cached_answer(tmp_path: Path) -> None:
    cached = entry(f"{PAGE}old", "old=1", _fromCache="disk")
    names = [cookie.name for cookie in read(tmp_path, entry(PAGE, "a=1\nb=2", dest="document"), cached).cookies]
    assert names == ["a", "b"]


def test_sanitised_by_chrome_proves_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, entry(PAGE, dest="document"), entry(ADS))
    (problem,) = reading.problems
    assert (problem.code, problem.severity) == ("har-sanitised", Severity.PARTIAL)
    assert reading.evidence.visits == ()
    assert "sensitive" in problem.what_to_do


def test_no_cookies_in_another_recorders_har_is_a_result(tmp_path: Path) -> None:
    reading = read(tmp_path, entry(PAGE, dest="document"), creator="Playwright")
    assert (reading.problems, [visit.page for visit in reading.evidence.visits]) == ((), [PAGE])


@pytest.mark.parametrize(
    ("creator", "browser", "refused"),
    [("WebInspector", "", 1), ("Playwright", "chromium", 1), ("Firefox", "Firefox", 0)],
)
def test_what_says_nothing_of_same_site_goes_by_the_browser(
    tmp_path: Path, creator: str, browser: str, refused: int
) -> None:
    more = {"browser": {"name": browser, "version": "1"}} if browser else {}
    reading = read(tmp_path, entry(PAGE, dest="document"), entry(ADS, "a=1; Secure"), creator=creator, **more)
    assert len(reading.evidence.refused) == refused


def test_a_script_s_cookie_is_known_by_name_where_a_request_carries_it(tmp_path: Path) -> None:
    reading = read(tmp_path, entry(PAGE, dest="document"), entry(f"{PAGE}x", cookie="_ga=GA1; =x; bare"))
    (cookie,) = reading.cookies
    assert (cookie.name, cookie.session, cookie.path, cookie.problems[0].field) == ("_ga", None, None, "updated")
    assert reading.evidence.sightings == {}


def test_a_har_that_is_cut_off_keeps_its_whole_entries(tmp_path: Path) -> None:
    data = recordings.har()
    reading = read(tmp_path, data=data[: data.rindex(b'"startedDateTime"')])
    assert [cookie.name for cookie in reading.cookies] == ["_ga", "sid", "IDE"]
    assert "3 entries" in reading.problems[0].why


@pytest.mark.parametrize("odd", [None, 5, "x", [], {}, {"request": 1, "response": []}, {"request": {"url": []}}])
def test_odd_entries_cost_themselves(tmp_path: Path, odd: Any) -> None:
    reading = read(tmp_path, odd, entry(PAGE, "a=1", dest="document"))
    assert [cookie.name for cookie in reading.cookies] == ["a"]
    assert len(reading.problems) == (0 if isinstance(odd, dict) else 1)


def test_depth_and_numbers_without_end_are_said(tmp_path: Path) -> None:
    deep = b'{"log": {"creator": {"name": "x"}, "entries": [' + b'{"a":' * 100_000
    assert read(tmp_path, data=deep).problems[0].code == "json-damaged"
    data = har_of([entry(PAGE, "a=1", dest="document")]).replace(b"12.5", b"1" * 5000)
    reading = read(tmp_path, data=data)
    assert reading.cookies or reading.problems


def test_nesting_inside_an_entry_costs_what_follows_and_is_said(tmp_path: Path) -> None:
    text = har_of([entry(PAGE, "a=1", dest="document"), entry(PAGE, "b=1", _deep=0)]).decode()
    reading = read(tmp_path, data=text.replace('"_deep": 0', '"_deep": ' + "[" * 100_000 + "]" * 100_000).encode())
    assert [cookie.name for cookie in reading.cookies] == ["a"]
    assert "nested deeper" in reading.problems[0].why
