# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector audit``: a site's cookies against what its policy says."""

import gc
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.moment import moment
from inspector.cli.output import checked, opened
from inspector.cli.problems import print_problems
from inspector.core.finding import DeclaredBy, Level
from inspector.core.moments import from_datetime
from inspector.core.problem import InspectorError, Severity
from inspector.core.reading import Values
from inspector.core.report import Report
from inspector.core.visible import visible
from inspector.engine.auditing import AuditSources, Judging, Outcome, PolicyAccess, run_audit
from inspector.engine.domains import checked_domain, site_of
from inspector.engine.request import ScanRequest
from inspector.reports.api import Look
from inspector.reports.registry import AUDITS

_MAX_STDIN = 20_000_001
_LEVELS = {level.value: level for level in Level}
_PATH = click.Path(path_type=Path)
_COOKIES = "Cookies in a file: Playwright storage state, cookies.txt."


@dataclass(frozen=True, slots=True)
class _FailOn:
    """What makes the exit code 1: findings of a level and above, and findings of some rules."""

    level: Level | None
    codes: frozenset[str]

    def holds(self, report: Report) -> bool:
        """Whether the report has such a finding."""
        by_code = any(finding.code in self.codes for finding in report.findings)
        return by_code or (self.level is not None and bool(report.at_least(self.level)))


@click.command("audit")
@click.argument("site", metavar="SITE")
@click.option("--policy", "policies", multiple=True, metavar="SOURCE", help="The policy: a file, an address, or -.")
@click.option(
    "--declaration", "declarations", multiple=True, metavar="FILE", help="A declaration as data: cookies.yml."
)
@click.option("--cookies", "files", multiple=True, metavar="FILE", type=_PATH, help=_COOKIES)
@click.option("--browser", "browsers", multiple=True, metavar="NAME", help="Cookies of this browser (id or name).")
@click.option("--profile", "profiles", multiple=True, metavar="NAME", help="Only this profile (name or folder).")
@click.option("--store", "stores", multiple=True, metavar="PATH", type=_PATH, help="A cookie store, profile or folder.")
@click.option("--only-this-site", is_flag=True, help="Your word: nothing but this site was visited with these cookies.")
@click.option("--also", multiple=True, metavar="DOMAIN", help="Another domain of the site's operator.")
@click.option("--read-values", is_flag=True, help="Open values of browsers' cookies in memory, for what needs them.")
@click.option("--declared-by", type=click.Choice(("name", "vendor", "purpose")), default="purpose", show_default=True)
@click.option("--strict-lifetime", is_flag=True, help="Any excess over a declared lifetime counts.")
@click.option("--in-force", is_flag=True, help="Your word: the policy holds today, however old it is.")
@click.option("--corrections", metavar="FILE", type=_PATH, help="Your corrections of labels and matches (TOML).")
@click.option("--level", "levels", multiple=True, metavar="CODE=LEVEL", help="Change a rule's level, or turn it off.")
@click.option("--format", "name", type=click.Choice(tuple(AUDITS)), default="table", show_default=True)
@click.option("--output", metavar="FILE", type=_PATH, help="Write to this file, not to stdout.")
@click.option("--fail-on", multiple=True, metavar="LEVEL|CODE", help="What makes the exit code 1 (default: warning).")
@click.option("--now", "given", metavar="TIME", help="Judge as of this moment (ISO 8601), for repeatable reports.")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
def command(name: str, output: Path | None, fail_on: tuple[str, ...], given: str | None, **asked: Any) -> int:
    """Compare a site's cookies with its policy: what is declared, what is not, what contradicts it.

    Without --cookies, --browser, --profile or --store every browser on this computer is looked at. Exit codes: 0
    judged and nothing to fail on, 1 something to fail on, 2 could not be verified, 3 wrong usage or nothing readable.
    """
    target, threshold, now = checked(output), _threshold(fail_on), moment(given)
    judging, sources, access = _judging(asked), _sources(asked), _access(asked)
    gc.disable()  # what an audit makes lives until it ends: looking for rubbish in between finds none and takes a tenth
    outcome = _run(judging, sources, access, now)
    for line in outcome.via:
        click.echo(visible(line), err=True)
    print_problems(outcome.problems)
    if outcome.report is None:
        click.echo(f"Could not be verified: {outcome.why}.", err=True)
        return exits.FAILED if outcome.nothing else exits.PARTLY
    _write(outcome.report, name, target, now)
    return code_of(outcome.report, threshold)


