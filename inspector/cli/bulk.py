# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector bulk``: labels and findings for a crawl of any size."""

import os
import time
from pathlib import Path

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.meter import Meter
from inspector.cli.moment import moment_of
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.core.problem import InspectorError
from inspector.engine.knowledge import user_places
from inspector.engine.scan import Progress

_POLICIES = "Also audit: a table (CSV: site, policy) or a folder with a file or folder called after each site."
_WORKERS = "How many processes (default: one for each core)."


@click.command("bulk")
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True, type=any_path)
@click.option("--out", metavar="FOLDER", required=True, type=any_path, help="A new folder for the tables (Parquet).")
@click.option("--policies", metavar="TABLE|FOLDER", type=any_path, help=_POLICIES)
@click.option("--workers", metavar="N", type=click.IntRange(1, 256), help=_WORKERS)
@click.option("--now", "moment", metavar="TIME", help="Judge as of this moment (ISO 8601), for repeatable results.")
def command(inputs: tuple[Path, ...], out: Path, policies: Path | None, workers: int | None, moment: str | None) -> int:
    """Label every cookie of a crawl and audit its visits, out of core (docs/bulk.md).

    INPUT is a folder of tracker-radar-collector, website-evidence-collector or HAR files, an OpenWPM database or its
    Parquet files, Parquet with a row for each cookie, or HTTP Archive's requests as Parquet. FOLDER gets the tables
    labels, and with --policies findings and audits, a line for each visit. No value is written. Exit codes: 0 all was
    read, 2 something could not be read (the rest is there), 3 nothing was written.
    """
    try:
        from inspector.bulk.run import BulkRequest, run
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pyarrow", "numpy"):
            raise
        fix = "Install them with: pip install 'cookie-inspector[research]'"
        raise InspectorError("Crawls need pyarrow and numpy, which are not installed", fix) from error

    wanted = workers or os.cpu_count() or 1
    program = f"cookie-inspector {__version__}"
    request = BulkRequest(inputs, out, moment_of(moment), user_places(), policies, wanted, program)
    started = time.monotonic()
    with Meter(words=_words) as meter:
        found = run(request, lambda done, total: meter(Progress(done, total, "")))
    print_problems(found.problems)
    seconds = max(time.monotonic() - started, 1e-3)
    rate = f"{found.cookies:,} cookies in {seconds:.1f} s ({found.cookies / seconds:,.0f} a second)"
    click.echo(f"{rate}, {found.judged:,} different combinations of facts judged")
    if policies is not None:
        click.echo(f"{found.audited:,} of {found.visits:,} visits audited, {found.findings:,} findings")
    click.echo(f"Written to {out}")
    return exits.READ if found.complete else exits.PARTLY


def _words(progress: Progress) -> str:
    return f"Part {min(progress.done + 1, max(progress.total, 1)):,} of {progress.total:,}…"
