# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Problems as lines on stderr: what could not be read, where, why, and what to do."""

from collections.abc import Mapping, Sequence
from typing import Final

import click

from inspector.core.problem import Problem, Severity
from inspector.core.visible import visible

MOST: Final = 100  # lines; a folder of thousands of locked folders must not bury the answer
_WORD: Final[Mapping[Severity, str]] = {
    Severity.NOTE: "Note",
    Severity.PARTIAL: "Partly read",
    Severity.FAILED: "Not read",
}


def print_problems(problems: Sequence[Problem]) -> None:
    """Print a line for each problem, in their order."""
    for problem in problems[:MOST]:
        click.echo(line(problem), err=True)
    if len(problems) > MOST:
        click.echo(f"And {len(problems) - MOST:,} more; --format json has them all.", err=True)


def line(problem: Problem) -> str:
    """Return a problem as one line in which nothing moves a cursor."""
    text = visible(str(problem)).replace("##[", "## [")  # GitHub's runner obeys "##[...]" anywhere in a line of the log
    return f"{_WORD[problem.severity]}: {text}"
