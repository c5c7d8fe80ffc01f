# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector classify``: what each cookie of a table is for."""

import time
from pathlib import Path

import click

from inspector.cli import exits
from inspector.cli.output import checked, opened, spare
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.cli.told import told_of, told_options
from inspector.core.visible import visible
from inspector.engine.domains import site_of
from inspector.engine.knowledge import user_places
from inspector.engine.labelling import label_files, open_judge
from inspector.reports.api import Look
from inspector.reports.registry import LABELS

_WRONG_HEADER = "table-header"  # see inspector.readers.files.cookie_table


@click.command("classify")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=any_path)
@told_options
@click.option("--format", "name", type=click.Choice(tuple(LABELS)), default="table", show_default=True)
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file, not to stdout.")
def command(files: tuple[Path, ...], origin: str | None, recorded: str | None, name: str, output: Path | None) -> int:
    """Say what the cookies of a file are for, whose they are, whether they track, and why.

    FILE is what any tool saved (docs/imports.md), or a table (CSV) whose first line names the columns: name, domain,
    and any of path, site, third_party, value, session, expiry_days, http_only, secure, host_only, same_site, wildcard.
    One answer for each cookie, in their order. Values are looked at in memory and never printed.
    """
    target = checked(output)
    spare((target,), files)
    labelling = label_files(files, open_judge(user_places()), told_of(origin, recorded))
    for line in labelling.recognised:
        click.echo(visible(line), err=True)
    print_problems(labelling.problems)
    if not labelling.read:  # a table with a wrong header is there, and none of its rows could be answered
        return exits.PARTLY if any(held.code == _WRONG_HEADER for held in labelling.problems) else exits.FAILED
    write = LABELS[name]()
    look = Look(time.time_ns() // 1000, site_of, styled=None if target is None else False)
    with opened(target) as out:
        write(labelling, look, out)
    if target is not None:
        click.echo(f"{len(labelling.cookies):,} cookies written to {target}", err=True)
    return exits.READ if labelling.complete else exits.PARTLY
