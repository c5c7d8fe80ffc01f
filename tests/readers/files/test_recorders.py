# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Crawlers' and analysis tools' files: their own units, what they strip, and what they prove of the page."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make import recordings
from make.recordings import PAGE

from inspector.core.cookie import Cookie, SameSite, SourceType
from inspector.core.lifetime import LifetimeBasis
from inspector.core.problem import Severity
from inspector.core.reading import Reading
from inspector.readers.files.registry import read_file

START_US = 1_790_000_000_000_000
YEAR_US = 365 * 86_400_000_000


def read(folder: Path, data: bytes, name: str = "x") -> Reading:
    path = folder / name
    path.write_bytes(data)
    return read_file(path).reading


def named(reading: Reading) -> dict[str, Cookie]:
    return {cookie.name: cookie for cookie in reading.cookies}


def pages(reading: Reading) -> dict[str, tuple[str, ...]]:
    seen = reading.evidence.sightings
    return {cookie.name: seen[cookie.key].pages if cookie.key in seen else () for cookie in reading.cookies}


def changed(data: bytes, **facts: Any) -> bytes:
    return json.dumps(json.loads(data) | facts).encode()


def test_openwpm_joins_visits_and_knows_its_sentinel(tmp_path: Path) -> None:
    reading = read(tmp_path, recordings.openwpm())
    found = named(reading)
    ga, sid = found["_ga"], found["sid"]
    assert (ga.session, ga.expires_us, ga.updated_us) == (False, START_US + YEAR_US, START_US)
    assert (sid.session, sid.expires_us, sid.host_only, sid.same_site) == (True, None, True, SameSite.STRICT)
    assert pages(reading) == {"_ga": (PAGE,), "sid": (PAGE,), "IDE": (PAGE,)}
    assert [visit.page for visit in reading.evidence.visits] == [PAGE]


def test_openwpm_counts_events_that_give_no_cookie(tmp_path: Path) -> None:
    ga = recordings.OPENWPM[0]
    rows = (ga, ga, (7, "deleted", *ga[2:]), (7, "added-or-changed", *ga[2:6], None, *ga[7:]))
    reading = read(tmp_path, recordings.openwpm_rows(rows))
    counts = {problem.code: problem.count for problem in reading.problems}
    assert len(reading.cookies) + sum(counts.values()) == len(rows)
    assert counts == {"cookie-skipped": 1, "cookies-removed": 1, "cookies-renewed": 1}


def test_openwpm_exported_cookies_prove_no_page(tmp_path: Path) -> None:
    ga = recordings.OPENWPM[0]
    reading = read(
        tmp_path, recordings.openwpm_rows([(7, "manual-export", *ga[2:]), (8, *ga[1:7], 0, "other", *ga[9:])])
    )
    assert pages(reading) == {"_ga": (), "other": ()}


@pytest.mark.parametrize(
    "more",
    [
        "DROP TABLE javascript_cookies; CREATE VIEW javascript_cookies AS SELECT 'a' AS name, 'b.example' AS host;",
        "DROP TABLE javascript_cookies; CREATE VIRTUAL TABLE javascript_cookies USING fts5(name, host);",
    ],
)
def test_a_view_or_a_virtual_table_of_that_name_is_none(tmp_path: Path, more: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(recordings.openwpm_rows(recordings.OPENWPM, more))
    assert read_file(path).format is None


def test_triggers_and_views_beside_the_table_are_never_run(tmp_path: Path) -> None:
    more = (
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;"
        "CREATE TRIGGER t AFTER INSERT ON site_visits BEGIN DELETE FROM javascript_cookies; END;"
    )
    assert len(read(tmp_path, recordings.openwpm_rows(recordings.OPENWPM, more)).cookies) == 3


def test_the_database_is_not_touched(tmp_path: Path) -> None:
    data = recordings.openwpm()
    read(tmp_path, data)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"x": data}


