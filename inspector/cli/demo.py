# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector demo``: an audit of a made-up shop, explained; needs no browser, no network and no files."""

from pathlib import Path

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.output import checked, opened
from inspector.cli.outputs import destinations, format_option, look_of
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.core.problem import InspectorError
from inspector.core.visible import visible
from inspector.engine.demo import NOW, audit_demo, demo_files


@click.command("demo")
@click.option("--html", metavar="FILE", type=click.Path(path_type=Path), help="Write the page for people to this file.")
@click.option(
    "--files", "folder", metavar="FOLDER", type=any_path, help="Only write the shop's policy.md and cookies.json there."
)
@format_option
def command(html: Path | None, folder: Path | None, formats: tuple[str, ...], output: Path | None) -> int:
    """Audit a made-up shop: its policy promises a cart, Google's ads and an anonymous visit; its cookies say more.

    --files puts its two files into a folder that is there, to try every other command on; no file is written over.
    """
    if folder is not None:
        if html is not None or output is not None or formats:
            raise click.UsageError("--files FOLDER goes alone: it writes the shop's files and no report.")
        return _write_files(folder)
    if html is not None and (output is not None or formats not in ((), ("html",))):
        raise click.UsageError("--html FILE is short for --format html:FILE; give one or the other.")
    places = destinations(("html",), html) if html is not None else destinations(formats, output)
    report = audit_demo(f"cookie-inspector {__version__}")
    print_problems(report.problems)
    places.write(report, look_of(report, NOW))
    for file in places.files:
        click.echo(f"Report written to {visible(str(file))}", err=True)
    return exits.READ


def _write_files(folder: Path) -> int:
    """Write what is audited, nothing of it over a file that is there."""
    files = demo_files()
    targets = {name: checked(folder / name) for name in files}
    held = next((target for target in targets.values() if target is not None and target.exists()), None)
    if held is not None:
        raise InspectorError(f"{held} is there already", "Name another folder, or move it away")
    for name, target in targets.items():
        with opened(target) as stream:
            stream.write(files[name])
        click.echo(f"Written: {visible(str(target))}", err=True)
    return exits.READ
