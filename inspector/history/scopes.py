# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What was asked for and what went wrong, as JSON texts in a snapshot's row."""

import json
from dataclasses import asdict, fields
from typing import Any

from inspector.core.problem import Problem, Severity
from inspector.core.snapshot import Scope, ScopeKind


def scope_text(scope: Scope) -> str:
    """Return a scope as JSON."""
    return json.dumps(asdict(scope))


def to_scope(text: str) -> Scope:
    """Return the scope of a text."""
    held: dict[str, Any] = json.loads(text)
    return Scope(
        ScopeKind(held["kind"]),
        tuple(held["browsers"]),
        tuple(held["profiles"]),
        tuple(held["stores"]),
        held["site"],
        held["values"],
    )


def problems_text(problems: tuple[Problem, ...]) -> str:
    """Return problems as JSON."""
    return json.dumps([asdict(problem) for problem in problems])


def to_problems(text: str) -> tuple[Problem, ...]:
    """Return the problems of a text."""
    names = {field.name for field in fields(Problem)}
    made = []
    for held in json.loads(text):
        facts = {name: value for name, value in held.items() if name in names}
        made.append(Problem(**{**facts, "severity": Severity(facts["severity"])}))
    return tuple(made)
