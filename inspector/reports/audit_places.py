# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Where a finding stands for tools that show files: the contradicted sentence, else the first line of the policy.

Addresses are made of text alone; no file is opened here.
"""

import os
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath
from typing import Final, NamedTuple
from urllib.parse import quote as percent_encoded

from inspector.core.finding import ClaimRef, Finding
from inspector.core.place import Region
from inspector.core.policy import Document, Source
from inspector.core.report import Report
from inspector.reports.api import Look

_SAFE: Final = "/-._~"
_LONGEST: Final = 4096  # characters; PATH_MAX of Linux, and longer than any address that is shown
_DATA: Final = ("yaml", "yml", "json")
START: Final = Region(1, 1, 1, 1)


class Place(NamedTuple):
    """A place in a file. ``path`` is relative to the root, with ``/``; empty for what lies outside of it."""

    path: str
    uri: str
    region: Region

    @property
    def relative(self) -> bool:
        """Whether it lies under the root, so that a code host can find it in the repository."""
        return bool(self.path)


def place_of(finding: Finding, report: Report, look: Look) -> Place:
    """Return where a finding stands: its deciding sentence, or line 1 of the declaration, else of the policy."""
    document = report.policy.document
    claim = finding.claim
    if claim is None:
        return _place(_main(document), START, look)
    return _place(document.source_at(claim.quote.start), _region(claim, document, look), look)


def policy_place(report: Report, look: Look) -> Place:
    """Return the start of the policy."""
    return _place(_main(report.policy.document), START, look)


def source_places(report: Report, look: Look) -> Iterator[tuple[Source, Place]]:
    """Yield every source of the policy with its place."""
    for source in _sources(report.policy.document):
        yield source, _place(source, START, look)


def claim_place(claim: ClaimRef, report: Report, look: Look) -> Place:
    """Return where a sentence stands."""
    document = report.policy.document
    return _place(document.source_at(claim.quote.start), _region(claim, document, look), look)


def file_place(location: str, line: int | None, root: str, inside: str) -> Place:
    """Return a line of a file (``None``: the file as such)."""
    path, uri, lines = _address(location, root, inside)
    return Place(path, uri, Region(line, 1, line, 1) if lines and line is not None and line > 0 else START)


def _region(claim: ClaimRef, document: Document, look: Look) -> Region:
    """The columns where the file is there to be looked at, else the line; a PDF has no lines that a tool could show."""
    if "pdf" in document.source_at(claim.quote.start).media_type:
        return START
    found = look.region_of(claim.quote)
    line = max(1, claim.quote.line)
    return found if found is not None else Region(line, 1, line, 1)


def _main(document: Document) -> Source:
    """The file that a missing declaration belongs into: the declaration as data, else the first part."""
    sources = _sources(document)
    return next((source for source in sources if any(kind in source.media_type for kind in _DATA)), sources[0])


def _sources(document: Document) -> Sequence[Source]:
    return [part.source for part in document.parts] or [document.source]


def _place(source: Source, region: Region, look: Look) -> Place:
    path, uri, lines = _address(source.location, look.root, look.inside)
    return Place(path, uri, region if lines else START)


@lru_cache(maxsize=64)  # a policy has a part or a few, and a report thousands of findings
def _address(location: str, root: str, inside: str) -> tuple[str, str, bool]:
    """Return a location's path under the root (empty where it is outside), its URI, and whether it has lines."""
    if len(location) > _LONGEST:
        return "", "policy", True
    if "://" in location:
        return "", percent_encoded(location, safe=_SAFE + ":?#[]@!$&'()*+,;=%", errors="replace"), True
    if location == "-":
        return "", "stdin", False
    path = _relative(location, root, inside)
    if path:
        return path, percent_encoded(path, safe=_SAFE, errors="replace"), True
    full = percent_encoded(PurePath(os.path.normpath(location)).as_posix(), safe=_SAFE + ":", errors="replace")
    return "", f"file:///{full.lstrip('/')}" if PurePath(location).is_absolute() else full, True


def _relative(location: str, root: str, inside: str) -> str:
    path = PurePath(location)
    if not path.is_absolute():
        path = PurePath(os.path.normpath(PurePath(inside) / path))
    elif root:
        path = PurePath(os.path.normpath(path))
        if not path.is_relative_to(root):
            return ""
        path = path.relative_to(root)
    else:
        return ""
    return "" if path.parts[:1] in ((), ("..",)) else path.as_posix()
