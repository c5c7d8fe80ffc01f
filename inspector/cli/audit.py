# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector audit``: a site's cookies against what its policy says."""

import gc
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.filtering import filter_option, narrowed_report, query_of
from inspector.cli.moment import moment_of, own_clock
from inspector.cli.output import spare
from inspector.cli.outputs import destinations, format_option, look_of
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.cli.project import BaselineFile, baseline_options, settings_for, settings_options, with_settings
from inspector.cli.remembering import remember_option, remember_scan
from inspector.cli.told import FILES_HELP, told_of, told_options
from inspector.core.finding import DeclaredBy, Level
from inspector.core.problem import InspectorError
from inspector.core.reading import Values
from inspector.core.report import Report
from inspector.core.visible import visible
from inspector.engine.auditing import AuditSources, Judging, Outcome, PolicyAccess, run_audit
from inspector.engine.domains import checked_domain
from inspector.engine.request import ScanRequest
from inspector.engine.settings import OWN_FILE, Settings
from inspector.engine.threshold import LEVELS, FailOn, fail_on, measured_whole

_MAX_STDIN = 20_000_001
_ONLY = "Your word: nothing but this site was visited with these cookies."


@click.command("audit")
@click.argument("site", required=False, metavar="[SITE]")
@click.option("--policy", "policies", multiple=True, metavar="SOURCE", help="The policy: a file, an address, or -.")
@click.option(
    "--declaration", "declarations", multiple=True, metavar="FILE", help="A declaration as data: cookies.yml."
)
@click.option("--cookies", "files", multiple=True, metavar="FILE", type=any_path, help=FILES_HELP)
@told_options
@click.option("--browser", "browsers", multiple=True, metavar="NAME", help="Cookies of this browser (id or name).")
@click.option("--profile", "profiles", multiple=True, metavar="NAME", help="Only this profile (name or folder).")
@click.option("--store", "stores", multiple=True, metavar="PATH", type=any_path, help="A cookie store, or a profile.")
@click.option("--only-this-site/--not-only-this-site", default=None, help=_ONLY)
@click.option("--also", multiple=True, metavar="DOMAIN", help="Another domain of the site's operator.")
@click.option("--read-values", is_flag=True, help="Open values of browsers' cookies in memory, for what needs them.")
@click.option("--declared-by", type=click.Choice(("name", "vendor", "purpose")), help="How weak a match is enough.")
@click.option("--strict-lifetime/--no-strict-lifetime", default=None, help="Any excess over a lifetime counts.")
@click.option("--in-force/--not-in-force", default=None, help="Your word: the policy holds today, however old it is.")
@click.option("--corrections", metavar="FILE", type=any_path, help="Your corrections of labels and matches (TOML).")
@click.option("--level", "levels", multiple=True, metavar="CODE=LEVEL", help="Change a rule's level, or turn it off.")
@settings_options
@baseline_options
@format_option
@filter_option
@click.option("--fail-on", multiple=True, metavar="LEVEL|CODE", help="What makes the exit code 1 (default: warning).")
@click.option("--now", "moment", metavar="TIME", help="Judge as of this moment (ISO 8601), for repeatable reports.")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
@remember_option
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
    judging, sources, access = _judging(asked, settings), _sources(asked), _access(asked)
    if remembers and sources.scan is None:
        raise click.UsageError("--remember keeps what browsers hold, and none is looked at: name one with --browser.")
    baseline = BaselineFile(asked["baseline"], asked["update_baseline"])
    spare((*places.files, baseline.target), _read_files(asked, settings))
    spare(places.files, (asked["baseline"],))
    gc.disable()  # what an audit makes lives until it ends: looking for rubbish in between finds none and takes a tenth
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


def _judging(asked: Mapping[str, Any], settings: Settings) -> Judging:
    if asked["site"] is None:
        raise click.UsageError(f"Give the site to audit: cookie-inspector audit SITE, or site = ... in {OWN_FILE}.")
    return Judging(
        site=checked_domain(asked["site"]),
        also=tuple(map(checked_domain, asked["also"])),
        declared_by=DeclaredBy(asked["declared_by"] or DeclaredBy.PURPOSE),
        strict_lifetime=bool(asked["strict_lifetime"]),
        in_force=bool(asked["in_force"]),
        only_this_site=bool(asked["only_this_site"]),
        levels={**settings.levels, **_levels(asked["levels"])},
        corrections=asked["corrections"],
        program=f"cookie-inspector {__version__}",
        settings=settings,
    )


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


def _access(asked: Mapping[str, Any]) -> PolicyAccess:
    sources = (*asked["policies"], *asked["declarations"])
    if not sources:
        raise click.UsageError("Give the policy to compare with: --policy SOURCE or --declaration FILE.")
    return PolicyAccess(sources, _stdin(sources), asked["allow_local"], _kept_folder(sources))


def code_of(report: Report, threshold: FailOn) -> int:
    """Return the exit code: findings decide first, then whether anything could be verified, and was read whole."""
    if threshold.holds(report):
        return exits.FOUND
    return exits.READ if measured_whole(report) else exits.PARTLY


def _levels(texts: Sequence[str]) -> dict[str, Level | None]:
    from inspector.engine.rules import rule_code

    found: dict[str, Level | None] = {}
    for text in texts:
        code, mark, level = text.partition("=")
        wanted = level.strip().lower()
        if not mark or (wanted != "off" and wanted not in LEVELS):
            raise click.UsageError(f'"{text}" is not CODE=LEVEL; levels are {", ".join(LEVELS)} and off.')
        found[rule_code(code)] = None if wanted == "off" else LEVELS[wanted]
    return found


def _stdin(sources: Sequence[str]) -> bytes:
    if "-" not in sources:
        return b""
    if list(sources).count("-") > 1:
        raise click.UsageError("Standard input can be read once only.")
    if sys.stdin is None:
        raise InspectorError("There is no standard input", "Name a file")
    return sys.stdin.buffer.read(_MAX_STDIN)


def _kept_folder(sources: Sequence[str]) -> Path | None:
    """The user's folder for copies, asked for only where something is fetched."""
    if not any(source.lower().startswith(("https://", "http://")) for source in sources):
        return None
    from platformdirs import user_data_path

    return user_data_path("cookie-inspector") / "fetched"
