# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Reads ``resources/knowledge/``: the TOML that people edit, checked and joined into plain tables.

Only the compiler and the tests read it; the program reads what was compiled, because parsing this much TOML takes
half a second.
"""

import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from inspector.knowledge.cookies import read_cookies
from inspector.knowledge.records import Mechanism
from inspector.knowledge.rows import COOKIE_FIELDS, Row, rank
from inspector.knowledge.schema import LINK, OPT_OUT, OPT_OUT_COOKIE, PLATFORM, SCOPES, VENDOR, Kind, check_entry
from inspector.knowledge.vendors import fold_alias

_FIELD: Final = {name: position for position, name in enumerate(COOKIE_FIELDS)}

Tables = dict[str, Any]


def read_tables(folder: Path) -> tuple[Tables, list[str]]:
    """Return the joined tables and every fault found in them, each with the file and entry that it is in."""
    faults: list[str] = []
    head = _read(folder / "knowledge.toml")
    tables: Tables = {
        "version": str(head["version"]),
        "date": str(head["date"]),
        "scopes": head["scope"],
        "mechanisms": head["mechanism"],
        "sources": [],
        "cookies": [],
        "vendors": [],
        "opt_outs": [],
        "links": [],
        "platforms": [],
    }
    _add_cookies(folder, tables, faults)
    _add_vendors(folder, tables, faults)
    tables["links"] = list(_checked(folder / "links.toml", "link", LINK, faults))
    tables["platforms"] = list(_checked(folder / "platforms.toml", "platform", PLATFORM, faults))
    faults += _cross_faults(tables)
    return tables, faults


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _add_cookies(folder: Path, tables: Tables, faults: list[str]) -> None:
    for path in sorted((folder / "cookies").glob("*.toml")):
        file = read_cookies(_read(path), path.name)
        start = len(tables["sources"])
        for row in file.rows:
            tables["cookies"].append(_renumbered(row, start))
        tables["sources"] += file.sources
        faults += file.faults
    tables["cookies"].sort(key=rank)


def _renumbered(row: Row, start: int) -> Row:
    copy = list(row)
    copy[_FIELD["source"]] += start
    return copy


def _add_vendors(folder: Path, tables: Tables, faults: list[str]) -> None:
    for path in sorted((folder / "vendors").glob("*.toml")):
        for vendor in _checked(path, "vendor", VENDOR, faults):
            ways = vendor.pop("opt_out", [])
            tables["vendors"].append(vendor)
            for way in ways:
                where = f"{path.name}, {vendor['id']}, opt-out {way.get('id')}"
                faults += [f"{where}: {fault}" for fault in check_entry(way, OPT_OUT)]
                for cookie in way.get("cookies", ()):
                    faults += [f"{where}, cookie: {fault}" for fault in check_entry(cookie, OPT_OUT_COOKIE)]
                tables["opt_outs"].append({**way, "vendor": vendor["id"]})


def _checked(path: Path, key: str, kind: Kind, faults: list[str]) -> Iterator[dict[str, Any]]:
    data = _read(path)
    faults += [f"{path.name}: has an unknown key {name!r}" for name in data if name != key]
    for number, entry in enumerate(data.get(key, ()), 1):
        found = check_entry(entry, kind)
        faults += [f"{path.name}, {key} {number} ({entry.get('id', '')}): {fault}" for fault in found]
        if not found:
            yield entry


def _cross_faults(tables: Tables) -> Iterator[str]:
    """Yield what only shows between entries: ids that lead nowhere, and two entries for one thing."""
    vendors = {vendor["id"] for vendor in tables["vendors"]}
    platforms = {platform["id"] for platform in tables["platforms"]}
    ways = {way["id"] for way in tables["opt_outs"]}
    for row in tables["cookies"]:
        for field, known in (("vendor", vendors), ("platform", platforms)):
            if row[_FIELD[field]] is not None and row[_FIELD[field]] not in known:
                yield f"cookie {row[_FIELD['name']]}: its {field} {row[_FIELD[field]]!r} is in no table"
    for platform in tables["platforms"]:
        if platform.get("vendor", next(iter(vendors), None)) not in vendors:
            yield f"platform {platform['id']}: its vendor is in no table"
    for vendor in tables["vendors"]:
        if vendor.get("ways_of", vendor["id"]) not in vendors:
            yield f"vendor {vendor['id']}: ways_of {vendor['ways_of']!r} is in no table"
    for link in tables["links"]:
        if link["opt_out"] not in ways:
            yield f"link {link.get('url', link.get('phrase'))}: its opt-out {link['opt_out']!r} is in no table"
        if ("url" in link) == ("phrase" in link):
            yield f"link for {link['opt_out']}: needs either url or phrase"
    if set(tables["scopes"]) != SCOPES:
        yield "knowledge.toml: the scopes are not those of the schema"
    if not set(tables["mechanisms"]) <= set(Mechanism):
        yield "knowledge.toml: the mechanisms are not those of the schema"
    yield from _doubles(tables)


def _doubles(tables: Tables) -> Iterator[str]:
    once: Mapping[str, Iterator[Any]] = {
        "cookie": ((row[0], row[1], row[2]) for row in tables["cookies"]),
        "vendor": (vendor["id"] for vendor in tables["vendors"]),
        "opt-out": (way["id"] for way in tables["opt_outs"]),
        "platform": (platform["id"] for platform in tables["platforms"]),
        "link": (link.get("url", link.get("phrase")) for link in tables["links"]),
        "domain of a vendor": (domain for vendor in tables["vendors"] for domain in vendor.get("domains", ())),
        "alias of a vendor": (alias for vendor in tables["vendors"] for alias in _aliases(vendor)),
    }
    for what, keys in once.items():
        yield from (f"{what} {key}: is there {count} times" for key, count in Counter(keys).items() if count > 1)


def _aliases(vendor: Mapping[str, Any]) -> set[str]:
    return {fold_alias(alias) for alias in (vendor["id"], vendor["name"], *vendor.get("aliases", ()))}
