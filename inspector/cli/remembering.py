# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``--remember``: keeps a scan in the history, and asks once whether later ones should be kept, too.

Nothing is kept without a yes. ``--remember`` is the yes for one scan; the question is for all, and is only put on a
terminal, by a command that was asked to keep something.
"""

import sys
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from inspector.cli import exits
from inspector.cli.problems import print_problems
from inspector.core.reading import Reading
from inspector.engine.request import ScanRequest
from inspector.reports.words import many

if TYPE_CHECKING:  # most scans are not kept
    from inspector.core.snapshot import ScopeKind
    from inspector.engine.history import HistoryPlaces

QUESTION = (
    "Keep a note of what was seen at each scan from now on, to check an opt-out later?\n"
    "It stays on this computer, holds no values, and goes after {days} days."
)


def remember_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--remember/--no-remember`` to a command that scans."""
    help_text = "Keep a snapshot of this scan, without values, to compare with later (see: history)."
    return click.option("--remember/--no-remember", "remembers", default=None, help=help_text)(function)


def remember_scan(
    reading: Reading, request: ScanRequest, kind: "ScopeKind", flag: bool | None, now: datetime, clock: datetime | None
) -> int:
    """Keep a scan where the user wants it, and say so on stderr; return the exit code that this part earns."""
    if flag is False:
        return exits.READ
    from inspector.engine import history  # here because most scans are not kept

    places = history.history_places()
    answer = history.consent(places)
    if not history.is_wanted(flag, request, answer):
        print_problems(answer.problems)
        return exits.READ
    from inspector.engine import remembering
    from inspector.engine.knowledge import user_places

    scope = history.scope_of(request, kind)
    done = remembering.remember_scan(reading, scope, places, user_places(), now, clock=clock)
    print_problems(done.problems)
    if done.info is not None:
        click.echo(f"Remembered as snapshot {done.info.id}: {many(done.info.cookies, 'cookie')}, no values.", err=True)
    if flag and answer.remember is None:
        ask_once(places, now)
    return exits.PARTLY if flag and done.info is None else exits.READ


def ask_once(places: "HistoryPlaces", now: datetime) -> bool:
    """Ask whether scans may be remembered, if there is a person to ask and no answer yet; return the answer."""
    from inspector.engine import history

    answer = history.consent(places)
    if answer.remember is not None or not on_terminal():
        return answer.is_yes
    try:
        said = click.confirm(QUESTION.format(days=answer.days), default=False, err=True)
    except click.Abort:  # neither yes nor no: it is asked again another time
        click.echo(err=True)
        return False
    history.keep_consent(places, remember=said, now=now)
    click.echo("Change it at any time: cookie-inspector history on, or off.", err=True)
    return said


def may_note(places: "HistoryPlaces", flag: bool | None, now: datetime) -> bool:
    """Whether a page that was opened may be noted: by the user's word for this once, else by the answer for all."""
    return ask_once(places, now) if flag is None else flag


def on_terminal() -> bool:
    """Whether a person is there to be asked: both ends are a terminal."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
