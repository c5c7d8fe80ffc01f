# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``visit.json``: the index of a visit's folder, with the runs in their order and the SHA-256 of every file kept.

The index says nothing that the logs do not say; it is there so that a change afterwards is noticed.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

from inspector.capture.telling import INDEX_NAME, LOG_NAME
from inspector.core.problem import InspectorError, Problem

FORMAT: Final = {"name": "cookie-inspector-visit", "version": 1}
_LARGEST: Final = 4 * 1024 * 1024  # octets of an index
_MOST_RUNS: Final = 100
_MOST_FILES: Final = 2_000  # of one run
_CHUNK: Final = 1024 * 1024


class Listed(NamedTuple):
    """A run as the index lists it: its folder, and the hashes of its files by name."""

    folder: str
    files: Mapping[str, str]


class Index(NamedTuple):
    """An index that was read. ``runs`` is empty where there is none; the logs are looked for by hand then."""

    runs: tuple[Listed, ...] = ()
    problems: tuple[Problem, ...] = ()


def write_index(folder: Path, url: str, program: str, started_us: int, runs: Sequence[str]) -> Path:
    """Write the index of a visit whose runs are over; it takes the place of an older one whole."""
    held = {
        "format": FORMAT,
        "program": program,
        "url": url,
        "started_us": started_us,
        "runs": [{"folder": run, "files": dict(_hashes(folder / run))} for run in runs],
    }
    target, part = folder / INDEX_NAME, folder / f".{INDEX_NAME}.part"
    try:
        with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
            json.dump(held, file, indent=1)
            file.write("\n")
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        why = (error.strerror or str(error)).lower()
        raise InspectorError(f"{target} cannot be written: {why}", "Choose another folder with --out") from error
    return target


def _hashes(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.iterdir())[:_MOST_FILES]:
        if path.is_file():
            yield path.name, sha256_of(path)


def sha256_of(path: Path) -> str:
    """Return the hash of a file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_index(path: Path) -> Index:
    """Return what an index lists. Names that would lead out of the folder are no runs of this visit."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
        held = json.loads(data) if len(data) <= _LARGEST else None
    except OSError as error:
        return Index((), (_damaged(path, (error.strerror or str(error)).lower()),))
    except (ValueError, RecursionError):
        held = None
    runs = held.get("runs") if isinstance(held, dict) else None
    if not isinstance(runs, list) or len(runs) > _MOST_RUNS:
        return Index((), (_damaged(path, "it is no index of a visit"),))
    listed = [run for entry in runs if (run := _listed(entry)) is not None]
    lost = len(runs) - len(listed)
    return Index(tuple(listed), (_damaged(path, f"{lost} of its runs name no folder"),) if lost else ())


def _listed(entry: Any) -> Listed | None:
    if not isinstance(entry, dict) or not _is_name(entry.get("folder")):
        return None
    files = entry.get("files")
    hashes = {name: held for name, held in files.items() if _is_name(name)} if isinstance(files, dict) else {}
    return Listed(entry["folder"], {name: held for name, held in hashes.items() if isinstance(held, str)})


def _is_name(text: Any) -> bool:
    """Whether a text names one entry of a folder; JSON can hold half a surrogate pair, which no file system takes."""
    if not isinstance(text, str) or text in ("", ".", "..") or set(text) & set("/\\:\0"):
        return False
    return not any("\ud800" <= letter <= "\udfff" for letter in text)


def _damaged(path: Path, why: str) -> Problem:
    what = "the index of the visit could not be used"
    return Problem(
        "visit-index", what, str(path), why, "The logs beside it are read; keep the folder as it was written"
    )


def changed(folder: Path, run: Listed) -> Iterator[Problem]:
    """Yield a problem for each file of a run that is not what the index says it was."""
    for name, wanted in run.files.items():
        path = folder / run.folder / name
        try:
            same = sha256_of(path) == wanted
        except OSError as error:
            why = (error.strerror or str(error)).lower()
            yield Problem("visit-file-missing", "a file of the visit cannot be read", str(path), why)
            continue
        if not same:
            what = "a file of the visit was changed after the visit"
            todo = "Do not rely on it; visit the site again"
            yield Problem("visit-file-changed", what, str(path), "its SHA-256 is not the index's", todo)


def logs_of(folder: Path) -> tuple[str, ...]:
    """Return the folders of runs that lie in a visit's folder, for where no index lists them."""
    try:
        found = sorted(path.parent.name for path in folder.glob(f"*/{LOG_NAME}"))
    except OSError:
        return ()
    return tuple(found[:_MOST_RUNS])
