# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What reading gives back: cookies, the stores they came from, and everything that went wrong."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from inspector.core.cookie import Cookie
from inspector.core.evidence import NO_EVIDENCE, Evidence
from inspector.core.label import Label
from inspector.core.problem import Problem, Severity
from inspector.core.store import StoreRef


class Values(StrEnum):
    """Whether cookie values are read. ``NO`` reads metadata only, and so never asks a keyring."""

    NO = "no"
    READ = "read"


@dataclass(frozen=True, slots=True)
class StoreCount:
    """One store that was looked at: how many cookies it gave; ``None`` where it could not be read at all."""

    store: StoreRef
    cookies: int | None


@dataclass(frozen=True, slots=True)
class Reading:
    """Cookies and problems, always both. An empty ``cookies`` with a failed problem is not "no cookies".

    ``labels`` has one for each cookie, in order, where they were classified, and ``knowledge`` says by which edition;
    readers leave both empty. ``evidence`` is what a recording proves beyond its cookies; a store proves nothing more.
    """

    cookies: tuple[Cookie, ...] = ()
    problems: tuple[Problem, ...] = ()
    stores: tuple[StoreCount, ...] = ()
    labels: tuple[Label, ...] = ()
    knowledge: str = ""
    evidence: Evidence = NO_EVIDENCE

    @property
    def complete(self) -> bool:
        """Whether everything that was asked for was read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)

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
