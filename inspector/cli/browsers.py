# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector browsers``: which browsers and profiles are here, how many cookies, how fresh."""

import time

import click

from inspector.cli import exits
from inspector.cli.meter import Meter
from inspector.cli.output import opened
from inspector.cli.problems import print_problems
from inspector.engine.computer import this_computer
from inspector.engine.domains import site_of
from inspector.engine.survey import survey
from inspector.reports.api import Look
from inspector.reports.registry import SURVEYS


@click.command("browsers")
@click.option("--format", "name", type=click.Choice(tuple(SURVEYS)), default="table", show_default=True)
def command(name: str) -> int:
    """Print which browsers and profiles are on this computer, how many cookies each holds and how fresh they are.

    Cookies are counted by reading every store; what could not be read is said on stderr, with the reason.
    """
    with Meter() as meter:
        found = survey(this_computer(), progress=meter)
    try:
        with opened(None) as out:
            SURVEYS[name]()(found, Look(time.time_ns() // 1000, site_of), out)
    finally:
        print_problems(found.problems)
    return exits.of_survey(found)
