# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector demo``: an audit of a made-up shop, explained; needs no browser, no network and no files."""

from pathlib import Path

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.output import checked, opened
from inspector.cli.problems import print_problems
from inspector.core.moments import from_datetime
from inspector.engine.demo import NOW, audit_demo
from inspector.engine.domains import site_of
from inspector.reports.api import Look
from inspector.reports.registry import AUDITS


@click.command("demo")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write the page for people to this file.")
@click.option("--format", "name", type=click.Choice(tuple(AUDITS)), default="table", show_default=True)
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file, not to stdout.")
def command(html: Path | None, name: str, output: Path | None) -> int:
    """Audit a made-up shop: its policy promises a cart, Google's ads and an anonymous visit; its cookies say more."""
    if html is not None and (output is not None or name not in ("table", "html")):
        raise click.UsageError("--html FILE is short for --format html --output FILE; give one or the other.")
    target = checked(html if html is not None else output)
    report = audit_demo(f"cookie-inspector {__version__}")
    print_problems(report.problems)
    look = Look(from_datetime(NOW), site_of, styled=None if target is None else False)
    with opened(target) as out:
        AUDITS["html" if html is not None else name]()(report, look, out)
    if target is not None:
        click.echo(f"Report written to {target}", err=True)
    return exits.READ
