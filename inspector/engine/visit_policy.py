# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The policies that the pages of a visit link to: the likeliest cookie policy and the likeliest privacy policy."""

from typing import NamedTuple

from inspector.core.problem import InspectorError
from inspector.core.visit import VisitRecord
from inspector.policies.links import rank_links


class FoundPolicy(NamedTuple):
    """A policy's address, and why it was taken for one."""

    url: str
    why: str


def policies_of(record: VisitRecord) -> tuple[FoundPolicy, ...]:
    """Return the policies that the visited pages link to; raise where none does."""
    links = [link for run in record.runs for link in run.policy_links]
    ranked = rank_links(dict.fromkeys(links), _page(record))
    taken = {link.kind: link for link in reversed(ranked)}
    if not taken:
        raise InspectorError("The visited page links to no policy that could be found", "Name it with --policy SOURCE")
    best = sorted(taken.values(), key=lambda link: -link.score)
    return tuple(FoundPolicy(link.url, link.why) for link in best)


def _page(record: VisitRecord) -> str:
    pages = (page.url for run in record.runs for page in run.pages if page.url and page.outcome == "ok")
    return next(pages, record.url)
