# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector visit``: a site visited with an installed browser, and everything that it does with cookies."""

import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.judging import access_of, code_of, judging_of, judging_options, policy_options
from inspector.cli.marking import EXPLAINED, marker
from inspector.cli.meter import Meter
from inspector.cli.output import spare
from inspector.cli.outputs import Destinations, destinations, format_option, look_of
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.cli.project import BaselineFile, baseline_options, settings_for, settings_options, with_settings
from inspector.cli.visit_outputs import Saving, saving_of, saving_options, write_report, write_saved
from inspector.core.moments import from_datetime
from inspector.core.problem import Severity
from inspector.core.visible import visible
from inspector.core.visit import Mode, VisitReport
from inspector.engine.computer import this_computer
from inspector.engine.domains import site_of
from inspector.engine.scan import Progress
from inspector.engine.settings import Settings
from inspector.engine.threshold import fail_on
from inspector.engine.visit_report import report_visit
from inspector.engine.visit_request import (
    BOTH,
    LONGEST_WAIT_S,
    MOST_PAGES,
    VisitRequest,
    checked_pages,
    checked_url,
    read_pages,
)
from inspector.engine.visiting import Visited, VisitHooks, VisitProgress, visit, visit_folder
from inspector.reports.api import Look
from inspector.reports.registry import AUDITS, VISITS

_PROGRAM: Final = f"cookie-inspector {__version__}"
_MODES: Final = {"default": (Mode.DEFAULT,), "allowed": (Mode.ALLOWED,), "both": BOTH}
_NOT_SCANNED: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("browsers", "profiles", "stores", "files"), ()),
    "only_this_site": None,
}
_SCENARIO = "What the visitor does: none, manual, accept, reject, gpc, return, or a FILE of your own."
_BROWSER = "An installed browser, by its name or its program; repeat it for several."
_KEEP = "Also write cookies' values into the record. They are keys to accounts."
_PAGES = "Further pages: so many of the page's own links, or a FILE of addresses, one a line."
_OUT = "Keep the record there: a new folder, with the log of each run."


@click.command("visit")
@click.argument("url", metavar="URL")
@click.option("--browser", "programs", multiple=True, metavar="NAME|PATH", help=_BROWSER)
@click.option("--scenario", default="none", show_default=True, metavar="NAME|FILE", help=_SCENARIO)
@click.option("--third-parties", "mode", type=click.Choice(tuple(_MODES)), default="both", show_default=True)
@click.option("--pages", metavar="N|FILE", help=_PAGES)
@click.option("--page", "addresses", multiple=True, metavar="URL", help="One further page; repeat for more.")
@click.option(
    "--wait",
    type=click.FloatRange(0, LONGEST_WAIT_S),
    default=3.0,
    show_default=True,
    metavar="S",
    help="Seconds that each page is watched after it has loaded.",
)
@click.option("--window", is_flag=True, help="Show the browser's window.")
@click.option("--out", "folder", metavar="DIR", type=any_path, help=_OUT)
@click.option("--keep-values", is_flag=True, help=_KEEP)
@saving_options
@policy_options
@click.option("--find-policy", is_flag=True, help="Read the policies that the visited page links to.")
@click.option("--also", multiple=True, metavar="DOMAIN", help="Another domain of the site's operator.")
@judging_options
@settings_options
@baseline_options
@format_option
@click.option("--fail-on", multiple=True, metavar="LEVEL|CODE", help="What makes the exit code 1 (default: warning).")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
def command(formats: tuple[str, ...], output: Path | None, **given: Any) -> int:
    """Visit a site with an installed browser and record everything that it does with cookies.

    The browser gets a fresh profile, which is removed. Each mode is a run of its own: as the browser is delivered, and
    with third parties' cookies allowed. With a policy (--policy, --declaration, --find-policy, or the project's) the
    visit is audited. Nothing is contacted but what the page itself contacts, and with --find-policy the policy. Exit
    codes: 0 measured and nothing to fail on, 1 something to fail on, 2 not measured or not verified, 3 wrong usage or
    no browser.
    """
    request = _request(given)
    plan = _plan(request, formats, output, given)
    computer = this_computer()
    with ended_politely(), visit_folder(given["folder"]) as folder:
        visited = _visit(request, folder, computer, plan)
        print_problems(visited.found.reading.problems)
        now = datetime.now(UTC)
        report = report_visit(visited.found, _PROGRAM, now)
        write_saved(plan.saving, visited, report, Look(from_datetime(now), site_of, given["keep_values"]))
        code = _audit(plan, visited, report, now) if plan.audits else _report(plan, report, now)
    if given["folder"] is not None:
        click.echo(f"The record is in {visible(str(given['folder']))}", err=True)
    return code


