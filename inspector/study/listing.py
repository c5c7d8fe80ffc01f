# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The list of a study: a table with a site, its policy and its cookies in each row. A bad row costs itself only."""

import os
from collections.abc import Mapping
from difflib import get_close_matches
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError
from inspector.core.visible import visible
from inspector.engine.domains import checked_domain
from inspector.policies.fetch import is_address
from inspector.readers.files.api import decoded
from inspector.readers.files.table_rows import Header, Row, read_header, rows_under

LARGEST: Final = 256 * 1024 * 1024  # bytes; a million rows are a third of it
MOST_ROWS: Final = 1_000_000
BETWEEN: Final = "|"  # between several files or domains in one cell
COLUMNS: Final[Mapping[str, str]] = {
    "site": "The domain that is judged; needed.",
    "policy": 'Its policy: a file, a folder with its parts, or several with "|" between them; needed.',
    "cookies": "Cookies: a file of any tool, a visit's folder, a store, a crawl's database; several with |; needed.",
    "visit": "Of a crawl's database (OpenWPM): the id of the visit that is meant.",
    "condition": "Your word for what was done there (untouched, refused, ...), for several rows of a site.",
    "also": "Other domains of the site's operator, with | between them.",
    "only_this_site": "yes: nothing but this site was visited with these cookies, on your word.",
    "untouched": "yes: in the recorded visit nothing was clicked, on your word.",
}
_NEEDED: Final = ("site", "policy", "cookies")
_WORDS: Final[Mapping[str, bool]] = {
    **dict.fromkeys(("yes", "true", "1", "y"), True),
    **dict.fromkeys(("no", "false", "0", "n", ""), False),
}
_LONGEST_WORD: Final = 80
_MOST_PLACES: Final = 100


class StudyRow(NamedTuple):
    """One row: its number (from 1), its line, what is to be judged, and why it cannot be (``fault``)."""

    number: int
    line: int
    site: str
    policies: tuple[Path, ...] = ()
    cookies: tuple[Path, ...] = ()
    visit: str | None = None
    condition: str = ""
    also: tuple[str, ...] = ()
    only_this_site: bool = False
    untouched: bool = False
    fault: str = ""


@frozen
class Listing:
    """A list as it was read: its rows, the hash of its bytes, and the titles that mean nothing here."""

    rows: tuple[StudyRow, ...]
    sha256: str
    unknown: tuple[str, ...] = ()


def read_listing(path: Path) -> Listing:
    """Read a list; paths in it lead from its own folder. Raise where it is none: a study needs one."""
    data = _bytes(path)
    text = decoded(data)
    header = read_header(text, _column)
    _check(path, header)
    rows = []
    for number, row in enumerate(rows_under(text, header), 1):
        if number > MOST_ROWS:
            raise InspectorError(f"{path} has more than {MOST_ROWS:,} rows", "Divide it into several studies")
        rows.append(_row(number, row, header, path.absolute().parent))
    if not rows:
        raise InspectorError(f"{path} has no row below its titles", "Give a row for each site")
    unknown = tuple(title for title, fact in zip(header.titles, header.facts, strict=True) if title and not fact)
    return Listing(tuple(rows), sha256(data).hexdigest(), unknown)


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError) as error:
        why = (getattr(error, "strerror", None) or str(error)).lower()
        raise InspectorError(f"{path} cannot be read: {why}", "Give the list of the study") from error
    if len(data) > LARGEST:
        raise InspectorError(f"{path} is larger than {LARGEST >> 20} MiB", "Divide it into several studies")
    return data


def _column(title: str) -> str:
    name = title.strip().casefold().replace(" ", "_").replace("-", "_")
    return name if name in COLUMNS else ""


def _check(path: Path, header: Header) -> None:
    """Raise for titles that are missing, and for one that is probably misspelt: its column would be left out."""
    expected = f"Its first line names the columns: {', '.join(_NEEDED)}, and any of {', '.join(list(COLUMNS)[3:])}"
    if header.fault:
        raise InspectorError(f"{path}, line {header.line}: {header.fault}", expected)
    for title, fact in zip(header.titles, header.facts, strict=True):
        close = get_close_matches(title.casefold(), COLUMNS, n=1, cutoff=0.8) if not fact else []
        if close:
            raise InspectorError(f'{path}: there is no column "{title[:_LONGEST_WORD]}"', f'Did you mean "{close[0]}"?')
    missing = [name for name in _NEEDED if name not in header.facts]
    if missing:
        raise InspectorError(f'{path} has no column "{missing[0]}"', expected)


def _row(number: int, row: Row, header: Header, folder: Path) -> StudyRow:
    if row.fault:
        return StudyRow(number, row.line, "", fault=row.fault)
    held = {fact: cell.strip() for fact, cell in zip(header.facts, row.cells, strict=True) if fact}
    site = ""
    try:
        site = checked_domain(held["site"])
        also = tuple(checked_domain(word) for word in _several(held.get("also", "")))
        return StudyRow(
            number,
            row.line,
            site,
            _places(held["policy"], folder, "policy"),
            _places(held["cookies"], folder, "cookies"),
            held.get("visit") or None,
            _word(held.get("condition", "")),
            also,
            _yes(held, "only_this_site"),
            _yes(held, "untouched"),
        )
    except (InspectorError, ValueError) as error:
        return StudyRow(number, row.line, site, fault=str(error))


def _several(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(BETWEEN) if part.strip()]


def _places(cell: str, folder: Path, what: str) -> tuple[Path, ...]:
    """Return the paths of a cell, absolute. Nothing is fetched: a study must give the same when it is run again."""
    parts = _several(cell)
    if not parts:
        raise ValueError(f"it names no {what}")
    if len(parts) > _MOST_PLACES:
        raise ValueError(f"it names more than {_MOST_PLACES} files as its {what}")
    if any(is_address(part) for part in parts):
        raise ValueError(f"its {what} is an address, and a study reads files only: fetch it before")
    if any("\0" in part for part in parts):
        raise ValueError(f"a name in its {what} holds a null character")
    return tuple(Path(os.path.normpath(folder / Path(part).expanduser())) for part in parts)


def _word(text: str) -> str:
    if len(text) > _LONGEST_WORD:
        raise ValueError(f"its condition is longer than {_LONGEST_WORD} characters")
    return visible(text)


def _yes(held: Mapping[str, str], name: str) -> bool:
    word = held.get(name, "").casefold()
    if word not in _WORDS:
        raise ValueError(f'"{visible(word, 20)}" in the column {name} is neither yes nor no')
    return _WORDS[word]
