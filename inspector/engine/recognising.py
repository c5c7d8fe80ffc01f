# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a file or a text is, told before anything of it is read as cookies: for a person to look at and to agree to."""

from enum import StrEnum
from pathlib import Path
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import Problem
from inspector.core.reading import Reading
from inspector.engine.cookie_files import NOTHING_TOLD, CookieFile, Told, holds_stores, holds_visit
from inspector.engine.faults import internal_error
from inspector.projects.database import is_project
from inspector.readers.files import document_cookie
from inspector.readers.files.api import OpenedFile
from inspector.readers.files.registry import FORMATS, bid_on, open_file, read_text, why_unknown
from inspector.readers.files.set_cookie_log import SET_COOKIE_LOG
from inspector.readers.stable import Unreadable

PASTED: Final = "pasted text"
_SURE: Final = 85
_LIKELY: Final = 50


class Kind(StrEnum):
    """What kind of thing it is, which says what would be read of it."""

    PROJECT = "project"
    VISIT = "visit"
    STORE = "store"
    FILE = "file"
    NOTHING = "nothing"


class Sure(StrEnum):
    """How sure that is: by what only such a thing has, by its shape, or because nothing else fits better."""

    SURE = "sure"
    LIKELY = "likely"
    GUESS = "guess"
    NO = "no"


@frozen
class Recognised:
    """What it was taken for. ``size`` is in bytes (``None`` for a folder); ``needs_origin`` where it names no host."""

    place: str
    kind: Kind
    sure: Sure
    title: str = ""
    size: int | None = None
    needs_origin: bool = False
    problem: Problem | None = None


def titles() -> tuple[str, ...]:
    """Return the names of all formats of files that can be read."""
    return tuple(held.title for held in FORMATS)


def recognise(path: Path) -> Recognised:
    """Return what a path is; never raises for what it finds."""
    try:
        return _recognised(path)
    except Unreadable as error:
        return Recognised(str(path), Kind.NOTHING, Sure.NO, problem=error.problem)
    except Exception as error:  # noqa: BLE001 - a bug of ours in one format must not cost the other files
        problem = internal_error("could not be looked at", str(path), error)
        return Recognised(str(path), Kind.NOTHING, Sure.NO, problem=problem)


def _recognised(path: Path) -> Recognised:
    place, size = str(path), _size(path)
    if is_project(path):
        return Recognised(place, Kind.PROJECT, Sure.SURE, "", size)
    if holds_visit(path):
        return Recognised(place, Kind.VISIT, Sure.SURE, "", size)
    if holds_stores(path):
        return Recognised(place, Kind.STORE, Sure.LIKELY if path.is_dir() else Sure.SURE, "", size)
    return _of_file(open_file(path), size)


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size if path.is_file() else None
    except (OSError, ValueError):  # what looks at it next says why
        return None


def recognise_text(text: str) -> Recognised:
    """Return what a pasted text is."""
    data = _bytes_of(text)
    file = OpenedFile(Path(PASTED), data, size=len(data))
    try:
        found = _of_file(file, len(data))
    except Exception as error:  # noqa: BLE001 - see above
        return Recognised(PASTED, Kind.NOTHING, Sure.NO, problem=internal_error("could not be read", PASTED, error))
    if found.kind is Kind.NOTHING and document_cookie.pairs_of(text):
        return Recognised(PASTED, Kind.FILE, Sure.GUESS, document_cookie.TITLE, len(data), needs_origin=True)
    return found


def _of_file(file: OpenedFile, size: int | None) -> Recognised:
    bid, held = bid_on(file)
    if held is None:
        return Recognised(str(file.path), Kind.NOTHING, Sure.NO, "", size, problem=why_unknown(file))
    sure = Sure.SURE if bid >= _SURE else Sure.LIKELY if bid >= _LIKELY else Sure.GUESS
    return Recognised(str(file.path), Kind.FILE, sure, held.title, size, held is SET_COOKIE_LOG)


def read_pasted(text: str, told: Told = NOTHING_TOLD) -> CookieFile:
    """Return the cookies of a pasted text. It stays in memory: values are never written anywhere."""
    try:
        data = _bytes_of(text)
        text = data.decode("utf-8", "surrogateescape")
        found = read_text(text, PASTED, told.asked())
        if found.format is None and document_cookie.pairs_of(text):
            file = OpenedFile(Path(PASTED), data, asked=told.asked(), size=len(data))
            reading = document_cookie.read(file)
            return CookieFile(PASTED, reading, "document-cookie", document_cookie.TITLE)
        kind, title = ("", "") if found.format is None else (found.format.id, found.format.title)
        return CookieFile(PASTED, found.reading, kind, title, found.sha256)
    except Exception as error:  # noqa: BLE001 - see above
        return CookieFile(PASTED, Reading(problems=(internal_error("could not be read", PASTED, error),)))


def _bytes_of(text: str) -> bytes:
    """Return a text as UTF-8. Half a surrogate pair, which a clipboard may hold, becomes a question mark."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")
