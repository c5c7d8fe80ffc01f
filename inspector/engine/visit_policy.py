# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policies that the pages of a visit link to: the likeliest cookie policy and the likeliest privacy policy."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from inspector.core.problem import InspectorError
from inspector.core.visit import VisitRecord
from inspector.policies.links import rank_links


class FoundPolicy(NamedTuple):
    """Where a policy is, an address or a file, and why it was taken for one."""

    source: str
    why: str


def policies_of(record: VisitRecord, folder: Path) -> tuple[FoundPolicy, ...]:
    """Return the policies of a visit; raise where there is none.

    They are the declarations that consent platforms loaded, each content once, and what the visited pages link to.
    """
    found = (*_declarations(record, folder), *_linked(record))
    if not found:
        raise InspectorError("The visited page links to no policy that could be found", "Name it with --policy SOURCE")
    return found


def _linked(record: VisitRecord) -> Iterator[FoundPolicy]:
    links = [link for run in record.runs for link in run.policy_links]
    ranked = rank_links(dict.fromkeys(links), _page(record))
    taken = {link.kind: link for link in reversed(ranked)}
    for link in sorted(taken.values(), key=lambda link: -link.score):
        yield FoundPolicy(link.url, link.why)


def _declarations(record: VisitRecord, folder: Path) -> Iterator[FoundPolicy]:
    """Yield the kept declarations that lie where the log says: a log that was made up leads out of no folder."""
    kept = {held.sha256: (run.id, held) for run in reversed(record.runs) for held in reversed(run.declarations)}
    for run, held in reversed(kept.values()):
        path = folder / run / held.file
        if path.resolve().parent == (folder / run).resolve() and path.is_file():
            yield FoundPolicy(str(path), f"the declaration that {held.what} loaded from {held.url or 'the page'}")


def _page(record: VisitRecord) -> str:
    pages = (page.url for run in record.runs for page in run.pages if page.url and page.outcome == "ok")
    return next(pages, record.url)
