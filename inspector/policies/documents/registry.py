# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every kind of document that can be read, and the function that reads any of them."""

from typing import Final

from inspector.core.collector import paused_collector
from inspector.core.problem import Problem, Severity
from inspector.policies.declarations import reader as declarations
from inspector.policies.documents import html_page, markdown, pdf, plain_text
from inspector.policies.documents.api import DEFAULT_LIMITS, DocumentReader, DocumentReading, Limits, RawDocument
from inspector.policies.documents.encodings import decode

READERS: Final = (
    DocumentReader("declaration", "application/json", declarations.bid, declarations.read),
    DocumentReader("pdf", "application/pdf", pdf.bid, pdf.read),
    DocumentReader("html", "text/html", html_page.bid, html_page.read),
    DocumentReader("markdown", "text/markdown", markdown.bid, markdown.read),
    DocumentReader("text", "text/plain", plain_text.bid, plain_text.read),
)
_BEGINNING: Final = 8192
# What people hand in that is not text, with what to do instead.
_BINARY: Final = (
    (b"PK\x03\x04", "a ZIP archive or an office document", "Save it as PDF, web page or text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Save it as PDF, web page or text"),
    (b"{\\rtf", "rich text (RTF)", "Save it as PDF, web page or text"),
    (b"\x89PNG", "a picture", "A picture has no text; save the page itself"),
    (b"\xff\xd8\xff", "a picture", "A picture has no text; save the page itself"),
    (b"GIF8", "a picture", "A picture has no text; save the page itself"),
    (b"\x1f\x8b", "a compressed file", "Unpack it first"),
    (b"SQLite format 3", "a database", "A browser's cookies are read by `scan`, not by `policy`"),
)


@paused_collector()  # a page's tree is one large cycle, and all of it is needed
def read_document(raw: RawDocument, limits: Limits = DEFAULT_LIMITS) -> DocumentReading:
    """Read a document of any kind, told by its content before its name."""
    refused = _refused(raw, limits)
    if refused:
        return DocumentReading(None, (refused,))
    beginning = decode(raw.data[:_BEGINNING], raw.charset).text
    reader = max(READERS, key=lambda held: held.bid(raw, beginning))
    if reader.bid(raw, beginning) <= 0:
        return DocumentReading(None, (_failed(raw, "not a document that can be read", "it holds binary data", ""),))
    reading = reader.read(raw, limits)
    if reading.document is not None and not reading.document.text.strip():
        empty = _failed(raw, "the document has no text to read", "", "Check that this is the page you meant")
        return DocumentReading(None, (*reading.problems, empty))
    return reading


def _refused(raw: RawDocument, limits: Limits) -> Problem | None:
    if len(raw.data) > limits.max_bytes:
        size = f"it has more than {limits.max_bytes / 1e6:.0f} MB"
        return _failed(raw, "the document is too large", size, "Hand in the policy itself, without attachments")
    if not raw.data.strip():
        return _failed(raw, "the document is empty", "", "Check that this is the file you meant")
    for signature, what, what_to_do in _BINARY:
        if raw.data.startswith(signature):
            return _failed(raw, f"this is {what}", "", what_to_do)
    return None


def _failed(raw: RawDocument, what: str, why: str, what_to_do: str) -> Problem:
    return Problem("document-unreadable", what, raw.location, why, what_to_do, Severity.FAILED)
