# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How a study judges: what holds for every row, in a form that goes to workers and into keys."""

import json
from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from inspector.core.finding import DeclaredBy, Level
from inspector.core.frozen import frozen


@frozen
class StudyOptions:
    """How to judge. ``now`` is the moment of the whole study; ``corrections`` is a file of the researcher's own."""

    now: datetime
    program: str
    declared_by: DeclaredBy = DeclaredBy.PURPOSE
    strict_lifetime: bool = False
    in_force: bool = False
    only_this_site: bool = False
    levels: Mapping[str, Level | None] = field(default_factory=dict)
    corrections: Path | None = None

    def plain(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "now": self.now.isoformat(),
            "program": self.program,
            "declared_by": self.declared_by.value,
            "strict_lifetime": self.strict_lifetime,
            "in_force": self.in_force,
            "only_this_site": self.only_this_site,
            "levels": {code: level.value if level else None for code, level in sorted(self.levels.items())},
            "corrections": str(self.corrections) if self.corrections else None,
        }

    @classmethod
    def of(cls, held: Mapping[str, Any]) -> "StudyOptions":
        """Return what :meth:`plain` gave."""
        return cls(
            datetime.fromisoformat(held["now"]),
            held["program"],
            DeclaredBy(held["declared_by"]),
            held["strict_lifetime"],
            held["in_force"],
            held["only_this_site"],
            {code: Level(level) if level else None for code, level in held["levels"].items()},
            Path(held["corrections"]) if held["corrections"] else None,
        )

    def told(self) -> dict[str, Any]:
        """Return what may be published: of a file that was read, its hash only; without what may not be repeated."""
        return {**self.plain(), "corrections": self.corrections_sha256()}

    def corrections_sha256(self) -> str | None:
        """The hash of the corrections; ``None`` where there are none, or none that can be read."""
        if self.corrections is None:
            return None
        try:
            return sha256(self.corrections.read_bytes()).hexdigest()
        except OSError:  # told by every row that would have used them
            return None


def text_of(held: Any) -> str:
    """Return the one text of a JSON value: what keys are made of."""
    return json.dumps(held, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
