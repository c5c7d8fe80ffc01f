# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A visit written elsewhere from what its folder holds: as HAR, or copied as it is."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from inspector import __version__
from inspector.capture.har import write_har
from inspector.capture.log import read_log
from inspector.capture.telling import INDEX_NAME, LOG_NAME
from inspector.core.problem import InspectorError
from inspector.core.visit import VisitRun
from inspector.engine.visiting import Visited

_FOLDER_OF_ITS_OWNER = 0o700


def write_visit_har(visited: Visited, out: TextIO) -> int:
    """Write the visit, as long as its folder is there; return how many requests it has."""
    logs = {run.id: _log(visited, run) for run in _runs(visited)}
    runs = {name: read_log(path).events for name, path in logs.items()}
    return write_har(runs, {"name": "Cookie Inspector", "version": __version__}, out)


def copy_visit(visited: Visited, target: Path) -> Path:
    """Copy the record of a visit into a new folder: its index, logs, pictures and declarations, and nothing else.

    Only what the record names is copied: a single log may lie in a folder with other things.
    """
    files = [visited.folder / INDEX_NAME, *(path for run in _runs(visited) for path in _files(visited, run))]
    try:
        target.mkdir(mode=_FOLDER_OF_ITS_OWNER, parents=True)
        for path in files:
            if path.is_file():
                copy = target / path.relative_to(visited.folder)
                copy.parent.mkdir(mode=_FOLDER_OF_ITS_OWNER, exist_ok=True)
                shutil.copyfile(path, copy)
    except FileExistsError as error:
        raise InspectorError(f"{target} is there already, and is not written over", "Choose a new folder") from error
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"The visit could not be copied ({why})", "Choose another folder") from error
    return target


def picture_of(visited: Visited, run: VisitRun, file: str) -> Path:
    """Return where a picture of a run is; raise where it is not there, or where its name leads out of the folder."""
    path = _log(visited, run).parent / file
    if file not in {held.file for held in run.screenshots} or not _inside(path) or not path.is_file():
        raise InspectorError(f"The picture {file[:100]} is not there", "Visit the site again")
    return path


def _inside(path: Path) -> bool:
    """Whether a file lies where its name says: a log that was made up leads out of no folder."""
    return path.resolve().parent == path.parent.resolve() and ".." not in path.parts


def _runs(visited: Visited) -> tuple[VisitRun, ...]:
    return visited.found.record.runs if visited.found.record is not None else ()


def _files(visited: Visited, run: VisitRun) -> Iterator[Path]:
    log = _log(visited, run)
    yield log
    for held in (*run.screenshots, *run.declarations):
        path = log.parent / held.file
        if _inside(path) and path.parent == log.parent:
            yield path


def _log(visited: Visited, run: VisitRun) -> Path:
    path = visited.folder / run.id / LOG_NAME
    if not path.is_file():
        raise InspectorError(f"The record of the visit is not there any more ({path})", "Visit the site again")
    return path
