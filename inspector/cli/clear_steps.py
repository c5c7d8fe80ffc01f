# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector clear-steps``: how to delete a site's cookies in each browser that holds some."""

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from inspector.cli import exits
from inspector.cli.output import checked, opened
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.core.optout import ClearSteps
from inspector.core.problem import Severity
from inspector.core.reading import Reading
from inspector.core.visible import visible
from inspector.engine.computer import this_computer
from inspector.engine.domains import checked_domain, site_of
from inspector.engine.request import ScanRequest
from inspector.reports.api import Look
from inspector.reports.optouts.registry import STEPS

_MOST_NAMED: Final = 12


@click.command("clear-steps")
@click.argument("site", metavar="SITE")
@click.option("--browser", "browsers", multiple=True, metavar="NAME", help="Only this browser (id or name).")
@click.option("--profile", "profiles", multiple=True, metavar="NAME", help="Only this profile (name or folder).")
@click.option("--store", "stores", multiple=True, metavar="PATH", type=any_path, help="A cookie store or profile.")
@click.option("--format", "name", type=click.Choice(tuple(STEPS)), default="table", show_default=True)
@click.option("--output", metavar="FILE", type=any_path, help="Write to this file, not to stdout.")
def command(
    site: str,
    browsers: tuple[str, ...],
    profiles: tuple[str, ...],
    stores: tuple[Path, ...],
    name: str,
    output: Path | None,
) -> int:
    """Print the steps for deleting the cookies of SITE, for each profile that holds some, with the settings address to
    copy where the browser has one.

    Nothing is deleted and no settings page is opened. Your own opt-outs and consent choices among the site's cookies
    are named, because they would be deleted, too.
    """
    domain, target = checked_domain(site), checked(output)
    from inspector.engine.clearing import clear_steps_of
    from inspector.engine.knowledge import user_places
    from inspector.engine.labelling import label_cookies, open_judge
    from inspector.engine.optout_inputs import read_cookies

    request = ScanRequest(browsers, profiles, stores, domain)
    read = read_cookies((), request)
    judge = open_judge(user_places())
    found = clear_steps_of(
        domain, read.cookies, label_cookies(read.cookies, judge), this_computer(home_needed=False).platform
    )
    print_problems((*read.problems, *judge.problems))
    if not read.read:
        return exits.FAILED
    with opened(target) as out:
        if not found and name == "table":
            out.write(f"No browser holds a cookie of {site_of(domain)}: there is nothing to delete.\n")
        else:
            look = Look(time.time_ns() // 1000, site_of, styled=None if target is None else False)
            STEPS[name]()(found, look, out)
    if found and name == "table":
        _tell_of_others(found, read.scanned, domain)
    return exits.READ if all(problem.severity is Severity.NOTE for problem in read.problems) else exits.PARTLY


def _tell_of_others(found: Sequence[ClearSteps], scanned: Reading, domain: str) -> None:
    """Name the profiles that were looked at and hold none, so that nobody wonders whether they were forgotten."""
    held = {steps.store for steps in found}
    others = [store.label for store in scanned.whole_stores if store not in held]
    if others:
        more = f" and {len(others) - _MOST_NAMED} more" if len(others) > _MOST_NAMED else ""
        names = ", ".join(map(visible, others[:_MOST_NAMED]))
        click.echo(f"No cookie of {site_of(domain)} in: {names}{more}.", err=True)
