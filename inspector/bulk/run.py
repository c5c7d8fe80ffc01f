# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A crawl from its files to a folder of tables: parts go to processes, each writes its own files, none is held whole.

The folder appears when all is written, or not at all. The same inputs give the same bytes, however many processes.
"""

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import datetime
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from inspector.bulk.policies import PolicyBook, open_policies
from inspector.bulk.sources.api import Part
from inspector.bulk.sources.registry import parts_of
from inspector.bulk.work import Done, Task, end_with_parent, work
from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.report import DISCLAIMER
from inspector.engine.knowledge import Places, open_knowledge

_MOST_PROBLEMS: Final = 1000
_UNORDERED: Final = (
    "Sort it first, in DuckDB say: COPY (SELECT * FROM 'crawl.parquet' ORDER BY page) TO 'sorted.parquet'"
)
Told = Callable[[int, int], None]


@frozen
class BulkRequest:
    """What to read, where to write, and with how many processes. Without ``policies`` nothing is audited."""

    inputs: tuple[Path, ...]
    out: Path
    now: datetime
    places: Places
    policies: Path | None = None
    workers: int = 1
    program: str = "cookie-inspector"


@frozen
class BulkOutcome:
    """What came of it. ``judged`` counts the different combinations of facts, summed over the processes."""

    cookies: int
    visits: int
    audited: int
    findings: int
    judged: int
    problems: tuple[Problem, ...]

    @property
    def complete(self) -> bool:
        """Whether everything could be read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


def run(request: BulkRequest, told: Told = lambda done, total: None) -> BulkOutcome:
    """Label and, where policies are given, audit everything; raise where nothing can be read or written."""
    book = None if request.policies is None else open_policies(request.policies)
    inputs = tuple(dict.fromkeys(request.inputs))
    before = [_state(path) for path in inputs]
    parts = [part for path in inputs for part in parts_of(path, workers=request.workers, audits=book is not None)]
    with _appearing(request.out) as folder:
        done = _all_done(_tasks(request, parts, book, folder), request.workers, told)
        _check_visits(parts, done)
        problems = [problem for held in done for problem in held.problems]
        if book is not None:
            problems = [*book.problems, *problems]
        problems += [
            _changed(path) for path, state in zip(inputs, before, strict=True) if _state(path, folder) != state
        ]
        outcome = BulkOutcome(
            cookies=sum(held.cookies for held in done),
            visits=sum(held.visits for held in done),
            audited=sum(held.audited for held in done),
            findings=sum(held.findings for held in done),
            judged=sum(held.judged for held in done),
            problems=tuple(problems),
        )
        _write_about(folder / "about.json", request, inputs, outcome)
    return outcome


def _tasks(request: BulkRequest, parts: Sequence[Part], book: PolicyBook | None, folder: Path) -> list[Task]:
    files = None if book is None else tuple(book.files.items())
    for table in ("labels", *(() if files is None else ("findings", "audits"))):
        (folder / table).mkdir()
    return [
        Task(number, part, folder, request.places, request.now, files, request.program)
        for number, part in enumerate(parts)
    ]


def _all_done(tasks: Sequence[Task], workers: int, told: Told) -> list[Done]:
    """Return what came of each task, in their order."""
    if workers < 2 or len(tasks) < 2:
        found: list[Done] = []
        for task in tasks:
            told(len(found), len(tasks))
            found.append(work(task))
        return found
    with ProcessPoolExecutor(min(workers, len(tasks)), get_context("spawn"), end_with_parent) as pool:
        futures = [pool.submit(work, task) for task in tasks]
        try:
            return _gathered(futures, told)
        except BrokenProcessPool as error:
            why = "a process that was reading was ended from outside, which the system does where memory runs out"
            raise InspectorError(f"It was not finished: {why}", "Try again with --workers 1") from error
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _gathered(futures: "Sequence[Future[Done]]", told: Told) -> list[Done]:
    for number, future in enumerate(as_completed(futures)):
        told(number, len(futures))
        future.result()
    return [future.result() for future in futures]


