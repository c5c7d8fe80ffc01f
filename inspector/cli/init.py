# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector init``: the first settings of a project, and a draft of its declaration."""

from datetime import UTC, datetime
from pathlib import Path

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.output import checked, opened, spare
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.core.policy import Policy
from inspector.core.problem import InspectorError, Severity
from inspector.core.report import Report
from inspector.core.visible import visible
from inspector.engine.auditing import AuditSources, Judging, PolicyAccess, run_audit
from inspector.engine.domains import checked_domain
from inspector.engine.settings import OWN_FILE
from inspector.engine.starting import DECLARATION, Start, declaration_text, settings_text


@click.command("init")
@click.argument("site", metavar="SITE")
@click.option("--policy", "policies", multiple=True, metavar="SOURCE", help="The policy: a file, or an address.")
@click.option("--cookies", "files", multiple=True, metavar="FILE", type=any_path, help="Cookies that your tests save.")
@click.option("--only-this-site", is_flag=True, help="Your word: nothing but this site was visited with these cookies.")
@click.option("--folder", default=".", metavar="FOLDER", type=any_path, help="Where to write (default: here).")
@click.option("--force", is_flag=True, help="Also write over files that are there.")
@click.option("--allow-local", is_flag=True, help="Also fetch a policy from this computer and its network.")
def command(
    site: str,
    policies: tuple[str, ...],
    files: tuple[Path, ...],
    only_this_site: bool,
    folder: Path,
    force: bool,
    allow_local: bool,
) -> int:
    """Start a project: write cookie-inspector.toml and, from the policy and the cookies, a draft of cookies.yml.

    The draft is in force when a person has read it and named it in the settings. Exit codes: 0 written, 2 written, but
    something could not be read, 3 nothing written.
    """
    start = Start(checked_domain(site), folder, policies, files, only_this_site)
    names = (OWN_FILE, DECLARATION) if policies else (OWN_FILE,)
    targets = [_target(folder / name, force) for name in names]
    spare(targets, (*policies, *files))
    texts = [settings_text(start)]
    code = exits.READ
    if policies:
        policy, report, whole = _read(start, allow_local)
        texts.append(declaration_text(policy, report))
        code = exits.READ if whole else exits.PARTLY
    for target, text in zip(targets, texts, strict=True):
        with opened(target) as out:
            out.write(text)
        click.echo(f"{visible(str(target))} written", err=True)
    click.echo(f"Next: look at {OWN_FILE}, then run cookie-inspector audit in this folder.", err=True)
    return code


def _target(path: Path, force: bool) -> Path:
    target = checked(path) or path
    if not force and path.exists():
        raise InspectorError(f"{path} is there already", "Nothing was written; --force writes over it")
    return target


def _read(start: Start, allow_local: bool) -> tuple[Policy, Report | None, bool]:
    """Read the policy and judge the cookies; without cookies there is the policy alone."""
    judging = Judging(start.site, only_this_site=start.only_this_site, program=f"cookie-inspector {__version__}")
    access = PolicyAccess(start.policies, allow_private=allow_local)
    outcome = run_audit(judging, AuditSources(start.cookies, objects=None if start.cookies else ()), access, _now())
    print_problems(outcome.problems)
    if outcome.report is None:
        raise InspectorError(f"Nothing was written: {outcome.why}", "Name files that can be read")
    whole = all(problem.severity is Severity.NOTE for problem in outcome.problems)
    return outcome.report.policy, outcome.report if start.cookies else None, whole


def _now() -> datetime:
    return datetime.now(UTC)
