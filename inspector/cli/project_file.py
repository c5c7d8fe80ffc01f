# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``cookie-inspector project``: what a project file of the window holds, and its marks as a baseline."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TextIO

import click

from inspector.cli import exits
from inspector.cli.moment import moment_of
from inspector.cli.output import checked, opened, spare
from inspector.cli.paths import any_path
from inspector.cli.problems import print_problems
from inspector.core.moments import from_datetime
from inspector.core.project import Project
from inspector.engine.domains import site_of
from inspector.projects.loading import read_project
from inspector.reports.api import Look

Write = Callable[[Project, tuple[Any, ...], Look, TextIO], None]


def _write_marks(project: Project, problems: tuple[Any, ...], look: Look, out: TextIO) -> None:
    from inspector.engine.baseline import marks_text

    out.write(marks_text(project.assessments))


def _of(module: str) -> Callable[[], Write]:
    return lambda: import_module(f"inspector.reports.{module}").write_project


_FORMATS: Final[Mapping[str, Callable[[], Write]]] = {
    "table": _of("project_table"),
    "json": _of("project_json"),
    "marks": lambda: _write_marks,
}


@click.command("project")
@click.argument("path", metavar="PROJECT", type=any_path)
@click.option(
    "--format",
    "name",
    type=click.Choice(tuple(_FORMATS)),
    default="table",
    show_default=True,
    help='"marks": the decided findings as a file for audit --baseline.',
)
@click.option("--output", metavar="FILE", type=any_path, help="Write to this file, not to stdout.")
@click.option("--now", "moment", metavar="TIME", help="As of this moment (ISO 8601), for repeatable output.")
def command(path: Path, name: str, output: Path | None, moment: str | None) -> int:
    """Show a project (.cookies-project): its sources and policy, the marks on findings, the corrected labels.

    Nothing in it is read again or judged. "audit --baseline PROJECT" takes the findings that are marked agreed or not
    agreed for known.
    """
    now, target = moment_of(moment), checked(output)
    spare((target,), (path,))
    read = read_project(path)
    with opened(target) as out:
        look = Look(from_datetime(now), site_of, with_values=False, styled=target is None and out.isatty())
        _FORMATS[name]()(read.project, read.problems, look, out)
    print_problems(read.problems)
    return exits.PARTLY if read.problems else exits.READ
