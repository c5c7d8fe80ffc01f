# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Datasets that somebody handed out: ``export --verify`` on a folder of which a file or two are damaged or hostile.

An input is one file after the other, each behind a mark with its name; what is not in it is the sound dataset's. An input
that begins as SQLite's files do is the dataset as one database.
"""

import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from fuzz.mutation import odd_json
from fuzz.target import Target
from hypothesis import strategies as st

from inspector.core.evidence import Evidence
from inspector.core.problem import InspectorError
from inspector.engine.demo import audit_demo
from inspector.engine.exporting import Export, export_report
from inspector.engine.verifying import verify
from inspector.knowledge.book import Knowledge
from inspector.knowledge.loader import load

_MARK: Final = b"\n\0FILE "
_DATABASE: Final = b"SQLite format 3\0"
_LARGEST: Final = 400_000


@cache
def _sound(encoding: str) -> Mapping[str, bytes]:
    """The demonstration's dataset: its files by their paths, or the one file of a database by an empty one."""
    with TemporaryDirectory() as folder:
        place = Path(folder, "set")
        export_report(audit_demo("cookie-inspector test"), Evidence(only_this_site=True), Export(place, encoding))
        if place.is_file():
            return {"": place.read_bytes()}
        found = sorted(path for path in place.rglob("*") if path.is_file())
        return {path.relative_to(place).as_posix(): path.read_bytes() for path in found}


@cache
def _knowledge() -> Knowledge:
    return load()


def _told(name: str, data: bytes) -> bytes:
    return _MARK + name.encode() + b"\n" + data


def _samples() -> list[bytes]:
    csv, jsonl = _sound("csv"), _sound("jsonl")
    tables = [_told(name, data) for held in (csv, jsonl) for name, data in held.items() if name.startswith("data/")]
    rest = [_told(name, data) for name, data in csv.items() if name.endswith((".json", "SHA256SUMS"))]
    return [*tables, *rest, _sound("sqlite")[""]]


@st.composite
def _odd(draw: st.DrawFn) -> bytes:
    """Two files that are whole as JSON and odd inside."""
    held = {name: data for name, data in _sound("jsonl").items() if name.endswith((".json", ".jsonl"))}
    names = draw(st.lists(st.sampled_from(sorted(held)), min_size=1, max_size=2, unique=True))
    return b"".join(_told(name, draw(odd_json([held[name]], lines=name.endswith(".jsonl")))) for name in names)


def _files(data: bytes) -> dict[str, bytes]:
    """The files of an input: only names that the sound dataset has, so that nothing is written elsewhere."""
    parts = [part.partition(b"\n") for part in data.split(_MARK)]
    known = {name.encode(): name for encoding in ("csv", "jsonl") for name in _sound(encoding)}
    return {known[name]: body for name, _, body in parts if name in known}


def _verify(data: bytes, folder: Path) -> None:
    """Checked; what was changed is never said to hold, and every line has words."""
    place = folder / "set"
    if place.is_dir():
        shutil.rmtree(place)
    place.unlink(missing_ok=True)
    if data.startswith(_DATABASE):
        place.write_bytes(data)
        found, changed = verify(place, _knowledge()), False  # a database has no hash of itself
    else:
        files = _files(data)
        sound = _sound("jsonl" if any(name.endswith(".jsonl") for name in files) else "csv")
        for name, held in (sound | files).items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(held)
        changed = any(held != sound.get(name) for name, held in files.items())
        found = verify(place, _knowledge())
    assert not (changed and found.holds), "a dataset that was changed is said to hold"
    assert found.lines, "silent"
    assert all(found.lines), "a line without words"


DATASETS: Final = (
    Target(
        "datasets",
        "datasets that are verified: tables, data package, provenance",
        _samples,
        _verify,
        (_MARK + b"data/runs.csv\n", b'""', b'","', b"null", b"NaN", b"1e999", b"[]", b"true", b"CREATE VIEW "),
        _odd,
        refusals=(InspectorError,),
        seconds=8.0,
        largest=_LARGEST,
    ),
)
