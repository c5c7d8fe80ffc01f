# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The result of a study: its dataset with the records of all rows, the numbers counted from that alone, the pictures.

It is made beside its place, in the journal's folder, brought to the disk, and takes its place by one renaming.
"""

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from inspector.core.disclosure import Disclosure
from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError
from inspector.datasets.as_csv import CSV
from inspector.datasets.cells import from_plain
from inspector.datasets.dataset import About, Dataset, Row
from inspector.datasets.folder import PROVENANCE, is_dataset, write_dataset
from inspector.study import numbers
from inspector.study.journal import HEAD, Journal, journal_place, unwritable
from inspector.study.judging import RECORD_TABLES, head_of
from inspector.study.listing import Listing, StudyRow
from inspector.study.plots import plots
from inspector.study.readme import study_readme
from inspector.study.tables import OF_RECORDS, STUDY_ROWS, STUDY_TABLES, RowState

if TYPE_CHECKING:
    from inspector.study.run import StudyRequest

NUMBERS: Final = "tables"
PICTURES: Final = "plots"
SCRIPT: Final = "reproduce.py"
_MADE: Final = "result"
_STUDY: Final = frozenset(table.name for table in OF_RECORDS)
_SETTINGS: Final = ("name", "value")


class Failure(NamedTuple):
    """A row that could not be judged, and why."""

    row: StudyRow
    why: str


@frozen
class Finished:
    """A study that is done: where, how many rows came out how, and the first of those that failed."""

    out: Path
    states: Mapping[RowState, int]
    failures: tuple[Failure, ...] = ()
    whole: bool = True

    @property
    def rows(self) -> int:
        """How many rows the study has."""
        return sum(self.states.values())


def check_place(out: Path) -> None:
    """Raise where a result cannot be put; asked before anything is read."""
    if "\0" in str(out):
        raise InspectorError("The result cannot be written: a name cannot hold a null character", _ANOTHER)
    parent = out.parent
    if not parent.is_dir():
        raise InspectorError(f"{out} cannot be written: there is no folder {parent}", _ANOTHER)
    if not os.access(parent, os.W_OK | os.X_OK):
        raise InspectorError(f"{out} cannot be written: the folder {parent} may not be written to", _ANOTHER)
    if not os.path.lexists(out) or (out.is_dir() and not out.is_symlink() and not any(out.iterdir())):
        return
    if not (out.is_dir() and is_dataset(out)):
        raise InspectorError(f"{out} is not written to: something else is there", _ANOTHER)
    if not (journal_place(out) / HEAD).is_file():
        raise InspectorError(f"{out} is not written to: there is a dataset", _ANOTHER)


_ANOTHER: Final = "Name another folder with --out"


def finished_before(out: Path, journal: Journal, listing: Listing) -> Finished | None:
    """Return the result that is there, if it is this study's and only the journal was left to be taken away."""
    if not (out.is_dir() and is_dataset(out)):
        return None
    head = journal.head()
    try:
        told = json.loads((out / PROVENANCE).read_text(encoding="utf-8"))["study"]
    except (OSError, ValueError, KeyError, TypeError):
        told = None
    if head is None or not isinstance(told, dict) or told.get("begun") != head.get("begun"):
        raise InspectorError(f"{out} is not written to: there is a dataset", _ANOTHER)
    rows = list(numbers.read(out / "data" / f"{STUDY_ROWS.name}{CSV.suffix}"))
    journal.remove()
    by_number = {str(row.number): row for row in listing.rows}
    failed = (row for row in rows if row["state"] == RowState.FAILED.value and row["row"] in by_number)
    failures = tuple(Failure(by_number[row["row"]], row["why"]) for row in failed)
    whole = all(row["complete"] == "true" for row in rows)
    return Finished(out, _counted(RowState(row["state"]) for row in rows), failures, whole)


class _Record(NamedTuple):
    """A row of the list with its record's key, what became of it, and its run's id (``None``: there is no run)."""

    row: StudyRow
    key: str
    head: Mapping[str, Any]
    run_id: str | None


class _Rows:
    """The rows of one table over all records, read anew each time they are asked for: never all in memory."""

    def __init__(self, records: Sequence[_Record], journal: Journal, place: int) -> None:
        self._records, self._journal, self._place = records, journal, place

    def __iter__(self) -> Iterator[Row]:
        table = RECORD_TABLES[self._place]
        of_study = table.name in _STUDY
        kinds = [column.kind for column in (table.columns[2:] if of_study else table.columns[1:])]
        for record in self._records:
            held = _line(self._journal, record.key, self._place + 1)
            first = (record.row.number, record.head["site"]) if of_study else (record.run_id,)
            for cells in json.loads(held):
                rest = cells if of_study else cells[1:]
                yield (*first, *(from_plain(kind, cell) for kind, cell in zip(kinds, rest, strict=True)))


