# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every number of a study, counted from the tables of its dataset and from nothing else.

This file lies in each study's folder as reproduce.py, and needs Python 3.10 or newer and its standard library only:

    python3 reproduce.py                     count everything again, and compare it with tables/
    python3 reproduce.py METHOD [SITE]       the rows of the dataset behind a method's number

A site is measured by a method where one of its rows could be, and a cookie is counted once for a site however many of
its rows show it, with the gravest that was found; a declared cookie that one row saw is not "not seen". Cookies are
told apart by the patterns of name and host and by their partition. What was found is counted twice: at any level, and
as a warning or an error ("grave"); a note alone proves little.
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

METHODS = (
    ("wrong_label", "1", "A known cookie is filed under another group than its vendor documents"),
    ("outlier_label", "2", "A cookie is filed under another group than most sites file it under"),
    ("wrong_retention", "3", "A cookie lives more than 1.5 times its declared lifetime and a day longer"),
    ("unclassified", "4", "What a cookie is for is not known, or the policy lists it as unclassified"),
    ("undeclared", "5", "Nothing in the policy declares a cookie"),
    ("contradictory_labels", "6", "The policy files the same cookie under two groups"),
    ("implicit_consent", "7", "A cookie that is not necessary was set before any choice"),
    ("ignored_choice", "8", "A cookie was set after its group had been refused"),
    ("declared_not_seen", "+", "The policy names a cookie that was not seen"),
)
ANY = ("any", "1-8", "At least one of the methods 1 to 8 found something")
OUTLIER = "outlier_label"
NOT_SEEN = "declared_not_seen"
LEAST_SITES = 10  # that file a cookie, before there is a majority: as published
MAJORITY = (2, 3)  # more than two thirds of them
GRAVE = ("warning", "error")
BY_SITE = ("site", "method", "measured", "examined", "found", "found_grave", "why_not_measured")
TOTALS = (
    "method", "number", "title", "sites", "sites_measured", "sites_found", "sites_found_grave", "share_found",
    "share_found_grave", "examined", "found", "found_grave",
)  # fmt: skip
GROUPS = ("method", "group", "examined", "found", "found_grave")
NAMES = ("method", "name", "sites_examined", "sites_found", "sites_found_grave")
MAJORITIES = ("name", "vendor", "sites", "group", "sites_of_group", "share")
OTHERS = "(names on fewer sites)"
FILES = {"by_site": BY_SITE, "totals": TOTALS, "by_group": GROUPS, "by_name": NAMES, "majorities": MAJORITIES}
Table = list[tuple[Any, ...]]
Key = tuple[str, str, str]  # name, host, partition
Items = dict[str, dict[Key, tuple[str, str]]]  # by method: the group of each thing examined, and what was found of it


def count(data: Path, small: int) -> dict[str, Table]:
    """Return the tables of numbers from the folder of the dataset's tables.

    A name that fewer than ``small`` sites show is not told in the table of names: it may hold what tells one visitor.
    """
    rows = [(row["site"], row["state"]) for row in read(data / "study_rows.csv")]
    tally = _Tally(sorted({site for site, _ in rows if site}), _why_not(data))
    for site, items in _by_site(data, Counter(site for site, _ in rows)):
        tally.add(site, items)
    majorities, outliers = _majorities(data)
    for site, kept in outliers.items():
        tally.add(site, {OUTLIER: kept})
    tables = tally.tables(small)
    tables["majorities"] = majorities
    return tables


def _why_not(data: Path) -> dict[tuple[str, str], str]:
    """By site and method: empty where a row could be measured, else why the first one could not."""
    found: dict[tuple[str, str], str] = {}
    for row in read(data / "study_asked.csv"):
        key = row["site"], row["method"]
        if row["measured"] == "true":
            found[key] = ""
        else:
            found.setdefault(key, row["why_not"])
    return found


def _by_site(data: Path, rows: Counter[str]) -> Iterator[tuple[str, Items]]:
    """Yield what was examined of each site; sites that have several rows come last, with all of them in one."""
    waiting: dict[str, Items] = {}
    for (_, site), held in groupby(read(data / "study_items.csv"), key=lambda row: (row["row"], row["site"])):
        several = rows[site] > 1
        items = waiting.setdefault(site, {}) if several else {}
        for row in held:
            things = items.setdefault(row["method"], {})
            key = row["name"], row["host"], row["partition"]
            things[key] = _joined(row["method"], things.get(key), (row["group"], row["level"]))
        if not several:
            yield site, items
    yield from waiting.items()