def _check_visits(parts: Sequence[Part], done: Sequence[Done]) -> None:
    """Raise where rows of a visit that was judged lie apart: each part of it was judged without the others."""
    seen: set[bytes] = set()
    for part, held in zip(parts, done, strict=True):
        if not part.splits_visits:
            continue
        for mark in held.visit_marks:
            if mark in seen:
                raise InspectorError(f"{part.input}: the rows of one visit do not lie together", _UNORDERED)
            seen.add(mark)


@contextmanager
def _appearing(out: Path) -> Iterator[Path]:
    """Yield a folder beside the wanted one that takes its place when all is well, and is gone otherwise."""
    wanted, out = out, Path(os.path.realpath(out))  # "." has no name, and a link would be replaced
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise InspectorError(f"{wanted} is there already", "Name a new folder with --out")
    part = out.with_name(f".{out.name}-{os.urandom(6).hex()}.part")
    try:
        part.mkdir(mode=0o700)
        yield part
        _bring_to_disk(part)
        if out.is_dir():
            out.rmdir()  # it is empty; not every system renames over it
        part.rename(out)
    except OSError as error:
        reason = (os.strerror(error.errno) if error.errno else str(error)).lower()  # Arrow writes more into its own
        raise InspectorError(f"{wanted} cannot be written: {reason}", "Name another folder with --out") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _bring_to_disk(folder: Path) -> None:
    """Wait until everything is on the disk: else the power could leave a whole folder of empty files."""
    for place in (*folder.rglob("*"), folder):
        if os.name == "nt" and place.is_dir():  # there a folder cannot be opened
            continue
        descriptor = os.open(place, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _state(path: Path, ours: Path | None = None) -> bytes:
    """Return a mark that changes when a file, or any in a folder, is written, comes or goes; ours do not count."""
    digest = hashlib.blake2b(digest_size=16)
    path = Path(os.path.realpath(path))
    for place in sorted(path.rglob("*")) if path.is_dir() else (path,):
        if ours is not None and ours in place.parents:
            continue
        try:
            found = place.stat()
        except OSError:
            continue
        if not stat.S_ISDIR(found.st_mode):
            held = f"{place}\0{found.st_ino} {found.st_size} {found.st_mtime_ns}\n"
            digest.update(held.encode("utf-8", "surrogateescape"))
    return digest.digest()


def _changed(path: Path) -> Problem:
    what = "it changed while it was read: what was read may be of both states"
    return Problem("input-changed", what, str(path), "", "Run it again when nothing writes to it")


def _write_about(path: Path, request: BulkRequest, inputs: Sequence[Path], outcome: BulkOutcome) -> None:
    knowledge = open_knowledge(request.places)
    about = {
        "notice": DISCLAIMER,
        "program": request.program,
        "knowledge": knowledge.version,
        "judged_at": request.now.isoformat(),
        "inputs": [_described(place) for place in inputs],
        "policies": None if request.policies is None else str(request.policies),
        "cookies": outcome.cookies,
        "visits": outcome.visits,
        "audited": outcome.audited,
        "findings": outcome.findings,
        "complete": outcome.complete,
        "problems": [str(problem) for problem in outcome.problems[:_MOST_PROBLEMS]],
        "more_problems": max(0, len(outcome.problems) - _MOST_PROBLEMS),
    }
    path.write_text(json.dumps(about, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", errors="replace")


def _described(path: Path) -> dict[str, str | None]:
    if path.is_dir():
        return {"path": str(path), "sha256": None}
    try:
        with path.open("rb") as file:
            return {"path": str(path), "sha256": hashlib.file_digest(file, "sha256").hexdigest()}
    except OSError:  # it went while it was read, which is told as a change
        return {"path": str(path), "sha256": None}
