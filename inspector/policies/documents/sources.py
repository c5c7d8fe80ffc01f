# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What every reader says of its source in the same way: hash, encoding, archive; and the problems they share."""

import hashlib

from inspector.core.policy import Source
from inspector.core.problem import Problem, Severity
from inspector.policies.documents.api import Limits, RawDocument
from inspector.policies.documents.archives import Archive, archived_address
from inspector.policies.documents.encodings import Decoded


def source_of(raw: RawDocument, decoded: Decoded | None, media_type: str, archive: Archive | None = None) -> Source:
    """Return the source record of a raw document."""
    archive = archived_address(raw.location) or archive
    return Source(
        location=raw.location,
        sha256=hashlib.sha256(raw.data).hexdigest(),
        retrieved=raw.retrieved,
        media_type=media_type,
        encoding=decoded.encoding if decoded else "",
        encoding_why=decoded.why if decoded else "",
        archived=archive.day if archive else None,
        original_url=archive.original_url if archive else None,
        redirects=raw.redirects,
    )


def too_long(location: str, limits: Limits) -> Problem:
    """Return the problem of a document with more text than is read."""
    return Problem(
        "document-too-long",
        f"only the first {limits.max_text:,} characters or {limits.max_blocks:,} paragraphs of its text were read",
        location,
        "no policy is this long",
        "Check that this is the document you meant, or hand in the part that is the policy",
        Severity.PARTIAL,
    )


def lost_characters(location: str, decoded: Decoded) -> Problem:
    """Return the note that some bytes were no text in the document's encoding."""
    return Problem(
        "document-damaged-text",
        f"{decoded.lost} characters could not be decoded and are shown as \N{REPLACEMENT CHARACTER}",
        location,
        f"read as {decoded.encoding}: {decoded.why}",
        "",
        Severity.NOTE,
        decoded.lost,
    )
