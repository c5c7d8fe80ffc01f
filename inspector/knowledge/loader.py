# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Loads the knowledge: the compiled tables, then the user's overrides and imported packs where there are any."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from inspector.core.problem import InspectorError, Problem
from inspector.core.resources import resources_folder
from inspector.knowledge.book import Knowledge
from inspector.knowledge.records import Vendor
from inspector.knowledge.rows import CookieRows, Segment

COMPILED: Final = "compiled.json"
BUNDLED: Final = "bundled"


def load(
    resources: Path | None = None,
    *,
    overrides: Path | None = None,
    packs: Path | None = None,
    without_dev: bool = False,
) -> Knowledge:
    """Return the knowledge of ``resources`` (the folder that holds ``knowledge/``; the program's own by default).

    ``overrides`` is the user's TOML file and ``packs`` the folder of imported lists; either may be absent. What is
    wrong with them is in ``problems``, the rest counts. ``without_dev`` leaves out the facts that come from the
    labelled development files, for honest cross-validation.
    """
    tables = _read_compiled((resources or resources_folder()) / "knowledge" / COMPILED)
    segments = [Segment(BUNDLED, tables["sources"], tables["cookies"])]
    problems: list[Problem] = []
    vendors: tuple[Vendor, ...] = ()
    if overrides is not None and overrides.is_file():
        from inspector.knowledge.overrides import read_overrides

        own = read_overrides(overrides)
        segments.insert(0, own.segment)
        vendors = own.vendors
        problems += own.problems
    if packs is None or not packs.is_dir():
        rows = CookieRows(segments, without_dev=without_dev)
        return Knowledge(tables, rows, own_vendors=vendors, problems=problems)
    from inspector.knowledge.packs.shelf import read_packs

    shelf = read_packs(packs)
    rows = CookieRows([*segments, *shelf.segments], without_dev=without_dev)
    return Knowledge(
        tables,
        rows,
        own_vendors=vendors,
        claims=shelf.claims,
        packs=shelf.infos,
        problems=[*problems, *shelf.problems],
    )


def _read_compiled(path: Path) -> Mapping[str, Any]:
    try:
        tables = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise InspectorError(f"The program's own tables cannot be read ({path})", "Reinstall the program") from error
    if not isinstance(tables, dict) or "cookies" not in tables:
        raise InspectorError(f"The program's own tables are damaged ({path})", "Reinstall the program")
    return tables
