# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The made-up visit as recorders write it: HAR, logs of headers, crawlers' and analysis tools' own files."""

import json
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from typing import Any, Final

from make.exports import GA, NOW_S, YEAR_S

STARTED: Final = "2026-09-21T14:13:20.000Z"
ENDS: Final = "2027-09-21T14:13:20.000Z"
IDE: Final = "IDE=AHWqTUm; Domain=ads.example; Secure; SameSite=None"
PAGE: Final = "https://www.shop.example/"


def entry(
    url: str,
    *set_cookies: str,
    dest: str = "image",
    cookie: str = "",
    referer: str = "",
    tab: str | None = "page_1",
    status: int = 200,
    mime: str = "",
    started: str = STARTED,
    **more: Any,
) -> dict[str, Any]:
    """One entry of a HAR file: a request with its answer's Set-Cookie headers."""
    asked = [("Sec-Fetch-Dest", dest), ("Cookie", cookie), ("Referer", referer)]
    made = {
        "startedDateTime": started,
        "time": 12.5,
        "request": {
            "method": "GET",
            "url": url,
            "httpVersion": "HTTP/2.0",
            "headers": [{"name": name, "value": value} for name, value in asked if value],
            "cookies": [],
        },
        "response": {
            "status": status,
            "headers": [{"name": "Set-Cookie", "value": line} for line in set_cookies],
            "cookies": [],
            "content": {"size": 3, "mimeType": mime or ("text/html" if dest == "document" else "image/gif")},
        },
    }
    return made | ({} if tab is None else {"pageref": tab}) | more


def har_of(entries: Iterable[dict[str, Any]], creator: str = "WebInspector", **more: Any) -> bytes:
    """A HAR file of some entries."""
    log = {"version": "1.2", "creator": {"name": creator, "version": "1"}, **more, "pages": [], "entries": [*entries]}
    return json.dumps({"log": log}, indent=1).encode()


def har() -> bytes:
    """What Chrome's tools export "with sensitive data"."""
    return har_of(
        (
            entry(PAGE, f"_ga={GA}; Domain=shop.example; Path=/; Max-Age={YEAR_S}", dest="document"),
            entry(f"{PAGE}login", "sid=s3cr3t; Secure; HttpOnly; SameSite=Strict", dest="empty", cookie=f"_ga={GA}"),
            entry("https://ads.example/p", f"{IDE}; Max-Age={2 * YEAR_S}"),
            entry(f"{PAGE}logo.png", cookie=f"_ga={GA}; sid=s3cr3t"),
        )
    )


def curl_verbose() -> bytes:
    """What ``curl -v`` prints of one answer, with a redirect before it."""
    return b"""*   Trying 192.0.2.7:443...
* Connected to shop.example (192.0.2.7) port 443 (#0)
* SSL connection using TLSv1.3 / TLS_AES_256_GCM_SHA384
> GET / HTTP/1.1
> Host: shop.example
> User-Agent: curl/7.88.1
> Accept: */*
>
< HTTP/1.1 301 Moved Permanently
< Date: Mon, 21 Sep 2026 14:13:20 GMT
< Location: https://www.shop.example/start
< Set-Cookie: seen=1; Max-Age=3600
<
* Re-using existing connection with host www.shop.example, port 443
> GET /start HTTP/1.1
> Host: www.shop.example
>
< HTTP/1.1 200 OK
< Date: Mon, 21 Sep 2026 14:13:20 GMT
< Set-Cookie: _ga=GA1.1.123456789.1790000000; Domain=shop.example; Path=/; Expires=Tue, 21 Sep 2027 14:13:20 GMT
< Set-Cookie: sid=s3cr3t; Secure; HttpOnly
< Content-Type: text/html
<
<p>Set-Cookie: body=no; Path=/</p>
"""


