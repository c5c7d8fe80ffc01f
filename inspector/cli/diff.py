# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector diff``: what differs between two audits, two sets of cookies or two policies."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

import click

from inspector.cli import exits
from inspector.cli.github import here_of
from inspector.cli.moment import moment_of
from inspector.cli.output import spare
from inspector.cli.outputs import Destination, Destinations, destinations, format_options
from inspector.cli.problems import print_problems
from inspector.cli.project import settings_of, settings_options
from inspector.core.comparison import Comparison, Difference, Kind
from inspector.core.visible import visible
from inspector.engine.comparing import CompareOptions, compare_places
from inspector.engine.settings import Settings
from inspector.engine.threshold import FailOn, fail_on
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.registry import COMPARISONS

_KINDS = {"audit": Kind.AUDITS, "cookies": Kind.COOKIES, "policy": Kind.POLICIES}


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--as", "kind", type=click.Choice(tuple(_KINDS)), help="What A and B are (default: told by the content).")
@format_options(COMPARISONS)
@settings_options
@click.option("--fail-on", "levels", multiple=True, metavar="LEVEL|CODE", help="What makes it 1 (default: warning).")
@click.option("--max-new", type=click.IntRange(0), metavar="N", help="Let up to N differences pass that count.")
@click.option("--now", "moment", metavar="TIME", help="As of this moment (ISO 8601), for repeatable reports.")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
def command(
    before: str,
    after: str,
    kind: str | None,
    formats: tuple[str, ...],
    output: Path | None,
    levels: tuple[str, ...],
    max_new: int | None,
    moment: str | None,
    allow_local: bool,
    **asked: Any,
) -> int:
    """Say what is new, gone, changed or lives longer in B than in A.

    A and B are two reports of "audit --format json", two cookie files of any format, or two policies. A new cookie, a
    longer life and another statement are warnings; a new finding is as grave as it is; all else is a note. Of the
    project's settings fail_on, max_new and the ignores hold. Exit codes: 0 nothing to fail on, 1 something to fail on,
    2 one of the two does not show all, 3 wrong usage or nothing readable.
    """
    places, now = destinations(formats, output, COMPARISONS), moment_of(moment)
    settings = settings_of(asked)
    threshold = _threshold(levels, max_new, settings)
    spare(places.files, (before, after, settings.path))
    compared = compare_places(before, after, CompareOptions(now, _KINDS.get(kind or ""), allow_local, settings))
    for line in compared.recognised:
        click.echo(visible(line), err=True)
    print_problems(compared.problems)
    if compared.comparison is None:
        click.echo("These could not be compared: both have to be readable.", err=True)
        return exits.FAILED
    _write(places, compared.comparison, threshold)
    return code_of(compared.comparison, threshold)


def _threshold(levels: tuple[str, ...], max_new: int | None, settings: Settings) -> FailOn:
    return fail_on(levels or settings.fail_on, (settings.max_new or 0) if max_new is None else max_new)


def _write(places: Destinations, comparison: Comparison, threshold: FailOn) -> None:
    here, fails = here_of(os.environ), _failing(comparison, threshold)
    look = ChangesLook(fails=fails) if here is None else ChangesLook(here.root, here.inside, fails)

    def write_one(place: Destination, out: TextIO) -> None:
        COMPARISONS[place.format]()(comparison, look, out)

    def summary(room: int) -> str:
        import io

        from inspector.reports.github_summary import fitted

        out = io.StringIO()
        COMPARISONS["markdown"]()(comparison, look, out)
        return fitted(out.getvalue(), room)

    places.write_each(write_one, summary)


def _counts(difference: Difference, threshold: FailOn) -> bool:
    return difference.code in threshold.codes or threshold.level_counts(difference.level)


def _failing(comparison: Comparison, threshold: FailOn) -> Callable[[Difference], bool]:
    """Return what tells the differences that make the check fail; none does where no more are there than may be."""
    if threshold.lets_pass(sum(_counts(held, threshold) for held in comparison.differences)):
        return lambda difference: False
    return lambda difference: _counts(difference, threshold)


def code_of(comparison: Comparison, threshold: FailOn) -> int:
    """Return the exit code: what differs decides first, then whether both sides show all."""
    if any(map(_failing(comparison, threshold), comparison.differences)):
        return exits.FOUND
    return exits.PARTLY if comparison.why else exits.READ
