# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``scan --format json`` is what its schema says, also where a recording tells more than a store, and reads back."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from make import recordings
from make.command import Run
from make.recordings import PAGE, entry, har_of
from make.samples import SAMPLES

from inspector.core.resources import resources_folder
from inspector.readers.files.registry import read_file

PRIVATE = "https://www.shop.example/other"
VISIT = (
    entry(PAGE, "sid=1; Secure; HttpOnly; Max-Age=63072000", "bad=1; Domain=other.example", dest="document"),
    entry("https://t.ads.example/x", "IDE=2; Secure; SameSite=None; Max-Age=3600", referer=PAGE),
)


def closed(node: Any) -> Any:
    """The schema with nothing allowed that it does not name, so that no key is written without its description."""
    if isinstance(node, dict):
        node = {key: closed(value) for key, value in node.items()}
        if "properties" in node and "additionalProperties" not in node:
            node["additionalProperties"] = False
    return [closed(item) for item in node] if isinstance(node, list) else node


def faults(document: Any) -> list[str]:
    schema = json.loads((resources_folder() / "schemas" / "scan.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return [error.message for error in jsonschema.Draft202012Validator(closed(schema)).iter_errors(document)]


def scanned(run: Run, path: Path, *arguments: str) -> Any:
    ended = run("scan", path, "--format", "json", *arguments)
    assert ended.out, ended.err
    return json.loads(ended.out)


@pytest.mark.parametrize("kind", sorted(SAMPLES))
@pytest.mark.parametrize("more", [(), ("--show-values",)])
def test_every_format_is_written_as_the_schema_says(
    tmp_path: Path, home: Path, run: Run, kind: str, more: tuple[str, ...]
) -> None:
    path = tmp_path / "file"
    path.write_bytes(SAMPLES[kind][0]())
    assert faults(scanned(run, path, *more)) == []


def test_refused_cookies_are_listed_with_why_and_counted_in_the_table(tmp_path: Path, home: Path, run: Run) -> None:
    path = tmp_path / "visit.har"
    path.write_bytes(har_of(VISIT, "Playwright"))
    document = scanned(run, path)
    (refused,) = document["refused"]
    assert (refused["name"], refused["host"]) == ("bad", "other.example")
    assert refused["why"] == "its Domain is not the host that set it, nor above it"
    assert refused["pages"] == [PAGE]
    assert {row["name"] for row in document["cookies"]} == {"sid", "IDE"}
    assert "1 more tried and not kept" in run("scan", path).out
    assert scanned(run, path, "--site", "shop.example")["refused"] == []
    assert len(scanned(run, path, "--site", "other.example")["refused"]) == 1


def test_where_every_cookie_was_refused_there_is_none_and_that_is_said(tmp_path: Path, home: Path, run: Run) -> None:
    path = tmp_path / "visit.har"
    path.write_bytes(har_of([entry(PAGE, "bad=1; Domain=other.example", dest="document")], "Playwright"))
    assert "No cookies; 1 tried and not kept." in run("scan", path).out


def test_the_two_lifetimes_and_who_set_it_are_told_apart(tmp_path: Path, home: Path, run: Run) -> None:
    path = tmp_path / "visit.har"
    path.write_bytes(har_of(VISIT, "Playwright"))
    rows = {row["name"]: row for row in scanned(run, path)["cookies"]}
    sid, ide = rows["sid"], rows["IDE"]
    assert (sid["requested_days"], sid["requested_basis"], sid["stored_days"]) == (730, "stated", None)
    assert (ide["requested_days"], ide["set_by"], ide["pages"]) == (1 / 24, "https://t.ads.example/x", [PAGE])
    assert (ide["set_by_header"], ide["sent_back"]) == (True, None)
    line = run("scan", path, "--format", "csv").out.splitlines()
    assert "requested_days" in line[0]
    assert "https://t.ads.example/x" in "".join(line)


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_a_scan_reads_back_with_what_the_recording_proved(tmp_path: Path, home: Path, run: Run, name: str) -> None:
    path = tmp_path / "visit.har"
    path.write_bytes(har_of(VISIT, "Playwright"))
    again = tmp_path / "scan.out"
    assert run("scan", path, "--format", name, "--output", again).code == 0
    first, second = read_file(path).reading, read_file(again)
    assert second.format is not None
    assert second.format.id == "scan"

    def told(reading: Any) -> list[Any]:
        seen = reading.evidence.sightings
        return [
            (it.name, it.host_key, it.requested, it.lifetime, seen[it.key].pages, seen[it.key].setter)
            for it in reading.cookies
        ]

    assert told(second.reading) == told(first)
    refused = [(held.cookie.name, held.why) for held in second.reading.evidence.refused]
    assert refused == ([("bad", "its Domain is not the host that set it, nor above it")] if name == "json" else [])


def test_a_saved_scan_is_judged_like_the_recording(tmp_path: Path, home: Path, run: Run) -> None:
    path, again, policy = (tmp_path / name for name in ("visit.har", "scan.json", "policy.md"))
    path.write_bytes(recordings.har())
    policy.write_text("We use cookies to keep you logged in. We do not use third-party cookies.")
    assert run("scan", path, "--format", "json", "--output", again).code in (0, 2)

    def codes(cookies: Path) -> set[tuple[str, str]]:
        ended = run("audit", "shop.example", "--policy", policy, "--cookies", cookies, "--format", "json")
        return {(it["code"], (it["cookie"] or {}).get("name", "")) for it in json.loads(ended.out)["findings"]}

    assert codes(again) == codes(path)


@pytest.mark.parametrize(
    "spoil",
    [
        {"pages": 5, "set_by": [], "requested_days": "x", "requested_basis": 7},
        {"pages": [None, {}], "set_by_header": "yes", "stored_basis": []},
        {"requested_basis": "stated", "requested_days": None},
    ],
)
def test_keys_of_a_wrong_kind_are_unknown(tmp_path: Path, spoil: dict[str, Any]) -> None:
    line = {"name": "a", "host": "shop.example", "value_state": "empty", "lifetime_basis": "unknown", **spoil}
    path = tmp_path / "x"
    path.write_text(json.dumps(line) + "\n" + json.dumps({"name": 5}) + "\n")
    found = read_file(path)
    (cookie,) = found.reading.cookies
    assert cookie.requested.us is None
    assert not found.reading.evidence.sightings
    assert [problem.code for problem in found.reading.problems] == ["cookie-skipped"]
