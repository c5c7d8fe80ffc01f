# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How to judge and against which policy: options and their meaning, for every command that makes an audit's report."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

import click

from inspector import __version__
from inspector.cli import exits
from inspector.cli.paths import any_path
from inspector.cli.sources import kept_folder, standard_input
from inspector.core.finding import DeclaredBy, Level
from inspector.core.report import Report
from inspector.engine.domains import checked_domain
from inspector.engine.settings import OWN_FILE, Settings
from inspector.engine.threshold import LEVELS, FailOn, measured_whole

if TYPE_CHECKING:  # a visit without a policy does without what judges
    from inspector.engine.auditing import Judging, PolicyAccess

_ANY_EXCESS: Final = "Any excess over a lifetime counts."
_IN_FORCE: Final = "Your word: the policy holds today, however old it is."


def policy_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say where the policy is."""
    data = "A declaration as data: cookies.yml."
    for decorate in (
        click.option("--declaration", "declarations", multiple=True, metavar="FILE", help=data),
        click.option(
            "--policy", "policies", multiple=True, metavar="SOURCE", help="The policy: a file, an address, or -."
        ),
    ):
        function = decorate(function)
    return function


def judging_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say how to judge."""
    corrections = "Your corrections of labels and matches (TOML)."
    for decorate in (
        click.option(
            "--level", "levels", multiple=True, metavar="CODE=LEVEL", help="Change a rule's level, or turn it off."
        ),
        click.option("--corrections", metavar="FILE", type=any_path, help=corrections),
        click.option("--in-force/--not-in-force", default=None, help=_IN_FORCE),
        click.option("--strict-lifetime/--no-strict-lifetime", default=None, help=_ANY_EXCESS),
        click.option(
            "--declared-by", type=click.Choice(("name", "vendor", "purpose")), help="How weak a match is enough."
        ),
    ):
        function = decorate(function)
    return function


def judging_of(asked: Mapping[str, Any], settings: Settings) -> "Judging":
    """Return how to judge; what is not said here is as the settings say."""
    from inspector.engine.auditing import Judging

    if asked["site"] is None:
        raise click.UsageError(f"Give the site to audit: cookie-inspector audit SITE, or site = ... in {OWN_FILE}.")
    return Judging(
        site=checked_domain(asked["site"]),
        also=tuple(map(checked_domain, asked["also"])),
        declared_by=DeclaredBy(asked["declared_by"] or DeclaredBy.PURPOSE),
        strict_lifetime=bool(asked["strict_lifetime"]),
        in_force=bool(asked["in_force"]),
        only_this_site=bool(asked["only_this_site"]),
        levels={**settings.levels, **levels_of(asked["levels"])},
        corrections=asked["corrections"],
        program=f"cookie-inspector {__version__}",
        settings=settings,
    )


def access_of(asked: Mapping[str, Any]) -> "PolicyAccess":
    """Return where the policy is; raise where none is named."""
    from inspector.engine.auditing import PolicyAccess

    sources = (*asked["policies"], *asked["declarations"])
    if not sources:
        raise click.UsageError("Give the policy to compare with: --policy SOURCE or --declaration FILE.")
    if sources.count("-") > 1:
        raise click.UsageError("Standard input can be read once only.")
    return PolicyAccess(sources, standard_input(sources), asked["allow_local"], kept_folder(sources))


def code_of(report: Report, threshold: FailOn) -> int:
    """Return the exit code: findings decide first, then whether anything could be verified, and was read whole."""
    if threshold.holds(report):
        return exits.FOUND
    return exits.READ if measured_whole(report) else exits.PARTLY


def levels_of(texts: Sequence[str]) -> dict[str, Level | None]:
    """Return what ``--level`` says, by the rules' codes."""
    from inspector.engine.rules import rule_code

    found: dict[str, Level | None] = {}
    for text in texts:
        code, mark, level = text.partition("=")
        wanted = level.strip().lower()
        if not mark or (wanted != "off" and wanted not in LEVELS):
            raise click.UsageError(f'"{text}" is not CODE=LEVEL; levels are {", ".join(LEVELS)} and off.')
        found[rule_code(code)] = None if wanted == "off" else LEVELS[wanted]
    return found
