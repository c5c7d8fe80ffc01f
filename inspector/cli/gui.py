# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector gui``: the window. It is loaded by name and only here, so nothing else ever loads Qt."""

import os
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import click

from inspector.cli.output import checked
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
@click.argument("opened", nargs=-1, metavar="[PROJECT]", type=any_path)
@click.option("--self-test", is_flag=True, help="Show it until its cookies are there, print how long that took, end.")
@click.option("--screenshot", metavar="FILE", type=any_path, help="With --self-test: save a picture of it (PNG).")
def command(stores: tuple[Path, ...], opened: tuple[Path, ...], self_test: bool, screenshot: Path | None) -> int:
    """Open the window, and in it PROJECT (a .cookies-project), or any file or folder of cookies.

    A window that is open already takes it, and comes to the front.

    --self-test is for packages and CI: it opens the window, prints one line of JSON ("painted_ms" and "cookies_ms"
    since the process began, "cookies", "rss_mib", and "demo_findings" of the made-up shop's audit) and leaves with 0,
    or with 3 where it did not come to that. It reads what the window reads, remembers nothing, and needs a display;
    QT_QPA_PLATFORM=offscreen does without.
    """
    if screenshot is not None and not self_test:
        raise click.UsageError("--screenshot FILE goes with --self-test.")
    if opened and (stores or self_test):
        raise click.UsageError("PROJECT goes alone: a project names its own sources, and --self-test opens none.")
    missing = next((path for path in opened if not os.path.lexists(path)), None)
    if missing is not None:
        raise InspectorError(f"There is no file {missing}", "Check the name")
    target = checked(screenshot)
    if find_spec("PySide6") is None:
        what_to_do = 'Install it with: pip install "cookie-inspector[gui]"'
        raise InspectorError("The window needs PySide6 (Qt), which is not installed", what_to_do)
    main = import_module("inspector.gui.app").main
    return int(main(stores, self_test=True, screenshot=target) if self_test else main(stores, opened=opened))
