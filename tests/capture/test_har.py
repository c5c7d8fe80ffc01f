# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit as HAR is a HAR file: other tools read it, ours reads its own cookies back, and no value leaves by it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from make.events import asked, header_write
from make.visits import PIXEL, SHOP, allowed_run, at, default_run, refusing_run, value

from inspector.capture.events import Event
from inspector.capture.har import NOT_RECORDED, set_cookie_text, write_har
from inspector.core.cookie import SameSite
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import DAY_US
from inspector.core.set_cookie import parse_set_cookie
from inspector.readers.files.registry import read_file

PROGRAM = {"name": "Cookie Inspector", "version": "1"}


def written(**runs: tuple[Event, ...]) -> str:
    out = io.StringIO()
    write_har(runs, PROGRAM, out)
    return out.getvalue()


def log(**runs: tuple[Event, ...]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(written(**runs))["log"]
    return found


def test_it_has_what_har_demands() -> None:
    held = log(default=default_run(), allowed=allowed_run())
    assert (held["version"], held["creator"]["name"], held["browser"]["name"]) == (
        "1.2",
        "Cookie Inspector",
        "Chromium",
    )
    assert [page["id"] for page in held["pages"]] == ["default/p1", "allowed/p1"]
    for entry in held["entries"]:
        assert {"startedDateTime", "time", "request", "response", "cache", "timings"} <= set(entry)
        assert entry["pageref"] in {page["id"] for page in held["pages"]}


def test_a_refused_cookie_is_told_apart() -> None:
    entries = {entry["request"]["url"]: entry for entry in log(one=default_run())["entries"]}
    assert entries[PIXEL]["response"]["_cookieFates"] == [
        {"name": "IDE", "fate": "refused", "reasons": ["ThirdPartyPhaseout"], "partition": None}
    ]
    assert entries[SHOP]["response"]["_cookieFates"][0]["fate"] == "stored"


def test_our_own_reader_reads_its_cookies_back(tmp_path: Path) -> None:
    file = tmp_path / "visit.har"
    file.write_text(written(one=allowed_run()))
    found = read_file(file)
    assert found.format is not None
    assert found.format.id == "har"
    cookies = {cookie.name: cookie for cookie in found.reading.cookies}
    assert cookies["IDE"].lifetime == (390 * DAY_US, LifetimeBasis.STATED)
    assert (cookies["IDE"].host_key, cookies["IDE"].same_site) == (".doubleclick.net", SameSite.NONE)
    assert found.reading.evidence.sightings[cookies["IDE"].key].page == SHOP


@pytest.mark.parametrize("run", [default_run, allowed_run, refusing_run])
def test_no_value_and_no_mark_leaves_by_it(run: Any) -> None:
    text = written(one=run())
    assert NOT_RECORDED in text
    assert "0123456789abcdef" not in text


def test_a_value_that_was_kept_stands_in_it() -> None:
    kept = asked("sid", value=value("m")._replace(value="s3cr3t"))
    assert set_cookie_text(kept) == "sid=s3cr3t"


def test_a_header_is_put_together_as_it_was_asked_for() -> None:
    cookie = asked(
        "id",
        domain="shop.test",
        path="/a",
        expires_us=at(0) + 30 * DAY_US,
        max_age_s=60,
        secure=True,
        http_only=True,
        partitioned=True,
        same_site=SameSite.LAX,
    )
    back = parse_set_cookie(set_cookie_text(cookie))
    assert (back.name, back.domain, back.path, back.max_age_s) == ("id", "shop.test", "/a", 60)
    assert (back.secure, back.http_only, back.partitioned, back.same_site) == (True, True, True, SameSite.LAX)
    assert back.expires_us == at(0) + 30 * DAY_US


def test_a_header_whose_request_was_not_seen_has_an_entry_of_its_own() -> None:
    lost = header_write(at_us=at(1), request=None, cookie=asked("lost"))
    entries = log(one=(*default_run()[:4], lost))["entries"]
    assert [entry["response"]["cookies"][0]["name"] for entry in entries] == ["lost"]
