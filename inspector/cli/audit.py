# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector audit``: a site's cookies against what its policy says."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from inspector.cli import exits
from inspector.cli.filtering import filter_option, narrowed_report, query_of
from inspector.cli.judging import access_of, code_of, judging_of, judging_options, policy_options
from inspector.cli.moment import moment_of, own_clock
from inspector.cli.output import spare
from inspector.cli.outputs import destinations, format_option, look_of
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.cli.project import BaselineFile, baseline_options, settings_for, settings_options, with_settings
from inspector.cli.remembering import remember_option, remember_scan
from inspector.cli.told import FILES_HELP, told_of, told_options
from inspector.core.collector import paused_collector
from inspector.core.reading import Values
from inspector.core.visible import visible
from inspector.engine.auditing import AuditSources, Judging, Outcome, PolicyAccess, run_audit
from inspector.engine.request import ScanRequest
from inspector.engine.settings import Settings
from inspector.engine.threshold import fail_on

_ONLY = "Your word: nothing but this site was visited with these cookies."


@click.command("audit")
@click.argument("site", required=False, metavar="[SITE]")
@policy_options
@click.option("--cookies", "files", multiple=True, metavar="FILE", type=any_path, help=FILES_HELP)
@told_options
@click.option("--browser", "browsers", multiple=True, metavar="NAME", help="Cookies of this browser (id or name).")
@click.option("--profile", "profiles", multiple=True, metavar="NAME", help="Only this profile (name or folder).")
@click.option("--store", "stores", multiple=True, metavar="PATH", type=any_path, help="A cookie store, or a profile.")
@click.option("--only-this-site/--not-only-this-site", default=None, help=_ONLY)
@click.option("--also", multiple=True, metavar="DOMAIN", help="Another domain of the site's operator.")
@click.option("--read-values", is_flag=True, help="Open values of browsers' cookies in memory, for what needs them.")
@judging_options
@settings_options
@baseline_options
@format_option
@filter_option
@click.option("--fail-on", multiple=True, metavar="LEVEL|CODE", help="What makes the exit code 1 (default: warning).")
@click.option("--now", "moment", metavar="TIME", help="Judge as of this moment (ISO 8601), for repeatable reports.")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
@remember_option
@paused_collector()  # what an audit makes lives until it ends: looking for rubbish finds none and takes a tenth
def command(
    formats: tuple[str, ...],
    output: Path | None,
    moment: str | None,
    remembers: bool | None,
    line: str | None,
    **given: Any,
) -> int:
    """Compare a site's cookies with its policy: what is declared, what is not, what contradicts it.

    Whatever is not given here may stand in the project's settings. Without cookies in either, every browser on this
    computer is looked at. --filter shows a part of the cookies and findings (docs/filter.md); everything is judged all
    the same, and counts and exit code are those of the whole. Exit codes: 0 judged and nothing to fail on, 1 something
    to fail on, 2 could not be verified, 3 wrong usage or nothing readable.
    """
    query = query_of(line, judged=True)
    places, now = destinations(formats, output, narrowed=query is not None), moment_of(moment)
    settings = settings_for(given)
    asked = with_settings(given, settings)
    threshold = fail_on(asked["fail_on"], asked["max_new"] or 0)
    judging, sources, access = judging_of(asked, settings), _sources(asked), access_of(asked)
    if remembers and sources.scan is None:
        raise click.UsageError("--remember keeps what browsers hold, and none is looked at: name one with --browser.")
    baseline = BaselineFile(asked["baseline"], asked["update_baseline"])
    spare((*places.files, baseline.target), _read_files(asked, settings))
    spare(places.files, (asked["baseline"],))
    outcome = _run(judging, sources, access, now)
    for line in outcome.via:
        click.echo(visible(line), err=True)
    if outcome.report is None:
        print_problems(outcome.problems)
        click.echo(f"Could not be verified: {outcome.why}.", err=True)
        if remembers:
            click.echo("Nothing was remembered.", err=True)
        return exits.FAILED if outcome.nothing else exits.PARTLY
    report = baseline.compared(outcome.report)
    print_problems(report.problems)
    places.write(report, look_of(report, now, threshold.failing_in(report)), narrowed_report(report, query, now))
    kept = _remember(outcome, sources, remembers, now, own_clock(moment))
    code = code_of(report, threshold)
    return kept if code == exits.READ else code


def _remember(outcome: Outcome, sources: AuditSources, flag: bool | None, now: datetime, clock: datetime | None) -> int:
    if outcome.scanned is None or sources.scan is None:
        return exits.READ
    from inspector.core.snapshot import ScopeKind

    return remember_scan(outcome.scanned, sources.scan, ScopeKind.AUDIT, flag, now, clock)


def _run(judging: Judging, sources: AuditSources, access: PolicyAccess, now: datetime) -> Outcome:
    if sources.scan is None:  # files are read at once: there is no progress to show, and nothing to load for it
        return run_audit(judging, sources, access, now)
    from inspector.cli.meter import Meter

    with Meter() as meter:
        return run_audit(judging, sources, access, now, progress=meter)


def _sources(asked: Mapping[str, Any]) -> AuditSources:
    """Browsers are looked for where one is asked for, or where nothing else is."""
    browsers, profiles, stores, files = (asked[key] for key in ("browsers", "profiles", "stores", "files"))
    values = Values.READ if asked["read_values"] else Values.NO
    scans = browsers or profiles or stores or not files
    told = told_of(asked["origin"], asked["recorded"])
    return AuditSources(files, ScanRequest(browsers, profiles, stores, None, values) if scans else None, told=told)


def _read_files(asked: Mapping[str, Any], settings: Settings) -> tuple[Path | str | None, ...]:
    """Everything that is read and must not be written over; an address or "-" is no file here."""
    sources = (*asked["policies"], *asked["declarations"])
    return (*asked["files"], *asked["stores"], *sources, asked["corrections"], settings.path)
