# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every key of the settings, on one page: its name, and what makes a value of what stands in the file.

A key may be spelled with ``_`` or ``-``. What is wrong is said with the file, the line and the key, all of it at once.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final, NamedTuple

from inspector.core.finding import DeclaredBy, Level
from inspector.core.label import Purpose
from inspector.core.problem import InspectorError, Problem, Severity
from inspector.core.visible import visible
from inspector.engine import settings_values as values
from inspector.engine.ignoring import Ignore
from inspector.engine.settings_lines import Lines
from inspector.rules.limits import LifetimeLimit
from inspector.rules.selectors import Selector

Make = Callable[[Any], Any]
_DECLARED_BY: Final = values.one_of("name", "vendor", "purpose")
_PURPOSE: Final = values.one_of(*(purpose.value for purpose in Purpose))


class KnownCookie(NamedTuple):
    """A cookie of the project's own, and what it is for. ``host`` is ``None`` for the site and its other domains."""

    name: str
    purpose: Purpose
    reason: str
    host: str | None = None
    vendor: str | None = None


def _ignore(where: str, held: Mapping[str, Any]) -> Ignore:
    if not any(key in held for key in ("rule", "cookie", "host")):
        raise ValueError("it says neither rule nor cookie nor host, and so would ignore everything")
    cookies = Selector(held.get("cookie"), held.get("host"))
    return Ignore(held["reason"], held.get("rule"), cookies, held.get("until"), where)


def _known(where: str, held: Mapping[str, Any]) -> KnownCookie:
    return KnownCookie(held["name"], held["purpose"], held["reason"], held.get("host"), held.get("vendor"))


def _limit(where: str, held: Mapping[str, Any]) -> LifetimeLimit:
    if "cookie" not in held and "host" not in held:
        raise ValueError("it says neither cookie nor host")
    return LifetimeLimit(Selector(held.get("cookie"), held.get("host")), held["at_most"], held.get("reason", ""))


class ListOf(NamedTuple):
    """A list of tables such as ``[[ignore]]``: its keys, those that each entry must have, and what makes an entry."""

    keys: Mapping[str, Make]
    needed: tuple[str, ...]
    make: Callable[[str, Mapping[str, Any]], Any]


KEYS: Final[Mapping[str, Make]] = {
    "site": values.domain,
    "also": values.domains,
    "policy": values.paths,
    "declaration": values.paths,
    "cookies": values.paths,
    "corrections": values.text,
    "baseline": values.text,
    "only_this_site": values.flag,
    "in_force": values.flag,
    "declared_by": lambda value: DeclaredBy(_DECLARED_BY(value)),
    "strict_lifetime": values.flag,
    "fail_on": values.levels_and_rules,
    "max_new": values.number,
}
LISTS: Final[Mapping[str, ListOf]] = {
    "ignore": ListOf(
        {
            "rule": values.rule,
            "cookie": values.cookie_name,
            "host": values.domain,
            "reason": values.reason,
            "until": values.day,
        },
        ("reason",),
        _ignore,
    ),
    "cookie": ListOf(
        {
            "name": values.cookie_name,
            "purpose": lambda value: Purpose(_PURPOSE(value)),
            "host": values.domain,
            "vendor": values.text,
            "reason": values.reason,
        },
        ("name", "purpose", "reason"),
        _known,
    ),
    "lifetime": ListOf(
        {
            "cookie": values.cookie_name,
            "host": values.domain,
            "at_most": values.lifetime,
            "reason": values.reason,
        },
        ("at_most",),
        _limit,
    ),
}
LEVEL_TABLE: Final = "levels"


def read_table(table: Mapping[str, Any], lines: Lines, path: Path) -> tuple[dict[str, Any], tuple[Problem, ...]]:
    """Return the value of each key, and what is wrong with the others."""
    reader = _Reader(lines, path)
    return dict(reader.read(table)), tuple(reader.problems)


