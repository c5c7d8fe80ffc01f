# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector policy``: what a policy declares, sentence by sentence, each claim with its quote."""

import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from inspector.cli import exits
from inspector.cli.output import checked, opened, spare
from inspector.cli.problems import print_problems
from inspector.cli.sources import kept_folder, standard_input
from inspector.core.policy import Policy
from inspector.core.problem import InspectorError
from inspector.core.visible import visible
from inspector.engine.lexicon import open_lexicon
from inspector.engine.policy import (
    STDIN,
    Access,
    PolicyOptions,
    PolicyReading,
    SourceState,
    compare,
    draft_declaration,
    read_policies,
)
from inspector.reports.policies.registry import DIFFS, POLICIES, PolicyLook


@click.command("policy")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--format", "name", type=click.Choice(tuple(POLICIES)), default="table", show_default=True)
@click.option("--find", is_flag=True, help="SOURCE is a site's page: find its policy links and read those.")
@click.option("--diff", is_flag=True, help="Say what changed between two versions: give exactly two sources.")
@click.option(
    "--write-declaration",
    "declaration",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Write a first draft of a cookies.yml, each line with its quote.",
)
@click.option("--output", metavar="FILE", type=click.Path(path_type=Path), help="Write to this file, not to stdout.")
@click.option(
    "--keep", metavar="FOLDER", type=click.Path(path_type=Path), help="Where copies of fetched pages are kept."
)
@click.option("--allow-local", is_flag=True, help="Also fetch from this computer and its network.")
def command(
    sources: tuple[str, ...],
    name: str,
    find: bool,
    diff: bool,
    declaration: Path | None,
    output: Path | None,
    keep: Path | None,
    allow_local: bool,
) -> int:
    """Read what policies declare: web pages, Markdown, text, PDF, or declarations as data (OneTrust, Cookiebot,
    Usercentrics, IAB TCF, cookies.yml).

    A SOURCE is a file, - for standard input, or an address that begins with https://. Only an address that you give
    is fetched (with --find, also the policies that its page links to), and nothing else on it.
    """
    _check(sources, diff, declaration)
    target, draft_target = checked(output), checked(declaration)
    spare((target, draft_target), sources)
    options = PolicyOptions(
        datetime.now(UTC), Access(allow_private=allow_local), find, keep or kept_folder(sources), open_lexicon()
    )
    readings = read_policies(sources, options, standard_input(sources))
    for reading in readings:
        if reading.via:
            click.echo(f"{visible(reading.source)} {visible(reading.via)}", err=True)
        print_problems(reading.problems)
    code = code_of(readings)
    if diff:
        _write_diff(readings, name, target)
    elif draft_target is not None:
        _write_draft(readings, draft_target)
    elif code != exits.FAILED or name != "table":
        _write(readings, name, target)
    return code


def code_of(readings: Sequence[PolicyReading]) -> int:
    """Return the exit code. A source that was opened and is no policy is "could not be read"; one that was not there
    is a failure where nothing else was read.
    """
    states = {reading.state for reading in readings}
    if states == {SourceState.READ}:
        return exits.READ
    return exits.FAILED if states == {SourceState.NOT_OPENED} else exits.PARTLY


def _check(sources: Sequence[str], diff: bool, declaration: Path | None) -> None:
    if diff and len(sources) != 2:
        raise click.UsageError("--diff compares exactly two sources.")
    if diff and declaration is not None:
        raise click.UsageError("--diff and --write-declaration do not go together.")
    if declaration is not None and len(sources) != 1:
        raise click.UsageError("--write-declaration takes exactly one source.")
    if list(sources).count(STDIN) > 1:
        raise click.UsageError("Standard input can be read once only.")


def _write(readings: Sequence[PolicyReading], name: str, target: Path | None) -> None:
    policies = [reading.policy if reading.policy is not None else reading.source for reading in readings]
    with opened(target) as out:
        out.write(POLICIES[name]()(policies, _look(target)))


def _look(target: Path | None) -> PolicyLook:
    terminal = target is None and sys.stdout is not None and sys.stdout.isatty()
    return PolicyLook(
        shutil.get_terminal_size((100, 24)).columns if terminal else 100, None if target is None else False
    )


def _two(readings: Sequence[PolicyReading]) -> tuple[Policy, Policy]:
    policies = [reading.policy for reading in readings if reading.policy is not None]
    if len(policies) != 2:
        raise InspectorError("Two versions are needed to compare, and not both could be read")
    return policies[0], policies[1]


def _write_diff(readings: Sequence[PolicyReading], name: str, target: Path | None) -> None:
    if name not in DIFFS:
        raise click.UsageError(f"--diff has the formats {', '.join(DIFFS)}.")
    found = compare(*_two(readings))
    with opened(target) as out:
        out.write(DIFFS[name]()(found, _look(target)))


def _write_draft(readings: Sequence[PolicyReading], target: Path) -> None:
    policy = readings[0].policy
    if policy is None:
        raise InspectorError("There is no policy to make a declaration of")
    with opened(target) as out:
        out.write(draft_declaration(policy))
    click.echo(f"A draft with {len(policy.record.named_cookies)} cookies written to {target}", err=True)
