# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From a project file to the record. What is damaged in a row costs the row, and is told."""

import sqlite3
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from inspector.core.finding import Level
from inspector.core.label import Purpose
from inspector.core.problem import InspectorError, Problem
from inspector.core.project import NO_PROJECT, Assessment, LabelOverride, PolicyKind, Project, ProjectPolicy, Stance
from inspector.core.report import KnownFinding
from inspector.core.visible import visible
from inspector.projects.database import reading

_MOST: Final = 200_000  # rows of a table
_LONGEST: Final = 20_000  # characters of a text; a pasted policy may have more
_LONGEST_POLICY: Final = 8_000_000
_ASSESSMENTS: Final = (
    "SELECT fingerprint, code, name, level, site, cookie, host, partition, sentence, subject, "
    "stance, comment, author, at_us FROM assessments ORDER BY site, fingerprint"
)
_OVERRIDES: Final = "SELECT name, host, purpose, reason, author, at_us FROM overrides ORDER BY name, host"


class ProjectReading(NamedTuple):
    """A project, and what could not be used of its file."""

    project: Project
    problems: tuple[Problem, ...] = ()


def read_project(path: Path) -> ProjectReading:
    """Read a project.

    Raises :class:`InspectorError` where it is none, cannot be opened, or was written by a newer version.
    """
    lost: list[str] = []
    with reading(path) as connection:
        facts = dict(_rows(connection, "SELECT name, said FROM facts", _fact, "fact", lost))
        sources = tuple(_rows(connection, "SELECT path FROM sources ORDER BY place", _source, "source", lost))
        project = Project(
            sources,
            facts.get("site", ""),
            _policy(facts),
            facts.get("filter", ""),
            facts.get("only_this_site") == "yes",
            facts.get("in_force") == "yes",
            _path(facts, "settings"),
            _path(facts, "compared_with"),
            tuple(_rows(connection, _ASSESSMENTS, _assessment, "mark", lost)),
            tuple(_rows(connection, _OVERRIDES, _override, "label", lost)),
            tuple(_rows(connection, "SELECT part, state FROM shapes", _shape, "shape", lost)),
        )
    problems = tuple(_problem(path, what, lost.count(what)) for what in dict.fromkeys(lost))
    return ProjectReading(project, problems)


def saved_project(path: Path) -> Project | None:
    """Return what a file keeps, to compare with before it is written; ``None`` where it keeps nothing usable."""
    try:
        return read_project(path).project if path.exists() and path.stat().st_size else NO_PROJECT
    except (InspectorError, OSError):
        return None


def _rows(
    connection: sqlite3.Connection, query: str, make: Callable[[tuple[Any, ...]], Any], what: str, lost: list[str]
) -> Iterator[Any]:
    for row in islice(connection.execute(query), _MOST):
        try:
            yield make(row)
        except (ValueError, TypeError):
            lost.append(what)


def _text(held: object, longest: int = _LONGEST) -> str:
    """Return a text; one that is no Unicode (a file's name may be anything) was kept as bytes."""
    if isinstance(held, bytes):
        held = held.decode("utf-8", "surrogatepass")
    if not isinstance(held, str) or len(held) > longest:
        raise ValueError("no text, or one that is too long")
    return held


def _moment(held: object) -> int:
    if not isinstance(held, int):
        raise TypeError("no moment")
    return held


def _fact(row: tuple[Any, ...]) -> tuple[str, str]:
    name = _text(row[0])
    return name, _text(row[1], _LONGEST_POLICY if name == "policy_text" else _LONGEST)


def _source(row: tuple[Any, ...]) -> Path:
    path = _text(row[0])
    if not path or "\0" in path:
        raise ValueError("no path")
    return Path(path)


def _path(facts: dict[str, str], name: str) -> Path | None:
    held = facts.get(name, "")
    return Path(held) if held and "\0" not in held else None


def _policy(facts: dict[str, str]) -> ProjectPolicy | None:
    kind = facts.get("policy", "")
    if kind not in set(PolicyKind):
        return None
    parts = (facts.get(f"policy_{name}", "") for name in ("source", "text", "sha256"))
    return ProjectPolicy(PolicyKind(kind), *parts)


def _assessment(row: tuple[Any, ...]) -> Assessment:
    fingerprint, code, name, level, site, *about = (_text(part) for part in row[:10])
    if not fingerprint:
        raise ValueError("no fingerprint")
    known = KnownFinding(fingerprint, code, name, Level(level), site, *about)
    stance = None if row[10] is None else Stance(_text(row[10]))
    return Assessment(known, stance, _text(row[11]), _text(row[12]), _moment(row[13]))


def _override(row: tuple[Any, ...]) -> LabelOverride:
    name, host, purpose, reason, author = (_text(part) for part in row[:5])
    if not name.strip() or not reason.strip():
        raise ValueError("no name, or no reason")
    return LabelOverride(name, host or None, Purpose(purpose), reason, author, _moment(row[5]))


def _shape(row: tuple[Any, ...]) -> tuple[str, bytes]:
    if not isinstance(row[1], bytes) or len(row[1]) > _LONGEST:
        raise ValueError("no state")
    return _text(row[0]), row[1]


def _problem(path: Path, what: str, count: int) -> Problem:
    said = f"{count} {what}{'' if count == 1 else 's'} of the project could not be understood"
    why = "damaged, or not written by this program"
    return Problem("project-part", said, visible(str(path), 300), why, "The rest of the project is used", count=count)
