# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reads a table of cookies to classify: CSV with a header, one cookie a row (RFC 4180, also ``;`` and tab).

A row that cannot be understood is a problem with its line and gives no cookie; a cell that cannot be understood is a
problem and "not known". Values go into secrets at once, and no message quotes a cell.
"""

import csv
import io
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final

from inspector.core.cookie import SameSite
from inspector.core.labelling import TableReading
from inspector.core.problem import Problem, Severity
from inspector.core.secret import Secret
from inspector.core.traits import Traits

LARGEST: Final = 512 * 1024 * 1024  # bytes of a file that are read at all
LONGEST_CELL: Final = csv.field_size_limit()  # characters; Python's own limit, far above what a browser stores
MOST_TOLD: Final = 200  # problems of a file that are told one by one
_LONGEST_HOST: Final = 1024  # four times what DNS allows, and room for the rest of an address
_DELIMITERS: Final = ",;\t"
_YES: Final = frozenset({"1", "true", "yes"})
_NO: Final = frozenset({"0", "false", "no"})
_SAME_SITE: Final[Mapping[str, SameSite]] = {
    "none": SameSite.NONE,
    "no_restriction": SameSite.NONE,
    "lax": SameSite.LAX,
    "strict": SameSite.STRICT,
    "unspecified": SameSite.UNSPECIFIED,
    "unknown": SameSite.UNKNOWN,
}
_WHAT_TO_DO: Final = "The first line must name the columns: name, domain and any of " + ", ".join(
    ("path", "site", "third_party", "value", "session", "expiry_days", "http_only", "secure", "host_only", "same_site")
)


class _UnclearError(ValueError):
    """A cell that cannot be understood; says what was expected."""


def read_cookie_table(data: bytes, where: str) -> TableReading:
    """Return the cookies of a table and what was wrong with it; never raises."""
    if len(data) > LARGEST:
        return _refused(where, f"larger than {LARGEST // 1024 // 1024} MB", "Split the file")
    text = _decode(data)
    if text is None:
        return _refused(where, "not text in UTF-8 or UTF-16", "Save it as CSV in UTF-8")
    delimiter = _delimiter(text)
    rows = _rows(text, delimiter)
    header = next(rows, (0, None, "it is empty"))
    names = [] if header[1] is None else [cell.strip().lower() for cell in header[1]]
    fault = header[2] if header[1] is None else _header_fault(names)
    if fault:
        return _refused(f"{where}, line {max(header[0], 1)}", fault, _WHAT_TO_DO)
    return _read_rows(rows, names, where)


def _refused(where: str, why: str, what_to_do: str) -> TableReading:
    problem = Problem("table-unreadable", "not a table of cookies", where, why, what_to_do, Severity.FAILED)
    return TableReading(problems=(problem,), read=False)


def _decode(data: bytes) -> str | None:
    """Decode by the byte-order mark, else as UTF-8; single bytes that are not are kept and shown as such."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("utf-16")
        except UnicodeDecodeError:
            return None
    return data.decode("utf-8-sig", "surrogateescape")


