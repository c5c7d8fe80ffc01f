# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What reading gives back: cookies, the stores they came from, and everything that went wrong."""

from collections.abc import Iterable, Mapping
from enum import StrEnum

from inspector.core.cookie import Cookie
from inspector.core.evidence import NO_EVIDENCE, Evidence
from inspector.core.frozen import frozen
from inspector.core.label import Label
from inspector.core.narrowed import Narrowed
from inspector.core.problem import Problem, Severity
from inspector.core.store import StoreRef


class Values(StrEnum):
    """Whether cookie values are read. ``NO`` reads metadata only, and so never asks a keyring."""

    NO = "no"
    READ = "read"


@frozen
class StoreCount:
    """One store that was looked at: how many cookies it gave; ``None`` where it could not be read at all."""

    store: StoreRef
    cookies: int | None


# Problems with values: they cost no cookie, so that what is missing then is truly gone.
_OF_VALUES = frozenset({"values-locked", "values-corrupt", "values-mismatch"})


def read_whole(count: StoreCount, problems: Iterable[Problem]) -> bool:
    """Whether every cookie of a store was read: what is missing of it was not there."""
    if count.cookies is None:
        return False
    file = count.store.file
    lost = (held for held in problems if held.severity is not Severity.NOTE and held.code not in _OF_VALUES)
    return not any(problem.where.startswith(file) or file.startswith(problem.where) for problem in lost)


@frozen
class Reading:
    """Cookies and problems, always both. An empty ``cookies`` with a failed problem is not "no cookies".

    ``labels`` has one for each cookie, in order, where they were classified, and ``knowledge`` says by which edition;
    readers leave both empty. ``evidence`` is what a recording proves beyond its cookies; a store proves nothing more.
    ``narrowed`` is set where a filter left cookies out: such a reading is for showing only.
    """

    cookies: tuple[Cookie, ...] = ()
    problems: tuple[Problem, ...] = ()
    stores: tuple[StoreCount, ...] = ()
    labels: tuple[Label, ...] = ()
    knowledge: str = ""
    evidence: Evidence = NO_EVIDENCE
    narrowed: Narrowed | None = None

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for was read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)

    @property
    def whole_stores(self) -> Mapping[StoreRef, bool]:
        """The stores that were read, each with whether every cookie of it was."""
        return {count.store: read_whole(count, self.problems) for count in self.stores if count.cookies is not None}

    @classmethod
    def joined(cls, readings: Iterable["Reading"]) -> "Reading":
        """Return one reading of several, in their order."""
        parts = tuple(readings)
        return cls(
            cookies=tuple(cookie for part in parts for cookie in part.cookies),
            problems=tuple(problem for part in parts for problem in part.problems),
            stores=tuple(count for part in parts for count in part.stores),
            evidence=Evidence.joined(part.evidence for part in parts),
        )
