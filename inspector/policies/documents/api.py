# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a reader of policy documents is: how it is declared, what it is given, what it gives back."""

from collections.abc import Callable
from datetime import datetime

from inspector.core.frozen import frozen
from inspector.core.policy import Document
from inspector.core.problem import Problem


@frozen
class Limits:
    """Bounds on hostile input. The longest real policies known to us are under 400 KB of text."""

    max_bytes: int = 20_000_000
    max_text: int = 600_000
    max_blocks: int = 20_000
    max_tags: int = 120_000
    max_depth: int = 256
    max_pages: int = 400


DEFAULT_LIMITS = Limits()


@frozen
class RawDocument:
    """Bytes to read, and everything known of where they came from.

    ``location`` is a path, an address or ``-``. ``media_type`` and ``charset`` are what the sender declared, empty
    where nobody did; both are only hints.
    """

    data: bytes
    location: str
    retrieved: datetime | None = None
    media_type: str = ""
    charset: str = ""
    redirects: tuple[str, ...] = ()


@frozen
class DocumentReading:
    """A document, or ``None`` where nothing could be read; and what went wrong on the way."""

    document: Document | None
    problems: tuple[Problem, ...] = ()


@frozen
class DocumentReader:
    """A reader's declaration: its name, a bid (0 to 100) on the first bytes and the name, and a function that reads.

    ``bid`` gets the raw document and its decoded beginning. ``read`` never raises for what it finds in a document.
    """

    name: str
    media_type: str
    bid: Callable[[RawDocument, str], int]
    read: Callable[[RawDocument, Limits], DocumentReading]
