# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Counts a run's answers: how many were asked again, how many differ, how many could not be asked, each with why not.

A dataset is read by those who did not make it: an answer that nobody asked again must not pass for one that held.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final

from inspector.core.frozen import frozen
from inspector.datasets.dataset import Rows, records

_TABLES: Final = ("labels", "verdicts", "claims", "findings")
_CORRECTED: Final = "a person corrected it, and corrections are not told"
_COLLAPSED: Final = "identifiers were taken out of the cookie's name"
_REDUCED: Final = "something that it rests on is told reduced, or not at all"
_LABEL: Final = "the label of a cookie that it is about could not be"
_NOT_TRIED: Final = "the dataset says that this was not tried when it was made"


@frozen
class Account:
    """The answers of one table: asked again, differing, and those that could not be asked, by the reason."""

    table: str
    asked: int
    differing: int
    left: tuple[tuple[str, int], ...]

    @property
    def left_out(self) -> int:
        """How many could not be asked again."""
        return sum(count for _, count in self.left)

    @property
    def line(self) -> str:
        """What is told of it."""
        text = f"{self.table}: {self.asked:,} asked again, {self.differing:,} of them {_differ(self.differing)}"
        if not self.left:
            return text
        why = "; ".join(f"{count:,} because {reason}" for reason, count in self.left)
        return f"{text}; {self.left_out:,} could not be asked again ({why})"


def _differ(count: int) -> str:
    return "differs" if count == 1 else "differ"


def accounts(tables: Rows, run_id: str, differing: Mapping[str, int]) -> Iterator[Account]:
    """Yield the account of each table that has answers of a run; ``differing`` counts by table."""
    cookies = _reasons_of_labels(tables, run_id)
    about = _cookies_of_findings(tables, run_id)
    for table in _TABLES:
        asked, left = 0, Counter[str]()
        for row in records(tables, table):
            if row["run_id"] != run_id or (table == "claims" and row["verdict"] is None):
                continue
            if row["repeatable"]:
                asked += 1
            else:
                left[_why(table, row, cookies, about)] += 1
        if asked or left or differing.get(table):
            yield Account(table, asked, differing.get(table, 0), tuple(sorted(left.items())))


def _why(table: str, row: Mapping[str, Any], cookies: Mapping[str, str], about: Mapping[str, list[str]]) -> str:
    """Why a row was not asked again, as far as the dataset shows it."""
    if row["repeatable"] is None:
        return _NOT_TRIED
    if table == "labels":
        return cookies[row["cookie_id"]]
    found = [row["cookie_id"]] if table == "verdicts" else about.get(row.get("finding_id", ""), [])
    return _LABEL if any(cookie in cookies for cookie in found) else _REDUCED


def _reasons_of_labels(tables: Rows, run_id: str) -> dict[str, str]:
    """Return the cookies whose label was not asked again, each with why."""
    collapsed = {row["cookie_id"] for row in records(tables, "cookies") if row["name_collapsed"]}
    found = {}
    for row in records(tables, "labels"):
        if row["run_id"] == run_id and not row["repeatable"]:
            name = row["cookie_id"]
            found[name] = _CORRECTED if row["corrected"] else _COLLAPSED if name in collapsed else _REDUCED
    return found


def _cookies_of_findings(tables: Rows, run_id: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for row in records(tables, "finding_cookies"):
        if row["run_id"] == run_id:
            found.setdefault(row["finding_id"], []).append(row["cookie_id"])
    return found
