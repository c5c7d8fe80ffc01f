# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""PDF files, through pypdf (the extra ``pdf``; BSD licence, pure Python). Its text is read as plain text, and
its cookie tables by where their words stand (:mod:`inspector.policies.documents.pdf_tables`).

A PDF knows pages, not paragraphs: ``line`` counts lines of the extracted text, there being no lines in the source.
"""

import io
import warnings
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

from inspector.core.policy import Cell
from inspector.core.problem import Problem, Severity
from inspector.policies.documents.api import DocumentReading, Limits, RawDocument
from inspector.policies.documents.builder import Builder
from inspector.policies.documents.pdf_tables import Piece, Table, find_tables, pieces_of
from inspector.policies.documents.plain_text import write_plain
from inspector.policies.documents.sources import source_of, too_long

if TYPE_CHECKING:
    from pypdf import PdfReader

_MAX_CONTENT: Final = 4_000_000  # bytes of one page's drawing instructions


def bid(raw: RawDocument, beginning: str) -> int:
    """Bid on a document: the signature may stand anywhere in the first 1024 bytes (ISO 32000-1, Annex H, 3.4.1)."""
    if b"%PDF-" in raw.data[:1024]:
        return 99
    return 97 if raw.media_type == "application/pdf" or raw.location.lower().endswith(".pdf") else 0


def read(raw: RawDocument, limits: Limits) -> DocumentReading:
    """Read a PDF; whatever is wrong with it is one problem."""
    if b"%PDF-" not in raw.data[:1024]:
        why = "its first bytes are not a PDF's"
        return _failed(raw, "not a PDF, in spite of its name", why, "Save the page as PDF or as HTML again")
    try:
        from pypdf import PdfReader
    except ImportError:
        what_to_do = 'Install "cookie-inspector[pdf]", or save the policy as a web page or text'
        return _failed(raw, "PDF files need the library pypdf, which is not installed", "", what_to_do)
    import logging  # here because it costs a process that reads no PDF more than all the rest of this module

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it logs every fault of a file; we say it once
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _pages(raw, PdfReader(io.BytesIO(raw.data)), limits)
    except Exception as error:  # noqa: BLE001 - pypdf raises nearly anything on a damaged file; all of it is the file's fault
        return _failed(raw, "the PDF is damaged", type(error).__name__, "Open it in a PDF viewer and save it anew")
    except RecursionError:
        return _failed(raw, "the PDF is damaged", "it refers to itself", "Open it in a PDF viewer and save it anew")


def _pages(raw: RawDocument, reader: "PdfReader", limits: Limits) -> DocumentReading:
    if reader.is_encrypted and not reader.decrypt(""):
        return _failed(raw, "the PDF is locked with a password", "", "Save a copy without the password")
    builder = Builder(limits)
    problems: list[Problem] = []
    line = 1
    last: Table | None = None
    for number, pieces in _texts(raw, reader, limits, problems):
        tables = tuple(find_tables(pieces, last))
        line += write_page(builder, pieces, tables, line)
        last = tables[-1] if tables else None
        if None in tables:
            problems.append(_torn(raw, number + 1))
        if builder.truncated:
            problems.append(too_long(raw.location, limits))
            break
        if number + 1 >= limits.max_pages < len(reader.pages):
            problems.append(_skipped(raw, f"only the first {limits.max_pages} pages were read", ""))
            break
    if builder.empty:
        what_to_do = "It may be scanned; use a text recognition program, or the site's web page"
        return _failed(raw, "the PDF holds no text, only pictures", "", what_to_do)
    title = str(reader.metadata.title or "")[:300] if reader.metadata else ""
    return DocumentReading(builder.document(source_of(raw, None, "application/pdf"), title), tuple(problems))


def _texts(
    raw: RawDocument, reader: "PdfReader", limits: Limits, problems: list[Problem]
) -> Iterator[tuple[int, list[Piece]]]:
    for number in range(min(len(reader.pages), limits.max_pages)):
        page: Any = reader.pages[number]
        contents = page.get_contents()
        if contents is not None and len(contents.get_data()) > _MAX_CONTENT:
            problems.append(_skipped(raw, f"page {number + 1} was not read", "it holds too many drawing instructions"))
            continue
        yield number, pieces_of(page)


def write_page(builder: Builder, pieces: Sequence[Piece], tables: Sequence[Table | None], line: int) -> int:
    """Write one page's text and tables; returns how many lines it has."""
    first, at = line, 0
    for table in filter(None, tables):
        line += _write_text(builder, pieces[at : table.start], line)
        line += _write_table(builder, table, line)
        at = table.end
    return line + _write_text(builder, pieces[at:], line) - first


def _write_text(builder: Builder, pieces: Sequence[Piece], line: int) -> int:
    text = "".join(piece.text for piece in pieces)
    write_plain(builder, text, line)
    return text.count("\n") + 1


def _write_table(builder: Builder, table: Table, line: int) -> int:
    builder.start_table()
    for number, row in enumerate(table.rows if table.goes_on else (table.headers, *table.rows)):
        builder.start_row(line + number)
        cells: list[Cell] = []
        for at, text in enumerate(row):
            builder.start_cell()
            for lower, part in enumerate(text.split("\n")):
                if lower:
                    builder.break_line()
                builder.text(part, line + number)
            cell = builder.end_cell()
            heads = not number and not table.goes_on
            cells.append(cell if heads else cell._replace(header=table.headers[at]))
        builder.end_row(not number and not table.goes_on, tuple(cells))
    builder.end_table()
    return len(table.rows) + 1


def _torn(raw: RawDocument, page: int) -> Problem:
    return Problem(
        "document-pdf-table",
        f"a table of cookies on page {page} was read as running text",
        raw.location,
        "a PDF does not say where its rows end, and the spaces do not tell",
        "Hand in the site's web page for its table",
        Severity.PARTIAL,
    )


def _failed(raw: RawDocument, what: str, why: str, what_to_do: str) -> DocumentReading:
    return DocumentReading(None, (Problem("document-pdf", what, raw.location, why, what_to_do, Severity.FAILED),))


def _skipped(raw: RawDocument, what: str, why: str) -> Problem:
    return Problem("document-pdf-partial", what, raw.location, why, "", Severity.PARTIAL)
