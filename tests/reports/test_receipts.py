# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The receipt of a refusal as a page and as Markdown: as was looked at, and whatever a site wrote is text."""

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import pytest
from make import snapshots
from make.events import asked, header_write
from make.visits import at, refusing_run, visit_folder

from inspector.capture.events import Event
from inspector.capture.reading import read_visit
from inspector.core.label import Label, Purpose
from inspector.core.receipt import Receipt, receipt_headline, run_receipt
from inspector.core.visit import VisitRecord
from inspector.reports.receipt_html import write_receipt as write_html
from inspector.reports.receipt_markdown import write_receipt as write_markdown

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PURPOSES = {"sid": Purpose.SESSION, "IDE": Purpose.ADVERTISING, "_ga": Purpose.ANALYTICS}
WRITERS = {"html": write_html, "md": write_markdown}
HOSTILE = "<script>alert(1)</script>|`\x1b[31m\u202e"


def receipt(folder: Path, events: tuple[Event, ...]) -> Receipt:
    record = read_visit(visit_folder(folder, one=events), lambda host: host).record
    assert record is not None
    record = VisitRecord("visit", record.url, record.started_us, record.runs, "0" * 64)
    labels = {story.id: Label(purpose=PURPOSES.get(story.name, Purpose.UNKNOWN)) for story in record.runs[0].stories}
    runs = tuple(made for run in record.runs if (made := run_receipt(run, labels)) is not None)
    return Receipt(record, runs, receipt_headline(runs), "test 1", "2026", now=NOW)


def written(write: Callable[[Receipt, TextIO], None], made: Receipt) -> str:
    out = io.StringIO()
    write(made, out)
    return out.getvalue()


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_the_receipt_is_as_it_was_looked_at(tmp_path: Path, ending: str) -> None:
    snapshots.check(f"visit/receipt.{ending}", written(WRITERS[ending], receipt(tmp_path, refusing_run())))


@pytest.mark.parametrize("ending", sorted(WRITERS))
def test_whatever_a_site_wrote_is_text(tmp_path: Path, ending: str) -> None:
    hostile = header_write(at_us=at(31), cookie=asked(HOSTILE), reasons=(HOSTILE,))
    text = written(WRITERS[ending], receipt(tmp_path, (*refusing_run()[:-1], hostile, refusing_run()[-1])))
    assert "<script>alert" not in text
    assert "\x1b" not in text
    assert "\u202e" not in text