def write_result(
    request: "StudyRequest", keys: Sequence[tuple[StudyRow, str]], journal: Journal, shared: Mapping[str, Any]
) -> Finished:
    """Write the result, take the journal away, and return what came of the study."""
    records = _records(keys, journal)
    made = journal.folder / _MADE
    _clear(journal.folder)
    tables: dict[str, Any] = {STUDY_ROWS.name: tuple(map(_study_row, records))}
    tables |= {table.name: _Rows(records, journal, place) for place, table in enumerate(RECORD_TABLES)}
    documents = _documents(request, tables, journal.folder / NUMBERS)
    head = journal.head() or {}
    day = request.options.now.date()
    about = About(f"A study of {_sites(records):,} sites", day, request.options.program, Disclosure.REDUCED)
    provenance = {"study": {"begun": head.get("begun"), "list": request.listing.sha256, "rows": len(records), **shared}}
    dataset = Dataset(about, tables, provenance, documents, STUDY_TABLES)
    try:
        write_dataset(dataset, made, CSV.id)
    except InspectorError as error:
        if isinstance(error.__cause__, OSError):  # a full disk: here it is not true that nothing was left
            raise unwritable(journal.folder, error.__cause__) from error
        raise
    _take_place(made, request.out)
    journal.remove()
    return _finished(request.out, records)


def _records(keys: Sequence[tuple[StudyRow, str]], journal: Journal) -> list[_Record]:
    """Return the records in the order of the list; the second run of one id gets a number behind it."""
    records = []
    numbers_of: Counter[str] = Counter()
    runs = next(place for place, table in enumerate(RECORD_TABLES, 1) if table.name == "runs")
    for row, key in keys:
        head = head_of(journal.lines(key))
        held = json.loads(_line(journal, key, runs))
        run_id = str(held[0][0]) if held else None
        if run_id is not None:
            numbers_of[run_id] += 1
            run_id = run_id if numbers_of[run_id] == 1 else f"{run_id}-{numbers_of[run_id]}"
        records.append(_Record(row, key, head, run_id))
    return records


def _line(journal: Journal, key: str, place: int) -> str:
    lines = journal.lines(key)
    for _ in range(place):
        next(lines)
    return next(lines)


def _study_row(record: _Record) -> Row:
    head, row = record.head, record.row
    return (row.number, record.run_id, head["site"] or None, row.condition or None, head["state"], head["complete"],
            head["why"])  # fmt: skip


def _sites(records: Sequence[_Record]) -> int:
    return len({record.head["site"] for record in records if record.head["site"]})


def _documents(request: "StudyRequest", tables: Mapping[str, Any], folder: Path) -> dict[str, bytes]:
    """Count the numbers from the tables as they will lie in the result, and return them with the pictures."""
    folder.mkdir(mode=0o700)
    for table in STUDY_TABLES:
        CSV.write(table, tables[table.name], folder / f"{table.name}{CSV.suffix}")
    counted = numbers.count(folder, request.small)
    settings = [("smallest_group", request.small)]
    told = {f"{NUMBERS}/{name}.csv": numbers.text_of(columns, counted[name]) for name, columns in numbers.FILES.items()}
    told |= {f"{NUMBERS}/settings.csv": numbers.text_of(_SETTINGS, settings)}
    told |= {f"{PICTURES}/{name}": text for name, text in plots(counted).items()}
    told |= {"STUDY.md": study_readme(counted["totals"], request.small)}
    script = Path(numbers.__file__).with_suffix(".py").read_bytes()  # frozen, the module itself is a .pyc
    return {SCRIPT: script, **{name: text.encode("utf-8", "replace") for name, text in told.items()}}


def _clear(folder: Path) -> None:
    """Take away what an earlier run was making when it was killed."""
    for place in folder.iterdir():
        if place.is_dir() and (place.name in (_MADE, NUMBERS) or place.name.startswith(f".{_MADE}-")):
            shutil.rmtree(place)


def _take_place(made: Path, out: Path) -> None:
    try:
        if out.is_dir() and not out.is_symlink():
            out.rmdir()  # it is empty, which was looked at in the beginning
        made.rename(out)
    except OSError as error:
        raise unwritable(out, error) from error
    with suppress(OSError):  # the data is there; only the new name may be lost with the power
        descriptor = os.open(out.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _finished(out: Path, records: Sequence[_Record]) -> Finished:
    failures = (record for record in records if record.head["state"] == RowState.FAILED.value)
    whole = all(record.head["complete"] for record in records)
    states = _counted(RowState(record.head["state"]) for record in records)
    return Finished(out, states, tuple(Failure(one.row, one.head["why"] or "") for one in failures), whole)


def _counted(states: Iterable[RowState]) -> dict[RowState, int]:
    counts = Counter(states)
    return {state: counts[state] for state in RowState if counts[state]}
