# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a site declares: the document as read, the claims found in it with their quotes, and the record they make.

Offsets are code points of :attr:`Document.text`, the readable text that the program shows; they never point into the
source file. Only ``line`` speaks of the source file, so that a report can lead an editor to the sentence.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from inspector.core.frozen import frozen


class BlockKind(StrEnum):
    """What a run of text is in its document. Structure carries meaning: a list's lead-in, a table's headers."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TERM = "term"  # a definition list's term
    DEFINITION = "definition"
    TABLE_HEADER = "table_header"
    TABLE_ROW = "table_row"


class Cell(NamedTuple):
    """One cell of a table row: its place in the text, and the header of its column (``None`` where there is none).

    Lines inside a cell (``<br>``, nested blocks) are separated by a newline in the text.
    """

    start: int
    end: int
    header: str | None = None


class Block(NamedTuple):
    """One block of the text, ``text[start:end]``; blocks are in order and do not overlap.

    ``level`` is the heading's level (1 to 6) or the nesting depth of a list item (1 is outermost). ``headings`` holds
    the indices of the headings this block stands under, outermost first. ``lead`` is the index of the block that
    introduces a list, a definition or a table (the paragraph before it, or the item one level up), ``None`` where there
    is none. ``table`` numbers the tables of a document from 0.
    """

    kind: BlockKind
    start: int
    end: int
    line: int
    level: int = 0
    headings: tuple[int, ...] = ()
    lead: int | None = None
    table: int | None = None
    cells: tuple[Cell, ...] = ()


class Link(NamedTuple):
    """A link of the document: the text it covers (empty for an image link) and its address as printed or resolved.

    The address is made absolute where the document's own address is known; an archive's prefix is taken off.
    """

    start: int
    end: int
    url: str


class LineMark(NamedTuple):
    """From ``offset`` on, the text comes from ``line`` of the source file (until the next mark)."""

    offset: int
    line: int


@frozen
class Source:
    """Where a document came from. ``archived`` is the day of the archive's snapshot, ``original_url`` what it shows.

    ``sha256`` is over the bytes as read. ``redirects`` are the addresses a fetch went through, the first one first;
    ``retrieved`` is when it was read or fetched. ``encoding_why`` says how the encoding was told.
    """

    location: str
    sha256: str
    retrieved: datetime | None = None
    media_type: str = ""
    encoding: str = ""
    encoding_why: str = ""
    archived: date | None = None
    original_url: str | None = None
    redirects: tuple[str, ...] = ()


class Part(NamedTuple):
    """From ``offset`` on, the text of a document that was put together comes from this source."""

    offset: int
    source: Source


@frozen
class Document:
    """A policy's readable text with its structure.

    ``lines`` has at least one mark, the first at offset 0. ``language`` is what the file itself states (``html lang``),
    lower case, ``None`` where it states nothing. ``title`` is the page's title, which is not part of the text.
    ``notices`` are archive notices and the like, told apart from the policy and not part of the text. ``parts`` are the
    sources of a document that was put together of several, in order.
    """

    text: str
    blocks: tuple[Block, ...]
    source: Source
    links: tuple[Link, ...] = ()
    lines: tuple[LineMark, ...] = (LineMark(0, 1),)
    title: str = ""
    language: str | None = None
    notices: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()

    def source_at(self, offset: int) -> Source:
        """Return the source that the character at ``offset`` comes from."""
        if not self.parts:
            return self.source
        return self.parts[max(0, bisect_right(self.parts, offset, key=lambda part: part.offset) - 1)].source

    def line_at(self, offset: int) -> int:
        """Return the line in the source file that the character at ``offset`` comes from."""
        return self.lines[max(0, bisect_right(self.lines, offset, key=lambda mark: mark.offset) - 1)].line

    def quote(self, start: int, end: int) -> "Quote":
        """Return the text between two offsets as a quote."""
        return Quote(self.text[start:end], start, end, self.line_at(start))

    def block_text(self, index: int) -> str:
        """Return the text of one block."""
        block = self.blocks[index]
        return self.text[block.start : block.end]


class Quote(NamedTuple):
    """A verbatim piece of the shown text: ``text[start:end]`` of its document, and the line in the source file."""

    text: str
    start: int
    end: int
    line: int


class Stance(StrEnum):
    """What the text says of a matter. A claim is never ``UNSTATED``."""

    DECLARED = "declared"
    DENIED = "denied"
    CONFLICTING = "conflicting"  # the text both declares and denies it, about the same party
    UNSTATED = "unstated"


class StatedPurpose(StrEnum):
    """The purposes that a policy's record tells apart (coarser than the purposes of a cookie's label)."""

    CART = "cart"
    AUTHENTICATION = "authentication"
    SECURITY = "security"
    PREFERENCES = "preferences"
    ANALYTICS = "analytics"
    ADVERTISING = "advertising"
    SOCIAL = "social"
    NECESSARY = "necessary"  # a general "necessary cookies" statement


class Subject(StrEnum):
    """Whom a claim is about."""

    SITE = "site"
    NAMED_THIRD_PARTY = "named_third_party"
    THIRD_PARTIES = "third_parties"
    OTHER_SITES = "other_sites"


class Scope(StrEnum):
    """How far a claim reaches. Only a denial of ``ALL`` denies cookies as such."""

    ALL = "all"
    KIND = "kind"
    PURPOSE = "purpose"
    CONDITION = "condition"
    PAGE = "page"


class LifetimeFrom(StrEnum):
    """What a stated lifetime counts from, and so whether it can be compared with a cookie's own."""

    SET = "set"  # from when the cookie is set; also where the text says nothing else
    AT_MOST = "at_most"  # "up to 13 months"
    LAST_VISIT = "last_visit"  # "90 days after your last visit"
    INACTIVITY = "inactivity"  # "after twenty minutes of inactivity"
    EVENT = "event"  # "until you log out": no number
    SESSION = "session"  # ends with the browser session
    PERSISTENT = "persistent"  # said to persist, no number
    CHOICES = "choices"  # several different lifetimes are stated for it


