# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""From a file of cookies as people write it to the rows of the tables.

A file states its sources once; a group of cookies shares what they have in common, and each cookie is one line:

    [sources.clarity]
    text = "Microsoft Learn: Clarity cookies"
    sure = "source-read"

    [[group]]
    vendor = "microsoft-clarity"
    purpose = "analytics"
    source = "clarity"
    cookies = [
        { name = "_clck", days = 365, id = true },
    ]
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from inspector.knowledge.records import Match, Sure
from inspector.knowledge.rows import Row
from inspector.knowledge.schema import COOKIE, GROUP, SOURCE, check_entry

FORMS: Final = {"name": Match.EXACT, "prefix": Match.PREFIX, "pattern": Match.PATTERN}


@dataclass(slots=True)
class CookieFile:
    """What a file gave: rows, the texts of their sources, and what was wrong with the rest."""

    rows: list[Row] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def read_cookies(data: Mapping[str, Any], where: str) -> CookieFile:
    """Return the rows of one file; ``where`` is its name, for the faults."""
    file = CookieFile()
    file.faults += [f"{where}: has an unknown key {key!r}" for key in data if key not in ("sources", "group")]
    sources = _read_sources(data.get("sources", {}), where, file)
    groups = data.get("group", [])
    if not isinstance(groups, list):
        file.faults.append(f"{where}: group is not a list of tables")
        return file
    for number, group in enumerate(groups, 1):
        for entry, place in _entries(group, f"{where}, group {number}", file):
            _add(entry, place, sources, file)
    return file


def _read_sources(table: Any, where: str, file: CookieFile) -> dict[str, tuple[int, str]]:
    sources: dict[str, tuple[int, str]] = {}
    for key, source in table.items() if isinstance(table, dict) else ():
        faults = check_entry(source, SOURCE) if isinstance(source, dict) else ["is not a table"]
        file.faults += [f"{where}, source {key}: {fault}" for fault in faults]
        if not faults:
            sources[key] = (len(file.sources), source["sure"])
            file.sources.append(source["text"])
    return sources


def _entries(group: Any, where: str, file: CookieFile) -> Iterator[tuple[dict[str, Any], str]]:
    faults = check_entry(group, GROUP) if isinstance(group, dict) else ["is not a table"]
    file.faults += [f"{where}: {fault}" for fault in faults]
    if faults:
        return
    shared = {key: value for key, value in group.items() if key != "cookies"}
    for number, cookie in enumerate(group["cookies"], 1):
        yield {**shared, **cookie}, f"{where}, cookie {number}"


def _add(entry: Mapping[str, Any], where: str, sources: Mapping[str, tuple[int, str]], file: CookieFile) -> None:
    faults = check_cookie(entry)
    if entry.get("source") not in sources:
        faults.append(f"its source {entry.get('source')!r} is none of the file's sources")
    file.faults += [f"{where} ({shown_name(entry)}): {fault}" for fault in faults]
    if not faults:
        source, sure = sources[entry["source"]]
        file.rows += make_rows(entry, source, Sure(sure))


def check_cookie(entry: Mapping[str, Any]) -> list[str]:
    """Return the faults of one cookie with what it shares with its group."""
    faults = check_entry(entry, COOKIE)
    if sum(form in entry for form in FORMS) != 1:
        faults.append("needs one of name, prefix, pattern")
    if "purpose" not in entry:
        faults.append("lacks purpose")
    if "days" in entry and entry.get("life") == "session":
        faults.append("cannot live for days and end with the session")
    return faults


def make_rows(entry: Mapping[str, Any], source: int, sure: Sure) -> Iterator[Row]:
    """Yield the rows of one checked cookie: one, or one for each of its domains."""
    form = next(form for form in FORMS if form in entry)
    domains = entry.get("domain")
    for domain in domains if isinstance(domains, list) else [domains]:
        yield [
            FORMS[form].value,
            entry[form],
            domain,
            entry.get("vendor"),
            entry["purpose"],
            entry.get("subtype", ""),
            entry.get("days"),
            _session(entry),
            entry.get("id"),
            source,
            sure.value,
            entry.get("platform"),
            entry.get("note", ""),
            entry.get("disputed", []),
        ]


def _session(entry: Mapping[str, Any]) -> bool | None:
    if "days" in entry:
        return False
    return {"session": True, "persistent": False}.get(entry.get("life", ""))


def shown_name(entry: Mapping[str, Any]) -> str:
    """Return the name, prefix or pattern of an entry, for messages."""
    return str(next((entry[form] for form in FORMS if form in entry), "without a name"))
