# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From the record to a project file: what changed, in one transaction that is on the disk when it returns."""

import sqlite3
from collections.abc import Callable, Hashable, Iterator, Sequence
from pathlib import Path
from typing import Any

from inspector.core.problem import InspectorError
from inspector.core.project import NO_PROJECT, Assessment, LabelOverride, Project
from inspector.core.visible import visible
from inspector.projects.database import writing


class ProjectFile:
    """A project file that is saved again and again: each time only what is new since the last."""

    def __init__(self, path: Path, saved: Project | None = None) -> None:
        self.path = path
        self._saved = saved  # None: what is there is written over

    def save(self, project: Project) -> None:
        """Write what changed. It is on the disk when this returns; where it raises, the file is as it was."""
        before = self._saved if self._is_there() else None  # who took the file away gets it back whole
        if project == before:
            return
        with writing(self.path) as connection:
            if before is None:
                _empty(connection)
            _write(connection, before or NO_PROJECT, project)
        self._saved = project

    def _is_there(self) -> bool:
        try:
            return self.path.stat().st_size > 0
        except OSError:
            return False


def write_new(path: Path, project: Project) -> ProjectFile:
    """Write a project to a file, over what was there; a file of another program is refused."""
    file = ProjectFile(path)
    file.save(project)
    return file


def remove(path: Path) -> None:
    """Delete a project file, and a journal that was left beside it."""
    try:
        path.unlink(missing_ok=True)
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
    except OSError as error:
        where = visible(str(path), 300)
        raise InspectorError(f"{where} cannot be deleted: {error.strerror or error}", "Delete it by hand") from error


def _empty(connection: sqlite3.Connection) -> None:
    for table in ("facts", "sources", "assessments", "overrides", "shapes"):
        connection.execute(f"DELETE FROM {table}")  # noqa: S608 - the names are these


def _write(connection: sqlite3.Connection, before: Project, now: Project) -> None:
    if tuple(_facts(before)) != tuple(_facts(now)):
        connection.execute("DELETE FROM facts")
        connection.executemany("INSERT INTO facts VALUES(?, ?)", ((name, _said(said)) for name, said in _facts(now)))
    if before.sources != now.sources:
        connection.execute("DELETE FROM sources")
        connection.executemany(
            "INSERT INTO sources VALUES(?, ?)", enumerate(_said(_path(path)) for path in now.sources)
        )
    _replace(
        connection,
        *_changed(before.assessments, now.assessments, lambda held: (held.known.site, held.known.fingerprint)),
        "DELETE FROM assessments WHERE site = ? AND fingerprint = ?",
        "INSERT OR REPLACE INTO assessments VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _assessment,
    )
    _replace(
        connection,
        *_changed(before.overrides, now.overrides, lambda held: held.key),
        "DELETE FROM overrides WHERE name = ? AND host = ?",
        "INSERT OR REPLACE INTO overrides VALUES(?, ?, ?, ?, ?, ?)",
        _override,
    )
    _replace(
        connection,
        *_changed(before.shapes, now.shapes, lambda held: (held[0],)),
        "DELETE FROM shapes WHERE part = ?",
        "INSERT OR REPLACE INTO shapes VALUES(?, ?)",
        tuple,
    )


def _changed(
    before: Sequence[Any], now: Sequence[Any], key: Callable[[Any], Hashable]
) -> tuple[list[Hashable], list[Any]]:
    """Return the keys of what is gone, and what is new or another now."""
    had, has = {key(held): held for held in before}, {key(held): held for held in now}
    return [gone for gone in had if gone not in has], [held for mark, held in has.items() if had.get(mark) != held]


def _replace(
    connection: sqlite3.Connection,
    gone: Sequence[Any],
    new: Sequence[Any],
    delete: str,
    insert: str,
    row: Callable[[Any], tuple[object, ...]],
) -> None:
    connection.executemany(delete, [tuple(map(_said, key)) for key in gone])
    connection.executemany(insert, map(row, new))


def _said(text: str) -> str | bytes:
    """Return a text as it is kept: what is no Unicode as bytes."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")
    return text


def _path(path: Path) -> str:
    """Paths are kept whole: a project that is moved still names the same sources."""
    return str(path.absolute())


def _facts(project: Project) -> Iterator[tuple[str, str]]:
    yield "site", project.site
    yield "filter", project.filter
    yield "only_this_site", "yes" if project.only_this_site else "no"
    yield "in_force", "yes" if project.in_force else "no"
    for name, path in (("settings", project.settings), ("compared_with", project.compared_with)):
        if path is not None:
            yield name, _path(path)
    if project.policy is not None:
        yield "policy", project.policy.kind.value
        yield "policy_source", project.policy.source
        yield "policy_text", project.policy.text
        yield "policy_sha256", project.policy.sha256


def _assessment(held: Assessment) -> tuple[object, ...]:
    known = held.known
    about = (known.cookie, known.host, known.partition, known.sentence, known.subject)
    stance = None if held.stance is None else held.stance.value
    head = (known.fingerprint, known.site, known.code, known.name, known.level.value)
    return (*map(_said, (*head, *about)), stance, _said(held.comment), _said(held.author), held.at_us)


def _override(held: LabelOverride) -> tuple[object, ...]:
    reason, author = _said(held.reason), _said(held.author)
    return _said(held.name), _said(held.host or ""), held.purpose.value, reason, author, held.at_us
