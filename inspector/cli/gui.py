# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector gui``: the window. It is loaded by name and only here, so nothing else ever loads Qt."""

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
@click.option("--self-test", is_flag=True, help="Show it until its cookies are there, print how long that took, end.")
@click.option("--screenshot", metavar="FILE", type=any_path, help="With --self-test: save a picture of it (PNG).")
def command(stores: tuple[Path, ...], self_test: bool, screenshot: Path | None) -> int:
    """Open the window.

    --self-test is for packages and CI: it opens the window, prints one line of JSON ("painted_ms" and "cookies_ms"
    since the process began, "cookies", "rss_mib", and "demo_findings" of the made-up shop's audit) and leaves with 0,
    or with 3 where it did not come to that. It reads what the window reads, remembers nothing, and needs a display;
    QT_QPA_PLATFORM=offscreen does without.
    """
    if screenshot is not None and not self_test:
        raise click.UsageError("--screenshot FILE goes with --self-test.")
    target = checked(screenshot)
    if find_spec("PySide6") is None:
        what_to_do = 'Install it with: pip install "cookie-inspector[gui]"'
        raise InspectorError("The window needs PySide6 (Qt), which is not installed", what_to_do)
    main = import_module("inspector.gui.app").main
    return int(main(stores, self_test=True, screenshot=target) if self_test else main(stores))