def _joined(method: str, one: tuple[str, str] | None, other: tuple[str, str]) -> tuple[str, str]:
    """Of two rows of a site the graver answer holds; but what one row saw was seen, whatever another did not see."""
    order = ("", "note", *GRAVE)
    if one is None:
        return other
    graver, milder = sorted((one, other), key=lambda held: -order.index(held[1]))
    return milder if method == NOT_SEEN else graver


def _majorities(data: Path) -> tuple[Table, dict[str, dict[Key, tuple[str, str]]]]:
    """Count under which group sites file a cookie of one vendor; return the majorities, and what each site's vote is.

    A site that files it under two groups has no vote here: that is the sixth method's.
    """
    votes: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row in read(data / "study_names.csv"):
        if row["vendor"] and row["group"]:
            votes[row["name"], row["vendor"]][row["site"]].add(row["group"])
    table: Table = []
    outliers: dict[str, dict[Key, tuple[str, str]]] = defaultdict(dict)
    for (name, vendor), sites in sorted(votes.items()):
        voted = {site: next(iter(groups)) for site, groups in sites.items() if len(groups) == 1}
        group, most = min(Counter(voted.values()).items(), key=lambda one: (-one[1], one[0]), default=("", 0))
        if len(voted) < LEAST_SITES or most * MAJORITY[1] <= len(voted) * MAJORITY[0]:
            continue
        table.append((name, vendor, len(voted), group, most, share(most, len(voted))))
        for site, own in voted.items():
            outliers[site][name, "", vendor] = own, "" if own == group else "note"
    return table, outliers


class _Tally:
    """Adds up site by site."""

    def __init__(self, sites: Sequence[str], why_not: dict[tuple[str, str], str]) -> None:
        self._sites, self._why_not = sites, why_not
        self._numbers: dict[tuple[str, str], tuple[int, int, int]] = {}
        self._groups: Counter[tuple[str, str, int]] = Counter()
        self._names: Counter[tuple[str, str, int]] = Counter()

    def add(self, site: str, items: Items) -> None:
        """Take what the methods examined of one site."""
        for method, things in items.items():
            told = list(things.items())
            sets = (told, [one for one in told if one[1][1]], [one for one in told if one[1][1] in GRAVE])
            self._numbers[site, method] = (len(sets[0]), len(sets[1]), len(sets[2]))
            for place, held in enumerate(sets):
                self._groups.update((method, group or "unknown", place) for _, (group, _) in held)
                self._names.update((method, name, place) for name in {key[0] for key, _ in held})

    def tables(self, small: int) -> dict[str, Table]:
        """Return the numbers of each site, of all, by group and by name."""
        by_site = [self._of_site(site, method) for site in self._sites for method, _, _ in METHODS]
        groups = sorted({key[:2] for key in self._groups}, key=lambda key: (order(key[0]), key[1]))
        return {
            "by_site": by_site,
            "totals": [*self._totals(by_site)],
            "by_group": [(*key, *(self._groups[(*key, place)] for place in range(3))) for key in groups],
            "by_name": self._by_name(small),
        }

    def _of_site(self, site: str, method: str) -> tuple[Any, ...]:
        numbers = self._numbers.get((site, method), (0, 0, 0))
        if method == OUTLIER:
            why = "" if numbers[0] else f"no cookie that it names has a majority of {LEAST_SITES} sites or more"
        else:
            why = self._why_not.get((site, method), "no row of the site could be judged")
        return (site, method, not why, *numbers, why)

    def _totals(self, by_site: Table) -> Iterator[tuple[Any, ...]]:
        total = len(self._sites)
        for method in (*METHODS, ANY):
            rows = [row for row in by_site if row[2] and row[1] in _parts(method)]
            measured = {row[0] for row in rows}
            found, grave = {row[0] for row in rows if row[4]}, {row[0] for row in rows if row[5]}
            sums = ("", "", "") if method is ANY else tuple(sum(row[place] for row in rows) for place in (3, 4, 5))
            shares = share(len(found), len(measured)), share(len(grave), len(measured))
            yield (*method, total, len(measured), len(found), len(grave), *shares, *sums)

    def _by_name(self, small: int) -> Table:
        """The names of a method, most sites first; those that few sites show are one row, told by none of them."""
        table: Table = []
        for method, _, _ in METHODS:
            names = sorted({name for word, name, _ in self._names if word == method})
            counts = {name: [self._names[method, name, place] for place in range(3)] for name in names}
            told = [name for name in names if counts[name][0] >= small]
            told.sort(key=lambda name: (-counts[name][1], -counts[name][0], name))
            table += [(method, name, *counts[name]) for name in told]
            if len(told) < len(names):
                table.append((method, f"{OTHERS[:-1]} than {small})", "", "", ""))
        return table