@contextmanager
def ended_politely() -> Iterator[None]:
    """End as after Ctrl-C where the system asks to end (SIGTERM): the browser is closed and the folder removed."""

    def stop(number: int, frame: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread, as in a test: whoever runs us decides
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


class _Plan(NamedTuple):
    """Everything that was asked for beside the visit itself, looked at before a browser starts."""

    places: Destinations
    saving: Saving
    audits: bool
    asked: Mapping[str, Any]
    settings: Settings
    baseline: BaselineFile


def _request(given: Mapping[str, Any]) -> VisitRequest:
    url = checked_url(given["url"])
    pages = checked_pages(list(given["addresses"]), url)
    file, follow = _pages(given["pages"])
    pages += read_pages(file, url) if file is not None else ()
    manual = given["scenario"] == "manual"
    return VisitRequest(
        url,
        given["programs"],
        _MODES[given["mode"]],
        given["scenario"],
        tuple(dict.fromkeys(pages)),
        follow,
        given["wait"],
        given["keep_values"],
        given["window"] or manual,
    )


def _of_visits(places: Destinations) -> Destinations:
    """Leave out what only an audit has: a log's annotations are of findings, and a visit makes none."""
    return replace(places, places=tuple(place for place in places.places if place.format in VISITS))


def _pages(text: str | None) -> tuple[Path | None, int]:
    """Return the file of pages that is meant, or how many links are."""
    if text is None:
        return None, 0
    if not text.isdecimal():
        return any_path(text), 0
    if int(text) > MOST_PAGES:
        raise click.UsageError(f"--pages {text[:20]} is too many for one visit: {MOST_PAGES} at most.")
    return None, int(text)


def _plan(request: VisitRequest, formats: tuple[str, ...], output: Path | None, given: Mapping[str, Any]) -> _Plan:
    held = {**given, **_NOT_SCANNED, "site": site_of(request.host)}
    settings = settings_for(held)
    asked = with_settings(held, settings)
    audits = bool(asked["policies"] or asked["declarations"] or given["find_policy"])
    if not audits and given["baseline"] is not None:
        raise click.UsageError("--baseline is for an audit: give a policy, with --policy or --find-policy.")
    places = destinations(formats, output, AUDITS) if audits else _of_visits(destinations(formats, output, VISITS))
    baseline = BaselineFile(asked["baseline"] if audits else None, asked["update_baseline"])
    read = (*asked["policies"], *asked["declarations"], asked["corrections"], settings.path, _pages(given["pages"])[0])
    saving = saving_of(given["save_har"], given["save_cookies"], given["receipt"], places.files)
    spare((*places.files, *saving.files, baseline.target), read)
    spare((*places.files, *saving.files), (asked["baseline"],))
    fail_on(asked["fail_on"], asked["max_new"] or 0)  # a slip in it is told before the visit
    return _Plan(places, saving, audits, asked, settings, baseline)


def _visit(request: VisitRequest, folder: Path, computer: Any, plan: _Plan) -> Visited:
    manual = request.scenario == "manual"
    mark = marker() if manual else None
    if manual:
        click.echo(EXPLAINED, err=True)
    with Meter(words=_words) as meter:
        hooks = VisitHooks(lambda progress: meter(Progress(*progress)), mark)
        return visit(request, folder, computer, _PROGRAM, lambda: time.time_ns() // 1000, hooks)


def _words(progress: Progress) -> str:
    told = VisitProgress(*progress)
    return f"Visit {min(told.done + 1, told.total)} of {told.total}: {visible(told.what, 100)}"


def _report(plan: _Plan, report: VisitReport, now: datetime) -> int:
    write_report(plan.places, report, Look(from_datetime(now), site_of))
    whole = report.record.measured and all(problem.severity is Severity.NOTE for problem in report.problems)
    return exits.READ if whole else exits.PARTLY


def _audit(plan: _Plan, visited: Visited, report: VisitReport, now: datetime) -> int:
    from inspector.engine.auditing import AuditSources, run_audit
    from inspector.engine.visit_policy import policies_of

    asked = dict(plan.asked)
    if asked["find_policy"]:
        found = policies_of(report.record, visited.folder)
        for policy in found:
            click.echo(f"Policy: {visible(policy.source)} ({visible(policy.why)})", err=True)
        asked["policies"] = (*asked["policies"], *(policy.source for policy in found))
    threshold = fail_on(asked["fail_on"], asked["max_new"] or 0)
    outcome = run_audit(judging_of(asked, plan.settings), AuditSources((visited.folder,)), access_of(asked), now)
    if outcome.report is None:
        print_problems(outcome.problems)
        click.echo(f"Could not be verified: {outcome.why}.", err=True)
        return exits.FAILED if outcome.nothing else exits.PARTLY
    judged = plan.baseline.compared(outcome.report)
    print_problems([problem for problem in judged.problems if problem not in visited.found.reading.problems])
    plan.places.write(judged, look_of(judged, now, threshold.failing_in(judged)))
    return code_of(judged, threshold)
