# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Which policy each site of a crawl has: a table of sites and files, or a folder with one for each site."""

import csv
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from inspector.core.frozen import frozen
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.knowledge.site import registrable

_COLUMNS: Final = ("site", "policy")
_LONGEST: Final = 100_000_000  # bytes of a table


@frozen
class PolicyBook:
    """The files of each site's policy, by its registrable domain; where they are read is where a site is judged."""

    files: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()


def open_policies(path: Path) -> PolicyBook:
    """Return the policies of a table (CSV: site, policy) or of a folder; raise where it is neither."""
    if path.is_dir():
        return _of_folder(path)
    try:
        if path.stat().st_size > _LONGEST:
            raise InspectorError(f"{path} is too large for a table of policies", "Split it")
        with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
            return _of_table(path, csv.DictReader(file))
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InspectorError(f"The policies cannot be read from {path}: {reason}", "Name a table or folder") from error
    except csv.Error as error:
        raise InspectorError(
            f"{path} is no table of policies: {error}", "It needs the columns site and policy"
        ) from error


def _of_table(path: Path, rows: "csv.DictReader[str]") -> PolicyBook:
    if not set(_COLUMNS) <= set(rows.fieldnames or ()):
        raise InspectorError(
            f"{path} is no table of policies", "Its first line has to name the columns site and policy"
        )
    found: dict[str, list[str]] = {}
    problems: list[Problem] = []
    for row in rows:
        site, policy = (row["site"] or "").strip(), (row["policy"] or "").strip()
        place = path.parent / policy
        if not site or not policy or "\0" in policy or not place.is_file():
            what = "a row names no site and file of a policy: the site is not judged"
            where = f"{path}, line {rows.line_num}"
            problems.append(Problem("policy-row-skipped", what, where, f"{site or 'no site'}, {policy or 'no file'}"))
            continue
        found.setdefault(registrable(site), []).append(str(place))
    return PolicyBook(MappingProxyType({site: tuple(files) for site, files in found.items()}), tuple(problems))


def _of_folder(path: Path) -> PolicyBook:
    """Files are called after their site (``shop.example.html``), or lie in a folder that is."""
    found: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for entry in sorted(path.iterdir()):
        if entry.name.startswith("."):
            continue
        parts = tuple(map(str, sorted(held for held in entry.iterdir() if held.is_file()))) if entry.is_dir() else ()
        site = registrable(entry.name if entry.is_dir() else entry.stem)
        parts = parts or ((str(entry),) if entry.is_file() else ())
        if not parts or site in found:
            what = "no file in this folder, or a second policy of one site: put the parts of one into a folder"
            problems.append(Problem("policy-row-skipped", what, str(entry), "", "", Severity.PARTIAL))
            continue
        found[site] = parts
    return PolicyBook(MappingProxyType(found), tuple(problems))
