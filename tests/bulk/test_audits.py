# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A crawl's visits get the findings that ``audit`` gives each of their files."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from make import recordings
from make.traits import knowledge

pa = pytest.importorskip("pyarrow", reason="crawls need pyarrow (the extra research)")

from inspector.bulk.audits import Auditor
from inspector.bulk.policies import open_policies
from inspector.bulk.records import visits_of
from inspector.bulk.sources.openwpm_rows import table_place
from inspector.bulk.sources.registry import parts_of
from inspector.engine.auditing import AuditSources, Judging, PolicyAccess, run_audit
from inspector.engine.cookie_files import read_cookies
from inspector.engine.labels import labels

NOW = datetime(2026, 11, 25, tzinfo=UTC)
POLICY = """# Cookies

We use only strictly necessary cookies. We do not use analytics cookies. We do not use third-party cookies.
The cookie sid is deleted when you close the browser. The cookie basket keeps your cart for one day.
"""
HEADERS = json.dumps([["Set-Cookie", "late=1; Max-Age=99999999; Path=/\nIDE=AHWqTUm; Domain=ads.example; Path=/"]])
ANSWERS = (
    ("https://www.shop.example/", HEADERS),
    ("https://www.shop.example/x", [["set-cookie", "__Host-a=1; Path=/x"]]),
)
MORE = recordings.openwpm_answers(*ANSWERS)
OTHER = "INSERT INTO site_visits VALUES (9, 1, 'https://other.example/', NULL);"
SET_COOKIES = {"set-cookie": "_ga=GA1.2.1.2; Max-Age=63072000; Domain=shop.example; Path=/\nbad=1; Domain=else.example"}


def trackers() -> bytes:
    """A visit of tracker-radar-collector with headers."""
    return recordings.tracker_radar({"url": "https://www.shop.example/", "responseHeaders": SET_COOKIES})


FILES = {
    "openwpm": ("crawl.sqlite", lambda: recordings.openwpm_rows(recordings.OPENWPM, MORE)),
    "tracker-radar-collector": ("shop.json", trackers),
    "website-evidence-collector": ("inspection.json", recordings.evidence_collector),
}


@pytest.fixture
def policies(tmp_path: Path) -> Path:
    folder = tmp_path / "policies"
    folder.mkdir()
    (folder / "shop.example.md").write_text(POLICY)
    return folder


def audited(file: Path, policy: Path) -> list[dict[str, Any]]:
    """Return the findings of ``audit``, as the table of findings has them."""
    judging, access = Judging("shop.example"), PolicyAccess((str(policy),))
    report = run_audit(judging, AuditSources((file,)), access, NOW, knowledge=knowledge()).report
    assert report is not None
    return [
        {
            "code": found.code,
            "level": found.level.value,
            "message": found.message,
            "cookie": found.cookie and found.cookie.name,
            "host": found.cookie and found.cookie.host,
            "others": len(found.others),
            "sentence": found.claim and found.claim.quote.text,
            "start": found.claim and found.claim.quote.start,
            "evidence": list(found.evidence),
            "cap_why": found.cap_why or None,
        }
        for found in report.findings
    ]


