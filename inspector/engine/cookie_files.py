# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Cookies from any path that a person hands in: a file of any tool, a browser's store, a profile, a folder of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem
from inspector.core.reading import Reading, Values
from inspector.engine.faults import internal_error
from inspector.knowledge.site import browser_site
from inspector.readers.stable import Unreadable, read_bytes
from inspector.readers.store_names import FAMILY_BY_NAME

if TYPE_CHECKING:  # scanning loads every browser's reader, which a file of another tool does without
    from inspector.readers.api import FoundStore
    from inspector.readers.files.api import Asked
    from inspector.readers.files.registry import FileReading

_STORES: Final = (b"SQLite format 3\0", b"cook\0")
_STORE: Final = "browser-store"
_VISIT: Final = "visit"
_OF_VISITS: Final = (".jsonl", ".json")  # a log is told by its first line, and looked into only where its name fits


@frozen
class Told:
    """What the user says of files that cannot say it themselves: who answered with bare headers, and when.

    ``visit`` is the id of the visit of a crawl that is meant. ``untouched``: in recorded visits that do not tell,
    nobody did anything.
    """

    origin: str | None = None
    at_us: int | None = None
    visit: str | None = None
    untouched: bool = False

    def asked(self) -> "Asked":
        """Return it as readers take it, with the public suffix list that they may not know."""
        from inspector.readers.files.api import Asked

        return Asked(self.origin, self.at_us, browser_site, self.visit)

    def applied(self, reading: Reading) -> Reading:
        """Return a reading with what is said of its visits."""
        if not self.untouched or not reading.evidence.visits:
            return reading
        visits = tuple(
            visit._replace(interacted=False) if visit.interacted is None else visit for visit in reading.evidence.visits
        )
        return replace(reading, evidence=replace(reading.evidence, visits=visits))


NOTHING_TOLD: Final = Told()


@frozen
class CookieFile:
    """What a path gave. ``kind`` is the format's id, empty where it was recognised as nothing; ``title`` its name."""

    place: str
    reading: Reading
    kind: str = ""
    title: str = ""
    sha256: str | None = None

    @property
    def recognised(self) -> str:
        """The line that says what it was taken for, how many cookies it has, and what was skipped and why."""
        if not self.kind:
            return f"{self.place}: not recognised as a cookie file"
        return recognised_as(self.place, self.title, len(self.reading.cookies), self.reading.problems)


def recognised_as(place: str, title: str, number: int, problems: Iterable[Problem]) -> str:
    """Return the line on a file that was recognised: as what, how many cookies, what was skipped and why."""
    said = f"{place}: recognised as {title}, {number:,} cookie{'' if number == 1 else 's'}"
    return said + _skipped(problems)


def read_cookies(path: Path, told: Told = NOTHING_TOLD) -> CookieFile:
    """Return the cookies of a path; never raises for what it finds."""
    try:
        if holds_visit(path):
            return _of_visit(path)
        if holds_stores(path):
            return _of_stores(path)
        from inspector.readers.files.registry import read_file  # here because a scan of browsers needs no format

        found = _of_file(path, read_file(path, told.asked()))
        return replace(found, reading=told.applied(found.reading)) if told.untouched else found
    except Exception as error:  # noqa: BLE001 - a bug of ours in one format must not cost the other files
        return CookieFile(str(path), Reading(problems=(internal_error("could not be read", str(path), error),)))


def holds_stores(path: Path) -> bool:
    """Whether a path is a browser's: a folder, a store by its name, or one by its content."""
    return path.is_dir() or path.name in FAMILY_BY_NAME or _is_store(path)


def holds_visit(path: Path) -> bool:
    """Whether a path is a recorded visit's: its folder, a run's folder, its index or a log."""
    if not path.is_dir() and path.suffix not in _OF_VISITS:
        return False
    from inspector.capture.telling import is_visit  # here because a scan of browsers needs it not

    return is_visit(path)


def _of_visit(path: Path) -> CookieFile:
    from inspector.capture.reading import TITLE, read_visit

    found = read_visit(path, browser_site)
    kind, title = (_VISIT, TITLE) if found.record is not None else ("", "")
    return CookieFile(str(path), found.reading, kind, title, found.sha256)


def _of_file(path: Path, found: "FileReading") -> CookieFile:
    if found.format is None:
        return CookieFile(str(path), found.reading, sha256=found.sha256)
    return CookieFile(str(path), found.reading, found.format.id, found.format.title, found.sha256)


def _is_store(path: Path) -> bool:
    """Whether a file is a browser's; a crawl's database is another program's export."""
    try:
        head = read_bytes(path, length=16)
    except Unreadable:  # its reader says why
        return False
    if not head.startswith(_STORES):
        return False
    return not head.startswith(_STORES[0]) or not _is_crawl(path)


def _is_crawl(path: Path) -> bool:
    from inspector.readers.files.api import OpenedFile
    from inspector.readers.files.openwpm import OPENWPM

    return OPENWPM.bid(OpenedFile(path, size=path.stat().st_size)) > 0


def _of_stores(path: Path) -> CookieFile:
    """Read a browser's store, a profile or a folder of them as a scan does: without values, without any key."""
    from inspector.engine.computer import this_computer
    from inspector.engine.request import ScanRequest
    from inspector.engine.scan import read
    from inspector.engine.sources import find

    request = ScanRequest(stores=(path,), values=Values.NO)
    sources = find(request, this_computer(home_needed=False))
    reading = read(sources, request)
    if not sources.stores:
        return CookieFile(str(path), reading)
    return CookieFile(str(path), reading, _STORE, _stores_title(sources.stores))


def _stores_title(stores: "Sequence[FoundStore]") -> str:
    names = ", ".join(dict.fromkeys(store.ref.label for store in stores[:3]))
    return f"the cookie store of {names}" if len(stores) == 1 else f"{len(stores)} cookie stores ({names})"


def _skipped(problems: Iterable[Problem]) -> str:
    lost = [problem for problem in problems if problem.code == "cookie-skipped"]
    number = sum(problem.count for problem in lost)
    if not number:
        return ""
    why = Counter(problem.why for problem in lost if problem.why).most_common(1)
    return f", {number:,} skipped" + (f" because {why[0][0]}" if why else "")
