# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Several documents read as one policy: a privacy page, a cookie page, a declaration as data.

Their texts follow each other, so every offset stays an offset of the text that is shown; lines stay those of the file
that each part came from.
"""

from collections.abc import Sequence
from hashlib import sha256

from inspector.core.policy import Block, Document, LineMark, Link, Part, Source

_GAP = "\n\n"


def combine(documents: Sequence[Document]) -> Document:
    """Return one document of several, in their order; a single one as it is."""
    if len(documents) == 1:
        return documents[0]
    text, tables = "", 0
    blocks: list[Block] = []
    links: list[Link] = []
    lines: list[LineMark] = []
    parts: list[Part] = []
    for document in documents:
        text += _GAP if text else ""
        blocks += _moved(document, len(text), len(blocks), tables)
        links += [Link(link.start + len(text), link.end + len(text), link.url) for link in document.links]
        lines += [LineMark(mark.offset + len(text), mark.line) for mark in document.lines]
        parts.append(Part(len(text), document.source))
        text += document.text
        tables = 1 + max((block.table for block in blocks if block.table is not None), default=-1)
    first = documents[0]
    notices = tuple(notice for document in documents for notice in document.notices)
    return Document(
        text,
        tuple(blocks),
        _source(documents),
        tuple(links),
        tuple(lines),
        first.title,
        first.language,
        notices,
        tuple(parts),
    )


def _moved(document: Document, by: int, before: int, tables: int) -> list[Block]:
    return [
        block._replace(
            start=block.start + by,
            end=block.end + by,
            headings=tuple(index + before for index in block.headings),
            lead=None if block.lead is None else block.lead + before,
            table=None if block.table is None else block.table + tables,
            cells=tuple(cell._replace(start=cell.start + by, end=cell.end + by) for cell in block.cells),
        )
        for block in document.blocks
    ]


def _source(documents: Sequence[Document]) -> Source:
    """The parts' hashes, hashed. It is an archive's page only where every part is one, of the oldest day."""
    sources = [document.source for document in documents]
    days = [source.archived for source in sources]
    archived = min((day for day in days if day is not None), default=None) if None not in days else None
    return Source(
        " + ".join(source.location for source in sources),
        sha256("".join(source.sha256 for source in sources).encode()).hexdigest(),
        sources[0].retrieved,
        sources[0].media_type,
        sources[0].encoding,
        archived=archived,
    )
