# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Under which licence each bundled component is, and its text; what is unknown stops the build."""

import re
import sys
import sysconfig
import tomllib
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path
from typing import Any, Final, NamedTuple

from packager.components import Component
from packager.environment import ROOT

FOLDER: Final = ROOT / "packaging" / "licences"
_WORDS: Final = re.compile(r"\s+(?:AND|OR)\s+|[()]")
_TEXT: Final = re.compile(r"(?i)(^|/)(licen[cs]e|copying|notice|authors)[^/]*$")


class Licensed(NamedTuple):
    """A component with its licence (an SPDX expression), the files that hold its text, and where its source is."""

    component: Component
    licence: str
    texts: tuple[Path, ...]
    source: str
    inside: tuple[tuple[str, str], ...] = ()


class UnknownLicenceError(LookupError):
    """A component that says nothing we know, or that brings no text."""


def table() -> dict[str, Any]:
    """Return what ``packaging/licences/known.toml`` says."""
    return tomllib.loads((FOLDER / "known.toml").read_text(encoding="utf-8"))


def licensed(components: Iterable[Component], known: dict[str, Any]) -> tuple[Licensed, ...]:
    """Return the components with their licences; raises :class:`UnknownLicenceError` naming all that have none."""
    held, unknown = [], []
    for component in components:
        inside = tuple((name, licence) for name, licence in known["inside"].get(component.name, ()))
        licence = known["licences"].get(component.name) or _stated(component)
        texts = _texts(component, known)
        allowed = [is_allowed(text, known["allowed"]) for text in (licence, *(text for _, text in inside))]
        if not all(allowed):
            unknown.append(f"{component.name} {component.version}: {licence or 'says nothing'}")
        elif not texts:
            unknown.append(f"{component.name} {component.version}: no licence text")
        held.append(Licensed(component, licence, texts, known["source"].get(component.name, ""), inside))
    if unknown:
        raise UnknownLicenceError("unknown licences, see packaging/licences/known.toml:\n  " + "\n  ".join(unknown))
    return tuple(held)


def is_allowed(expression: str, allowed: Iterable[str]) -> bool:
    """Whether every licence of an SPDX expression is in the table; nothing said is not allowed.

    >>> is_allowed("BSD-3-Clause AND (MIT OR X)", ["BSD-3-Clause", "MIT"]), is_allowed("", [])
    (False, False)
    """
    named = [word.strip() for word in _WORDS.split(expression) if word.strip()]
    return bool(named) and set(named) <= set(allowed)


def _stated(component: Component) -> str:
    if component.kind != "pypi":
        return ""
    return str(metadata.metadata(component.name).json.get("license_expression", ""))


def _texts(component: Component, known: dict[str, Any]) -> tuple[Path, ...]:
    ours = [FOLDER / name for name in known["texts"].get(component.name, ())]
    if component.kind == "pypi":
        files = metadata.files(component.name) or []
        theirs = [Path(str(file.locate())) for file in files if ".dist-info" in str(file) and _TEXT.search(str(file))]
    elif component.kind == "debian":
        theirs = [Path("/usr/share/doc", component.name, "copyright")]
    else:
        theirs = [Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE.txt"]
    return tuple(path for path in (*sorted(theirs), *ours) if path.is_file())


def write(folder: Path, held: Iterable[Licensed]) -> None:
    """Write the list and every text below ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for entry in held:
        place = folder / entry.component.name
        place.mkdir(exist_ok=True)
        for number, text in enumerate(entry.texts):
            target = place / text.name
            name = target if not target.exists() else place / f"{number}-{text.name}"
            name.write_bytes(text.read_bytes())
    (folder / "THIRD-PARTY.md").write_text(listing(held), encoding="utf-8")


def listing(held: Iterable[Licensed]) -> str:
    """Return the list of what is bundled, for people."""
    lines = [
        "# What is bundled with Cookie Inspector",
        "",
        "Cookie Inspector itself is under Apache-2.0. Qt, PySide6 and browser-cookie3 are under LGPL-3.0: their files",
        "are separate and may be replaced by your own builds. The texts are in the folders beside this list.",
        "",
        "| component | version | licence | source |",
        "|---|---|---|---|",
    ]
    for entry in held:
        name, version = entry.component.name, entry.component.version
        lines.append(f"| {name} | {version} | {entry.licence} | {entry.source} |")
        lines += [f"| {inner} (inside {name}) | | {licence} | |" for inner, licence in entry.inside]
    return "\n".join(lines) + "\n"
