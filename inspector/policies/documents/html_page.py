# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""HTML pages: the text a visitor reads, with headings, lists, definition lists and tables kept as structure."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from inspector.core.policy import BlockKind, Cell
from inspector.core.problem import Problem, Severity
from inspector.policies.documents.api import DocumentReading, Limits, RawDocument
from inspector.policies.documents.archives import Archive, archive_in, archived_address, is_notice, without_archive
from inspector.policies.documents.builder import Builder
from inspector.policies.documents.encodings import decode
from inspector.policies.documents.html_regions import drop_regions
from inspector.policies.documents.html_tables import (
    HEADINGS,
    MAX_CELLS,
    Row,
    data_rows,
    elements_below,
    fill,
    kind_of,
    span_of,
)
from inspector.policies.documents.html_tokens import Node, Tree
from inspector.policies.documents.sources import source_of, too_long
from inspector.policies.documents.templates import render_templates
from inspector.policies.late_pattern import pattern_of
from inspector.policies.patterns import late

_BLOCKS: Final = frozenset(
    "address article aside blockquote body center details dialog div fieldset figcaption figure "  # noqa: SIM905 - reads better
    "footer form header hgroup hr html legend main nav p pre section summary caption button label td "
    "th tr tbody thead tfoot table".split()
)
_LISTS: Final = frozenset({"ul", "ol", "dl", "menu", "dir"})
_BOLD: Final = frozenset({"b", "strong"})
_SNIFF: Final = late(
    r"<(?:!doctype\s+html|html|head|body|title|div|table|tr|p|h[1-6]|ul|article|section|meta|main)\b", re.I
)


def bid(raw: RawDocument, beginning: str) -> int:
    """Bid on a document: what the sender says, then tags at the beginning."""
    tags = len(_SNIFF.findall(beginning))
    if pattern_of(r"\s*(?:<!--.{0,2000}?-->\s*)?(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)", re.I | re.S).match(
        beginning
    ):
        return 95
    named = raw.location.lower().split("?")[0].endswith((".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx"))
    if raw.media_type in ("text/html", "application/xhtml+xml") or named:
        return 80 if tags else 30
    starts = pattern_of(r"\s*<(?:[a-z!][\w-]*)[\s>]", re.I).match(beginning) is not None
    return 70 if starts and tags >= 2 else 0


def read(raw: RawDocument, limits: Limits) -> DocumentReading:
    """Read a page."""
    decoded = decode(raw.data, raw.charset)
    tree = Tree(render_templates(decoded.text), limits.max_tags, limits.max_depth)
    archive, notices = _archive(raw, tree)
    base = _base(raw, tree, archive)
    builder = Builder(limits)
    PageWalk(builder, base).walk(drop_regions(tree))
    source = source_of(raw, decoded, "text/html", archive)
    document = builder.document(source, _title(tree), _language(tree), notices)
    problems: list[Problem] = []
    if tree.cut:
        problems.append(
            Problem(
                "document-too-many-tags",
                f"more than {limits.max_tags} tags; the rest of the page was not read",
                raw.location,
                "no policy looks like this",
                "Check that this is the page you meant",
                Severity.PARTIAL,
            )
        )
    if builder.truncated:
        problems.append(too_long(raw.location, limits))
    return DocumentReading(document, tuple(problems))


def _title(tree: Tree) -> str:
    node = next((n for n in tree.nodes if n.tag == "title" and n.children), None)
    return " ".join(node.children[0].text.split())[:300] if node else ""


def _language(tree: Tree) -> str | None:
    node = next((n for n in tree.nodes if n.tag == "html"), None)
    stated = (node.get("lang") or node.get("xml:lang")).strip().lower() if node else ""
    return stated if pattern_of(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}").fullmatch(stated) else None


def _archive(raw: RawDocument, tree: Tree) -> tuple[Archive | None, tuple[str, ...]]:
    """What says that this is an archived page: its address, a notice in a comment, or the archive's toolbar."""
    by_address = archived_address(raw.location)
    notices: list[str] = []
    found: Archive | None = None
    for node in tree.nodes:
        if node.tag == "#comment" and (is_notice(node.text) or "INTERNET ARCHIVE" in node.text):
            notices.append(" ".join(node.text.split())[:1500])
            found = found or archive_in(node.text)
        elif node.get("id") == "wm-ipp-base":
            links = (archive_in(child.get("href")) for child in _elements(node, "a"))
            found = found or next((link for link in links if link), None)
    return by_address or found, tuple(notices)


def _elements(node: Node, tag: str) -> Iterator[Node]:
    stack = [node]
    while stack:
        held = stack.pop()
        if held.tag == tag:
            yield held
        stack.extend(reversed(held.children))


def _base(raw: RawDocument, tree: Tree, archive: Archive | None) -> str:
    """The address that relative links count from; empty for a file of which nothing is known."""
    node = next((n for n in tree.nodes if n.tag == "base" and n.get("href")), None)
    own = archive.original_url if archive and archive.original_url else raw.location
    own = own if own.startswith(("http://", "https://")) else ""
    return _joined(own, without_archive(node.get("href"))) if node else own


def _joined(base: str, href: str) -> str:
    try:
        return urljoin(base, href)
    except ValueError:
        return href


