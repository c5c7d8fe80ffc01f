# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A dataset as a folder, or as one SQLite file: it appears whole or not at all, readable by its owner only.

The folder is made beside its place under another name, every file is on the disk before it is renamed, and what could
not be finished is taken away.
"""

import hashlib
import json
import os
import secrets
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from inspector import __version__
from inspector.core.problem import InspectorError
from inspector.datasets.as_sqlite import is_database, read_database, write_database
from inspector.datasets.cells import CellError
from inspector.datasets.column import Table
from inspector.datasets.dataset import Dataset, Row
from inspector.datasets.encoding import Encoding
from inspector.datasets.package import Part, package
from inspector.datasets.readme import citation, readme
from inspector.datasets.registry import ENCODINGS, SQLITE
from inspector.datasets.schema import TABLES

PACKAGE: Final = "datapackage.json"
PROVENANCE: Final = "PROVENANCE.json"
CITATION: Final = "CITATION.cff"
README: Final = "README.md"
SUMS: Final = "SHA256SUMS"
DATA: Final = "data"
LONGEST_DOCUMENT: Final = 256 * 1024 * 1024  # bytes; the longest policy that is read at all is a fraction of it
_CHUNK: Final = 1 << 20


def write_dataset(dataset: Dataset, target: Path, encoding: str, *, replace: bool = False) -> None:
    """Write a dataset to a folder, or to a file where the encoding is SQLite.

    Raises :class:`~inspector.core.problem.InspectorError` where that cannot be; what is at the place stays then.
    ``replace`` allows to take the place of a dataset, and of nothing else.
    """
    place = Path(os.path.realpath(target))
    check_target(place, encoding, replace=replace)
    part = place.with_name(f".{place.name[:80]}-{secrets.token_hex(6)}.part")
    make = _write_file if encoding == SQLITE else _write_folder
    try:
        make(dataset, part, encoding)
        _take_place(part, place)
    except (OSError, sqlite3.Error) as error:
        raise unwritable(target, error) from error
    finally:
        _remove(part)


def check_target(place: Path, encoding: str, *, replace: bool = False) -> None:
    """Raise where a dataset cannot be written to a place; asked before anything is read."""
    if "\0" in str(place):
        raise InspectorError("The dataset cannot be written: a name cannot hold a null character", _ANOTHER)
    place = Path(os.path.realpath(place))
    if not place.parent.is_dir():
        raise InspectorError(f"{place} cannot be written: there is no folder {place.parent}", _ANOTHER)
    if not os.access(place.parent, os.W_OK | os.X_OK):
        raise InspectorError(f"{place} cannot be written: the folder {place.parent} may not be written to", _ANOTHER)
    if not os.path.lexists(place):
        return
    single = encoding == SQLITE
    if not single and place.is_dir() and not any(place.iterdir()):
        return
    if not (is_database(place) if single else is_dataset(place)):
        why = "something else is there" if not place.is_dir() else "it is a folder with something else in it"
        raise InspectorError(f"{place} is not written to: {why}", _ANOTHER)
    if not replace:
        raise InspectorError(f"{place} is not written to: there is a dataset", "Name another place, or say --replace")


_ANOTHER: Final = "Name another place with --to"


def is_dataset(folder: Path) -> bool:
    """Whether a folder holds a dataset of ours."""
    return all((folder / name).is_file() for name in (PACKAGE, PROVENANCE, SUMS))


def unwritable(place: Path, error: OSError | sqlite3.Error) -> InspectorError:
    """Return what is said where a dataset cannot be written."""
    why = (getattr(error, "strerror", None) or str(error)).lower()
    return InspectorError(
        f"{place} cannot be written: {why}", "Nothing was left there; free space or name another place"
    )


def _write_folder(dataset: Dataset, folder: Path, encoding: str) -> None:
    kind = ENCODINGS[encoding]
    folder.mkdir(mode=0o700)
    (folder / DATA).mkdir(mode=0o700)
    parts = tuple(
        part for table in (*TABLES, *dataset.more) if (part := _write_table(dataset, folder, table, kind)) is not None
    )
    documents = _documents(dataset, parts, kind)
    for name, data in documents.items():
        path = folder / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(data)
    (folder / SUMS).write_text(_sums(folder), encoding="utf-8", newline="\n")
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            path.chmod(0o600)
        _sync(path)
    _sync(folder)


def _write_table(dataset: Dataset, folder: Path, table: Table, kind: Encoding) -> Part | None:
    path = folder / DATA / f"{table.name}{kind.suffix}"
    rows = kind.write(table, dataset.tables.get(table.name, ()), path)
    if not rows and not kind.empty:
        path.unlink()
        return None
    return Part(table, f"{DATA}/{path.name}", rows, path.stat().st_size, hash_of(path))


def _documents(dataset: Dataset, parts: tuple[Part, ...], kind: Encoding) -> dict[str, bytes]:
    """The documents of a folder by their paths; what was handed in may not take the name of one of these."""
    about = dataset.about
    rows = {part.table.name: part.rows for part in parts}
    files = {part.table.name: part.path for part in parts}
    return {
        **dataset.documents,
        PACKAGE: json_bytes(package(about, parts, kind)),
        PROVENANCE: json_bytes(dataset.provenance),
        CITATION: citation(about, __version__).encode(),
        README: readme(about, rows, files, dataset.more).encode("utf-8", "replace"),
    }


def _write_file(dataset: Dataset, path: Path, encoding: str) -> None:
    """Write a database: its documents are those of a folder but for the hashes, which a file cannot hold of itself."""
    about = dataset.about
    rows = {table.name: len(dataset.tables.get(table.name, ())) for table in TABLES}
    documents = {
        **dataset.documents,
        PROVENANCE: json_bytes(dataset.provenance),
        CITATION: citation(about, __version__).encode(),
        README: readme(about, rows, {}).encode("utf-8", "replace"),
    }
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o600))
    write_database(dataset.tables, documents, path)
    _sync(path)


def json_bytes(value: Mapping[str, Any]) -> bytes:
    """Return a document as JSON, the same bytes for the same value."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, read piece by piece."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _sums(folder: Path) -> str:
    """Return the hashes of all files as ``sha256sum --check`` reads them."""
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return "".join(f"{hash_of(folder / name)}  {name}\n" for name in files)


