# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector diff``: what differs between two audits, two sets of cookies or two policies."""

from datetime import UTC, datetime
from pathlib import Path

import click

from inspector.cli import exits
from inspector.cli.output import checked, opened, spare
from inspector.cli.problems import print_problems
from inspector.core.comparison import Comparison, Kind
from inspector.core.visible import visible
from inspector.engine.comparing import CompareOptions, compare_places
from inspector.engine.threshold import FailOn, fail_on
from inspector.reports.changes.registry import COMPARISONS

_KINDS = {"audit": Kind.AUDITS, "cookies": Kind.COOKIES, "policy": Kind.POLICIES}


@click.command("diff")
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--as", "kind", type=click.Choice(tuple(_KINDS)), help="What A and B are (default: told by the content).")
@click.option("--format", "name", type=click.Choice(tuple(COMPARISONS)), default="table", show_default=True)
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file, not to stdout.")
@click.option("--fail-on", "levels", multiple=True, metavar="LEVEL|CODE", help="What makes it 1 (default: warning).")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
def command(
    before: str,
    after: str,
    kind: str | None,
    name: str,
    output: Path | None,
    levels: tuple[str, ...],
    allow_local: bool,
) -> int:
    """Say what is new, gone, changed or lives longer in B than in A.

    A and B are two reports of "audit --format json", two cookie files of any format, or two policies. A new cookie, a
    longer life and another statement are warnings; a new finding is as grave as it is; all else is a note. Exit codes:
    0 nothing to fail on, 1 something to fail on, 2 one of the two does not show all, 3 wrong usage or nothing readable.
    """
    target, threshold = checked(output), fail_on(levels)
    spare((target,), (before, after))
    options = CompareOptions(datetime.now(UTC), _KINDS.get(kind or ""), allow_local)
    compared = compare_places(before, after, options)
    for line in compared.recognised:
        click.echo(visible(line), err=True)
    print_problems(compared.problems)
    if compared.comparison is None:
        click.echo("These could not be compared: both have to be readable.", err=True)
        return exits.FAILED
    with opened(target) as out:
        COMPARISONS[name]()(compared.comparison, out)
    return code_of(compared.comparison, threshold)


def code_of(comparison: Comparison, threshold: FailOn) -> int:
    """Return the exit code: what differs decides first, then whether both sides show all."""
    for difference in comparison.differences:
        if difference.code in threshold.codes or threshold.level_counts(difference.level):
            return exits.FOUND
    return exits.PARTLY if comparison.why else exits.READ
