# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A project's settings on the command line: what they say where the command line says nothing, and the baseline."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import click

from inspector.cli.output import checked, opened
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.report import Report
from inspector.core.visible import visible
from inspector.engine.project import for_site, project_settings, used
from inspector.engine.settings import NO_SETTINGS, OWN_FILE, Settings

_SETTINGS = f"Settings of the project, in place of the nearest {OWN_FILE} or pyproject.toml."


def settings_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--settings`` and ``--no-settings`` to a command."""
    decorate = click.option("--settings", "settings_file", metavar="FILE", type=any_path, help=_SETTINGS)
    without = click.option("--no-settings", is_flag=True, help="Use no settings, whatever file is there.")
    return decorate(without(function))


def baseline_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add ``--baseline``, ``--update-baseline`` and ``--max-new`` to a command."""
    for decorate in (
        click.option("--max-new", type=click.IntRange(0), metavar="N", help="Let up to N findings pass that are new."),
        click.option("--update-baseline", is_flag=True, help="Write what is found now to the baseline: it is known."),
        click.option("--baseline", metavar="FILE", type=any_path, help="Findings known before: only new ones count."),
    ):
        function = decorate(function)
    return function


def settings_of(asked: Mapping[str, Any]) -> Settings:
    """Return the settings that hold, every fault in them printed."""
    if asked["no_settings"]:
        if asked["settings_file"] is not None:
            raise click.UsageError("--settings and --no-settings contradict each other.")
        return NO_SETTINGS
    reading = project_settings(asked["settings_file"], Path.cwd())
    print_problems(reading.problems)
    return used(reading)


def settings_for(asked: Mapping[str, Any]) -> Settings:
    """Return the settings as they hold for the site that is asked for; what does not hold for it is said."""
    settings = settings_of(asked)
    held = for_site(settings, asked["site"])
    if held is not settings:
        site = visible(str(settings.site), 120)
        said = f"they are for {site}, and so only their levels and thresholds hold here"
        print_problems([Problem("settings-of-another-site", said, str(settings.path), severity=Severity.NOTE)])
    return held


def with_settings(asked: Mapping[str, Any], settings: Settings) -> dict[str, Any]:
    """Return what is asked for: the command line's word, where it says nothing the settings', else the default.

    A list of the command line replaces the settings' list; policy and declaration are one list, and so are files,
    browsers and stores; levels are changed one by one. That only this site was visited is said of files in the
    settings; a browser's profile is not that, whatever the settings say.
    """
    told = dict(asked)
    scanned = any(told[name] for name in ("browsers", "profiles", "stores"))
    if not (scanned or told["files"]):
        told["files"] = settings.cookies
    if not (told["policies"] or told["declarations"]):
        told["policies"], told["declarations"] = settings.policy, settings.declaration
    for name, value in (
        ("site", settings.site),
        ("also", settings.also),
        ("corrections", settings.corrections),
        ("baseline", settings.baseline),
        ("declared_by", settings.declared_by and settings.declared_by.value),
        ("strict_lifetime", settings.strict_lifetime),
        ("in_force", settings.in_force),
        ("only_this_site", settings.only_this_site if told["files"] and not scanned else None),
        ("fail_on", settings.fail_on),
        ("max_new", settings.max_new),
    ):
        if told[name] is None or told[name] == ():
            told[name] = value
    return told


class BaselineFile:
    """The baseline that is compared with and, on request, written; it is looked at before anything is read."""

    def __init__(self, path: Path | None, update: bool) -> None:
        from inspector.engine.baseline import Baseline, read_baseline

        if path is None and update:
            raise click.UsageError("Name the file to write: --baseline FILE --update-baseline.")
        self.target = checked(path) if update else None
        self._known: Baseline | None = None
        if path is not None and update and not path.exists():
            self._known = Baseline(str(path))
        elif path is not None:
            reading = read_baseline(path)
            print_problems(reading.problems)
            if reading.baseline is None:
                raise InspectorError("The baseline cannot be used, so what is new is not known")
            if update and reading.baseline.report:
                raise InspectorError(f"{path} is a saved report, and is not written over", "Name another baseline")
            self._known = reading.baseline

    def compared(self, report: Report) -> Report:
        """Return the report with each finding new or known; after an update, all that was found is known."""
        if self._known is None:
            return report
        from inspector.engine.baseline import baseline_text, compare_with, updated

        if self.target is None:
            return compare_with(report, self._known)
        if not report.verified:
            click.echo("The baseline was not written: nothing could be verified.", err=True)
            return compare_with(report, self._known)
        fresh = updated(report, self._known)
        with opened(self.target) as out:
            out.write(baseline_text(fresh))
        count = len(fresh.findings)
        click.echo(f"{count} known finding{'' if count == 1 else 's'} written to {self._known.location}", err=True)
        return compare_with(report, fresh)
