# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where the page's audits come from and go to: the engine judges what was read before, the registry writes reports."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from inspector import __version__
from inspector.core.cookie import Cookie
from inspector.core.moments import from_datetime
from inspector.core.policy import Policy
from inspector.core.problem import InspectorError, Problem
from inspector.core.project import LabelOverride
from inspector.core.reading import Reading
from inspector.core.report import Report
from inspector.gui.whole_file import write_whole
from inspector.reports.registry import AUDIT_FORMATS, AUDITS

if TYPE_CHECKING:  # the engine is loaded in the worker
    from inspector.engine.settings import Settings

_PROGRAM: Final = f"cookie-inspector {__version__}"


class Site(NamedTuple):
    """A site found in the browsers, and how many cookies an audit of it can judge."""

    site: str
    cookies: int


class Question(NamedTuple):
    """What is asked: which site, what with, against what, and on whose word.

    ``settings`` is a project's file: of it the levels, ignores, known cookies and limits count here, and its words
    where the window's are not given. ``known`` is a baseline or a saved report to compare with, ``overrides`` a
    person's word on labels.
    """

    site: str
    reading: Reading
    policy: Policy
    policy_problems: tuple[Problem, ...] = ()
    only_this_site: bool = False
    in_force: bool = False
    settings: Path | None = None
    known: Path | None = None
    overrides: tuple[LabelOverride, ...] = ()


DATASET: Final = "dataset"
FORMATS: Final = tuple(held for held in AUDIT_FORMATS if held.title)

Judge = Callable[[Question, datetime], Report]
FindSites = Callable[[tuple[Cookie, ...]], tuple[Site, ...]]


def judge(question: Question, now: datetime) -> Report:
    """Return the report of an audit. Runs in the worker's thread, where the engine is imported."""
    from inspector.engine.auditing import judge_reading
    from inspector.engine.judging import judging_by

    settings, known = _settings(question), _known(question)
    judging = judging_by(
        settings,
        _PROGRAM,
        question.site,
        only_this_site=question.only_this_site,  # the settings' word is about other cookies than these
        in_force=question.in_force or None,
    )
    judging = replace(judging, overrides=question.overrides)
    report = judge_reading(judging, question.reading, question.policy, now, problems=question.policy_problems)
    return report if known is None else known(report)


def _settings(question: Question) -> "Settings":
    from inspector.engine.settings import NO_SETTINGS, read_settings

    if question.settings is None:
        return NO_SETTINGS
    reading = read_settings(question.settings, Path.cwd())
    if reading.settings is None:
        raise _refused("The settings cannot be used", reading.problems)
    return reading.settings


def _known(question: Question) -> Callable[[Report], Report] | None:
    """Return what compares a report with what was found before, which is read first."""
    from inspector.engine.baseline import compare_with, read_baseline

    if question.known is None:
        return None
    reading = read_baseline(question.known)
    baseline = reading.baseline
    if baseline is None:
        raise _refused("This cannot be compared with", reading.problems)
    return lambda report: compare_with(report, baseline)


def _refused(message: str, problems: tuple[Problem, ...]) -> InspectorError:
    """All that is wrong with a file, in one message."""
    return InspectorError(f"{message}: {'; '.join(map(str, problems))}", "Choose another file, or mend this one")


def judge_example() -> Report:
    """Return the report on the made-up shop that comes with the program."""
    from inspector.engine.demo import audit_demo

    return audit_demo(_PROGRAM)


def find_sites(cookies: tuple[Cookie, ...]) -> tuple[Site, ...]:
    """Return the sites of the cookies that were read, by name."""
    from inspector.engine.sites import found_sites

    return tuple(Site(found.site, found.cookies) for found in found_sites(cookies))


def write_dataset(report: Report, reading: Reading, path: Path) -> Path:
    """Write an audit as a dataset for research, a folder that appears whole or not at all; no value is in it.

    Raises :class:`InspectorError` where it cannot be written, as where something is there already.
    """
    from inspector.engine.exporting import Export, export_report

    export_report(report, reading.evidence, Export(path))
    return path


def write_report(report: Report, name: str, path: Path, now: datetime) -> Path:
    """Write a report in one of the registry's formats, whole or not at all; values are never in it.

    Raises :class:`InspectorError` where the file cannot be written.
    """
    from inspector.engine.domains import site_of
    from inspector.engine.regions import Regions
    from inspector.reports.api import Look

    regions = Regions(report.policy.document, Path())
    look = Look(from_datetime(now), site_of, with_values=False, styled=False, region_of=regions)
    return write_whole(path, lambda out: AUDITS[name]()(report, look, out), "The report")
