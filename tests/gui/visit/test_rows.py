# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit's tables: sound models, the four columns as the reports count them, the timeline as data."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from make import visits
from pytestqt.modeltest import ModelTester

from inspector.core.visit import Fate, Phase
from inspector.engine.visit_report import report_visit
from inspector.engine.visiting import open_visit
from inspector.gui.models.query import parse
from inspector.gui.models.table import Columns, TableModel
from inspector.gui.visit import lanes, rows, words
from inspector.gui.visit.rows import VisitRows, visit_rows

NOW = datetime(2026, 11, 25, tzinfo=UTC)


@pytest.fixture
def made(tmp_path: Path) -> VisitRows:
    runs = {"1": visits.default_run(), "2": visits.allowed_run(), "3": visits.refusing_run()}
    folder = visits.visit_folder(tmp_path / "visit", **runs)
    return visit_rows(report_visit(open_visit(folder).found, "test 1", NOW))


TABLES = {
    "runs": rows.RUN_COLUMNS,
    "cookies": rows.COOKIE_COLUMNS,
    "pages": rows.PAGE_COLUMNS,
    "hosts": rows.HOST_COLUMNS,
    "kept": rows.KEPT_COLUMNS,
    "moments": lanes.COLUMNS,
}


@pytest.mark.parametrize(("name", "columns"), TABLES.items(), ids=TABLES)
def test_tables_are_sound_models(made: VisitRows, qtmodeltester: ModelTester, name: str, columns: Columns) -> None:
    model = TableModel(columns)
    held = lanes.moments_of(made) if name == "moments" else getattr(made, name)
    model.show(held)
    assert model.rowCount() == len(held) > 0
    qtmodeltester.check(model)
    for section in range(model.columnCount()):
        model.sort(section)
        assert sorted(model.number_of(row) for row in range(len(held))) == list(range(len(held)))
    model.filter(parse("shop"))
    qtmodeltester.check(model)


def test_the_four_columns_say_what_each_browser_made_of_what_was_asked(made: VisitRows) -> None:
    told = [(row.asked, row.stored, row.refused, row.partitioned, row.unknown) for row in made.runs]
    assert told == [(3, 2, 1, 0, 0), (3, 3, 0, 0, 0), (4, 4, 0, 0, 0)]
    assert made.runs[2].title == "Chromium 156, third parties allowed (reject)"


def test_one_cookie_is_found_in_every_run(made: VisitRows) -> None:
    ide = next(row for row in made.cookies if row.name == "IDE" and row.run == 0)
    assert words.fate(ide.story) is Fate.REFUSED
    assert [(row.run, words.fate(row.story)) for row in made.others(ide)] == [(1, Fate.STORED), (2, Fate.STORED)]


def test_lanes_have_the_phases_and_every_cookie(made: VisitRows) -> None:
    held = lanes.lanes_of(made)
    assert [[band.phase for band in lane.bands] for lane in held] == [
        [Phase.NO_CHOICE],
        [Phase.NO_CHOICE],
        [Phase.NO_CHOICE, Phase.REFUSED, Phase.RETURN],
    ]
    assert sum(len(lane.dots) for lane in held) == len(made.cookies)
    for lane in held:
        assert all(0 <= band.start_us <= band.end_us <= lane.length_us for band in lane.bands)
        assert [dot.us for dot in lane.dots] == sorted(dot.us for dot in lane.dots)
    refused = [dot for lane in held for dot in lane.dots if not dot.kept]
    assert [made.cookies[dot.row].name for dot in refused] == ["IDE"]
    assert "cookies kept" in lanes.lane_text(held[0])


def test_the_twin_has_what_is_painted(made: VisitRows) -> None:
    moments = lanes.moments_of(made)
    assert sorted(moment.row for moment in moments if moment.row is not None) == list(range(len(made.cookies)))
    phases = [moment.what for moment in moments if moment.row is None]
    assert phases == ["Nothing chosen", "Nothing chosen", "Nothing chosen", "Refused", "A later visit"]
