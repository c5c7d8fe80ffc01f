# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One visit of an OpenWPM crawl can be asked for: nothing of the others is read."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from make.studies import crawl

from inspector.core.problem import Severity
from inspector.core.reading import Reading
from inspector.engine.cookie_files import Told, read_cookies


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """A crawl with the visits 7 and 8, and a header of each."""
    path = crawl(tmp_path / "crawl.sqlite")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE http_responses(visit_id INTEGER, url TEXT, headers TEXT, time_stamp DATETIME)")
        for visit, name in ((7, "_ga"), (8, "sid")):
            headers = f'[["Set-Cookie", "{name}=x; Max-Age=86400"]]'
            row = (visit, f"https://site{visit}.example/", headers, "2026-11-23T10:00:00.000Z")
            connection.execute("INSERT INTO http_responses VALUES (?, ?, ?, ?)", row)
        connection.commit()
    return path


def read(path: Path, visit: str | None, *, untouched: bool = False) -> Reading:
    return read_cookies(path, Told(visit=visit, untouched=untouched)).reading


@pytest.mark.parametrize(
    ("visit", "names", "pages"),
    [
        ("7", {"_ga", "IDE"}, {"https://site7.example/"}),
        ("8", {"sid"}, {"https://site8.example/"}),
        (
            None,
            {"_ga", "IDE", "sid", "CookieConsent", "_fbp"},
            {f"https://site{visit}.example/" for visit in (7, 8, 9)},
        ),
    ],
)
def test_a_visit_has_its_own_cookies_and_page(
    database: Path, visit: str | None, names: set[str], pages: set[str]
) -> None:
    reading = read(database, visit)
    assert {cookie.name for cookie in reading.cookies} == names
    assert {held.page for held in reading.evidence.visits} == pages
    assert {page for seen in reading.evidence.sightings.values() for page in seen.pages} == pages


def test_a_visit_that_is_not_there_is_told(database: Path) -> None:
    reading = read(database, "9 OR 1=1")
    (problem,) = (one for one in reading.problems if one.severity is Severity.FAILED)
    assert (problem.code, problem.what) == ("visit-not-found", 'the crawl has no visit "9 OR 1=1"')
    assert reading.cookies == ()


def test_that_nobody_did_anything_is_known_on_the_researchers_word_only(database: Path) -> None:
    assert [held.interacted for held in read(database, "7").evidence.visits] == [None]
    assert [held.interacted for held in read(database, "7", untouched=True).evidence.visits] == [False]
