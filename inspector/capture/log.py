# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The log of a run on disk: JSON Lines that only grow. Each is handed to the system at once, so a kill loses none."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from inspector.capture.codec import NotAnEventError, UnknownKindError, decode, encode
from inspector.capture.events import FORMAT, Event, RunEnded, RunStarted
from inspector.core.problem import InspectorError, Problem, Severity

LONGEST_LINE: Final = 64 * 1024 * 1024  # octets; a jar of 10,000 cookies takes about 4 MB
_MOST_TOLD: Final = 20  # problems of one log that are told one by one
Sink = Callable[[Event], None]


class Log(NamedTuple):
    """The events that could be read, in the order of the file, and what could not."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...]


class LogWriter:
    """Writes a new log. Use it as a context; call it, or hand it over as a :data:`Sink`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._file = path.open("x", encoding="ascii", newline="\n", buffering=1)
        except OSError as error:
            raise _cannot_write(path, error) from error

    def __call__(self, event: Event) -> None:
        try:
            self._file.write(encode(event) + "\n")
            self._file.flush()
        except OSError as error:
            raise _cannot_write(self._path, error) from error

    def close(self) -> None:
        """Close the file; closing twice is no fault."""
        self._file.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _cannot_write(path: Path, error: OSError) -> InspectorError:
    why = (error.strerror or str(error)).lower()
    return InspectorError(f"{path}: the visit's log cannot be written ({why})", "Choose another folder with --out")


def read_log(path: Path) -> Log:
    """Return the log in a file. What is torn, unknown or no event costs its own line and is told."""
    try:
        with path.open("rb") as file:
            return parse_log(_lines(file.readline), str(path))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return Log((), (Problem("log-unreadable", "The log could not be opened", str(path), why, "", Severity.FAILED),))


def _lines(read: Callable[[int], bytes]) -> Iterator[bytes]:
    """Return the lines of a file; of one that is too long only its beginning, so that memory stays bounded."""
    while line := read(LONGEST_LINE):
        yield line
        while line and not line.endswith(b"\n"):
            line = read(LONGEST_LINE)


def parse_log(lines: Iterable[bytes], where: str) -> Log:
    """Return the log of lines, each with its end: the last one without it was cut off while it was written."""
    events: list[Event] = []
    problems: list[Problem] = []
    unknown: Counter[str] = Counter()
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            event, fields = decode(line)
        except UnknownKindError as error:
            unknown[error.kind] += 1
        except NotAnEventError as error:
            torn = not line.endswith(b"\n") and len(line) < LONGEST_LINE
            problems.append(_torn(where, number) if torn else _not_read(where, number, str(error)))
        else:
            events.append(event)
            unknown.update(fields)
    told = [*_bounded(problems, where), *_about(events, where), *_newer(unknown, where)]
    return Log(tuple(events), tuple(told))


def _torn(where: str, number: int) -> Problem:
    why = "the program or the computer was stopped while it was written"
    return Problem("log-torn", f"Line {number}, the last one, is not whole", where, why, "Visit the site again")


def _not_read(where: str, number: int, why: str) -> Problem:
    todo = "Visit the site again, or read the log with the version of the program that wrote it"
    return Problem("log-line", f"Line {number} could not be read", where, why, todo)


def _bounded(problems: list[Problem], where: str) -> list[Problem]:
    rest = problems[_MOST_TOLD:]
    if not rest:
        return problems
    more = Problem("log-line", f"{len(rest)} more lines could not be read", where, count=len(rest))
    return [*problems[:_MOST_TOLD], more]


def _about(events: list[Event], where: str) -> Iterator[Problem]:
    """Tell what a log as a whole lacks: its beginning, its end, a format that we know."""
    first = events[0] if events else None
    if not isinstance(first, RunStarted):
        why = "its first line does not say that a run began"
        yield Problem("log-headless", "This is no log of a visit, or its beginning is lost", where, why)
    elif first.format > FORMAT:
        why = f"it has format {first.format}, this version knows {FORMAT}"
        yield Problem("log-newer", "The log was written by a newer version", where, why, "Update the program")
    if events and not isinstance(events[-1], RunEnded):
        why = "the visit was cut off, or it is still going on"
        yield Problem("log-endless", "The log does not say how the run ended", where, why, "Visit the site again")


def _newer(unknown: Counter[str], where: str) -> Iterator[Problem]:
    if unknown:
        names = ", ".join(sorted(unknown)[:10])
        count = unknown.total()
        yield Problem("log-unknown", f"Passed over: {names}", where, "unknown here", "", Severity.NOTE, count)
