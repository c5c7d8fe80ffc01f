# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A comparison as one page for people: no script, nothing from elsewhere, everything escaped."""

from collections.abc import Iterator
from html import escape
from typing import Final, TextIO

from inspector.core.comparison import Comparison, Turn
from inspector.reports.changes.api import ChangesLook
from inspector.reports.changes.wording import headline, label, notes, sides, told

_MOST: Final = 2000  # of each turn
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE: Final = (
    ":root{color-scheme:light dark}body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;"
    "padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;"
    "padding:.3rem .6rem;border-bottom:1px solid GrayText;overflow-wrap:anywhere}"
    "td:first-child{white-space:nowrap}.error,.warning{font-weight:600}"
)


def write_comparison(comparison: Comparison, look: ChangesLook, out: TextIO) -> None:
    """Write the page."""
    title = escape(headline(comparison))
    out.write(
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(_POLICY)}">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
        f"<style>{_STYLE}</style></head>\n<body><main><h1>{title}</h1>\n"
    )
    out.writelines(f"{block}\n" for block in _blocks(comparison))
    out.write("</main></body></html>\n")


def _blocks(comparison: Comparison) -> Iterator[str]:
    before, after = map(escape, sides(comparison))
    yield f"<p>Before: {before}<br>After: {after}</p>"
    for turn in Turn:
        found = [difference for difference in comparison.differences if difference.turn is turn]
        if found:
            yield f"<h2>{turn.value.capitalize()} ({len(found):,})</h2>"
            yield "<table><thead><tr><th>Level</th><th>What</th><th>Difference</th></tr></thead><tbody>"
            for held in found[:_MOST]:
                level = held.level.value
                yield (
                    f'<tr><td class="{level}">{level}</td><td>{escape(label(held))}</td>'
                    f"<td>{escape(told(held))}</td></tr>"
                )
            yield "</tbody></table>"
        if len(found) > _MOST:
            yield f"<p>And {len(found) - _MOST:,} more: the JSON format has them all.</p>"
    yield "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in notes(comparison)) + "</ul>"
