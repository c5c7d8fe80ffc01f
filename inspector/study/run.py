# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A study from beginning to end: what is done is kept, what is not is judged by workers, then the result is made.

Whatever interrupts it, the same command goes on from what is kept, and the result has the same bytes: it depends on the
list, the files, the options and the moment that the study was begun at, and on nothing else.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError
from inspector.engine.dataset_facts import rules_version
from inspector.engine.knowledge import open_knowledge, user_places
from inspector.study.crew import Crew, Done, Task
from inspector.study.inputs import Hashes, Input, NotReadable, Signature, signature
from inspector.study.journal import Journal, holding, unwritable
from inspector.study.judging import failed, task_of
from inspector.study.listing import Listing, StudyRow
from inspector.study.options import StudyOptions, text_of
from inspector.study.result import Finished, check_place, finished_before, write_result
from inspector.study.timing import StudyProgress

TRIES: Final = 3
CHANGING: Final = "its files changed again and again while they were read"


@frozen
class StudyRequest:
    """What is asked for. ``moment`` is ``None`` where the study is to be judged as of when it was begun.

    ``small`` is on how few sites a name is too rare to stand in a table of numbers.
    """

    listing: Listing
    out: Path
    options: StudyOptions
    moment_given: bool = False
    workers: int = 1
    limit_s: float = 600.0
    small: int = 5


@dataclass
class _Row:
    """A row in hand: its key, and what its files looked like when that was made."""

    row: StudyRow
    key: str = ""
    seen: Signature = ()


@dataclass
class StudyHooks:
    """What a face hands in: who is told of the progress, and of what a person should know."""

    progress: Callable[[StudyProgress], None] = lambda progress: None
    say: Callable[[str], None] = lambda text: None
    clock: Callable[[], float] = field(default=time.monotonic)


def run_study(request: StudyRequest, hooks: StudyHooks) -> Finished:
    """Judge every row that is not done yet, and write the result. Raise where nothing can be written."""
    check_place(request.out)
    with holding(request.out) as journal:
        before = finished_before(request.out, journal, request.listing)
        if before is not None:
            hooks.say("The study was finished before; only what it had left behind was taken away.")
            return before
        try:
            return _Study(request, journal, hooks).run()
        except OSError as error:
            raise unwritable(journal.folder, error) from error


class _Study:
    def __init__(self, request: StudyRequest, journal: Journal, hooks: StudyHooks) -> None:
        self._journal, self._hooks = journal, hooks
        head = journal.head()
        options = request.options
        if head is not None and not request.moment_given:
            options = replace(options, now=StudyOptions.of(head["options"]).now)
        self._request = replace(request, options=options)
        self._rows = [_Row(row) for row in request.listing.rows]
        self._hashes = Hashes()
        self._kept = self._done = 0
        self._began = hooks.clock()
        book = open_knowledge(user_places())
        packs = sorted([pack.id, pack.sha256] for pack in book.packs)
        self._shared = {
            "options": options.told(),
            "knowledge": book.version,
            "rules": rules_version(),
            "packs": packs,
            "overrides": _overrides(),
        }
        begun = sha256(text_of([self._shared, request.listing.sha256, request.small]).encode()).hexdigest()[:16]
        journal.begin({"options": options.plain(), "list": request.listing.sha256, "begun": begun})
        if head is not None and head.get("list") != request.listing.sha256:
            hooks.say(
                "The list has changed since the study was begun: rows that are as they were are not judged again."
            )

    def run(self) -> Finished:
        """Judge, look whether anything changed under us, and write."""
        corrections = self._request.options.corrections_sha256()
        self._judge(self._rows)
        for _ in range(TRIES):
            changed = [held for held in self._rows if self._changed(held)]
            if not changed:
                break
            self._hooks.say(f"Files of {len(changed):,} rows changed while they were read: they are judged again.")
            self._judge(changed)
        for held in self._rows:
            if self._changed(held):
                self._fail(held, CHANGING)
        if self._request.options.corrections_sha256() != corrections:
            raise InspectorError("The corrections changed while the study ran", "Start it again; nothing was written")
        keys = [(held.row, held.key) for held in self._rows]
        return write_result(self._request, keys, self._journal, self._shared)

    def _judge(self, rows: list[_Row]) -> None:
        self._done, self._kept = len(self._rows) - len(rows), 0
        by_number = {held.row.number: held for held in rows}
        request = self._request
        with Crew(min(request.workers, len(rows)), text_of(request.options.plain()), request.limit_s) as crew:
            for done in crew.run(task for held in rows for task in self._task(held)):
                self._keep(by_number[done.number], done)

    def _task(self, held: _Row) -> Iterator[Task]:
        row = held.row
        if row.fault:
            self._fail(held, row.fault)
            return
        held.seen = signature(row)
        try:
            inputs = self._hashes.of(row)
        except NotReadable as error:
            self._fail(held, str(error))
            return
        held.key = self._key(row, inputs)
        if self._journal.holds(held.key):
            self._kept += 1
            self._tell(held)
            return
        yield Task(row.number, task_of(row))

    def _key(self, row: StudyRow, inputs: tuple[Input, ...]) -> str:
        said = row._replace(number=0, line=0, policies=(), cookies=(), condition="")
        return sha256(text_of([self._shared, list(said), [list(one) for one in inputs]]).encode()).hexdigest()

    def _fail(self, held: _Row, why: str) -> None:
        held.key = sha256(text_of(["failed", held.row.site, why]).encode()).hexdigest()
        if why == CHANGING:
            held.seen = ()
        self._journal.keep(held.key, failed(held.row.site, why))
        self._tell(held)

    def _keep(self, held: _Row, done: Done) -> None:
        """Keep what came of a row, unless its files changed meanwhile: then it is judged again at the end."""
        if self._changed(held):
            return
        if done.text is None:
            self._fail(held, done.why)
        else:
            self._journal.keep(held.key, done.text)
            self._tell(held)

    def _changed(self, held: _Row) -> bool:
        return bool(held.seen) and signature(held.row) != held.seen

    def _tell(self, held: _Row) -> None:
        self._done += 1
        elapsed = self._hooks.clock() - self._began
        told = StudyProgress(self._done, len(self._rows), self._kept, held.row.site, elapsed)
        self._hooks.progress(told)


def _overrides() -> str | None:
    """The hash of the user's own facts, which labels may rest on."""
    try:
        return sha256(user_places().overrides.read_bytes()).hexdigest()
    except OSError:
        return None
