# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Small studies: a list, a policy and a jar for each made-up site, and a crawl's database with two visits."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

NOW: Final = "2026-11-24T12:00:00Z"
NOW_S: Final = 1_795_521_600  # the same moment
DAY_S: Final = 86_400
HEADER: Final = ("site", "policy", "cookies", "visit", "condition", "only_this_site", "untouched")
REFUSED: Final = (
    "{stamp:'abc',necessary:true,preferences:false,statistics:false,marketing:false,method:'explicit',ver:1,"
    "utc:1795428000000,region:'de'}"
)
MARKER: Final = "v4lue-that-nobody-may-see"


def policy(*sections: tuple[str, Sequence[tuple[str, str, str]]], complete: bool = True) -> str:
    """A cookie policy: a table of (name, provider, lifetime) under each heading."""
    parts = ["# Cookie policy", "Last updated: 1 November 2026", "We use the following cookies on our site."]
    for heading, rows in sections:
        table = ["| Name | Provider | Expiry |", "|---|---|---|", *(f"| {' | '.join(row)} |" for row in rows)]
        parts += [f"## {heading}", "\n".join(table)]
    parts += ["This list is complete: we use no other cookies."] if complete else []
    return "\n\n".join(parts) + "\n"


def jar(*cookies: tuple[str, str, float | None]) -> str:
    """A Playwright storageState of (name, domain, days); a session cookie where the days are ``None``."""
    made = [
        {
            "name": name,
            "value": MARKER,
            "domain": domain,
            "path": "/",
            "expires": -1 if days is None else NOW_S + days * DAY_S,
            "httpOnly": False,
            "secure": True,
            "sameSite": "Lax",
        }
        for name, domain, days in cookies
    ]
    return json.dumps({"cookies": made, "origins": []})


def listing(folder: Path, rows: Iterable[Sequence[str]], name: str = "list.csv") -> Path:
    """Write a list; rows may be shorter than the header."""
    lines = [",".join(HEADER)]
    lines += [",".join([*row, *[""] * (len(HEADER) - len(row))]) for row in rows]
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def crawl(path: Path) -> Path:
    """An OpenWPM database: visit 7 of site7.example set "_ga" and "IDE", visit 8 of site8.example set "sid" only.

    In visit 9 of site9.example everything was refused through Cookiebot, and "_fbp" was set five minutes later.
    """
    started, later, year = "2026-11-23T10:00:00.000Z", "2026-11-23T10:05:00.000Z", "2027-11-23T10:00:00.000Z"
    rows: tuple[tuple[Any, ...], ...] = (
        (7, ".site7.example", "_ga", "GA1.1.111111111.1795000000", year, 0, started),
        (7, ".doubleclick.net", "IDE", "AHWqTUm-x", year, 0, started),
        (8, "site8.example", "sid", MARKER, "9999-12-31T21:59:59.000Z", 1, started),
        (9, "site9.example", "CookieConsent", REFUSED, year, 0, started),
        (9, ".site9.example", "_fbp", "fb.1.1795428300000.123456789", year, 0, later),
    )
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(
            "CREATE TABLE site_visits(visit_id INTEGER PRIMARY KEY, browser_id INTEGER, site_url TEXT);"
            "CREATE TABLE javascript_cookies(id INTEGER PRIMARY KEY, visit_id INTEGER, record_type TEXT,"
            " expiry DATETIME, is_http_only INTEGER, is_host_only INTEGER, is_session INTEGER, host TEXT,"
            " is_secure INTEGER, name TEXT, path TEXT, value TEXT, same_site TEXT, first_party_domain TEXT,"
            " store_id TEXT, time_stamp DATETIME);"
        )
        for visit in (7, 8, 9):
            connection.execute("INSERT INTO site_visits VALUES (?, 1, ?)", (visit, f"https://site{visit}.example/"))
        for visit, host, name, value, expiry, session, moment in rows:
            connection.execute(
                "INSERT INTO javascript_cookies VALUES (NULL, ?, 'added-or-changed', ?, 0, ?, ?, ?, 1, ?, '/', ?,"
                " 'no_restriction', '', 'firefox-default', ?)",
                (visit, expiry, int(not host.startswith(".")), session, host, name, value, moment),
            )
        connection.commit()
    return path


ANALYTICS: Final = ("Analytics cookies", [("_ga", "Google", "2 years")])
NECESSARY: Final = ("Necessary cookies", [("_ga", "Google", "2 years")])


def small_study(folder: Path) -> Path:
    """Fifteen rows of thirteen sites: eleven file "_ga" under analytics, one under necessary; two visits; a bad row.

    What the methods find in it is worked out by hand in ``tests/study/test_study.py``.
    """
    rows: list[tuple[str, ...]] = []
    for number in range(1, 13):
        sections = [NECESSARY if number == 12 else ANALYTICS]
        if number == 1:
            sections.append(("Necessary cookies", [("shopcart", "site1.example", "7 days")]))
        if number == 2:
            sections.append(("Marketing cookies", [("_ga", "Google", "2 years")]))
        if number == 3:
            sections.append(("Unclassified cookies", [("zz_unknown", "", "1 day")]))
        (folder / f"policy{number}.md").write_text(policy(*sections), encoding="utf-8")
        cookies: list[tuple[str, str, float | None]] = [("_ga", f".site{number}.example", 365)]
        if number == 1:
            cookies.append(("shopcart", "site1.example", 30))
        if number in (4, 5):
            cookies.append(("_fbp", f".site{number}.example", 90))
        (folder / f"jar{number}.json").write_text(jar(*cookies), encoding="utf-8")
        rows.append((f"site{number}.example", f"policy{number}.md", f"jar{number}.json"))
    rows[6] = ("site7.example", "policy7.md", "crawl.sqlite", "7", "untouched", "", "yes")
    crawl(folder / "crawl.sqlite")
    rows.append(("site7.example", "policy7.md", "jar7.json", "", "profile"))
    rows.append(("site9.example", "policy9.md", "crawl.sqlite", "9", "refused"))
    rows.append(("site13.example", "missing.md", "jar1.json"))
    return listing(folder, rows)


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file of a result with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