class StatedLifetime(NamedTuple):
    """A lifetime as stated: days (month 30, year 365) or a session, what it counts from, and where it stands.

    ``start`` and ``end`` are offsets in the text that was parsed.
    """

    days: float | None
    session: bool
    basis: LifetimeFrom
    start: int
    end: int

    @property
    def value(self) -> float | str | None:
        """The record's form: ``"session"``, a number of days, or ``None``."""
        return "session" if self.session else self.days


@frozen
class Claim:
    """One thing a document says, with its quote. ``field`` is a path of the record (``purposes.cart``).

    Fields made here beyond the record's: ``named_cookies``, ``storage``, ``anonymous_visit``, ``data_transfer``,
    ``children``, ``enumerates``, ``complete``, ``states_purposes``, ``policy_date``. ``names`` are cookie names as
    printed; ``provider`` is the party printed beside them. ``storage`` is ``cookie``, ``local_storage``,
    ``session_storage``, ``indexed_db``, ``pixel`` or ``other``; only cookies enter ``named_cookies``.
    """

    id: str
    field: str
    stance: Stance
    quote: Quote
    subject: Subject = Subject.SITE
    scope: Scope = Scope.ALL
    purpose: StatedPurpose | None = None
    vendor: str | None = None
    names: tuple[str, ...] = ()
    lifetime: StatedLifetime | None = None
    opt_out: str | None = None
    url: str | None = None
    provider: str | None = None
    storage: str = "cookie"
    purpose_text: str = ""

    @property
    def lifetime_value(self) -> float | str | None:
        """``"session"``, days, or ``None``."""
        return None if self.lifetime is None else self.lifetime.value


class Vendor(NamedTuple):
    """A third party that the document names, with the spelling found there."""

    id: str
    name: str


class OptOut(NamedTuple):
    """An opt-out that the document offers: whose, the address as printed, and the live one where knowledge has it."""

    target: str
    url: str | None = None
    kind: str = ""
    live_url: str | None = None


class NamedCookie(NamedTuple):
    """One cookie (or other stored item) that the document names, as printed."""

    name: str
    provider: str | None = None
    purpose: StatedPurpose | None = None
    lifetime: StatedLifetime | None = None
    storage: str = "cookie"


class PolicyDate(NamedTuple):
    """A policy's date and what says so: ``effective``, ``updated``, ``dated`` (a bare date) or ``archive``."""

    date: date
    basis: str


class Conflict(NamedTuple):
    """Two claims of one document that cannot both hold: the field and the ids of the claims."""

    field: str
    claims: tuple[str, ...]
    why: str = ""


class Controls(NamedTuple):
    """The choices a document offers. ``do_not_track`` is ``honoured``, ``ignored`` or ``unstated``."""

    browser_settings: bool = False
    consent_tool: bool = False
    do_not_track: str = "unstated"


@frozen
class PolicyRecord:
    """The record derived from the claims: one answer for each field."""

    stances: Mapping[str, Stance] = field(default_factory=dict)  # "cookies", "purposes.cart", "data_sale", ...
    controls: Controls = field(default_factory=Controls)
    delegates: bool = False
    dart_cookie: bool = False
    vendors: tuple[Vendor, ...] = ()
    opt_outs: tuple[OptOut, ...] = ()
    named_cookies: tuple[NamedCookie, ...] = ()
    storage: tuple[NamedCookie, ...] = ()
    policy_date: PolicyDate | None = None
    language: str | None = None
    enumerates: bool = False
    complete: bool = False
    states_purposes: bool = False
    children: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()

    def stance(self, field_path: str) -> Stance:
        """Return the stance on a field; what is not in the record is unstated."""
        return self.stances.get(field_path, Stance.UNSTATED)


@frozen
class Policy:
    """A document, the claims found in it, and the record they make."""

    document: Document
    claims: tuple[Claim, ...] = ()
    record: PolicyRecord = field(default_factory=PolicyRecord)

    def claim(self, claim_id: str) -> Claim | None:
        """Return the claim with this id."""
        return next((claim for claim in self.claims if claim.id == claim_id), None)
