# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A project as one JSON document: what it is about, and what a person said."""

from collections.abc import Mapping
from typing import TextIO

from inspector.core.moments import to_iso
from inspector.core.problem import Problem
from inspector.core.project import Assessment, LabelOverride, Project
from inspector.reports.api import Look
from inspector.reports.as_json import write_list
from inspector.reports.json_text import as_text
from inspector.reports.objects import PROGRAM, problem_object

FORMAT = {"name": "cookie-inspector-project", "version": 1}


def write_project(project: Project, problems: tuple[Problem, ...], look: Look, out: TextIO) -> None:
    """Write the document; the text of a pasted policy is told by its length."""
    out.write(f'{{"format": {as_text(FORMAT)},\n"program": {as_text(PROGRAM)},\n')
    for name, value in _head(project).items():
        out.write(f"{as_text(name)}: {as_text(value)},\n")
    out.write('"marks": ')
    write_list(map(_mark, project.assessments), out)
    out.write(',\n"labels": ')
    write_list(map(_label, project.overrides), out)
    out.write(',\n"problems": ')
    write_list(map(problem_object, problems), out)
    out.write("}\n")


def _head(project: Project) -> Mapping[str, object]:
    policy = project.policy
    return {
        "sources": [str(path) for path in project.sources],
        "site": project.site or None,
        "policy": None
        if policy is None
        else {
            "kind": policy.kind.value,
            "source": policy.source or None,
            "characters": len(policy.text) if policy.text else None,
            "sha256": policy.sha256 or None,
        },
        "filter": project.filter,
        "only_this_site": project.only_this_site,
        "in_force": project.in_force,
        "settings": None if project.settings is None else str(project.settings),
        "compared_with": None if project.compared_with is None else str(project.compared_with),
    }


def _mark(held: Assessment) -> dict[str, object]:
    known = {name: str(value) for name, value in held.known._asdict().items()}
    said = {"mark": None if held.stance is None else held.stance.value, "comment": held.comment}
    return {**known, **said, "author": held.author, "at": to_iso(held.at_us)}


def _label(held: LabelOverride) -> dict[str, object]:
    facts = held._asdict()
    at_us = facts.pop("at_us")
    return {**facts, "purpose": held.purpose.value, "at": to_iso(at_us)}