def _delimiter(text: str) -> str:
    first = text[:LONGEST_CELL].split("\n", 1)[0]
    return max(_DELIMITERS, key=lambda sign: (first.count(sign), -_DELIMITERS.index(sign)))


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str] | None, str]]:
    """Yield the line, the cells and what is wrong; a row that the parser refuses costs only itself."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield line, None, _parser_fault(error)
            continue
        if not cells:
            continue
        if any("\0" in cell for cell in cells):
            yield line, None, "it holds a NUL character"
        else:
            yield line, cells, ""


def _parser_fault(error: csv.Error) -> str:
    if "field limit" in str(error):
        return f"a cell is longer than {LONGEST_CELL:,} characters, or a quotation mark is not closed"
    return "it is not CSV"


def _header_fault(names: Sequence[str]) -> str:
    if "name" not in names:
        return 'there is no column "name"'
    doubled = next((name for name in names if name in COLUMNS and names.count(name) > 1), None)
    return f'the column "{doubled}" stands there twice' if doubled else ""


def _read_rows(rows: Iterator[tuple[int, list[str] | None, str]], names: Sequence[str], where: str) -> TableReading:
    known = [(place, name, *COLUMNS[name]) for place, name in enumerate(names) if name in COLUMNS]
    found: list[Traits] = []
    problems = _Problems(where)
    if "domain" not in names:
        problems.note('there is no column "domain"', "Answers are surer with the domain")
    for line, cells, fault in rows:
        if cells is not None and len(cells) != len(names):
            fault = f"it has {len(cells)} cells where the header has {len(names)}"
        if cells is None or fault:
            problems.add(line, "a row was left out", fault)
            continue
        if any(_hides_rows(cell, len(names)) for cell in cells):
            problems.add(line, "a cell holds what looks like further rows", "its quotation mark is not closed")
        traits = _traits(cells, known, line, problems)
        if traits is not None:
            found.append(traits)
    return TableReading(tuple(found), problems.all())


def _hides_rows(cell: str, columns: int) -> bool:
    """Whether a line within a cell looks like a row: a value may hold a line break, but not a table."""
    lines = cell.splitlines()[1:]
    return columns > 1 and any(max(line.count(sign) for sign in _DELIMITERS) == columns - 1 for line in lines)


def _traits(
    cells: Sequence[str], known: Sequence[tuple[int, str, str, Callable[[str], Any]]], line: int, problems: "_Problems"
) -> Traits | None:
    fields: dict[str, Any] = {}
    for place, column, field, convert in known:
        try:
            fields[field] = convert(cells[place])
        except _UnclearError as fault:
            problems.add(line, "a cell is taken as not known", f'"{column}" is not {fault}')
    if not fields.get("name"):
        problems.add(line, "a row was left out", "it has no name")
        return None
    return Traits(**fields)


class _Problems:
    """The problems of one file: the first ones each with its line, the rest as a number."""

    def __init__(self, where: str) -> None:
        self._where = where
        self._told: list[Problem] = []
        self._more = 0

    def add(self, line: int, what: str, why: str) -> None:
        if len(self._told) < MOST_TOLD:
            self._told.append(Problem("table-row", what, f"{self._where}, line {line}", why))
        else:
            self._more += 1

    def note(self, what: str, what_to_do: str) -> None:
        note = Problem("table-column", what, self._where, "", what_to_do, Severity.NOTE)
        self._told.append(note)

    def all(self) -> tuple[Problem, ...]:
        if not self._more:
            return tuple(self._told)
        rest = Problem("table-rows", f"{self._more:,} more faults like these", self._where, count=self._more)
        return (*self._told, rest)


def _name(cell: str) -> str:
    return cell


def _host(cell: str) -> str | None:
    if len(cell) > _LONGEST_HOST:
        raise _UnclearError("a domain")
    return cell.strip().lstrip(".").lower() or None


def _site(cell: str) -> str | None:
    """Return the host of a site; whole addresses are common in such columns."""
    if len(cell) > _LONGEST_HOST:
        raise _UnclearError("a site")
    text = cell.strip().lower()
    if "://" in text:
        text = text.split("://", 1)[1].split("/", 1)[0].rsplit("@", 1)[-1].split(":", 1)[0]
    return text.lstrip(".") or None


def _text(cell: str) -> str | None:
    return cell.strip() or None


def _flag(cell: str) -> bool | None:
    word = cell.strip().lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    if word:
        raise _UnclearError("1, 0, true or false")
    return None


def _wildcard(cell: str) -> bool:
    return _flag(cell) or False


def _days(cell: str) -> float | None:
    if not cell.strip():
        return None
    try:
        days = float(cell)
    except ValueError:
        raise _UnclearError("a number of days") from None
    if not math.isfinite(days) or days < 0:
        raise _UnclearError("a number of days")
    return days


def _same_site(cell: str) -> SameSite:
    word = cell.strip().lower()
    if not word:
        return SameSite.UNKNOWN
    if word not in _SAME_SITE:
        raise _UnclearError("none, lax, strict or no_restriction")
    return _SAME_SITE[word]


COLUMNS: Final[Mapping[str, tuple[str, Callable[[str], Any]]]] = {
    "name": ("name", _name),
    "domain": ("host", _host),
    "path": ("path", _text),
    "site": ("site", _site),
    "third_party": ("third_party", _flag),
    "value": ("value", Secret),
    "session": ("session", _flag),
    "expiry_days": ("lifetime_days", _days),
    "http_only": ("http_only", _flag),
    "secure": ("secure", _flag),
    "host_only": ("host_only", _flag),
    "same_site": ("same_site", _same_site),
    "wildcard": ("wildcard", _wildcard),
}
"""The columns that are understood: the field of the traits, and how a cell is read. Others are passed over."""
