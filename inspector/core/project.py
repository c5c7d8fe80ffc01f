# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A project: what is looked at, against which policy, and what a person says of it. It holds no cookie and no value.

What was found is found again from the sources; kept is only what nobody could work out again: a person's words.
"""

from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from inspector.core.label import Purpose
from inspector.core.report import KnownFinding


class Stance(StrEnum):
    """What a person says of a finding."""

    AGREED = "agreed"  # it is right
    NOT_AGREED = "not_agreed"  # it is not right, or is no matter here
    TO_DECIDE = "to_be_decided"  # somebody has to look at it again


class Assessment(NamedTuple):
    """A person's mark on a finding. ``known`` is the finding as baselines keep it; its fingerprint tells it again.

    ``stance`` is ``None`` where there is only a comment. ``at_us`` is when it was said last.
    """

    known: KnownFinding
    stance: Stance | None
    comment: str = ""
    author: str = ""
    at_us: int = 0


class LabelOverride(NamedTuple):
    """What cookies of a name are for, in a person's word. ``host`` is a host or a domain above it; ``None`` is any."""

    name: str
    host: str | None
    purpose: Purpose
    reason: str
    author: str = ""
    at_us: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Which cookies it speaks of: for one name and host there is one word."""
        return self.name, self.host or ""


class PolicyKind(StrEnum):
    """How a policy was given."""

    FILE = "file"
    TEXT = "text"
    ADDRESS = "address"


class ProjectPolicy(NamedTuple):
    """Which policy. ``source`` is a path or an address, ``text`` what was pasted, ``sha256`` that of what was read."""

    kind: PolicyKind
    source: str = ""
    text: str = ""
    sha256: str = ""


class Project(NamedTuple):
    """Everything that a project file keeps. Without ``sources`` it is about every browser of the computer.

    ``settings`` and ``compared_with`` are the files that an audit takes beside the policy; ``shapes`` are states of the
    window (columns, divisions) as its toolkit writes them.
    """

    sources: tuple[Path, ...] = ()
    site: str = ""
    policy: ProjectPolicy | None = None
    filter: str = ""
    only_this_site: bool = False
    in_force: bool = False
    settings: Path | None = None
    compared_with: Path | None = None
    assessments: tuple[Assessment, ...] = ()
    overrides: tuple[LabelOverride, ...] = ()
    shapes: tuple[tuple[str, bytes], ...] = ()


NO_PROJECT = Project()
