# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A project for people: what it is about, then what was said of each finding and each label."""

from collections import Counter
from collections.abc import Iterator
from typing import Final, TextIO

from rich.style import Style

from inspector.core.problem import Problem
from inspector.core.project import Assessment, Project, Stance
from inspector.core.visible import visible
from inspector.reports.api import Look
from inspector.reports.grid import Column, console_for, print_grid
from inspector.reports.words import distance, many

STANCES: Final = {Stance.AGREED: "agreed", Stance.NOT_AGREED: "not agreed", Stance.TO_DECIDE: "to be decided"}
_LONGEST: Final = 400
_MARKS: Final = (
    Column("Mark", 14, style=Style(bold=True)),
    Column("Rule", 8),
    Column("About", 60),
    Column("Comment", 100),
    Column("Said", 40),
)
_LABELS: Final = (
    Column("Cookie", 40, style=Style(bold=True)),
    Column("Host", 40),
    Column("Is for", 14),
    Column("Reason", 100),
    Column("Said", 40),
)


def write_project(project: Project, problems: tuple[Problem, ...], look: Look, out: TextIO) -> None:
    """Write what the project is about, the marks and the labels."""
    console = console_for(out, look.styled)
    for line in _about(project):
        console.print(line, crop=False)
    if project.assessments:
        console.print()
        print_grid(console, _MARKS, [_mark(held, look) for held in project.assessments])
    if project.overrides:
        console.print()
        rows = [
            (
                held.name,
                held.host or "any",
                held.purpose.value,
                _line(held.reason),
                _said(held.author, held.at_us, look),
            )
            for held in project.overrides
        ]
        print_grid(console, _LABELS, rows)
    console.print()
    console.print(_summary(project), style="bold", crop=False)


def _about(project: Project) -> Iterator[str]:
    sources = ", ".join(visible(str(path), _LONGEST) for path in project.sources)
    yield f"Cookies: {sources or 'every browser of this computer'}"
    yield f"Site: {visible(project.site, _LONGEST) or 'none chosen'}"
    policy = project.policy
    if policy is None:
        yield "Policy: none given"
    else:
        yield f"Policy: {visible(policy.source, _LONGEST) or 'pasted text'} ({policy.kind.value})"
    if project.filter:
        yield f"Filter: {visible(project.filter, _LONGEST)}"
    if project.settings is not None:
        yield f"Settings: {visible(str(project.settings), _LONGEST)}"
    if project.compared_with is not None:
        yield f"Compared with: {visible(str(project.compared_with), _LONGEST)}"


def _mark(held: Assessment, look: Look) -> tuple[str, ...]:
    known = held.known
    about = f"{known.cookie} of {known.host}" if known.cookie else known.subject or known.sentence
    mark = "comment" if held.stance is None else STANCES[held.stance]
    text = f"{known.name}: {about}" if about else known.name
    return mark, known.code, _line(text), _line(held.comment), _said(held.author, held.at_us, look)


def _line(text: str) -> str:
    return " ".join(text.split())[:_LONGEST]


def _said(author: str, at_us: int, look: Look) -> str:
    when = distance(at_us, look.now_us) if at_us else ""
    return ", ".join(filter(None, (author, when)))


def _summary(project: Project) -> str:
    counted = Counter(held.stance for held in project.assessments)
    parts = [f"{counted[stance]:,} {word}" for stance, word in STANCES.items() if counted[stance]]
    marks = many(len(project.assessments), "marked finding")
    split = f" ({', '.join(parts)})" if parts else ""
    return f"{marks}{split}, {many(len(project.overrides), 'corrected label')}."
