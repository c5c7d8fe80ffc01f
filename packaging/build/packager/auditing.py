# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What is wrong with the libraries that an installation brings: withdrawn, under another licence, known to be unsafe.

What could not be asked is told apart from what is well, for a silent audit is the one that is believed.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

from packager.licences import is_allowed

OWN: Final = "cookie-inspector"


class Told(NamedTuple):
    """What an audit found: what is wrong, and what nobody could be asked about."""

    wrong: tuple[str, ...] = ()
    unasked: tuple[str, ...] = ()

    def __add__(self, other: object) -> "Told":  # of two audits, both
        if not isinstance(other, Told):
            return NotImplemented
        return Told(self.wrong + other.wrong, self.unasked + other.unasked)

    @property
    def code(self) -> int:
        """The exit code: 1 where something is wrong, 2 where something could not be asked, else 0."""
        return 1 if self.wrong else 2 if self.unasked else 0


class Library(NamedTuple):
    """A library that pip would install: ``yanked`` is unknown where this pip or index does not tell."""

    name: str
    version: str
    licence: str
    yanked: bool | None


def libraries(report: Mapping[str, Any]) -> tuple[Library, ...]:
    """Return what a report of pip's would install (https://pip.pypa.io/en/stable/reference/installation-report/)."""
    held = []
    for item in report["install"]:
        said = item["metadata"]
        name = str(said["name"]).lower().replace("_", "-")
        licence = str(said.get("license_expression") or said.get("license") or "")
        if name != OWN:
            held.append(Library(name, str(said["version"]), licence, item.get("is_yanked")))
    return tuple(sorted(held))


def unbounded(requirements: Sequence[str]) -> Told:
    """Tell the requirements that any version fulfils: an old one would be installed, and fail at some later moment."""
    from packaging.requirements import Requirement

    told = []
    for text in requirements:
        asked = Requirement(text)
        lower = any(one.operator in (">=", "==", "~=", ">") for one in asked.specifier)
        if not lower and asked.name != OWN:
            told.append(f"{asked.name}: no lowest version in pyproject.toml")
    return Told(tuple(told))


def withdrawn(held: Sequence[Library]) -> Told:
    """Tell the versions that their makers withdrew (PEP 592)."""
    return Told(
        tuple(f"{one.name} {one.version} was withdrawn by its maker" for one in held if one.yanked),
        tuple(
            f"whether {one.name} {one.version} was withdrawn: pip does not say" for one in held if one.yanked is None
        ),
    )


def licensed(held: Sequence[Library], known: Mapping[str, Any]) -> Told:
    """Tell the libraries whose licence is not in ``packaging/licences/known.toml``."""
    told = []
    for one in held:
        licence = known["licences"].get(one.name) or one.licence
        if not is_allowed(licence, known["allowed"]):
            told.append(f"{one.name} {one.version}: licence {licence[:80] or 'not said'} is not allowed")
    return Told(tuple(told))


def unsafe(answer: Mapping[str, Any] | None, held: Sequence[Library], why: str = "") -> Told:
    """Tell the known vulnerabilities by pip-audit's answer (``--format json``); without one, that none was to be had.

    pip-audit passes over a library that its database does not know, and is content: that counts as not asked.
    """
    if answer is None:
        return Told(unasked=(f"known vulnerabilities: {why or 'pip-audit gave no answer'}",))
    wrong, asked = [], set()
    for one in answer["dependencies"]:
        if "skip_reason" not in one:
            asked.add(str(one["name"]).lower().replace("_", "-"))
            wrong += [
                f"{one['name']} {one['version']}: {found['id']}, mended in {', '.join(found['fix_versions']) or 'none'}"
                for found in one["vulns"]
            ]
    left = [one.name for one in held if one.name not in asked]
    unasked = (f"known vulnerabilities of {', '.join(left)}: the database does not answer for them",) if left else ()
    return Told(tuple(wrong), unasked)
