# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Read the cookies that were asked for, store by store: what one store does wrong costs its own cookies only."""

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from inspector.core.computer import Computer
from inspector.core.cookie import Cookie
from inspector.core.problem import Problem, Severity
from inspector.core.reading import Reading, StoreCount, Values
from inspector.engine.domains import checked_domain, none_of_site, of_site
from inspector.engine.faults import internal_error
from inspector.engine.request import ScanRequest
from inspector.engine.sources import Sources, find
from inspector.readers.api import FoundStore, KeySource
from inspector.readers.decrypt import describe_locked
from inspector.readers.registry import reader_for
from inspector.readers.secrets import KeyRing

__all__ = ["Progress", "ScanRequest", "read", "read_store", "scan"]

_OF_VALUES = frozenset({"values-locked", "values-corrupt", "values-mismatch"})


class Progress(NamedTuple):
    """How far a scan is: ``done`` of ``total`` stores, and whose is being read now ("" at the end)."""

    done: int
    total: int
    what: str


def scan(
    request: ScanRequest,
    computer: Computer,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    keys: KeySource | None = None,
) -> Reading:
    """Return the cookies that were asked for, and every problem met, both in a fixed order.

    Raises :class:`~inspector.core.problem.InspectorError` only for what the request itself gets wrong: a browser, a
    profile or a domain that does not exist. ``cancelled`` is asked before each store; what was read by then is kept.
    """
    if request.site is not None:
        checked_domain(request.site)
    return read(find(request, computer), request, progress=progress, cancelled=cancelled, keys=keys)


def read(
    sources: Sources,
    request: ScanRequest,
    *,
    progress: Callable[[Progress], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    keys: KeySource | None = None,
) -> Reading:
    """Return the cookies of stores that were found before; see :func:`scan`."""
    site = None if request.site is None else checked_domain(request.site)
    ring = keys if keys is not None else KeyRing()
    tell = progress or (lambda _: None)
    parts = [Reading(problems=sources.problems)]
    total = len(sources.stores)
    for done, found in enumerate(sources.stores):
        if cancelled is not None and cancelled():
            parts.append(_stopped(sources.stores[done:], total))
            break
        tell(Progress(done, total, found.ref.label))
        parts.append(_asked_for(read_store(found, request.values, ring), found, request.values, site))
    else:
        tell(Progress(total, total, ""))
    return _with_site_note(Reading.joined(parts), site)


def read_store(found: FoundStore, values: Values, keys: KeySource) -> Reading:
    """Return one store's cookies. Readers do not raise; where one does it is a bug of ours, told as a problem."""
    try:
        return reader_for(found.family).read(found, values, keys)
    except Exception as error:  # noqa: BLE001 - a bug in a reader costs its store, never the other stores
        problem = internal_error("could not be read", str(found.path), error)
        return Reading(problems=(problem,), stores=(StoreCount(found.ref, None),))


def _asked_for(reading: Reading, found: FoundStore, values: Values, site: str | None) -> Reading:
    """Return the site's part of a store. Counts of stores stay those of the whole store."""
    cookies, problems = reading.cookies, reading.problems
    if site is not None:
        cookies = of_site(cookies, site)
        problems = _of_these(cookies, problems, found)
    if values is Values.READ:
        problems = tuple(map(_missed, problems))
    return replace(reading, cookies=cookies, problems=problems)


def _of_these(cookies: tuple[Cookie, ...], problems: tuple[Problem, ...], found: FoundStore) -> tuple[Problem, ...]:
    """Return the problems with those of values counted anew: another site's locked value is not this one's.

    A reader that told of none (Firefox's has nothing to decrypt) is not made to tell of any.
    """
    others = tuple(problem for problem in problems if problem.code not in _OF_VALUES)
    return problems if len(others) == len(problems) else (*others, *describe_locked(cookies, found))


def _missed(problem: Problem) -> Problem:
    """Return a locked value as what it is where values were asked for: something that could not be read."""
    if problem.code == "values-locked" and problem.severity is Severity.NOTE:
        return replace(problem, severity=Severity.PARTIAL)
    return problem


def _with_site_note(reading: Reading, site: str | None) -> Reading:
    if site is None or reading.cookies or all(count.cookies is None for count in reading.stores):
        return reading
    return replace(reading, problems=(*reading.problems, none_of_site(site)))


def _stopped(unread: tuple[FoundStore, ...], total: int) -> Reading:
    what = "stopped before everything was read"
    why = f"{len(unread)} of {total} stores were not read"
    problem = Problem("stopped", what, "the scan", why, "Scan again to read the rest", Severity.PARTIAL, len(unread))
    return Reading(problems=(problem,), stores=tuple(StoreCount(found.ref, None) for found in unread))
