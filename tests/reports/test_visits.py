# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit in every format: what the schema says and nothing else, whatever a site wrote as text, lists bounded."""

import io
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from make import snapshots
from make.audits import sample_report
from make.events import asked, header_write
from make.visits import SHOP, allowed_run, at, both_modes, default_run, refusing_run, visit_folder

from inspector.capture.events import Event
from inspector.capture.reading import read_visit
from inspector.core.label import Label, Purpose
from inspector.core.problem import Problem
from inspector.core.resources import resources_folder
from inspector.core.visit import VisitRecord, VisitReport
from inspector.reports.api import Look
from inspector.reports.registry import AUDITS, VISITS
from inspector.reports.visit_view import COOKIES, LIVES, arrange_visit, numbers

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
HOSTILE = "<script>alert(1)</script>|`\x1b[31m\u202e"


def record(folder: Path) -> VisitRecord:
    found = read_visit(folder, lambda host: ".".join(host.split(".")[-2:])).record
    assert found is not None
    return VisitRecord("visit", found.url, found.started_us, found.runs)


def without_place(made: VisitRecord) -> VisitRecord:
    """The same with ids that do not depend on the folder that the visit lies in."""
    runs = (replace(run, stories=tuple(replace(told, id=told.name) for told in run.stories)) for run in made.runs)
    return replace(made, runs=tuple(runs))


def report(made: VisitRecord) -> VisitReport:
    labels = {story.id: Label(purpose=Purpose.ANALYTICS) for run in made.runs for story in run.stories}
    problem = Problem("visit-not-measured", "the visit was not measured", "visit", "a wall")
    said = ("one", "two")
    return VisitReport(made, "4 cookies were asked for.", said, labels, (), (problem,), "test 1", "2026", now=NOW)


def written(name: str, made: VisitReport) -> str:
    out = io.StringIO()
    VISITS[name]()(made, Look(0, str, styled=False), out)
    return out.getvalue()


def whole(folder: Path) -> VisitReport:
    return report(
        without_place(
            record(visit_folder(folder, default=default_run(), allowed=allowed_run(), refusing=refusing_run()))
        )
    )


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((resources_folder() / "schemas" / name).read_text(encoding="utf-8"))
    return loaded


def closed(node: Any) -> Any:
    if isinstance(node, dict):
        node = {key: closed(value) for key, value in node.items()}
        if "properties" in node and "additionalProperties" not in node:
            node["additionalProperties"] = False
    return [closed(item) for item in node] if isinstance(node, list) else node


def test_the_json_is_what_the_schema_says_and_nothing_else(tmp_path: Path) -> None:
    validator = jsonschema.Draft202012Validator(closed(schema("visit.schema.json")))
    for made in (report(record(both_modes(tmp_path / "a"))), whole(tmp_path / "b")):
        assert [error.message for error in validator.iter_errors(json.loads(written("json", made)))] == []


def test_the_audits_schema_says_the_same_of_a_visit() -> None:
    ours, audits = schema("visit.schema.json")["$defs"], schema("audit.schema.json")["$defs"]
    assert all(audits[name] == held for name, held in ours.items())


@pytest.mark.parametrize("name", sorted(VISITS))
def test_the_same_visit_is_the_same_bytes_as_was_looked_at(tmp_path: Path, name: str) -> None:
    made = whole(tmp_path)
    assert written(name, made) == written(name, made)
    snapshots.check(f"visit/refused.{name}.{VISITS[name].ending}", written(name, made))


@pytest.mark.parametrize("name", sorted(VISITS))
def test_whatever_a_site_wrote_is_text(tmp_path: Path, name: str) -> None:
    write = header_write(at_us=at(1), cookie=asked(HOSTILE), url=f"{SHOP}{HOSTILE}", reasons=(HOSTILE,))
    run = (*refusing_run()[:4], write, *refusing_run()[-1:])
    text = written(name, report(record(visit_folder(tmp_path, one=run))))
    assert "\x1b" not in text
    assert "\u202e" not in text
    if name in ("html", "markdown"):
        assert "<script>alert" not in text