def _parts(method: tuple[str, str, str]) -> tuple[str, ...]:
    return tuple(word for word, number, _ in METHODS if number != "+") if method is ANY else (method[0],)


def order(method: str) -> int:
    """Return the place of a method in the order of its number."""
    return [word for word, _, _ in METHODS].index(method)


def share(part: int, whole: int) -> str:
    """Return a share with four decimals, rounded half up in whole numbers; empty of nothing."""
    if not whole:
        return ""
    ten_thousandths = (part * 20_000 + whole) // (2 * whole)
    return f"{ten_thousandths // 10_000}.{ten_thousandths % 10_000:04}"


def read(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table by the names of their columns; an empty cell is null."""
    csv.field_size_limit(2**31 - 1)
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def text_of(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    """Return a table of numbers as CSV (RFC 4180)."""
    lines: list[str] = []
    for row in (columns, *rows):
        lines.append(",".join(_cell(cell) for cell in row) + "\n")
    return "".join(lines)


def _cell(cell: Any) -> str:
    text = str(cell).lower() if isinstance(cell, bool) else str(cell)
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\r\n') else text


def small_of(folder: Path) -> int:
    """Return how few sites make a name too rare to be told, as the study was made."""
    rows = {row["name"]: row["value"] for row in read(folder / "tables" / "settings.csv")}
    return int(rows["smallest_group"])


def behind(data: Path, method: str, site: str | None) -> Iterator[str]:
    """Yield the rows of the dataset behind a method's number, as CSV."""
    name = "study_names.csv" if method == OUTLIER else "study_items.csv"
    wanted: Callable[[dict[str, str]], bool] = lambda row: row.get("method", OUTLIER) == method  # noqa: E731
    first = True
    for row in read(data / name):
        if wanted(row) and site in (None, row["site"]) and (method == OUTLIER or row["level"]):
            if first:
                yield text_of(tuple(row), ())
                first = False
            yield text_of(tuple(row.values()), ())


def main(arguments: Sequence[str]) -> int:
    """Count again and compare, or show the rows behind a number; 1 where a number differs."""
    folder = Path(__file__).resolve().parent
    if arguments:
        if arguments[0] not in [word for word, _, _ in METHODS]:
            sys.stderr.write(f"The methods are {', '.join(word for word, _, _ in METHODS)}.\n")
            return 3
        sys.stdout.writelines(behind(folder / "data", arguments[0], arguments[1] if len(arguments) > 1 else None))
        return 0
    tables = count(folder / "data", small_of(folder))
    differing = [name for name, columns in FILES.items() if _told(folder, name) != text_of(columns, tables[name])]
    for row in tables["totals"]:
        sys.stdout.write(f"{row[0]:22} {row[5]:>7} of {row[4]:>7} sites measured ({row[6]} grave)\n")
    for name in differing:
        sys.stdout.write(f"tables/{name}.csv differs from what the dataset gives\n")
    cells = sum(len(columns) * len(tables[name]) for name, columns in FILES.items())
    sys.stdout.write("NOT reproduced.\n" if differing else f"All {cells} cells of tables/ are reproduced.\n")
    return 1 if differing else 0


def _told(folder: Path, name: str) -> str:
    try:
        with (folder / "tables" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return file.read()
    except OSError:
        return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
