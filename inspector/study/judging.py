# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""One row judged: from its files to its record, which is text and says nothing of where the files lie.

A record is one line of JSON for what became of the row, then a line for each table with the rows for it. The same row
gives the same record: it holds no clock, no path and no number of the row.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from inspector.core.fingerprint import fingerprints
from inspector.core.problem import Problem, Severity
from inspector.core.report import Report
from inspector.datasets.cells import plain
from inspector.datasets.column import Table
from inspector.datasets.dataset import Row, Rows
from inspector.datasets.schema import TABLES
from inspector.datasets.telling import clean
from inspector.engine.auditing import AuditSources, Judging, Outcome, PolicyAccess, run_audit
from inspector.engine.cookie_files import Told
from inspector.engine.faults import whereabouts
from inspector.engine.knowledge import open_knowledge, user_places
from inspector.knowledge.site import registrable
from inspector.readers.files.openwpm import NO_VISIT, OPENWPM
from inspector.study.inputs import NotReadable, policy_parts
from inspector.study.listing import StudyRow
from inspector.study.methods import Answer, answer
from inspector.study.options import StudyOptions
from inspector.study.tables import OF_RECORDS, RowState
from inspector.study.telling import Teller

RECORD_TABLES: Final[tuple[Table, ...]] = (*OF_RECORDS, *TABLES)
_STUDY: Final = frozenset(table.name for table in OF_RECORDS)


def task_of(row: StudyRow) -> str:
    """Return a row as text for a worker."""
    return json.dumps(
        {
            "site": row.site,
            "policies": [str(place) for place in row.policies],
            "cookies": [str(place) for place in row.cookies],
            "visit": row.visit,
            "also": row.also,
            "only_this_site": row.only_this_site,
            "untouched": row.untouched,
        }
    )


class Judge:
    """Judges rows; what they share (knowledge, options) is loaded once."""

    def __init__(self, options: StudyOptions) -> None:
        self._options = options
        self._book = open_knowledge(user_places())
        self._teller = Teller(self._book)

    def judged(self, task: Mapping[str, Any]) -> str:
        """Return the record of a row; a fault of ours in one costs that row only, and is told without its message."""
        try:
            return self._judged(task)
        except NotReadable as error:
            return failed(task["site"], str(error))
        except Exception as error:  # noqa: BLE001 - the message may quote what was being read, a value even
            return failed(task["site"], f"a fault of the program: {whereabouts(error)}")

    def _judged(self, task: Mapping[str, Any]) -> str:
        policies = policy_parts(map(Path, task["policies"]))
        outcome = self._audited(task, policies)
        why = _unread(outcome, task["visit"])
        if why or outcome.report is None:
            return failed(task["site"], why)
        return self._record(outcome.report, outcome)

    def _audited(self, task: Mapping[str, Any], policies: Sequence[Path]) -> Outcome:
        options = self._options
        judging = Judging(
            task["site"],
            tuple(task["also"]),
            options.declared_by,
            options.strict_lifetime,
            options.in_force,
            options.only_this_site or task["only_this_site"],
            options.levels,
            options.corrections,
            options.program,
        )
        told = Told(visit=task["visit"], untouched=task["untouched"])
        sources = AuditSources(tuple(map(Path, task["cookies"])), told=told)
        access = PolicyAccess(tuple(str(place) for place in policies))
        return run_audit(judging, sources, access, options.now, knowledge=self._book)

    def _record(self, report: Report, outcome: Outcome) -> str:
        head = {
            "state": (RowState.JUDGED if report.verified else RowState.UNVERIFIED).value,
            "site": report.site,
            "complete": report.complete,
            "why": clean(report.unverified_why),
        }
        tables = {**self._teller.rows(report, outcome), **study_rows(report, answer(report, self._book))}
        return _text(head, tables)


def failed(site: str, why: str) -> str:
    """Return the record of a row that could not be judged."""
    place = registrable(site) if site else ""
    return _text({"state": RowState.FAILED.value, "site": place, "complete": False, "why": why}, {})


def head_of(lines: Iterator[str]) -> dict[str, Any]:
    """Return what became of a row: the first line of its record."""
    held: dict[str, Any] = json.loads(next(lines))
    return held


def study_rows(report: Report, found: Answer) -> Rows:
    """Return the rows for the study's own tables, without the row's number and site."""
    marks = fingerprints([*report.findings, *(one.finding for one in report.ignored)], report.site)
    asked = tuple((one.method, one.measured, one.why_not or None) for one in found.asked)
    items: list[Row] = []
    places: dict[str, int] = {}
    for item in found.items:
        places[item.method] = place = places.get(item.method, 0) + 1
        level = item.level.value if item.level is not None else None
        mark = marks[item.finding - 1] if item.finding is not None else None
        told = (clean(item.name), clean(item.host), clean(item.partition), item.group or None)
        items.append((item.method, place, *told, level, mark))
    names = tuple(
        (place, held.claim, clean(held.name), held.vendor or None, held.group or None, held.unclassified)
        for place, held in enumerate(found.names, 1)
        if held.name
    )
    return {"study_asked": asked, "study_items": tuple(items), "study_names": names}


def _unread(outcome: Outcome, visit: str | None) -> str:
    """Why a row could not be judged as it was meant; empty where it was."""
    if outcome.report is None:
        first = next((problem for problem in outcome.problems if problem.severity is not Severity.NOTE), None)
        return f"{outcome.why}: {_said(first)}" if first else outcome.why
    if visit is None:
        return ""
    if all(held.format != OPENWPM.id for held in outcome.report.measured.inputs):
        return "it names a visit, and none of its cookies are a crawl's database"
    missing = next((problem for problem in outcome.problems if problem.code == NO_VISIT), None)
    return missing.what if missing is not None else ""


def _said(problem: Problem) -> str:
    return f"{problem.what} ({problem.why})" if problem.why else problem.what


def _text(head: Mapping[str, Any], tables: Rows) -> str:
    lines = [json.dumps(head, ensure_ascii=True, sort_keys=True)]
    for table in RECORD_TABLES:
        columns = table.columns[2:] if table.name in _STUDY else table.columns
        rows = [
            [plain(column.kind, cell) for column, cell in zip(columns, row, strict=True)]
            for row in tables.get(table.name, ())
        ]
        lines.append(json.dumps(rows, ensure_ascii=True, separators=(",", ":")))
    return "\n".join(lines) + "\n"
