# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""HTML into a light tree in which every piece of text knows its line.

Why not lxml or selectolax: neither tells where text stands in the source, and the line is part of every quote. This
scanner is one pass over the text, each character looked at a bounded number of times; it knows no entities but HTML's
character references, follows nothing, and never recurses.
"""

import html
import re
from collections.abc import Mapping
from typing import Final

from inspector.policies.patterns import late

_A_NAME: Final = r"[a-zA-Z][^\s/>]*+"
_NAME: Final = late(_A_NAME)
# An end tag's name, or a start tag's: what stands in quotes ends no tag. And a tag that ends at the first ">".
_TAG: Final = late(rf"""<(?:/({_A_NAME})[^>]*+|({_A_NAME})(?:[^=>]++|=\s*+(?:"[^"]*+"|'[^']*+')?)*+)>""")
_PLAIN_TAG: Final = late(rf"<(?:/({_A_NAME})|({_A_NAME}))[^>]*+>")
_ATTRIBUTE: Final = late(r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++)))?""")
_LONG_REFERENCE: Final = late(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
_RAW: Final = frozenset({"script", "style", "title", "textarea", "xmp", "iframe", "noembed", "noframes"})
_VOID: Final = frozenset(
    "area base basefont bgsound br col embed frame hr img input link meta param source track wbr".split()  # noqa: SIM905 - a list of words reads better
)
_CLOSES_P: Final = frozenset(
    "address article aside blockquote center details dialog dir div dl fieldset figcaption figure "  # noqa: SIM905 - reads better
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section summary table ul "
    "li dt dd tr td th".split()
)
_P: Final = frozenset({"p"})
_P_BARRIERS: Final = frozenset({"table", "td", "th", "li", "button"})
_FORMATTING: Final = frozenset("a abbr b big code em font i nobr s small span strike strong tt u".split())  # noqa: SIM905
# A start tag ends these open elements, looking no further up than these barriers (HTML, "tree construction").
_IMPLIED: Final = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "table"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl", "table"})),
    "tr": (frozenset({"tr", "td", "th", "caption"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "thead": (frozenset({"tr", "thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
    "tbody": (frozenset({"tr", "thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
    "tfoot": (frozenset({"tr", "thead", "tbody", "tfoot", "caption"}), frozenset({"table"})),
    "option": (frozenset({"option"}), frozenset({"select"})),
    "a": (frozenset({"a"}), frozenset({"table", "td", "li", "div"})),
    "body": (frozenset({"head"}), frozenset()),
}
_ROWS: Final = frozenset({"tr", "thead", "tbody", "tfoot"})
_TABLE_STRUCTURE: Final = frozenset({"table", "tr", "thead", "tbody", "tfoot", "colgroup"})
_IN_TABLE: Final = frozenset(
    "table tr td th thead tbody tfoot caption col colgroup script style template form input".split()  # noqa: SIM905 - a list of words reads better
)
_TABLE_PARTS: Final = frozenset({"table", "tr", "td", "th", "thead", "tbody", "tfoot", "caption"})


_NO_ATTRIBUTES: Final[Mapping[str, str]] = {}  # most nodes have none; nobody writes to them


class Node:
    """An element, or a piece of text (``tag`` is ``#text``) or a comment (``#comment``)."""

    __slots__ = ("attributes", "children", "drop", "index", "line", "link_size", "parent", "size", "tag", "text")

    def __init__(self, tag: str, line: int, parent: "Node | None", text: str = "") -> None:
        self.tag = tag
        self.line = line
        self.parent = parent
        self.text = text
        self.attributes: Mapping[str, str] = _NO_ATTRIBUTES
        self.children: list[Node] = []
        self.index = 0
        self.size = 0
        self.link_size = 0
        self.drop = ""

    def get(self, name: str) -> str:
        """Return an attribute, empty where there is none."""
        return self.attributes.get(name, "")


def unescape(text: str) -> str:
    """Resolve HTML's character references. Absurdly long numbers are no character; Python would refuse them."""
    if "&" not in text:
        return text
    return html.unescape(_LONG_REFERENCE.sub("\ufffd", text))


class Tree:
    """The tree of a page: all nodes in the order of the source (parents before children)."""

    def __init__(self, source: str, max_tags: int, max_depth: int, first_line: int = 1) -> None:
        self.root = Node("#root", first_line, None)
        self.nodes: list[Node] = [self.root]
        self.cut = False  # more tags than max_tags: the rest was left
        self.flattened = False  # deeper than max_depth: elements below were put side by side
        self._stack = [self.root]
        self._open: dict[str, int] = {}  # open elements by name, so that a search that must fail is not made
        self._over = 0
        self._max_depth = max_depth
        self._scan(source, max_tags, first_line)

    def _scan(self, source: str, max_tags: int, line: int) -> None:
        position, counted, size = 0, 0, len(source)
        tags, shape = 0, _TAG
        while position < size:
            start = source.find("<", position)
            stop = size if start < 0 else start
            if stop > position:
                if position > counted:
                    line += source.count("\n", counted, position)
                    counted = position
                self._text(source[position:stop], line)
            if start < 0:
                return
            line += source.count("\n", counted, start)
            counted = start
            tags += 1
            if tags > max_tags:
                self.cut = True
                return
            tag = shape.match(source, start)
            if tag is None and _NAME.match(source, start + 1):
                shape = _PLAIN_TAG  # a quote that never ends: from here on, a tag ends at the first ">"
                tag = shape.match(source, start)
                if tag is None:
                    return
            if tag is None:
                position = self._odd(source, start, line)
            elif tag[1]:
                self._end(tag[1].lower())
                position = tag.end()
            else:
                position = self._start(source, tag[2].lower(), tag.end(2), tag.end(), line)

    def _odd(self, source: str, start: int, line: int) -> int:
        """A "<" that begins no tag with a name and an end; returns where to go on."""
        following = source[start + 1 : start + 2]
        if following in ("!", "?"):
            return self._markup(source, start, line)
        if following == "/":
            end = source.find(">", start)
            if name := _NAME.match(source, start + 2):
                self._end(name[0].lower())
            return len(source) if end < 0 else end + 1
        self._text("<", line)
        return start + 1

    def _markup(self, source: str, start: int, line: int) -> int:
        """Comments, declarations, processing instructions; returns where to go on."""
        size = len(source)
        if source.startswith("<!--", start):
            end = source.find("-->", start + 4)
            self._add(Node("#comment", line, self._stack[-1], source[start + 4 : size if end < 0 else end]))
            return size if end < 0 else end + 3
        if source.startswith("<![CDATA[", start):
            end = source.find("]]>", start)
            self._text(source[start + 9 : size if end < 0 else end], line)
            return size if end < 0 else end + 3
        end = source.find(">", start)
        subset = source.find("[", start, size if end < 0 else end)
        if source[start + 2 : start + 9].lower() == "doctype" and subset > 0:
            closing = source.find("]>", subset)
            end = closing + 1 if closing > 0 else end
        return size if end < 0 else end + 1

    def _add(self, node: Node) -> None:
        node.index = len(self.nodes)
        self.nodes.append(node)
        self._stack[-1].children.append(node)

    def _text(self, raw: str, line: int) -> None:
        text = unescape(raw)
        blank = text.isspace()
        if self._stack[-1].tag in _TABLE_STRUCTURE and not blank:
            self._leave_table()
        if text and (not blank or self._stack[-1].children):
            self._add(Node("#text", line, self._stack[-1], text))

    def _start(self, source: str, tag: str, name_end: int, end: int, line: int) -> int:
        """Open an element; returns where to go on (after the end tag for script, style and the like)."""
        if self._stack[-1].tag in _TABLE_STRUCTURE and tag not in _IN_TABLE:
            self._leave_table()
        if tag in _ROWS and not self._open.get("table"):  # a fragment of a table; a browser would drop the tags
            self._push(Node("table", line, self._stack[-1]))
        if tag in _CLOSES_P and self._open.get("p"):
            self._close(_P, _P_BARRIERS)
        implied = _IMPLIED.get(tag)
        if implied:
            self._close(*implied)
        node = Node(tag, line, self._stack[-1])
        if end - name_end > 1:
            node.attributes = _attributes(source[name_end : end - 1])
        self._add(node)
        if tag in _VOID:
            return end
        if tag in _RAW:
            closing = re.compile(rf"</{tag}(?=[\s/>])", re.I).search(source, end)
            stop = closing.start() if closing else len(source)
            text = source[end:stop]
            child = Node("#text", line, node, unescape(text) if tag in ("title", "textarea") else text)
            node.children.append(child)
            child.index = len(self.nodes)
            self.nodes.append(child)
            return _after(source, stop)
        if source.startswith("/>", end - 2) and tag not in _CLOSES_P and tag not in _FORMATTING:
            return end
        if len(self._stack) >= self._max_depth:
            self.flattened = True
            self._over += 1
            return end
        self._stack.append(node)
        self._open[tag] = self._open.get(tag, 0) + 1
        return end

    def _push(self, node: Node) -> None:
        self._add(node)
        self._stack.append(node)
        self._open[node.tag] = self._open.get(node.tag, 0) + 1

    def _leave_table(self) -> None:
        """End the innermost table: what comes next stands between its cells, and so belongs outside."""
        for depth in range(len(self._stack) - 1, 0, -1):
            if self._stack[depth].tag == "table":
                self._cut_to(depth)
                return

    def _cut_to(self, depth: int) -> None:
        """End every open element from ``depth`` on."""
        for node in self._stack[depth:]:
            self._open[node.tag] -= 1
        del self._stack[depth:]

    def _close(self, tags: frozenset[str], barriers: frozenset[str]) -> None:
        """End the outermost open element of ``tags`` that no barrier hides."""
        found = 0
        opened = self._open
        for tag in tags:
            if opened.get(tag):
                break
        else:
            return
        for depth in range(len(self._stack) - 1, 0, -1):
            tag = self._stack[depth].tag
            if tag in barriers:
                break
            if tag in tags:
                found = depth
        if found:
            self._cut_to(found)

    def _end(self, tag: str) -> None:
        if self._over and tag not in _VOID and tag not in _RAW:
            self._over -= 1
            return
        if not self._open.get(tag):
            return
        for depth in range(len(self._stack) - 1, 0, -1):
            held = self._stack[depth].tag
            if held == tag:
                self._cut_to(depth)
                return
            if tag in _FORMATTING and held not in _FORMATTING:
                return
            if held == "table" or (held in _TABLE_PARTS and tag not in _TABLE_PARTS):
                return


def _after(source: str, stop: int) -> int:
    end = source.find(">", stop)
    return len(source) if end < 0 else end + 1


def _attributes(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text):
        name = match[1].lower()
        if name not in found and len(found) < 64:
            found[name] = unescape(match[2] or match[3] or match[4] or "")
    return found
