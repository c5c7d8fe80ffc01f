# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Markdown: headings, lists, tables and paragraphs, line by line.

Our own scanner rather than a library: policies come from converters whose tables no library reads (cells with raw line
breaks, an empty header row, ``<br>`` and whole HTML tables inside), and every character has to keep its line.
"""

import re
from typing import Final

from inspector.core.policy import BlockKind, Cell
from inspector.core.problem import Problem
from inspector.policies.documents.api import DocumentReading, Limits, RawDocument
from inspector.policies.documents.archives import Archive, archive_in, is_notice, without_archive
from inspector.policies.documents.builder import Builder
from inspector.policies.documents.encodings import decode
from inspector.policies.documents.html_page import PageWalk
from inspector.policies.documents.html_regions import drop_regions
from inspector.policies.documents.html_tokens import Tree
from inspector.policies.documents.markdown_inline import write_inline
from inspector.policies.documents.markdown_tables import delimits, header_row, lacks_dashes, split_rows
from inspector.policies.documents.sources import lost_characters, source_of, too_long
from inspector.policies.header_lines import header_columns, header_run
from inspector.policies.names import is_sure
from inspector.policies.patterns import late

_ATX: Final = late(r"[ ]{0,3}(#{1,6})(?:[ \t]+|$)(.*?)(?:[ \t]+#+)?[ \t]*$")
_SETEXT: Final = late(r"[ ]{0,3}(=+|-+)[ \t]*$")
_RULE: Final = late(r"[ ]{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_KEYED: Final = late(r"[*_]{0,2}[A-Z][\w /()-]{1,30}[*_]{0,2}:[*_]{0,2}\s+\S")
_FEWEST_KEYED: Final = 2
_ITEM: Final = late(r"([ ]*)([*+·•-]|\d{1,9}[.)])([ ]+|$)(.*)$")
_FENCE: Final = late(r"[ ]{0,3}(`{3,}|~{3,})")
_QUOTE: Final = late(r"(?:[ ]{0,3}>[ ]?)++")  # possessive: a hostile line of them costs no memory
_DEFINITION: Final = late(r"[ ]{0,3}\[([^\]]{1,200})\]:[ \t]*<?(\S{1,2000}?)>?(?:[ \t]+[\"'(].{0,500})?[ \t]*$")
_HTML_TABLE: Final = late(r"[ ]*<table[\s>]", re.I)
_OMITTED: Final = late(r"\\?\[(?:\.\.\.|…)\\?\]$")
_BOLD_LINE: Final = late(r"(\*\*|__)(?!\s)([^*\n]{1,90})(?<![\s.,;:])\1$")
_TEMPLATE: Final = late(r"\{%.*%\}$")
_DRAWN: Final = late(r"(?m)^[ \t]*\+[-=]{2,}\+[-=+]*$")
_SNIFF: Final = late(
    r"^(?:#{1,6} \S|[*+-] {1,3}\S|={3,} *$|-{3,} *$|\|.*\||.*\[[^\]\n]{1,200}\]\([^)\s]{1,500}\)|.*\*\*\S)", re.M
)


def bid(raw: RawDocument, beginning: str) -> int:
    """Bid on a document: its name, then its marks."""
    if raw.location.lower().endswith((".md", ".markdown", ".mdown", ".mkd")) or raw.media_type == "text/markdown":
        return 90
    if _DRAWN.search(beginning):
        return 0  # a table drawn with signs, which Markdown would join to one paragraph
    marks = len(_SNIFF.findall(beginning))
    return min(60, 35 + 5 * marks) if marks >= 2 else 0


def read(raw: RawDocument, limits: Limits) -> DocumentReading:
    """Read a Markdown document."""
    decoded = decode(raw.data, raw.charset)
    scanner = _Scanner(decoded.text, limits)
    scanner.scan()
    source = source_of(raw, decoded, "text/markdown", scanner.archive)
    document = scanner.builder.document(source, scanner.title, None, tuple(scanner.notices))
    problems: list[Problem] = []
    if decoded.lost:
        problems.append(lost_characters(raw.location, decoded))
    if scanner.builder.truncated:
        problems.append(too_long(raw.location, limits))
    return DocumentReading(document, tuple(problems))


def _with_breaks(lines: list[str], headed: bool) -> list[str]:
    """A paragraph's lines; where most are "key: value", people meant them as lines, and they break when shown, too.

    So do the rows of a table without its walls, in the paragraph of its headers or, if ``headed``, in the next one.
    """
    if headed and len(lines) > 1:
        return [line.rstrip() + "  " for line in lines[:-1]] + lines[-1:]
    below = next((at for at, line in enumerate(lines) if header_columns(line) or header_run(lines[at : at + 8])), None)
    if below is not None and below + 1 < len(lines):  # a table without its walls: each line is a row, or a cell
        return [line.rstrip() + "  " if below <= at + 1 < len(lines) else line for at, line in enumerate(lines)]
    if len(lines) > 1 and is_sure(lines[0].strip()):  # a cookie's name over what is said of it
        lines = [lines[0].rstrip() + "  ", *lines[1:]]
    keyed = [_KEYED.match(line) is not None for line in lines]
    if len(lines) >= _FEWEST_KEYED and sum(keyed) * 2 > len(lines):
        return [
            line.rstrip() + "  " if at + 1 < len(lines) and keyed[at + 1] else line for at, line in enumerate(lines)
        ]
    return lines


class _Scanner:
    """The state of one reading: the open paragraph, the open lists, where we are."""

    def __init__(self, text: str, limits: Limits) -> None:
        self.builder = Builder(limits)
        self.title = ""
        self.archive: Archive | None = None
        self.notices: list[str] = []
        self._limits = limits
        self._lines = [line.expandtabs(4) for line in re.split(r"\r\n|\r|\n", text)]
        self._references = self._definitions()
        self._paragraph: list[str] = []
        self._first = 0  # line of the paragraph's beginning
        self._kind = (BlockKind.PARAGRAPH, 0)
        self._lists: list[tuple[int, int]] = []  # indents of the marker and of the content
        self._at = 0
        self._blank = True
        self._headed = False  # the last paragraph was a line of headers

    def _definitions(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for line in self._lines:
            if "]:" in line[:210] and (match := _DEFINITION.match(line)):
                found.setdefault(" ".join(match[1].lower().split()), without_archive(match[2]))
        return found

    def scan(self) -> None:
        """Read all lines."""
        self._front_matter()
        while self._at < len(self._lines) and not self.builder.truncated:
            line = self._lines[self._at]
            self._at += 1
            self._line(line)
        self._flush()

    def _front_matter(self) -> None:
        """YAML between two ``---`` lines at the top belongs to the site's generator, not to the policy."""
        if self._lines[0].strip() != "---":
            return
        for number, line in enumerate(self._lines[1:100], 1):
            if line.startswith("title:"):
                self.title = line[6:].strip().strip("\"'")[:300]
            if line.strip() in ("---", "..."):
                self._at = number + 1
                return

    def _line(self, line: str) -> None:
        if not line.strip():
            self._flush()
            self._blank = True
            return
        if quote := _QUOTE.match(line):
            line = line[quote.end() :]
        if not line.strip():
            self._flush()
            return
        if self._special(line):
            self._blank = False
            return
        item = _ITEM.match(line)
        if item and not (self._paragraph and item[2][0].isdigit() and item[2][:-1] != "1" and not self._lists):
            self._item(item)
        else:
            self._continue(line)
        self._blank = False

    def _special(self, line: str) -> bool:
        """Lines that are not paragraphs nor items; returns whether this was one."""
        setext = _SETEXT.match(line)
        if setext and self._paragraph and sum(map(len, self._paragraph)) <= 200:
            self._kind = (BlockKind.HEADING, 1 if setext[1][0] == "=" else 2)
            self._flush()
            return True
        if _RULE.match(line):
            self._flush()
            return True
        if heading := _ATX.match(line):
            self._flush()
            self._close_lists(0)
            self._kind = (BlockKind.HEADING, len(heading[1]))
            self._open(heading[2])
            self._flush()
            return True
        if fence := _FENCE.match(line):
            self._fence(fence[1])
            return True
        if _HTML_TABLE.match(line):
            self._html_table()
            return True
        if "|" in line and self._at < len(self._lines) and delimits(self._lines[self._at], line):
            self._table()
            return True
        if "|" in line and self._at < len(self._lines) and lacks_dashes(line, self._lines[self._at]):
            self._table(dashes=False)
            return True
        return _DEFINITION.match(line) is not None or _TEMPLATE.match(line.strip()) is not None

    def _item(self, item: re.Match[str]) -> None:
        self._flush()
        indent = len(item[1])
        content = indent + len(item[2]) + min(len(item[3]) or 1, 4)
        while self._lists and indent < self._lists[-1][0]:
            self._end_list()
        if self._lists and indent < self._lists[-1][1]:
            self._lists[-1] = (indent, content)
        else:
            self.builder.start_list()
            self._lists.append((indent, content))
        self._kind = (BlockKind.LIST_ITEM, len(self._lists))
        if heading := _ATX.match(item[4]):
            self._open(heading[2])
        elif item[4].strip():
            self._open(item[4])

    def _continue(self, line: str) -> None:
        if self._blank and self._lists:
            self._close_lists(len(line) - len(line.lstrip()))
        if self._paragraph:
            self._paragraph.append(line.lstrip())
        else:
            self._open(line.lstrip())

    def _open(self, text: str) -> None:
        self._first = self._at
        self._paragraph = [text]

    def _close_lists(self, indent: int) -> None:
        while self._lists and indent < min(self._lists[-1][1], self._lists[-1][0] + 2):
            self._end_list()

    def _end_list(self) -> None:
        self._lists.pop()
        self.builder.end_list()

    def _flush(self) -> None:
        """Write the open paragraph."""
        lines, self._paragraph = self._paragraph, []
        (kind, level), self._kind = self._kind, (BlockKind.PARAGRAPH, 0)
        text = "\n".join(_with_breaks(lines, self._headed)).rstrip()
        self._headed = len(lines) == 1 and bool(header_columns(lines[0])) if lines else self._headed
        if not text or _OMITTED.match(text.strip()):
            return
        if self.builder.empty and is_notice(text):
            self.notices.append(" ".join(text.split()))
            self.archive = self.archive or archive_in(text)
            return
        if kind is BlockKind.PARAGRAPH and not self._lists and _BOLD_LINE.match(text):
            kind, level = BlockKind.HEADING, 6
        self.builder.as_kind(kind, level)
        write_inline(self.builder, text, self._first, self._references)
        self.builder.as_kind(BlockKind.PARAGRAPH)

    def _fence(self, fence: str) -> None:
        """Code between fences is shown as it is, one paragraph."""
        self._flush()
        self.builder.as_kind(BlockKind.PARAGRAPH)
        while self._at < len(self._lines):
            line = self._lines[self._at]
            self._at += 1
            if line.strip().startswith(fence):
                break
            self.builder.text(line, self._at)
            self.builder.break_line()
        self.builder.as_kind(BlockKind.PARAGRAPH)

    def _html_table(self) -> None:
        self._flush()
        first = self._at - 1
        depth = 0
        for number in range(first, min(len(self._lines), first + 20_000)):
            lowered = self._lines[number].lower()
            depth += lowered.count("<table") - lowered.count("</table")
            if depth <= 0:
                break
        self._at = number + 1
        source = "\n".join(self._lines[first : self._at])
        tree = Tree(source, self._limits.max_tags, self._limits.max_depth, first + 1)
        PageWalk(self.builder, "").walk(drop_regions(tree))
        self.builder.as_kind(BlockKind.PARAGRAPH)

    def _table(self, *, dashes: bool = True) -> None:
        self._flush()
        self._close_lists(0)
        rows, self._at = split_rows(self._lines, self._at - 1, self._limits.max_blocks, dashes=dashes)
        head = header_row(rows)
        builder = self.builder
        builder.start_table()
        headers: tuple[str, ...] = ()
        for number, row in enumerate(rows):
            if builder.truncated:
                break
            if not any(row.cells):
                continue
            builder.start_row(row.line)
            cells: list[Cell] = []
            for text, line in zip(row.cells, row.lines, strict=True):
                builder.start_cell()
                write_inline(builder, text.replace("\n", "  \n"), line, self._references)
                cells.append(builder.end_cell())
            if number == head:
                headers = tuple(builder.shown(cell.start, cell.end) for cell in cells)
                builder.end_row(True, tuple(cells))
            else:
                named = (
                    c._replace(header=(headers[n] or None) if n < len(headers) else None) for n, c in enumerate(cells)
                )
                builder.end_row(False, tuple(named))
        builder.end_table()
