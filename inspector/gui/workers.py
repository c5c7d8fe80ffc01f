# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reading beside the window's thread: progress and results come back as signals, nothing here touches a view.

A daemon thread rather than a ``QThreadPool``: a pool's destructor waits for its last job, and a reader that hangs on
a dead network drive would then keep a closed window's process alive for ever.
"""

import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from inspector.core.cookie import Cookie
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.reading import Reading
from inspector.engine.faults import internal_error
from inspector.engine.purposes import Labelled
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.rows import Rows, largest_sites
from inspector.gui.translation import translate

_PACE_S: Final = 0.04  # between two progress signals: a thousand small stores must not flood the window


class Progress(NamedTuple):
    """How far a reading is: ``done`` of ``total`` stores (0 while unknown), and what is being read."""

    done: int
    total: int
    what: str


class Found(NamedTuple):
    """What reading found. ``looked_in`` names the places, for the case that there was nothing in any of them.

    ``recognised`` says of each file that was opened what it was taken for.
    """

    reading: Reading
    looked_in: tuple[str, ...] = ()
    recognised: tuple[str, ...] = ()


class Loaded(NamedTuple):
    """A reading made ready for the window; ``stopped`` means that the user cancelled and this is a part."""

    rows: Rows
    reading: Reading
    looked_in: tuple[str, ...] = ()
    stopped: bool = False
    recognised: tuple[str, ...] = ()


Report = Callable[[Progress], None]
Cancelled = Callable[[], bool]
ReadStores = Callable[[tuple[Path, ...], Report, Cancelled], Found]
LabelCookies = Callable[[Sequence[Cookie], Cancelled], Labelled]


class _Job:
    """One reading: its own flag, so that a stopped one stays stopped while the next runs."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.told_at = 0.0


class Worker(QObject):
    """Runs one reading at a time, then labels its cookies. A late result of one that was replaced is dropped.

    The cookies are handed over before their labels are made: a hundred thousand labels take a second or two.
    """

    progressed = Signal(object)  # Progress
    finished = Signal(object)  # Loaded
    sites_found = Signal(object)  # tuple[str, ...]: of the last Loaded, those with the most cookies first
    labelled = Signal(object)  # LabelRows for the rows of the last Loaded; without labels where that failed
    _told = Signal(object, object)  # _Job, Progress: crosses the threads
    _came = Signal(object, object)  # _Job, Loaded: crosses the threads
    _sites_came = Signal(object, object)  # _Job, tuple[str, ...]: crosses the threads
    _labels_came = Signal(object, object)  # _Job, LabelRows: crosses the threads

    def __init__(self, read: ReadStores, label: LabelCookies | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._label = read, label
        self._job: _Job | None = None
        self._last: _Job | None = None  # the one whose labels are waited for
        self._newest: _Job | None = None  # the one whose sites are waited for
        self._told.connect(self._take_progress)
        self._came.connect(self._take_result)
        self._sites_came.connect(self._take_sites)
        self._labels_came.connect(self._take_labels)

    @property
    def busy(self) -> bool:
        """Whether a reading is under way, a stopped one included until its part has come."""
        return self._job is not None

    def start(self, stores: tuple[Path, ...], read: ReadStores | None = None) -> None:
        """Begin to read, with ``read`` where it is no store; one that is still running is stopped and forgotten."""
        self.cancel()
        self._job = self._last = self._newest = _Job()
        threading.Thread(
            target=self._run, args=(self._job, stores, read or self._read), name="reading", daemon=True
        ).start()

    def label_again(self, loaded: Loaded) -> bool:
        """Label the cookies of the last reading anew; false where one is under way, which will label its own."""
        if self._job is not None or self._label is None or not loaded.rows.cookies:
            return False
        job = self._last = _Job()
        threading.Thread(target=self._run_labels, args=(job, loaded), name="labels", daemon=True).start()
        return True

    def cancel(self) -> None:
        """Ask the reading to stop. What it has by then still comes, marked as a part."""
        if self._job is not None:
            self._job.stop.set()

    def forget(self) -> None:
        """Stop, and take nothing more: the window closes."""
        self.cancel()
        self._job = self._last = self._newest = None

    def _run(self, job: _Job, stores: tuple[Path, ...], read: ReadStores) -> None:
        found = _guarded(lambda: read(stores, lambda progress: self._tell(job, progress), job.stop.is_set))
        loaded = Loaded(Rows.of(found.reading), found.reading, found.looked_in, job.stop.is_set(), found.recognised)
        if job is self._job:  # otherwise nobody waits for it, and the window may be gone
            self._came.emit(job, loaded)
            self._sites_came.emit(job, _sites(loaded.rows.cookies))
            self._run_labels(job, loaded)

    def _run_labels(self, job: _Job, loaded: Loaded) -> None:
        if self._label is None or not loaded.rows.cookies:
            return
        label = self._label
        told = _labels_guarded(lambda: label(loaded.rows.cookies, lambda: job is not self._last))
        labels = LabelRows.of(told)
        if job is self._last:
            self._labels_came.emit(job, labels)

    def _tell(self, job: _Job, progress: Progress) -> None:
        now = time.monotonic()
        if job is self._job and now - job.told_at >= _PACE_S:
            job.told_at = now
            self._told.emit(job, progress)

    def _take_progress(self, job: _Job, progress: Progress) -> None:
        if job is self._job and not job.stop.is_set():
            self.progressed.emit(progress)

    def _take_result(self, job: _Job, loaded: Loaded) -> None:
        if job is self._job:
            self._job = None
            self.finished.emit(loaded)

    def _take_sites(self, job: _Job, sites: tuple[str, ...]) -> None:
        if job is self._newest:
            self.sites_found.emit(sites)

    def _take_labels(self, job: _Job, labels: LabelRows) -> None:
        if job is self._last:
            self._last = None
            self.labelled.emit(labels)


def _guarded(read: Callable[[], Found]) -> Found:
    """Run a reading so that the window gets an answer whatever happens in it."""
    try:
        return read()
    except InspectorError as error:
        where = translate("workers", "this computer")
        problem = Problem("nothing-read", error.message, where, "", error.what_to_do, Severity.FAILED)
    except Exception as error:  # noqa: BLE001 - a bug of ours in the thread would leave the window waiting for ever
        where = translate("workers", "all browsers")
        problem = internal_error(translate("workers", "reading stopped unexpectedly"), where, error)
    return Found(Reading(problems=(problem,)))


def _sites(cookies: Sequence[Cookie]) -> tuple[str, ...]:
    """Return the sites with the most cookies; none where the list of suffixes is missing, which labels tell, too."""
    from inspector.engine.domains import site_of  # here because the cookies are shown before

    try:
        return largest_sites(cookies, site_of)
    except InspectorError:
        return ()


def _labels_guarded(label: Callable[[], Labelled]) -> Labelled:
    """Give labels so that the window gets an answer whatever happens; without them it still shows the cookies."""
    where = translate("workers", "the purposes of cookies")
    try:
        return label()
    except InspectorError as error:
        problem = Problem("nothing-labelled", error.message, where, "", error.what_to_do, Severity.PARTIAL)
    except Exception as error:  # noqa: BLE001 - a bug of ours in the thread would leave the window waiting for ever
        problem = internal_error(translate("workers", "could not be told"), where, error)
    return Labelled(problems=(problem,))