def test_a_log_beside_the_database_is_said(tmp_path: Path) -> None:
    (tmp_path / "x-wal").write_bytes(b"rows")
    (problem,) = read(tmp_path, recordings.openwpm()).problems
    assert (problem.code, problem.severity) == ("log-left", Severity.PARTIAL)


def test_a_database_that_breaks_off_keeps_the_rows_before(tmp_path: Path) -> None:
    rows = [
        (*recordings.OPENWPM[0][:7], 0, f"name{number}", "v" * 500, *recordings.OPENWPM[0][10:])
        for number in range(400)
    ]
    data = bytearray(recordings.openwpm_rows(rows))
    data[len(data) // 2 : len(data) // 2 + 40_000] = b"\xff" * 40_000
    reading = read(tmp_path, bytes(data))
    assert 0 < len(reading.cookies) < 400
    assert [problem.code for problem in reading.problems] == ["database-damaged"]


@pytest.mark.parametrize("odd", [5, 1.5, b"\xff\xfe", None, "soon", "9" * 50])
def test_openwpm_columns_of_any_type(tmp_path: Path, odd: Any) -> None:
    row = (7, "added-or-changed", odd, odd, odd, odd, ".shop.example", odd, "_ga", odd, odd, odd)
    (cookie,) = read(tmp_path, recordings.openwpm_rows([row])).cookies
    assert cookie.expires_us is None


YEAR = f"_ga=GA1; Domain=shop.example; Path=/; Max-Age={365 * 86_400}"
CAPPED_ROW = (*recordings.OPENWPM[0][:2], "2027-10-26T14:13:20.000Z", *recordings.OPENWPM[0][3:])  # 400 days later


@pytest.mark.parametrize(
    ("row", "header", "days"),
    [
        (recordings.OPENWPM[0], YEAR, 365.0),
        (recordings.OPENWPM[0], YEAR.replace("Max-Age=", "Max-Age=1"), None),  # a script set it later
        (recordings.OPENWPM[0], "_ga=GA1; Domain=shop.example; Path=/; Expires=Tue, 21 Sep 2027 14:13:20 GMT", 365.0),
        (recordings.OPENWPM[0], "_ga=GA1; Domain=shop.example; Path=/", None),  # a session cookie is another one
        (recordings.OPENWPM[0], "_ga=GA1; Path=/; Max-Age=31536000", None),  # for the host alone: another one
        (CAPPED_ROW, YEAR.replace(f"{365 * 86_400}", f"{730 * 86_400}"), 730.0),
    ],
)
def test_a_crawls_headers_tell_what_was_asked_for(tmp_path: Path, row: Any, header: str, days: float | None) -> None:
    answer = ("https://www.shop.example/a", [["Content-Type", "text/html"], ["Set-Cookie", header]])
    reading = read(tmp_path, recordings.openwpm_rows([row], recordings.openwpm_answers(answer)))
    (cookie,) = reading.cookies
    seen = reading.evidence.sightings[cookie.key]
    assert cookie.requested.days == days
    assert (seen.setter, seen.from_header) == ((answer[0], True) if days else (None, False))
    assert seen.page == PAGE
    assert cookie.same_site is (SameSite.UNSPECIFIED if days else SameSite.UNKNOWN)


def test_headers_of_cookies_that_were_not_stored_are_told(tmp_path: Path) -> None:
    lines = "gone=1; Max-Age=100\nout=; Max-Age=0\nbad=1; Domain=else.example\na\x00b=1"
    more = recordings.openwpm_answers(("https://www.shop.example/", [["set-cookie", lines]]))
    reading = read(tmp_path, recordings.openwpm_rows(recordings.OPENWPM, more))
    assert [(held.cookie.name, held.sighting.page) for held in reading.evidence.refused] == [
        ("gone", PAGE),
        ("bad", PAGE),
    ]
    counts = {problem.code: problem.count for problem in reading.problems}
    assert counts == {"cookie-skipped": 1, "cookies-refused": 2}
    assert len(reading.cookies) == 3


@pytest.mark.parametrize(
    "headers", ["", "{", "null", "[1, [2], ['a', 'b']]", "set-cookie", '[["set-cookie", 5]]', "[" * 9000]
)
def test_headers_that_are_none_cost_nothing_else(tmp_path: Path, headers: str) -> None:
    more = recordings.openwpm_answers(("https://www.shop.example/", headers))
    reading = read(tmp_path, recordings.openwpm_rows(recordings.OPENWPM, more))
    assert len(reading.cookies) == 3
    assert all(cookie.requested.us is None for cookie in reading.cookies)


def test_redirects_and_other_layouts_of_a_crawl(tmp_path: Path) -> None:
    more = (
        "CREATE TABLE http_redirects(visit_id INTEGER, old_request_url TEXT, headers TEXT, time_stamp DATETIME);"
        f"INSERT INTO http_redirects VALUES (7, 'https://shop.example/', '[[\"Set-Cookie\", \"{YEAR}\"]]',"
        f" '{recordings.STARTED}');"
        "CREATE VIEW http_responses AS SELECT 1 AS headers, 2 AS url;"
    )
    reading = read(tmp_path, recordings.openwpm_rows(recordings.OPENWPM, more))
    assert named(reading)["_ga"].requested.days == 365
    old = "CREATE TABLE http_responses(url TEXT, headers TEXT);"
    assert len(read(tmp_path, recordings.openwpm_rows(recordings.OPENWPM, old)).cookies) == 3


def test_tracker_radar_headers_tell_what_was_asked_for_and_what_was_not_kept(tmp_path: Path) -> None:
    header = f"{YEAR}\nIDE=1; Domain=.ads.example; Max-Age=9999999\nshort=1; Max-Age=2"
    requests = (
        {"url": "https://www.shop.example/", "responseHeaders": {"set-cookie": header}},
        {"url": "https://t.ads.example/x", "responseHeaders": {"Set-Cookie": "IDE=1; Domain=.ads.example; Max-Age=9"}},
        {"url": "https://www.shop.example/", "responseHeaders": {"set-cookie": "sid=1; HttpOnly"}},
        {"url": 5, "responseHeaders": {"set-cookie": "x=1"}},
        {"responseHeaders": []},
        7,
    )
    reading = read(tmp_path, recordings.tracker_radar(*requests))
    found = named(reading)
    assert found["_ga"].requested.days == 365
    assert found["_ga"].lifetime.days == 365
    assert found["sid"].lifetime.basis is LifetimeBasis.SESSION
    assert found["_ga"].source_type is SourceType.HTTP
    assert (found["sid"].http_only, found["sid"].secure) == (True, False)
    assert reading.evidence.sightings[found["_ga"].key].setter == "https://www.shop.example/"
    whys = {(held.cookie.name, held.sighting.setter): held.why for held in reading.evidence.refused}
    assert whys == {("IDE", "https://www.shop.example/"): "its Domain is not the host that set it, nor above it"}
    late = changed(recordings.tracker_radar(*requests), testFinished=(1_790_000_000 + 5) * 1000)
    reading = read(tmp_path, late)
    assert len(reading.evidence.refused) == 1


@given(st.lists(st.text() | st.just(YEAR) | st.integers() | st.none(), max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
def test_any_headers_of_a_visit_keep_its_cookies(tmp_path: Path, held: list[Any]) -> None:
    requests = [{"url": "https://www.shop.example/", "responseHeaders": {"set-cookie": it}} for it in held]
    reading = read(tmp_path, recordings.tracker_radar(*requests))
    assert len(reading.cookies) == 2


def test_tracker_radar_counts_in_milliseconds_and_has_no_values(tmp_path: Path) -> None:
    reading = read(tmp_path, recordings.tracker_radar())
    found = named(reading)
    assert (found["_ga"].expires_us, found["_ga"].value) == (START_US + YEAR_US, None)
    assert (found["sid"].session, found["sid"].same_site) == (True, SameSite.UNSPECIFIED)
    assert pages(reading) == {"_ga": (PAGE,), "sid": (PAGE,)}
    assert reading.evidence.visits[0][:2] == (PAGE, START_US)


def test_a_visit_that_timed_out_proves_nothing(tmp_path: Path) -> None:
    reading = read(tmp_path, changed(recordings.tracker_radar(), timeout=True))
    assert (len(reading.cookies), reading.evidence.visits, len(reading.evidence.sightings)) == (2, (), 0)


def test_the_evidence_collector_names_who_set_it_and_has_lost_the_dot(tmp_path: Path) -> None:
    reading = read(tmp_path, recordings.evidence_collector())
    found = named(reading)
    assert (found["_ga"].host_only, found["_ga"].source_type) == (None, SourceType.SCRIPT)
    assert (found["sid"].source_type, found["sid"].session) == (SourceType.HTTP, True)
    assert (found["_ga"].updated_us, found["_ga"].lifetime.days) == (START_US, 365)
    assert reading.evidence.sightings[found["_ga"].key].setter == "https://stats.example/tag.js"
    assert pages(reading) == {"_ga": (PAGE,), "sid": (PAGE,), "consent": ()}


def test_the_analysis_tool_ties_what_was_set_and_leaves_what_was_blocked(tmp_path: Path) -> None:
    reading = read(tmp_path, recordings.psat())
    assert pages(reading) == {"_ga": (PAGE,), "sid": ()}
    (refused,) = reading.evidence.refused
    assert (refused.cookie.name, refused.why) == ("IDE", "the browser blocked it (UserPreferences)")
    assert {problem.code: problem.count for problem in reading.problems} == {"cookies-refused": 1, "cookies-renewed": 1}


def test_the_analysis_tools_table(tmp_path: Path) -> None:
    path = tmp_path / "cookies.csv"
    path.write_bytes(recordings.psat_csv())
    found = read_file(path)
    assert found.format is not None
    assert (found.format.id, len(found.reading.cookies)) == ("psat", 2)
    ga, sid = found.reading.cookies
    assert (ga.expires_us, ga.secure, sid.session, sid.http_only) == (START_US + YEAR_US, False, True, True)


@pytest.mark.parametrize("header", [True, False])
def test_a_pasted_table_with_its_first_line_or_without(tmp_path: Path, header: bool) -> None:
    titles = b"Name\tValue\tDomain\tPath\tExpires / Max-Age\tSize\tHttpOnly\tSecure\tSameSite\tPartition Key Site\t"
    titles += b"Cross Site\tPriority\n"
    reading = read(tmp_path, titles * header + recordings.devtools_table())
    ga, sid = reading.cookies
    assert (ga.expires_us, ga.http_only, ga.same_site) == (START_US + YEAR_US, False, SameSite.UNSPECIFIED)
    assert (sid.session, sid.http_only, sid.secure, sid.same_site) == (True, True, True, SameSite.STRICT)


def test_a_pasted_table_in_another_order(tmp_path: Path) -> None:
    data = f"Domain\tName\tExpires\n.shop.example\t_ga\t{recordings.ENDS}\n\t_x\tSession\n".encode()
    reading = read(tmp_path, data)
    assert [(cookie.name, cookie.http_only, cookie.same_site) for cookie in reading.cookies] == [
        ("_ga", None, SameSite.UNKNOWN)
    ]
    assert reading.problems[0].where.endswith("line 3")


def test_a_plain_table_states_lifetimes(tmp_path: Path) -> None:
    ga, sid = read(tmp_path, recordings.csv_table()).cookies
    assert (ga.requested.days, ga.session, ga.expires_us) == (365, False, None)
    assert (sid.session, sid.secure) == (True, True)


@pytest.mark.parametrize("row", ["a,b.example,c,d,e", '"a,b.example', ",,", "a,,x"])
def test_a_bad_row_costs_itself(tmp_path: Path, row: str) -> None:
    reading = read(tmp_path, f"name,domain,path\nok,shop.example,/\n{row}\n".encode())
    told = sum(problem.count for problem in reading.problems)
    assert (len(reading.cookies), told) == ((1, 0) if row == ",," and not told else (1, 1))
