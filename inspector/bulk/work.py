# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What one process does: a part of an input in, its rows of the tables out as files."""

import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from functools import lru_cache
from multiprocessing import parent_process
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from inspector.bulk.audits import NOT_JUDGED, Auditor, Judged
from inspector.bulk.labels import Labeller
from inspector.bulk.policies import PolicyBook
from inspector.bulk.records import KEPT
from inspector.bulk.schema import AUDITS_SCHEMA, FINDINGS_SCHEMA, LABELLED_SCHEMA, PLACE
from inspector.bulk.sources.api import Chunk, Part
from inspector.classify.classifier import load_classifier
from inspector.core.collector import paused_collector
from inspector.core.frozen import frozen
from inspector.core.problem import Problem, Severity
from inspector.core.resources import resources_folder
from inspector.engine.knowledge import Places, open_knowledge
from inspector.engine.labels import labels

_MOST_PROBLEMS: Final = 100  # of a part that are told one by one
_MARK: Final = 8  # bytes of the hash by which visits are recognised
_HOW_LABELS: Final[dict[str, list[str]]] = {
    "use_dictionary": [name for name in LABELLED_SCHEMA.names if name != "row"],  # all differ: none would be smaller
    "write_statistics": [name for name, _, _ in PLACE],  # by labels, in no order, nobody could skip rows
}


@frozen
class Task:
    """A part, and where its tables go. ``policies`` are the files of each site, ``None`` where nothing is audited."""

    number: int
    part: Part
    folder: Path
    places: Places
    now: datetime
    policies: tuple[tuple[str, tuple[str, ...]], ...] | None
    program: str


class Done(NamedTuple):
    """What came of a part. ``visit_marks`` are hashes of the visits that were audited."""

    cookies: int
    visits: int
    audited: int
    findings: int
    judged: int
    problems: tuple[Problem, ...]
    visit_marks: tuple[bytes, ...] = ()


@lru_cache(maxsize=1)
def _labeller(places: Places) -> Labeller:
    """Return the labeller of this process: what it has judged for one part serves the next."""
    return Labeller(load_classifier(resources_folder(), open_knowledge(places)))


@lru_cache(maxsize=1)
def _auditor(task_places: Places, now: datetime, policies: Any, program: str) -> Auditor:
    knowledge = open_knowledge(task_places)
    return Auditor(PolicyBook(dict(policies)), knowledge, labels(knowledge), now, program)


def end_with_parent() -> None:
    """Have this process end when the one that started it does, however that ends: nobody would hand it work again."""
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_outlive, args=(parent,), daemon=True).start()


def _outlive(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def work(task: Task) -> Done:
    """Read a part, label it, audit it where that is asked, and write its tables."""
    with paused_collector():
        return _Worker(task).done()


class _Worker:
    def __init__(self, task: Task) -> None:
        self._task = task
        self._labeller = _labeller(task.places)
        self._problems: list[Problem] = []
        self._lost = 0
        self._marks: list[bytes] = []
        self._cookies = self._visits = self._audited = self._findings = 0

    def done(self) -> Done:
        task, before = self._task, self._labeller.judged
        with ExitStack() as stack:
            write_labels = stack.enter_context(self._table("labels", LABELLED_SCHEMA))
            if task.policies is None:
                for chunk in task.part.chunks(audits=False):
                    write_labels(self._labelled(chunk))
            else:
                write_findings = stack.enter_context(self._table("findings", FINDINGS_SCHEMA))
                write_audits = stack.enter_context(self._table("audits", AUDITS_SCHEMA))
                auditor = _auditor(task.places, task.now, task.policies, task.program)
                for judged in auditor.audit(self._records(write_labels)):
                    write_findings(judged.findings)
                    write_audits(judged.audits)
                    self._count(judged)
        problems = (*self._problems, *self._more())
        judged_here = self._labeller.judged - before
        counts = (self._cookies, self._visits, self._audited, self._findings)
        return Done(*counts, judged_here, problems, tuple(self._marks))

    def _records(self, write_labels: Any) -> Iterator[pa.RecordBatch]:
        for chunk in self._task.part.chunks(audits=True):
            write_labels(self._labelled(chunk))
            if chunk.records is not None:
                yield chunk.records

    def _labelled(self, chunk: Chunk) -> pa.RecordBatch:
        facts = chunk.facts
        rows, first = facts.num_rows, self._cookies if chunk.row is None else chunk.row
        self._cookies += rows
        self._take(chunk.problems)
        found = self._labeller.label(facts)
        if (nameless := found.column("purpose").null_count) > 0:
            what = "rows have no name, and are no cookies: they have no label"
            self._take((Problem("cookie-skipped", what, chunk.input, "", "", Severity.PARTIAL, nameless),))
        place = (
            _same(chunk.input, rows),
            pa.array(np.arange(first, first + rows, dtype=np.int64)),
            _visits_of(chunk, rows),
            *(facts.column(name) for name in ("site", "host", "name")),
        )
        return pa.record_batch([*place, *found.columns], schema=LABELLED_SCHEMA)

    def _take(self, problems: tuple[Problem, ...]) -> None:
        for problem in problems:
            if problem in self._problems:  # of the input as a whole: each of its visits tells it
                continue
            if len(self._problems) < _MOST_PROBLEMS:
                self._problems.append(problem)
            elif problem.severity is not Severity.NOTE:
                self._lost += 1

    def _more(self) -> Iterator[Problem]:
        if self._lost:
            yield Problem("more-problems", f"{self._lost:,} more problems", self._task.part.input, count=self._lost)

    def _count(self, judged: Judged) -> None:
        self._findings += judged.findings.num_rows
        self._visits += judged.audits.num_rows
        audited = judged.audits.filter(pc.not_equal(judged.audits.column("state"), NOT_JUDGED))
        self._audited += audited.num_rows
        self._marks += [_mark(visit) for visit in audited.column("visit").to_pylist()]

    @contextmanager
    def _table(self, name: str, schema: pa.Schema) -> Iterator[Any]:
        path = self._task.folder / name / f"part-{self._task.number:05}.parquet"
        how = _HOW_LABELS if name == "labels" else {}
        with pq.ParquetWriter(path, schema, compression="zstd", **how) as writer:
            yield writer.write_batch


def _visits_of(chunk: Chunk, rows: int) -> pa.Array:
    if chunk.records is None or chunk.row is not None:
        return pa.nulls(rows, LABELLED_SCHEMA.field("visit").type)
    kept = chunk.records.filter(pc.equal(chunk.records.column("kind"), KEPT))
    return kept.column("visit").dictionary_encode()


def _same(text: str, rows: int) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(np.zeros(rows, np.int32)), pa.array([text], pa.string()))


def _mark(visit: str | None) -> bytes:
    return hashlib.blake2b((visit or "").encode("utf-8", "surrogatepass"), digest_size=_MARK).digest()