def in_bulk(path: Path, policies: Path, seams: int = 10_000) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Return findings and audits of an input, its records cut into batches of some rows."""
    auditor = Auditor(open_policies(policies), knowledge(), labels(knowledge()), NOW)
    chunks = (chunk for part in parts_of(path, workers=2, audits=True) for chunk in part.chunks(audits=True))
    whole = (chunk.records for chunk in chunks if chunk.records is not None)
    cut = (records.slice(at, seams) for records in whole for at in range(0, records.num_rows, seams))
    judged = list(auditor.audit(cut))
    return (
        [row for held in judged for row in held.findings.to_pylist()],
        [row for held in judged for row in held.audits.to_pylist()],
    )


def same(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> bool:
    return [{key: row[key] for key in wanted[0]} for row in found] == wanted


@pytest.mark.parametrize("seams", [1, 10_000])
@pytest.mark.parametrize("kind", FILES)
def test_findings_are_those_of_audit(tmp_path: Path, policies: Path, kind: str, seams: int) -> None:
    name, make = FILES[kind]
    file = tmp_path / name
    file.write_bytes(make())
    wanted = audited(file, policies / "shop.example.md")
    assert len(wanted) >= 2
    found, audits = in_bulk(file, policies, seams)
    assert same(found, wanted)
    assert [(row["state"], row["site"], row["policy_sha256"] is not None) for row in audits] == [
        ("verified", "shop.example", True)
    ]


def test_a_folder_of_visits_is_audited_file_by_file(tmp_path: Path, policies: Path) -> None:
    crawl = tmp_path / "crawl"
    for name, data in {
        "0/shop.example_1.json": trackers(),
        "1/inspection.json": recordings.evidence_collector(),
        "1/requests.json": b"[]",
        "metadata.json": b"{}",
        "broken.json": b'{"initialUrl": ',
    }.items():
        (crawl / name).parent.mkdir(parents=True, exist_ok=True)
        (crawl / name).write_bytes(data)
    wanted = [
        row
        for name in ("0/shop.example_1.json", "1/inspection.json")
        for row in audited(crawl / name, policies / "shop.example.md")
    ]
    found, audits = in_bulk(crawl, policies)
    assert same(found, wanted)
    assert [(Path(row["input"]).name, row["state"]) for row in audits] == [
        ("shop.example_1.json", "verified"),
        ("inspection.json", "verified"),
    ]


def test_a_visit_of_openwpm_is_audited_as_the_database_of_this_visit_alone(tmp_path: Path, policies: Path) -> None:
    alone, crawl = tmp_path / "alone.sqlite", tmp_path / "crawl.sqlite"
    alone.write_bytes(recordings.openwpm_rows(recordings.OPENWPM, MORE))
    others = [(9, *row[1:]) for row in recordings.OPENWPM]
    crawl.write_bytes(recordings.openwpm_rows([*others, *recordings.OPENWPM], MORE + OTHER))
    found, audits = in_bulk(crawl, policies)
    assert same(found, audited(alone, policies / "shop.example.md"))
    assert [(row["visit"], row["state"], row["why"]) for row in audits] == [
        ("7", "verified", None),
        ("9", "not_judged", "no policy of this site was given"),
    ]


def test_openwpms_parquet_files_give_what_its_database_gives(tmp_path: Path, policies: Path) -> None:
    import sqlite3

    import pyarrow.parquet as pq

    file, folder = tmp_path / "crawl.sqlite", tmp_path / "parquet"
    file.write_bytes(recordings.openwpm_rows(recordings.OPENWPM, MORE))
    flags = ("is_http_only", "is_host_only", "is_session", "is_secure")
    with sqlite3.connect(file) as connection:
        connection.row_factory = sqlite3.Row
        for table in ("javascript_cookies", "site_visits", "http_responses"):
            rows = [dict(row) for row in connection.execute(f"SELECT * FROM {table}")]
            rows = [{key: bool(cell) if key in flags else cell for key, cell in row.items()} for row in rows]
            (folder / table).mkdir(parents=True)
            pq.write_table(pa.Table.from_pylist(rows), folder / table / "0.parquet")
    connection.close()
    assert table_place(folder, "site_visits") == folder / "site_visits"
    assert same(in_bulk(folder, policies)[0], audited(file, policies / "shop.example.md"))


def test_requests_of_http_archive_give_what_the_same_visit_as_har_gives(tmp_path: Path, policies: Path) -> None:
    import pyarrow.parquet as pq

    date = "Wed, 25 Nov 2026 00:00:00 GMT"
    lines = [
        "sid=1; Path=/; Max-Age=86400",
        "_ga=GA1.2.3.4; Domain=shop.example; Max-Age=31536000",
        "no=1; Domain=co.uk",
    ]
    headers = [{"name": "Date", "value": date}, *({"name": "Set-Cookie", "value": line} for line in lines)]
    page = "https://www.shop.example/"
    entry = {
        "pageref": "p",
        "startedDateTime": "2026-11-25T00:00:00Z",
        "request": {"method": "GET", "url": page, "headers": [{"name": "Sec-Fetch-Dest", "value": "document"}]},
        "response": {"status": 200, "headers": headers, "content": {"mimeType": "text/html"}},
    }
    pages = [{"id": "p", "title": page, "startedDateTime": "2026-11-25T00:00:00Z"}]
    har, table = tmp_path / "visit.har", tmp_path / "requests.parquet"
    har.write_text(json.dumps({"log": {"version": "1.2", "pages": pages, "entries": [entry]}}))
    rows = [{"page": page, "url": page, "response_headers": headers, "payload": "{}"}]
    pq.write_table(pa.Table.from_pylist(rows), table)
    wanted = audited(har, policies / "shop.example.md")
    assert {row["code"] for row in wanted} >= {"CI101"}
    assert same(in_bulk(table, policies)[0], wanted)


def test_records_come_back_as_they_were(tmp_path: Path) -> None:
    for name, make in FILES.values():
        file = tmp_path / name
        file.write_bytes(make())
        wanted = read_cookies(file).reading
        chunks = [chunk for part in parts_of(file, workers=1, audits=True) for chunk in part.chunks(audits=True)]
        (found,) = visits_of(chunk.records for chunk in chunks if chunk.records is not None)
        bare = [one._replace(problems=(), value_length=None) for one in wanted.cookies]
        assert list(found.reading.cookies) == bare
        assert dict(found.reading.evidence.sightings) == dict(wanted.evidence.sightings)
        assert found.reading.evidence.visits == wanted.evidence.visits
        assert [(held.cookie.key, held.why, held.sighting) for held in found.reading.evidence.refused] == [
            (held.cookie.key, held.why, held.sighting) for held in wanted.evidence.refused
        ]


def test_what_cannot_be_judged_has_its_line(tmp_path: Path, policies: Path) -> None:
    timeout = json.loads(trackers()) | {"timeout": True}
    (tmp_path / "late.json").write_text(json.dumps(timeout))
    (policies / "shop.example.md").write_bytes(b"")
    (tmp_path / "shop.json").write_bytes(trackers())
    states = [in_bulk(tmp_path / name, policies)[1][0] for name in ("late.json", "shop.json")]
    assert [(row["state"], row["why"]) for row in states] == [
        ("not_judged", "the record names no page that was visited"),
        ("not_judged", "its policy could not be read"),
    ]
