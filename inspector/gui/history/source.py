# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What the history's dialog asks the engine for; everything that reads or writes runs in a worker's thread."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from inspector.core.difference import Comparison
from inspector.core.moments import to_datetime
from inspector.core.problem import Problem
from inspector.core.reading import Reading
from inspector.core.snapshot import Remembered, Scope, ScopeKind, SnapshotInfo
from inspector.gui.models.labels import LabelRows
from inspector.gui.models.rows import Rows
from inspector.gui.translation import translate

if TYPE_CHECKING:  # the first picture does not wait for the history
    from inspector.engine.history import HistoryPlaces


class Kept(NamedTuple):
    """What is remembered, the newest first, and the user's answer."""

    snapshots: tuple[SnapshotInfo, ...] = ()
    remembers: bool = False
    days: int = 90
    folder: str = ""
    problems: tuple[Problem, ...] = ()


class Shown(NamedTuple):
    """What the window shows: a reading, and whether it is of stores that were opened by hand."""

    reading: Reading
    opened: bool = False


def ask(parent: QWidget, question: str) -> bool:
    """Ask a question that is answered with yes or no; no is the default."""
    buttons = QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No
    title = translate("history", "Forget")
    answer = QMessageBox.question(parent, title, question, buttons, QMessageBox.StandardButton.No)
    return answer == QMessageBox.StandardButton.Yes


def ask_site(parent: QWidget) -> str:
    """Ask for a site; "" where the user thinks better of it."""
    label = translate("history", "Forget this site in every snapshot, with its subdomains:")
    text, said = QInputDialog.getText(parent, translate("history", "Forget a site"), label)
    return text.strip() if said else ""


class HistoryOutside(NamedTuple):
    """What the history gets from outside: its places, and how the user is asked."""

    places: Callable[[], "HistoryPlaces"]
    ask: Callable[[QWidget, str], bool] = ask
    ask_site: Callable[[QWidget], str] = ask_site


def user_history() -> HistoryOutside:
    """Return the history at this user's places."""

    def places() -> "HistoryPlaces":
        from inspector.engine.history import history_places

        return history_places()

    return HistoryOutside(places)


def read_kept(places: "HistoryPlaces", now_us: int) -> Kept:
    """Return what is remembered, after letting go of what is too old."""
    from inspector.engine import history

    answer = history.consent(places)
    gone = history.tidy(places, _moment(now_us))
    found = history.snapshots(places)
    problems = (*answer.problems, *gone.problems, *found.problems)
    return Kept(found.snapshots[::-1], answer.is_yes, answer.days, str(places.folder), problems)


def switch(places: "HistoryPlaces", now_us: int, *, on: bool) -> Kept:
    """Write the user's answer down."""
    from inspector.engine import history

    history.keep_consent(places, remember=on, now=_moment(now_us))
    return read_kept(places, now_us)


def keep(places: "HistoryPlaces", reading: Reading, rows: Rows, labels: LabelRows, now_us: int) -> Remembered | None:
    """Remember what the window read, if the user said yes; ``None`` where that was not said."""
    from inspector.engine import history
    from inspector.engine.knowledge import user_places
    from inspector.engine.remembering import remember_scan

    if not history.consent(places).is_yes:
        return None
    edition = labels.told.edition
    whole = replace(reading, cookies=rows.cookies, labels=labels.labels, knowledge=str(edition) if edition else "")
    now = _moment(now_us)
    return remember_scan(whole, Scope(ScopeKind.WINDOW), places, user_places(), now, clock=now)


def compare_with_shown(places: "HistoryPlaces", number: int, reading: Reading, stores: bool, now_us: int) -> Comparison:
    """Compare a snapshot with what the window shows."""
    from inspector.engine import history

    shown = tuple(count.store.file for count in reading.stores) if stores else ()
    scope = Scope(ScopeKind.WINDOW, stores=shown)
    return history.compare_with(history.snapshot(str(number), places), reading, scope, _moment(now_us))


def compare_two(places: "HistoryPlaces", one: int, other: int) -> Comparison:
    """Compare two snapshots, the earlier one first."""
    from inspector.engine import history

    first, second = sorted((one, other))
    return history.compare(history.snapshot(str(first), places), history.snapshot(str(second), places))


def forget_snapshots(places: "HistoryPlaces", numbers: tuple[int, ...], now_us: int) -> Kept:
    """Forget some snapshots."""
    from inspector.engine import history

    problems = [held for number in numbers for held in history.forget_one(number, places, _moment(now_us)).problems]
    kept = read_kept(places, now_us)
    return kept._replace(problems=(*problems, *kept.problems))


def forget_site(places: "HistoryPlaces", site: str, now_us: int) -> Kept:
    """Take a site out of every snapshot."""
    from inspector.engine import history

    done = history.forget_site(site, places, _moment(now_us))
    kept = read_kept(places, now_us)
    return kept._replace(problems=(*done.problems, *kept.problems))


def forget_all(places: "HistoryPlaces", now_us: int) -> Kept:
    """Delete every file of the history."""
    from inspector.engine import history

    history.forget_all(places)
    return read_kept(places, now_us)


def _moment(us: int) -> datetime:
    return to_datetime(us) or datetime.now(UTC)
