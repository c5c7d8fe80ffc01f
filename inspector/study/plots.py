# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The numbers of a study as pictures (SVG): the methods in total, site by site, and how many methods a site met.

Each is drawn from a table of numbers alone, holds no script, no font and no date, and has the same bytes for the same
numbers. What was not measured is drawn as such and never as nothing found.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final
from xml.sax.saxutils import escape, quoteattr

from inspector.core.visible import visible
from inspector.study.numbers import ANY, METHODS, Table

MOST_SITES: Final = 60
_WIDTH: Final = 760
_LEFT: Final = 300
_BAR: Final = 290
_ROW: Final = 30
_CELL: Final = 34
_TOP: Final = 64
_STYLE: Final = (
    "text{font:13px sans-serif;fill:#1b1b1b}.title{font-size:16px;font-weight:bold}.small{font-size:11px;fill:#555}"
    ".grave{fill:#9c2a1a}.note{fill:#e0a58c}.none{fill:#fff;stroke:#8a8a8a}.rest{fill:#eee}.unmeasured{fill:none}"
)
_LEGEND: Final = (("grave", "warning or error"), ("note", "note only"), ("none", "measured, nothing found"))
_DOMAIN: Final = 44


def plots(tables: Mapping[str, Table]) -> dict[str, str]:
    """Return every picture by its file's name."""
    return {
        "methods.svg": methods_plot(tables["totals"]),
        "sites.svg": sites_plot(tables["by_site"]),
        "methods_per_site.svg": spread_plot(tables["by_site"]),
    }


def methods_plot(totals: Table) -> str:
    """Return of each method the share of the measured sites on which it found something."""
    parts = [_text(0, 20, "Sites on which each method found something", "title"), *_legend(_LEGEND[:2])]
    for place, (word, number, _, _, measured, found, grave, *_) in enumerate(totals):
        y = _TOP + place * _ROW
        parts.append(_text(0, y + 13, _name(str(word), str(number))))
        if not measured:
            parts.append(_text(_LEFT, y + 13, "not measured on any site", "small"))
            continue
        parts.append(_box("rest", _LEFT, y, _BAR, 18))
        parts += [
            _box(kind, _LEFT, y, _BAR * part / measured, 18) for kind, part in (("note", found), ("grave", grave))
        ]
        parts.append(_text(_LEFT + _BAR + 10, y + 13, f"{found} of {measured} measured"))
    return _picture(parts, _TOP + len(totals) * _ROW + 6, "Share of the measured sites by method")


def sites_plot(by_site: Table) -> str:
    """Return the sites on which most methods found something, each with every method."""
    rows = _by_site(by_site)
    ordered = sorted(rows, key=lambda site: (-_met(rows[site]), site))
    parts = [_text(0, 20, "Sites and methods", "title"), *_legend(_LEGEND)]
    parts += [_text(_LEFT + at * _CELL + 8, _TOP + 10, number) for at, (_, number, _) in enumerate(METHODS)]
    top = _TOP + 20
    for place, site in enumerate(ordered[:MOST_SITES]):
        y = top + place * 22
        parts.append(_text(0, y + 13, _short(site, _DOMAIN)))
        parts += [_cell(row, _LEFT + at * _CELL, y) for at, row in enumerate(rows[site])]
    bottom = top + min(len(ordered), MOST_SITES) * 22
    names = [_name(word, number) for word, number, _ in METHODS]
    parts += [
        _text(0, bottom + 18, ", ".join(names[:5]) + ",", "small"),
        _text(0, bottom + 34, ", ".join(names[5:]), "small"),
    ]
    more = len(ordered) - MOST_SITES
    if more > 0:
        parts.append(_text(0, bottom + 50, f"and {more} more sites: tables/by_site.csv has all", "small"))
    return _picture(parts, bottom + 60, "Methods that found something, site by site")


def spread_plot(by_site: Table) -> str:
    """Return on how many sites how many of the methods 1 to 8 found something."""
    rows = _by_site(by_site)
    counts = Counter(_met(held) for held in rows.values() if any(row[2] for row in held))
    unmeasured = sum(1 for held in rows.values() if not any(row[2] for row in held))
    most = max(counts.values(), default=1)
    parts = [_text(0, 20, "How many of the eight methods found something on a site", "title")]
    for number in range(9):
        y = 40 + number * _ROW
        parts.append(_text(0, y + 13, f"{number} method{'' if number == 1 else 's'}"))
        parts.append(_box("grave" if number else "rest", 110, y, 480 * counts[number] / most, 18))
        parts.append(_text(600, y + 13, f"{counts[number]} site{'' if counts[number] == 1 else 's'}"))
    parts.append(_text(0, 40 + 9 * _ROW + 13, f"Sites on which nothing could be measured: {unmeasured}", "small"))
    return _picture(parts, 40 + 10 * _ROW + 4, "Sites by the number of methods that found something")


def _by_site(by_site: Table) -> dict[str, list[Sequence[Any]]]:
    rows: dict[str, list[Sequence[Any]]] = {}
    for row in by_site:
        rows.setdefault(row[0], []).append(row)
    return rows


def _met(rows: Iterable[Sequence[Any]]) -> int:
    """How many of the methods 1 to 8 found something: the ninth is none of the published eight."""
    return sum(1 for row, (_, number, _) in zip(rows, METHODS, strict=True) if row[4] and number != "+")


def _cell(row: Sequence[Any], x: float, y: float) -> str:
    _, _, measured, _, found, grave, _ = row
    kind = "unmeasured" if not measured else "grave" if grave else "note" if found else "none"
    dot = _text(x + 10, y + 13, "–", "small") if not measured else ""
    return _box(kind, x, y, 26, 18) + dot


def _name(word: str, number: str) -> str:
    return f"{number} at least one of these" if word == ANY[0] else f"{number} {word.replace('_', ' ')}"


def _legend(kinds: Sequence[tuple[str, str]]) -> list[str]:
    parts = []
    for place, (kind, text) in enumerate((*kinds, ("unmeasured", "– not measured"))[: len(kinds) + (len(kinds) > 2)]):
        x = place * 180
        parts += [_box(kind, x, 34, 14, 14), _text(x + (20 if kind != "unmeasured" else 0), 46, text, "small")]
    return parts


def _box(kind: str, x: float, y: float, width: float, height: float) -> str:
    return f'<rect class="{kind}" x="{_plain(x)}" y="{_plain(y)}" width="{_plain(width)}" height="{_plain(height)}"/>'


def _text(x: float, y: float, text: str, kind: str = "") -> str:
    mark = f' class="{kind}"' if kind else ""
    return f'<text{mark} x="{_plain(x)}" y="{_plain(y)}">{escape(visible(text))}</text>'


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _plain(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")


def _picture(parts: Iterable[str], height: float, name: str) -> str:
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -8 {_WIDTH + 24} {_plain(height + 16)}" '
        f'width="{_WIDTH + 24}" height="{_plain(height + 16)}" role="img" aria-label={quoteattr(name)}>'
    )
    ground = f'<rect x="-12" y="-8" width="{_WIDTH + 24}" height="{_plain(height + 16)}" fill="#fff"/>'
    return "\n".join((opening, f"<title>{escape(name)}</title><style>{_STYLE}</style>{ground}", *parts, "</svg>", ""))