def _run(judging: Judging, sources: AuditSources, access: PolicyAccess, now: datetime) -> Outcome:
    if sources.scan is None:  # files are read at once: there is no progress to show, and nothing to load for it
        return run_audit(judging, sources, access, now)
    from inspector.cli.meter import Meter

    with Meter() as meter:
        return run_audit(judging, sources, access, now, progress=meter)


def _judging(asked: Mapping[str, Any]) -> Judging:
    return Judging(
        site=checked_domain(asked["site"]),
        also=tuple(map(checked_domain, asked["also"])),
        declared_by=DeclaredBy(asked["declared_by"]),
        strict_lifetime=asked["strict_lifetime"],
        in_force=asked["in_force"],
        only_this_site=asked["only_this_site"],
        levels=_levels(asked["levels"]),
        corrections=asked["corrections"],
        program=f"cookie-inspector {__version__}",
    )


def _sources(asked: Mapping[str, Any]) -> AuditSources:
    """Browsers are looked for where one is asked for, or where nothing else is."""
    browsers, profiles, stores, files = (asked[key] for key in ("browsers", "profiles", "stores", "files"))
    values = Values.READ if asked["read_values"] else Values.NO
    scans = browsers or profiles or stores or not files
    return AuditSources(files, ScanRequest(browsers, profiles, stores, None, values) if scans else None)


def _access(asked: Mapping[str, Any]) -> PolicyAccess:
    sources = (*asked["policies"], *asked["declarations"])
    if not sources:
        raise click.UsageError("Give the policy to compare with: --policy SOURCE or --declaration FILE.")
    return PolicyAccess(sources, _stdin(sources), asked["allow_local"], _kept_folder(sources))


def code_of(report: Report, fail_on: _FailOn) -> int:
    """Return the exit code: findings decide first, then whether anything could be verified, and was read whole."""
    if fail_on.holds(report):
        return exits.FOUND
    lost = any(problem.severity is not Severity.NOTE for problem in report.problems)
    return exits.PARTLY if lost or not report.verified else exits.READ


def _write(report: Report, name: str, target: Path | None, now: datetime) -> None:
    look = Look(from_datetime(now), site_of, styled=None if target is None else False)
    with opened(target) as out:
        AUDITS[name]()(report, look, out)


def _threshold(texts: Sequence[str]) -> _FailOn:
    from inspector.engine.rules import rule_code

    level: Level | None = Level.WARNING if not texts else None
    codes: set[str] = set()
    for text in texts:
        if text.strip().lower() in _LEVELS:
            asked = _LEVELS[text.strip().lower()]
            level = asked if level is None or asked.rank < level.rank else level
        else:
            codes.add(rule_code(text))
    return _FailOn(level, frozenset(codes))


def _levels(texts: Sequence[str]) -> dict[str, Level | None]:
    from inspector.engine.rules import rule_code

    found: dict[str, Level | None] = {}
    for text in texts:
        code, mark, level = text.partition("=")
        wanted = level.strip().lower()
        if not mark or (wanted != "off" and wanted not in _LEVELS):
            raise click.UsageError(f'"{text}" is not CODE=LEVEL; levels are {", ".join(_LEVELS)} and off.')
        found[rule_code(code)] = None if wanted == "off" else _LEVELS[wanted]
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
