# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The parts that a page about an audit is made of. All text in them is safe to look at, and on one line."""

from typing import Generic, NamedTuple, TypeVar

from inspector.core.finding import ClaimVerdict, Level, Verdict
from inspector.core.frozen import frozen
from inspector.core.policy import Quote
from inspector.core.report import Correction
from inspector.core.visible import visible

NAME = 120  # characters of a name, a host or a place
TEXT = 800  # of a sentence
T = TypeVar("T")


@frozen
class Some(Generic[T]):
    """The items of a list that are shown, and how many there are beyond them."""

    shown: tuple[T, ...] = ()
    more: int = 0

    def __bool__(self) -> bool:
        return bool(self.shown)


class NamedCookie(NamedTuple):
    """A cookie as a page names it. ``id`` leads to its row where the page has one, and is empty where it has not."""

    name: str
    host: str
    partition: str
    id: str = ""


class Quoted(NamedTuple):
    """A sentence of the policy, and its line in the source file."""

    text: str
    line: int


@frozen
class FoundItem:
    """One finding under its rule. ``state`` is "new" or "known" where it was compared with a baseline."""

    level: Level
    message: str
    cookie: NamedCookie | None
    quotes: tuple[Quoted, ...]
    others: Some[NamedCookie]
    evidence: tuple[str, ...]
    cap_why: str
    state: str = ""


@frozen
class RuleFound:
    """What one rule found; ``level`` is the gravest."""

    code: str
    name: str
    level: Level
    count: int
    what_to_do: tuple[str, ...]
    items: Some[FoundItem]


@frozen
class Answer:
    """What became of claims of one sentence that share verdict and reason: what they are about, and the cookies."""

    verdict: ClaimVerdict
    topics: tuple[str, ...]
    why: str
    cookies: Some[NamedCookie]
    codes: tuple[str, ...]


@frozen
class Sentence:
    """One sentence of the policy with everything that it claims; ``verdict`` is the gravest."""

    quote: Quoted
    verdict: ClaimVerdict
    answers: tuple[Answer, ...]


@frozen
class Declaration:
    """A sentence that declares a cookie, and how."""

    quote: Quoted
    how: str


@frozen
class Row:
    """One cookie. ``value`` is ``None`` unless values were asked for and this one could be read."""

    id: str
    name: str
    host: str
    apart: str
    purpose: str
    company: str
    party: str
    tie: str
    lifetime: str
    why: str
    codes: tuple[str, ...] = ()
    declared_by: Some[Declaration] = Some()
    because: str = ""
    likely: bool = False
    corrections: tuple[str, ...] = ()
    value: str | None = None


@frozen
class VerdictRows:
    """The cookies of one verdict."""

    verdict: Verdict
    count: int
    rows: Some[Row]


@frozen
class Reason:
    """A reason for which something was not judged, and what it was: cookies, sentences."""

    why: str
    count: int
    codes: tuple[str, ...]
    cookies: Some[NamedCookie]
    quotes: Some[Quoted]


def safe(text: str, limit: int = TEXT) -> str:
    """Return text on one line, with what is invisible or moves a cursor made visible, cut at ``limit``.

    >>> safe("two\\nlines\\x1b[1m")
    'two lines␛[1m'
    """
    line = " ".join(text[: 4 * limit].split(None))
    return visible(line if len(text) <= 4 * limit else f"{line} …", limit)


def sentence(text: str, name: str = "") -> str:
    """Return text safe and with a capital; a cookie's name and an address at its beginning stay as they are spelt."""
    line = safe(text)
    as_spelt = (name and text.startswith(name)) or text.startswith(("https://", "http://"))
    return line if as_spelt else line[:1].upper() + line[1:]


def safe_name(name: str) -> str:
    """Return a name whole, or its beginning and its length; one that cannot be seen is told in words."""
    if not name:
        return "(no name)"
    if name.isspace() and not visible(name).strip():
        return f"(a name of {len(name):,} blanks)" if len(name) > 1 else "(a blank for a name)"
    return visible(name) if len(name) <= NAME else f"{visible(name[:NAME])}… ({len(name):,} characters)"


def quoted(quote: Quote) -> Quoted:
    """Return a quote for a page."""
    return Quoted(safe(quote.text), quote.line)


def correction_text(correction: Correction) -> str:
    """Return a person's correction as one sentence."""
    by = f" ({safe(correction.author, NAME)})" if correction.author else ""
    return f"Corrected by hand{by}: {safe(correction.says)}, because: {safe(correction.reason)}"
