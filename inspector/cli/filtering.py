# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``--filter``: shows a part, says so on stderr whatever the format, and changes no exit code."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

import click

from inspector.core.moments import from_datetime
from inspector.core.reading import Reading
from inspector.core.visible import visible

if TYPE_CHECKING:  # most runs have no filter, and an audit's records are no matter of a scan
    from inspector.core.filter.query import Query
    from inspector.core.report import Report


def filter_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--filter`` to a command that shows cookies."""
    help_text = 'Show only what this means: "purpose:advertising lifetime:>1y !name:_ga*" (docs/filter.md).'
    return click.option("--filter", "line", metavar="FILTER", help=help_text)(function)


def query_of(line: str | None, *, judged: bool = False) -> "Query | None":
    """Return what the line asks, before anything is read; ``judged`` is that there will be verdicts."""
    if line is None or not line.strip():
        return None
    from inspector.engine.filtering import query_of_audit, query_of_scan

    return query_of_audit(line) if judged else query_of_scan(line)


def narrowed(reading: Reading, query: "Query | None", now: datetime) -> Reading:
    """Return the part of a reading that is to be shown, and say so."""
    if query is None:
        return reading
    from inspector.engine.filtering import around, narrow_reading

    shown = narrow_reading(reading, query, around(query, from_datetime(now)))
    click.echo(f"{visible(str(shown.narrowed))}.", err=True)
    return shown


def narrowed_report(report: "Report", query: "Query | None", now: datetime) -> "Report | None":
    """Return the part of a report that is to be shown to people, and say so; ``None`` where that is all of it."""
    if query is None:
        return None
    from inspector.engine.filtering import around, narrow_report

    shown = narrow_report(report, query, around(query, from_datetime(now)))
    click.echo(f"{visible(str(shown.narrowed))}. Everything was judged.", err=True)
    return shown
