# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Tables of a page: which of them hold data and which only lay out the page, their rows, headers and spans."""

from collections.abc import Iterator
from typing import Final

from inspector.core.policy import Cell
from inspector.policies.documents.html_tokens import Node
from inspector.policies.late_pattern import pattern_of

HEADINGS: Final = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
MAX_CELLS: Final = 64
_ROLES: Final = {
    "table": "table",
    "grid": "table",
    "row": "tr",
    "cell": "td",
    "gridcell": "td",
    "columnheader": "th",
    "rowheader": "td",
    "heading": "heading",
    "list": "ul",
    "listitem": "li",
}
_MAX_SPAN: Final = 200


class Row:
    """A row of a data table: its cells, and whether it is the header."""

    __slots__ = ("cells", "header", "node")

    def __init__(self, node: Node, cells: list[Node], header: bool) -> None:
        self.node = node
        self.cells = cells
        self.header = header


def kind_of(node: Node) -> str:
    """The element's name, or what its ARIA role makes of a plain one."""
    if node.attributes and node.tag in ("div", "span", "section"):
        role = _ROLES.get(node.attributes.get("role", ""))
        if role == "heading":
            level = node.get("aria-level")
            return f"h{level}" if level in ("1", "2", "3", "4", "5", "6") else "h2"
        return role or node.tag
    return node.tag


def data_rows(table: Node) -> list[Row]:
    """The rows of a table of data; none for a table that only lays out a page (which is read as plain blocks)."""
    if table.get("role") in ("presentation", "none"):
        return []
    rows: list[Row] = []
    marked = False
    for node, inside_head in _row_nodes(table):
        cells = [child for child in node.children if kind_of(child) in ("td", "th") and not child.drop][:MAX_CELLS]
        heads = sum(kind_of(cell) == "th" for cell in cells)
        header = inside_head or (bool(cells) and heads == len(cells) and not rows)
        marked = marked or heads > 0 or inside_head
        rows.append(Row(node, cells, header))
    widest = max((len(row.cells) for row in rows), default=0)
    if widest < 2 or (not marked and _lays_out(rows)):
        return []
    return rows


def _row_nodes(table: Node) -> Iterator[tuple[Node, bool]]:
    """The table's own rows, not those of tables inside it, and whether each is in the head."""
    stack = [(child, False) for child in reversed(table.children)]
    while stack:
        node, inside_head = stack.pop()
        kind = kind_of(node)
        if node.drop:
            continue
        if kind == "tr":
            yield node, inside_head
        elif kind in ("thead", "tbody", "tfoot", "div", "span", "section"):
            head = inside_head or kind == "thead"
            stack.extend((child, head) for child in reversed(node.children))


def _lays_out(rows: list[Row]) -> bool:
    """Whether cells hold what only whole pages hold: headings, tables, long text."""
    for row in rows:
        for cell in row.cells:
            if cell.size > 2500:
                return True
            if any(kind_of(node) in HEADINGS or kind_of(node) == "table" for node in elements_below(cell)):
                return True
    return False


def elements_below(node: Node) -> Iterator[Node]:
    stack = list(node.children)
    while stack:
        held = stack.pop()
        yield held
        stack.extend(held.children)


def fill(cells: list[Cell], carried: dict[int, tuple[Cell, int]]) -> None:
    """Put in the cells that reach down from rows above (a rowspan); they keep their place in the row above."""
    while len(cells) in carried and len(cells) < MAX_CELLS:
        cell, left = carried.pop(len(cells))
        if left > 1:
            carried[len(cells)] = (cell, left - 1)
        cells.append(cell)


def span_of(node: Node, name: str) -> int:
    text = node.get(name).strip()
    return 1 if not text else max(1, min(_MAX_SPAN, int(text))) if pattern_of(r"[0-9]{1,4}").fullmatch(text) else 1
