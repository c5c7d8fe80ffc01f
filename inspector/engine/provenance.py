# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""``PROVENANCE.json``: by what, from what and how a dataset was made, so that it can be made again."""

import locale
import platform
import re
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from inspector import __version__
from inspector.core.moments import from_datetime, to_iso
from inspector.core.report import DISCLAIMER
from inspector.core.resources import resources_folder
from inspector.datasets.dataset import About, Row
from inspector.datasets.rows import ToldRun, told_moment
from inspector.datasets.schema import VERSION
from inspector.engine.dataset_facts import knowledge_hash, rules_version
from inspector.knowledge.site import list_hash

FORMAT: Final = "cookie-inspector-dataset"
_COMMIT: Final = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")
_PACKAGE: Final = Path(__file__).resolve().parent.parent.parent


def provenance(
    about: About, command: Sequence[str], runs: Mapping[str, Mapping[str, Any]], full: bool
) -> dict[str, Any]:
    """Return the provenance of a dataset; ``runs`` is what is said of each run by its id.

    ``command`` is the command line as it is told. Locale and time zone say where somebody lives: full detail only.
    """
    folder = resources_folder()
    return {
        "format": {"name": FORMAT, "version": VERSION},
        "disclaimer": DISCLAIMER,
        "program": {"name": "cookie-inspector", "version": __version__, "commit": commit_of(_PACKAGE)},
        "command": list(command),
        "knowledge_sha256": knowledge_hash(folder / "knowledge"),
        "rules": rules_version(),
        "public_suffix_list_sha256": list_hash(),
        "system": {
            "os": platform.system(),
            "python": platform.python_version(),
            "locale": ".".join(part for part in locale.getlocale() if part) or None if full else None,
            "timezone": time.tzname[0] if full else None,
        },
        "vantage": about.vantage,
        "seeds": [],
        "runs": dict(runs),
    }


def run_provenance(told: ToldRun, how: Any, policy: str | None, repeats: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is said of one run: how it was judged, from what, and what of it repeats."""
    material, sources = told.material, told.facts["sources"]
    return {
        "judged_at": to_iso(from_datetime(told_moment(material.now, told.telling))),
        "how": how,
        "policy": policy,
        "inputs": [_source(row) for row in sources],
        "browsers": [_visit(row) for row in told.facts["visits"]],
        "repeats": dict(repeats),
    }


def _source(row: Row) -> dict[str, Any]:
    _, source_id, kind, location, form, sha256, cookies = row
    return {
        "source_id": source_id,
        "kind": kind,
        "location": location,
        "format": form,
        "sha256": sha256,
        "cookies": cookies,
    }


def _visit(row: Row) -> dict[str, Any]:
    return {"visit_id": row[1], "browser": row[3], "version": row[4], "third_party_cookies": row[6], "scenario": row[7]}


def commit_of(folder: Path) -> str | None:
    """Return the commit of a checkout, ``None`` where the folder is none; git itself is not asked."""
    place = folder / ".git"
    try:
        if place.is_file():  # of a worktree: a file that says where its folder is
            place = (folder / place.read_text("utf-8").partition("gitdir:")[2].strip()).resolve()
        head = (place / "HEAD").read_text("utf-8").strip()
        name = head.removeprefix("ref: ")
        return _checked(head if name == head else _ref(place, name))
    except (OSError, UnicodeDecodeError):
        return None


def _ref(place: Path, name: str) -> str:
    common = place / "commondir"
    base = (place / common.read_text("utf-8").strip()).resolve() if common.is_file() else place
    if (base / name).is_file():
        return (base / name).read_text("utf-8").strip()
    packed = (base / "packed-refs").read_text("utf-8").splitlines()
    return next((line.split(" ", 1)[0] for line in packed if line.endswith(f" {name}")), "")


def _checked(text: str) -> str | None:
    return text if _COMMIT.fullmatch(text) else None
