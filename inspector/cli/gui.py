# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector gui``: the window. It is loaded by name and only here, so nothing else ever loads Qt."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from inspector.cli.paths import any_path
from inspector.core.problem import InspectorError


@click.command("gui")
@click.option(
    "--store",
    "stores",
    multiple=True,
    metavar="PATH",
    type=any_path,
    help="Show this cookie file, profile or folder instead of looking for browsers.",
)
def command(stores: tuple[Path, ...]) -> int:
    """Open the window."""
    if find_spec("PySide6") is None:
        what_to_do = 'Install it with: pip install "cookie-inspector[gui]"'
        raise InspectorError("The window needs PySide6 (Qt), which is not installed", what_to_do)
    return int(import_module("inspector.gui.app").main(stores))