def test_the_four_columns_count_each_cookie_once(tmp_path: Path) -> None:
    default, allowed = record(both_modes(tmp_path)).runs
    assert numbers(default) == (3, 2, 1, 0, 0)
    assert numbers(allowed) == (3, 3, 0, 0, 0)


def test_a_difference_between_modes_is_seen_in_one_row(tmp_path: Path) -> None:
    view = arrange_visit(record(both_modes(tmp_path)), {})
    (row,) = (row for row in view.sheets[1].rows if row[0] == "IDE")
    assert row[3:] == ("refused (ThirdPartyPhaseout)", "stored")


def many_cookies(count: int) -> tuple[Event, ...]:
    writes = [header_write(at_us=at(1 + number / 1000), cookie=asked(f"c{number}")) for number in range(count)]
    return (*refusing_run()[:4], *writes, *refusing_run()[-1:])


def test_long_lists_are_cut_with_a_count(tmp_path: Path) -> None:
    many = many_cookies(COOKIES + 7)
    view = arrange_visit(record(visit_folder(tmp_path, one=many, other=many)), {})
    run = view.runs[0]
    assert (len(run.sheets[0].rows), run.sheets[0].more) == (COOKIES, 7)
    assert (len(run.lives), run.lives_more) == (LIVES, COOKIES + 7 - LIVES)
    assert (len(view.sheets[1].rows), view.sheets[1].more) == (COOKIES, 7)


def test_one_run_is_not_set_beside_itself(tmp_path: Path) -> None:
    view = arrange_visit(record(visit_folder(tmp_path, one=many_cookies(3))), {})
    assert [sheet.title for sheet in view.sheets] == ["Asked, stored, refused, partitioned"]


@pytest.mark.parametrize("name", ["html", "markdown", "json", "table"])
def test_an_audits_report_has_the_visit_too(tmp_path: Path, name: str) -> None:
    made = replace(sample_report(), visits=(record(both_modes(tmp_path)),))
    out = io.StringIO()
    AUDITS[name]()(made, Look(0, str, styled=False), out)
    assert "ThirdPartyPhaseout" in out.getvalue()
    if name == "json":
        validator = jsonschema.Draft202012Validator(closed(schema("audit.schema.json")))
        assert [error.message for error in validator.iter_errors(json.loads(out.getvalue()))] == []


def test_the_collectors_layout_has_who_set_each_cookie_and_what_was_asked(tmp_path: Path) -> None:
    found = read_visit(both_modes(tmp_path), lambda host: ".".join(host.split(".")[-2:]))
    assert found.record is not None
    made = replace(report(found.record), cookies=found.reading.cookies)
    held = json.loads(written("wec", made))
    logs = {cookie["name"]: cookie["log"] for cookie in held["cookies"]}
    assert (logs["_ga"]["type"], logs["_ga"]["stack"][0]["fileName"]) == ("Cookie.JS", "https://stats.test/tag.js")
    assert (logs["IDE"]["type"], logs["IDE"]["location"]) == ("Cookie.HTTP", SHOP)
    assert held["hosts"]["requests"] == {
        "firstParty": ["shop.test"],
        "thirdParty": ["ad.doubleclick.net", "stats.test"],
    }
    assert set(held["localStorage"][SHOP]) == {"cart", "uid"}
    assert "cookies.log" not in held["cookie_inspector"]["not_measured"]


def test_the_collectors_layout_of_an_audit_is_filled_by_its_visit(tmp_path: Path) -> None:
    made = replace(sample_report(), visits=(record(both_modes(tmp_path)),))
    out = io.StringIO()
    AUDITS["wec"]()(made, Look(0, str), out)
    held = json.loads(out.getvalue())
    assert held["browsing_history"] == [SHOP]
    assert held["browser"]["version"] == "156.0"
    assert len(held["cookie_inspector"]["runs"]) == 2