class _Reader:
    """Reads the tables of one file, and collects what is wrong with them."""

    def __init__(self, lines: Lines, path: Path) -> None:
        self._lines = lines
        self._path = path
        self.problems: list[Problem] = []

    def read(self, table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
        """Yield each key that is understood, with its value."""
        known = (*KEYS, LEVEL_TABLE, *LISTS)
        for spelled, value in table.items():
            name = spelled.replace("-", "_")
            if name != spelled and name in table:
                self._tell(f'"{spelled}" is there twice, once with - and once with _', "", spelled)
            elif name == LEVEL_TABLE:
                yield name, dict(self._levels(value))
            elif name in LISTS:
                yield name, tuple(self._entries(name, LISTS[name], value))
            elif name in KEYS:
                yield from ((name, made) for made in self._made(KEYS[name], value, spelled))
            else:
                self._unknown(spelled, known)

    def _levels(self, table: Any) -> Iterator[tuple[str, Level | None]]:
        if not isinstance(table, dict):
            self._tell(f'"{LEVEL_TABLE}" is not a table such as [{LEVEL_TABLE}]', "", LEVEL_TABLE)
            return
        for rule, level in table.items():
            codes = list(self._made(values.rule, rule, rule, LEVEL_TABLE))
            for made in self._made(values.level, level, rule, LEVEL_TABLE) if codes else ():
                yield codes[0], made

    def _entries(self, name: str, kind: ListOf, entries: Any) -> Iterator[Any]:
        if not isinstance(entries, list):
            self._tell(f'"{name}" is not a list of tables such as [[{name}]]', "", name)
            return
        if len(entries) > values.MOST:
            many = f"{len(entries):,} entries of [[{name}]], and no more than {values.MOST:,} are taken"
            self._tell(many, "Say it with patterns, or set the rule's level", name)
            return
        for number, entry in enumerate(entries, 1):
            before = len(self.problems)
            held = dict(self._entry(name, number, kind, entry))
            if len(self.problems) == before:
                where = self._where(self._lines.of_table(name, number))
                yield from self._made(partial(kind.make, where), held, "", name, number)

    def _entry(self, name: str, number: int, kind: ListOf, entry: Any) -> Iterator[tuple[str, Any]]:
        if not isinstance(entry, dict):
            self._tell(f"{name} {number} is not a table", "", name)
            return
        for spelled, value in entry.items():
            make = kind.keys.get(spelled.replace("-", "_"))
            if make is None:
                self._unknown(spelled, tuple(kind.keys), name, number)
            else:
                key = spelled.replace("-", "_")
                yield from ((key, made) for made in self._made(make, value, spelled, name, number))
        for key in kind.needed:
            if key not in entry and key.replace("_", "-") not in entry:
                self._tell(f"{name} {number} has no {key}", "", "", name, number)

    def _made(self, make: Make, value: Any, spelled: str, table: str = "", number: int = 1) -> Iterator[Any]:
        """Yield what ``make`` makes of a value; where it cannot, tell why and yield nothing."""
        what_to_do = ""
        try:
            yield make(value)
            return
        except InspectorError as error:
            why, what_to_do = error.message, error.what_to_do
        except ValueError as error:
            why = str(error)
        entry = f"{table} {number}" if table in LISTS else table
        name = ", ".join(part for part in (entry, f'"{visible(spelled, 120)}"' if spelled else "") if part)
        self._tell(f"{name}: {visible(why, 400)}", what_to_do, spelled, table, number)

    def _unknown(self, spelled: str, known: tuple[str, ...], table: str = "", number: int = 1) -> None:
        from difflib import get_close_matches  # here because it is needed for a slip only

        close = get_close_matches(spelled.replace("-", "_"), known, n=1)
        meant = f'Did you mean "{close[0]}"?' if close else f"Known here: {', '.join(known)}"
        entry = f" in {table} {number}" if table else ""
        self._tell(f'"{visible(spelled, 120)}"{entry} is not known', meant, spelled, table, number)

    def _tell(self, what: str, what_to_do: str, key: str, table: str = "", number: int = 1) -> None:
        line = self._lines.of_key(key, table, number) if key else self._lines.of_table(table, number)
        where = self._where(line)
        self.problems.append(Problem("settings-invalid", what, where, "", what_to_do, Severity.FAILED))

    def _where(self, line: int | None) -> str:
        return str(self._path) if line is None else f"{self._path}, line {line}"