def _sync(path: Path) -> None:
    if os.name == "nt" and path.is_dir():  # there a folder cannot be opened
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _take_place(part: Path, place: Path) -> None:
    """Rename what was made to its place; an older dataset steps aside first, and comes back where that fails."""
    if part.is_file():
        part.replace(place)
    elif not os.path.lexists(place):
        part.rename(place)
    else:
        aside = place.with_name(f".{place.name[:80]}-{secrets.token_hex(6)}.old")
        place.rename(aside)
        try:
            part.rename(place)
        except OSError:
            aside.rename(place)
            raise
        _remove(aside)
    with suppress(OSError):  # the data is there; only the new name may be lost with the power
        _sync(place.parent)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def read_tables(place: Path) -> tuple[dict[str, tuple[Row, ...]], dict[str, bytes]]:
    """Return the tables and the documents of a dataset.

    Raises :class:`~inspector.core.problem.InspectorError` where there is none, and
    :class:`~inspector.datasets.cells.CellError` where it is not of this schema.
    """
    if is_database(place):
        return read_database(place)
    if not place.is_dir() or not (place / PACKAGE).is_file():
        raise InspectorError(f"{place} is no dataset", "Name the folder or file that export wrote")
    encoding, listed = encoding_of(place), _listed(place)
    tables = {
        table.name: tuple(encoding.read(table, _file(place, table.name, encoding))) if table.name in listed else ()
        for table in TABLES
    }
    return tables, dict(_read_documents(place))


def _listed(folder: Path) -> frozenset[str]:
    """The tables that the data package lists: one without rows may have no file."""
    try:
        if (folder / PACKAGE).stat().st_size > LONGEST_DOCUMENT:
            raise CellError(f"{PACKAGE} is too large")
        found = json.loads((folder / PACKAGE).read_bytes())
        return frozenset(resource["name"] for resource in found["resources"])
    except CellError:
        raise
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise CellError(f"{PACKAGE} is no data package") from error


def encoding_of(folder: Path) -> Encoding:
    """Return the encoding of a dataset's tables, by the files that are there."""
    first = TABLES[0].name
    held = next((one for one in ENCODINGS.values() if (folder / DATA / f"{first}{one.suffix}").is_file()), None)
    if held is None:
        raise CellError(f"there is no table {first}")
    return held


def _file(folder: Path, table: str, encoding: Encoding) -> Path:
    path = folder / DATA / f"{table}{encoding.suffix}"
    if not path.is_file():
        raise CellError(f"there is no table {table}")
    return path


def _read_documents(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and not name.startswith(f"{DATA}/"):
            if path.stat().st_size > LONGEST_DOCUMENT:
                raise CellError(f"{name} is too large to be a document")
            yield name, path.read_bytes()