def openwpm_rows(rows: Iterable[tuple[Any, ...]], more: str = "") -> bytes:
    """A crawl database with some rows of cookie events; ``more`` is run on it at the end."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(
            "CREATE TABLE site_visits(visit_id INTEGER PRIMARY KEY, browser_id INTEGER, site_url TEXT,"
            " site_rank INTEGER);"
            "CREATE TABLE javascript_cookies(id INTEGER PRIMARY KEY, browser_id INTEGER, visit_id INTEGER,"
            " extension_session_uuid TEXT, event_ordinal INTEGER, record_type TEXT, change_cause TEXT, expiry DATETIME,"
            " is_http_only INTEGER, is_host_only INTEGER, is_session INTEGER, host TEXT, is_secure INTEGER, name TEXT,"
            " path TEXT, value TEXT, same_site TEXT, first_party_domain TEXT, store_id TEXT, time_stamp DATETIME);"
        )
        connection.execute("INSERT INTO site_visits VALUES (7, 1, ?, NULL)", (PAGE,))
        columns = (
            "visit_id, record_type, expiry, is_http_only, is_host_only, is_session, host, is_secure, name, value,"
            " same_site, time_stamp, path, first_party_domain, store_id"
        )
        for row in rows:
            marks = ", ".join("?" * len(row))
            connection.execute(
                f"INSERT INTO javascript_cookies({columns}) VALUES ({marks}, '/', '', 'firefox-default')", row
            )
        connection.executescript(more)
        connection.commit()
        return connection.serialize()


OPENWPM: Final[tuple[tuple[Any, ...], ...]] = (
    (7, "added-or-changed", ENDS, 0, 0, 0, ".shop.example", 0, "_ga", GA, "no_restriction", STARTED),
    (
        7,
        "added-or-changed",
        "9999-12-31T21:59:59.000Z",
        1,
        1,
        1,
        "www.shop.example",
        1,
        "sid",
        "s3cr3t",
        "strict",
        STARTED,
    ),
    (7, "added-or-changed", ENDS, 1, 0, 0, ".ads.example", 1, "IDE", "AHWqTUm", "no_restriction", STARTED),
)


def openwpm() -> bytes:
    """A crawl of one site."""
    return openwpm_rows(OPENWPM)


def openwpm_answers(*answers: tuple[str, Any]) -> str:
    """Statements that add answers to a crawl, each an address and its headers, all of them when the visit began."""
    made = (
        "CREATE TABLE http_responses(id INTEGER PRIMARY KEY, visit_id INTEGER, url TEXT, response_status INTEGER,"
        " headers TEXT, time_stamp DATETIME);"
    )
    for url, headers in answers:
        text = headers if isinstance(headers, str) else json.dumps(headers)
        told = text.replace("'", "''")
        made += f"INSERT INTO http_responses VALUES (NULL, 7, '{url}', 200, '{told}', '{STARTED}');"
    return made


def tracker_radar(*requests: Any) -> bytes:
    """What tracker-radar-collector saves of one site."""
    cookies = [
        {
            "name": "_ga",
            "domain": ".shop.example",
            "path": "/",
            "expires": (NOW_S + YEAR_S) * 1000,
            "session": False,
            "sameSite": "Lax",
        },
        {"name": "sid", "domain": "www.shop.example", "path": "/", "expires": -1000, "session": True},
    ]
    visit = {
        "initialUrl": "https://shop.example/",
        "finalUrl": PAGE,
        "timeout": False,
        "testStarted": NOW_S * 1000,
        "testFinished": NOW_S * 1000 + 9000,
        "data": {"cookies": cookies, "requests": list(requests), "apis": {}},
    }
    return json.dumps(visit, indent=1).encode()


def evidence_collector() -> bytes:
    """What website-evidence-collector writes as ``inspection.json``."""
    ga = {
        "name": "_ga",
        "value": GA,
        "domain": "shop.example",
        "path": "/",
        "expires": NOW_S + YEAR_S,
        "size": 29,
        "httpOnly": False,
        "secure": False,
        "session": False,
        "priority": "Medium",
        "expiresUTC": ENDS,
        "expiresDays": 365,
        "log": {
            "stack": [{"fileName": "https://stats.example/tag.js", "lineNumber": 1, "source": "at set"}],
            "type": "Cookie.JS",
            "timestamp": STARTED,
            "location": PAGE,
        },
        "firstPartyStorage": True,
    }
    sid = {**ga, "name": "sid", "domain": "www.shop.example", "expires": -1, "session": True, "httpOnly": True}
    sid["log"] = {"stack": [{"fileName": PAGE}], "type": "Cookie.HTTP", "timestamp": STARTED, "location": PAGE}
    preset = {**ga, "name": "consent", "value": "yes", "log": {}}
    inspection = {
        "title": "Shop",
        "uri_ins": "https://shop.example",
        "uri_dest": PAGE,
        "uri_redirects": [],
        "host": "shop.example",
        "cookies": [ga, sid, preset],
        "browser": {"name": "Chromium", "version": "156", "preset_cookies": {"consent": "yes"}},
        "hosts": {"cookies": {"firstParty": ["shop.example"], "thirdParty": []}},
        "start_time": STARTED,
        "end_time": STARTED,
    }
    return json.dumps(inspection, indent=1).encode()


def psat() -> bytes:
    """What the Privacy Sandbox Analysis Tool saves as JSON: one cookie in two frames, one that was blocked."""

    def held(name: str, domain: str, expires: str, **more: Any) -> dict[str, Any]:
        cookie = {"name": name, "value": "v", "domain": domain, "path": "/", "expires": expires}
        settings = {"httpOnly": True, "secure": True, "sameSite": "none"}
        return {"parsedCookie": cookie | settings, "analytics": {"category": "Marketing"}, "url": PAGE, **more}

    ga, sid = held("_ga", ".shop.example", ENDS, headerType="javascript"), held("sid", "www.shop.example", "Session")
    ide = held("IDE", ".ads.example", ENDS, isBlocked=True, blockedReasons=["UserPreferences"], headerType="response")
    frames: dict[str, Any] = {PAGE: {"cookiesCount": 2, "frameCookies": {"a": ga, "b": sid}}}
    frames["https://ads.example/"] = {"cookiesCount": 2, "frameCookies": {"a": ga, "c": ide}}
    return json.dumps({"pageUrl": PAGE, "cookieData": frames, "technologyData": []}, indent=1).encode()


def psat_csv() -> bytes:
    """What the Privacy Sandbox Analysis Tool saves as a table."""
    return (
        "Name,Scope,Domain,PartitionKey,SameSite,Category,Platform,HttpOnly,Secure,Value,Path,Expires,Issues,"
        "GDPR Portal\n"
        f"_ga,First Party,.shop.example,,Lax,Analytics,Google Analytics,FALSE,FALSE,{GA},/,{ENDS},No,\n"
        "sid,First Party,www.shop.example,,Strict,Uncategorized,Unknown,TRUE,TRUE,s3cr3t,/,Session,No,\n"
    ).encode()


def devtools_table() -> bytes:
    """Rows copied from Chromium's Application panel, where nothing is copied with them."""
    return (
        f"_ga\t{GA}\t.shop.example\t/\t{ENDS}\t29\t\t\t\t\t\tMedium\n"
        "sid\ts3cr3t\twww.shop.example\t/\tSession\t9\t✓\t✓\tStrict\t\t\tHigh\n"
    ).encode()


def csv_table() -> bytes:
    """A table that a person made."""
    return (
        "name,domain,path,value,expiry_days,session,http_only,secure,same_site\n"
        f'_ga,.shop.example,/,"{GA}",365,0,0,0,Lax\n'
        "sid,www.shop.example,/,s3cr3t,,1,1,1,Strict\n"
    ).encode()