class PageWalk:
    """One walk over the tree, without recursion: a page's depth is the page's choice, not ours."""

    def __init__(self, builder: Builder, base: str) -> None:
        self.builder = builder
        self.base = base

    def walk(self, top: Node) -> None:
        """Read everything under ``top``."""
        stack: list[tuple[Node, bool]] = [(top, False)]
        while stack and not self.builder.truncated:
            node, leaving = stack.pop()
            if leaving:
                self._leave(node)
            elif node.tag == "#text":
                self.builder.text(node.text, node.line)
            elif not node.drop:
                kind = kind_of(node)
                if kind == "table" and (rows := data_rows(node)):
                    self._captions(node)
                    self._table(rows)
                    continue
                self._enter(node, kind)
                stack.append((node, True))
                stack.extend((child, False) for child in reversed(node.children))

    def _enter(self, node: Node, kind: str) -> None:
        builder = self.builder
        if kind == "br":
            self._break(node)
        elif kind in HEADINGS:
            builder.as_kind(BlockKind.HEADING, HEADINGS[kind])
        elif kind in _LISTS:
            builder.start_list()
        elif kind == "li":
            builder.as_kind(BlockKind.LIST_ITEM, max(1, builder.list_depth))
        elif kind == "dt":
            builder.as_kind(BlockKind.TERM, builder.list_depth)
        elif kind == "dd":
            builder.as_kind(BlockKind.DEFINITION, builder.list_depth)
        elif kind in ("p", "div") and _is_bold_line(node):
            builder.as_kind(BlockKind.HEADING, 6)
        elif kind in _BLOCKS and not _is_only_child_block(node):
            builder.as_kind(BlockKind.PARAGRAPH)
        elif kind == "a" and node.get("href"):
            builder.start_link(self._address(node.get("href")))

    def _leave(self, node: Node) -> None:
        kind = kind_of(node)
        if kind == "a":
            self.builder.end_link()
        elif kind in _LISTS:
            self.builder.end_list()
        elif kind in HEADINGS or kind in _BLOCKS or kind in ("li", "dt", "dd"):
            self.builder.as_kind(BlockKind.PARAGRAPH)

    def _address(self, href: str) -> str:
        href = without_archive(href.strip())
        return href if href.startswith("#") else _joined(self.base, href)

    def _break(self, node: Node) -> None:
        """One ``<br>`` is a new line; two in a row are how old pages end a paragraph."""
        if _follows_break(node):
            self.builder.as_kind(BlockKind.PARAGRAPH)
        else:
            self.builder.break_line()

    def _captions(self, table: Node) -> None:
        for child in table.children:
            if child.tag == "caption" and not child.drop:
                self.walk(child)

    def _table(self, rows: list[Row]) -> None:
        builder = self.builder
        builder.start_table()
        headers: tuple[str, ...] = ()
        carried: dict[int, tuple[Cell, int]] = {}
        for row in rows:
            if builder.truncated:
                break
            builder.start_row(row.node.line)
            cells: list[Cell] = []
            for node in row.cells:
                fill(cells, carried)
                builder.start_cell()
                self.walk_cell(node)
                cell = builder.end_cell()
                across, down = span_of(node, "colspan"), span_of(node, "rowspan")
                for _ in range(min(across, MAX_CELLS - len(cells))):
                    if down > 1:
                        carried[len(cells)] = (cell, down - 1)
                    cells.append(cell)
            fill(cells, carried)
            if row.header and not headers:
                headers = tuple(builder.shown(cell.start, cell.end) for cell in cells)
            named = tuple(
                cell._replace(header=headers[at] or None) if at < len(headers) and not row.header else cell
                for at, cell in enumerate(cells)
            )
            builder.end_row(row.header, named)
        builder.end_table()

    def walk_cell(self, node: Node) -> None:
        """Read the inside of a cell; its blocks become lines."""
        for child in node.children:
            self.walk(child)


def _is_bold_line(node: Node) -> bool:
    """A short paragraph that is all bold and no sentence: a heading in all but name."""
    if node.size > 90 or not node.size:
        return False
    shown = [c for c in node.children if not c.drop and not (c.tag == "#text" and c.text.isspace())]
    if len(shown) != 1 or shown[0].tag not in _BOLD:
        return False
    text = "".join(c.text for c in elements_below(shown[0]) if c.tag == "#text").strip()
    return bool(text) and text[-1] not in ".,;:"


def _is_only_child_block(node: Node) -> bool:
    """A paragraph that begins a list item or a definition is the item's own text."""
    parent = node.parent
    if parent is None or kind_of(parent) not in ("li", "dt", "dd"):
        return False
    first = next((c for c in parent.children if not (c.tag == "#text" and c.text.isspace()) and not c.drop), None)
    return first is node


def _follows_break(node: Node) -> bool:
    if node.parent is None:
        return False
    siblings = node.parent.children
    at = _position(node)
    while at > 0:
        at -= 1
        held = siblings[at]
        if held.tag == "#text" and held.text.isspace():
            continue
        return held.tag == "br"
    return False


def _position(node: Node) -> int:
    """The node's place among its siblings, by bisection on their order in the source."""
    siblings = node.parent.children if node.parent else []
    low, high = 0, len(siblings)
    while low < high:
        middle = (low + high) // 2
        if siblings[middle].index < node.index:
            low = middle + 1
        else:
            high = middle
    return low
