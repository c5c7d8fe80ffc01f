# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Made-up projects: a person's marks on findings and words on labels."""

from pathlib import Path
from typing import Any

from inspector.core.finding import Level
from inspector.core.label import Purpose
from inspector.core.project import Assessment, LabelOverride, PolicyKind, Project, ProjectPolicy, Stance
from inspector.core.report import KnownFinding

AT_US = 1_790_000_000_000_000


def assessment(number: int = 0, stance: Stance | None = Stance.AGREED, comment: str = "", **fields: Any) -> Assessment:
    known = KnownFinding(f"{number:032x}", "CI201", "undeclared-cookie", Level.WARNING, "shop.example", f"_x{number}")
    return Assessment(known._replace(**fields), stance, comment, "J. Doe", AT_US)


def override(name: str = "_shop_id", host: str | None = "shop.example", **fields: Any) -> LabelOverride:
    return LabelOverride(name, host, Purpose.ANALYTICS, "our developers say so", "J. Doe", AT_US)._replace(**fields)


def full_project(folder: Path) -> Project:
    return Project(
        (folder / "cookies.json", folder / "Default"),
        "shop.example",
        ProjectPolicy(PolicyKind.FILE, str(folder / "policy.md"), "", "ab" * 32),
        "purpose:advertising !name:_ga*",
        True,
        True,
        folder / "cookie-inspector.toml",
        folder / "earlier.json",
        (
            assessment(1, Stance.AGREED, "seen in the shop"),
            assessment(2, Stance.NOT_AGREED),
            assessment(3, None, "ask Ann\nand Bob \U0001f36a"),
            assessment(4, Stance.TO_DECIDE, host="\u202eevil.example"),
        ),
        (override(), override("_y_*", None)),
        (("cookies", b"\x00\xff\x01"), ("panes", b"x")),
    )
