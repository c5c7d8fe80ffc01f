# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``gui --self-test``: the window proves by itself that it starts, paints and shows cookies, and how long that took.

Packages, benchmarks and CI run it. It keeps no settings and no history, and its picture shows no value: none is read.
When the window was measured the made-up shop is audited: that needs every table that a package must carry.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from inspector import __version__
from inspector.core.problem import InspectorError, Severity
from inspector.gui.first_picture import FirstPicture
from inspector.gui.views.main_window import MainWindow

if TYPE_CHECKING:  # the first picture does not wait for it
    from inspector.core.report import Report

LIMIT_MS: Final = 60_000
_SETTLED_MS: Final = 30_000  # the picture waits so long for what follows the cookies: labels, the example, its audit


class Measured(NamedTuple):
    """What was measured, in milliseconds since ``since`` ("process" or, where the system does not tell, "program")."""

    painted_ms: int | None
    cookies_ms: int | None
    cookies: int | None
    rss_mib: int | None
    since: str
    demo_findings: int
    screenshot: str | None = None


class SelfTest(QObject):
    """Watches a window from before it is shown until its cookies are there, then ends the program."""

    def __init__(
        self, app: QApplication, window: MainWindow, screenshot: Path | None, age_ms: Callable[[], int]
    ) -> None:
        super().__init__(window)
        self._app, self._window, self._screenshot, self._age_ms = app, window, screenshot, age_ms
        self.painted_ms: int | None = None
        self.cookies_ms: int | None = None
        self.cookies: int | None = None
        self.failure = ""
        self._picture = FirstPicture(window)
        self._picture.there.connect(self._begin)
        QTimer.singleShot(LIMIT_MS, self, self._give_up)

    def _begin(self) -> None:
        """Go on as every start does, now that the first picture is there."""
        self.painted_ms = self._age_ms() if self._picture.painted else None
        self._window.furnish()
        self._window.worker.finished.connect(self._take_cookies)
        self._window.read_again()

    def _take_cookies(self) -> None:
        """Note the cookies when the frame that has them was painted; the window's own slot was called before."""
        self._window.repaint()
        if self.cookies_ms is not None:  # the example, where there is nothing here
            return
        loaded = self._window.cookies.loaded
        self.cookies = None if loaded is None else len(loaded.rows.cookies)
        self.cookies_ms = self._age_ms()
        started = time.monotonic()

        def finish() -> None:
            late = (time.monotonic() - started) * 1000 > _SETTLED_MS
            if not late and not self._settled():
                QTimer.singleShot(20, self, finish)
                return
            QTimer.singleShot(0, self, self._end)

        QTimer.singleShot(0, self, finish)

    def _settled(self) -> bool:
        """Whether nothing more will come: where there is nothing here, the example is read after all browsers."""
        from inspector.gui.views.purposes import State  # here because the first picture does not wait for it

        window = self._window
        return not (window.worker.busy or window.purposes.state is State.WAITING or window.later.busy)

    def _end(self) -> None:
        if self._screenshot is not None and not self._window.grab().save(str(self._screenshot), "PNG"):
            self.failure = f"The picture cannot be written: {self._screenshot}"
        self._app.quit()

    def _give_up(self) -> None:
        self.failure = f"No cookies after {LIMIT_MS // 1000} s"
        self._app.quit()


def run(
    app: QApplication, window: MainWindow, screenshot: Path | None, age: "Age", out: Callable[[str], object] = print
) -> int:
    """Show the window, wait for its cookies, print a line of JSON; return 0, or raise where it did not come to that."""
    test = SelfTest(app, window, screenshot, age.ms)
    window.show()
    app.exec()
    from inspector.gui.views.empty import met  # here because the first picture does not wait for it

    loaded = window.cookies.loaded
    rss = rss_mib()
    window.close()
    if test.failure:
        raise InspectorError(test.failure)
    failed = [] if loaded is None else [held for held in met(loaded.reading) if held.severity is Severity.FAILED]
    if failed and not test.cookies:
        raise InspectorError(f"Nothing could be read: {failed[0].what} ({failed[0].where})", failed[0].what_to_do)
    demo = demo_findings(_audit_demo())
    told = Measured(test.painted_ms, test.cookies_ms, test.cookies, rss, age.since, demo, _named(screenshot))
    out(json.dumps({key: value for key, value in told._asdict().items() if key != "screenshot" or value is not None}))
    return 0


def _audit_demo() -> "Report":
    from inspector.engine.demo import audit_demo  # here because the window is measured before it needs this

    return audit_demo(f"cookie-inspector {__version__}")


def demo_findings(report: "Report") -> int:
    """Return how many findings the made-up shop has; raises where it could not be judged as it is meant to be.

    Its cookies say more than its policy. A package that lacks the knowledge finds nothing in them, or cannot tell.
    """
    from inspector.core.finding import Verdict

    if report.problems or not report.verified or not report.counts.verdict(Verdict.UNDECLARED):
        why = report.unverified_why or next((problem.what for problem in report.problems), report.headline)
        raise InspectorError(
            f"The audit of the made-up shop does not find what it should: {why}", "Reinstall the program"
        )
    return len(report.findings)


def _named(path: Path | None) -> str | None:
    return None if path is None else str(path)


class Age(NamedTuple):
    """How old the process is: ``ms`` tells it now, ``since`` from when it is counted."""

    ms: Callable[[], int]
    since: str


_LOADED: Final = time.perf_counter()


def age_of_process() -> Age:
    """Return the age of this process; where the system does not tell when it began, since this module was loaded."""
    try:
        stat = Path("/proc/self/stat").read_text(encoding="ascii", errors="replace")
        ticks = int(stat.rpartition(")")[2].split()[19])  # starttime, proc_pid_stat(5), in clock ticks since boot
        began = ticks / os.sysconf("SC_CLK_TCK")
    except (OSError, ValueError, IndexError, AttributeError):
        return Age(lambda: round((time.perf_counter() - _LOADED) * 1000), "program")
    return Age(lambda: round((time.clock_gettime(time.CLOCK_BOOTTIME) - began) * 1000), "process")


def rss_mib() -> int | None:
    """Return the memory that this process holds in MiB, ``None`` where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return round(pages * os.sysconf("SC_PAGE_SIZE") / 2**20)
    except (OSError, ValueError, IndexError, AttributeError):
        return _peak_mib()


def _peak_mib() -> int | None:
    if sys.platform == "win32":
        return None
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return round(peak / 2**20 if sys.platform == "darwin" else peak / 1024)  # bytes on macOS, KiB elsewhere
