# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector demo``: an audit of a made-up shop, explained; needs no browser, no network and no files."""

from pathlib import Path

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.outputs import destinations, format_option, look_of
from inspector.cli.problems import print_problems
from inspector.core.visible import visible
from inspector.engine.demo import NOW, audit_demo


@click.command("demo")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write the page for people to this file.")
@format_option
def command(html: Path | None, formats: tuple[str, ...], output: Path | None) -> int:
    """Audit a made-up shop: its policy promises a cart, Google's ads and an anonymous visit; its cookies say more."""
    if html is not None and (output is not None or formats not in ((), ("html",))):
        raise click.UsageError("--html FILE is short for --format html:FILE; give one or the other.")
    places = destinations(("html",), html) if html is not None else destinations(formats, output)
    report = audit_demo(f"cookie-inspector {__version__}")
    print_problems(report.problems)
    places.write(report, look_of(report, NOW))
    for file in places.files:
        click.echo(f"Report written to {visible(str(file))}", err=True)
    return exits.READ
