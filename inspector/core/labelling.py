# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Labels for rows of cookies, with the version of the knowledge that they rest on."""

from typing import NamedTuple

from inspector.core.frozen import frozen
from inspector.core.label import Label
from inspector.core.problem import Problem, Severity
from inspector.core.traits import Traits


@frozen
class TableReading:
    """Rows of a file of cookies. ``read`` is false where not even its header could be understood.

    ``recognised`` says for people what the file was taken for.
    """

    rows: tuple[Traits, ...] = ()
    problems: tuple[Problem, ...] = ()
    read: bool = True
    recognised: str = ""


@frozen
class Edition:
    """Which knowledge an answer rests on; every output says so."""

    version: str
    date: str

    def __str__(self) -> str:
        return f"{self.version} ({self.date})"


class LabelledCookie(NamedTuple):
    """One row and its label."""

    traits: Traits
    label: Label


@frozen
class Labelling:
    """Labels in the order of the rows, and everything that went wrong."""

    cookies: tuple[LabelledCookie, ...]
    problems: tuple[Problem, ...]
    edition: Edition
    read: bool = True
    recognised: tuple[str, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether everything that was given could be read."""
        return all(problem.severity is Severity.NOTE for problem in self.problems)


@frozen
class WayOut:
    """A way to opt out of a vendor, as a story tells it."""

    name: str
    url: str
    status: str
    how: str
    stops: str
    does_not_stop: str


@frozen
class Story:
    """Everything that is known of one cookie: what ``explain`` tells.

    ``facts`` are entries of the tables as sentences, ``evidence`` what the ways of telling said, ``alternatives`` the
    other groups with their chances. ``lifetime`` is the usual one, "" where it is not known.
    """

    cookie: LabelledCookie
    lifetime: str
    facts: tuple[str, ...]
    evidence: tuple[str, ...]
    alternatives: tuple[tuple[str, float], ...]
    vendor_note: str
    ways_out: tuple[WayOut, ...]
    edition: Edition
