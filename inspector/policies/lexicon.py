# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who the third parties are: what reading a policy needs to know of them, and how their names are found in a text.

The names, domains and addresses come from the knowledge tables through an adapter; this module knows none itself.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from inspector.policies.patterns import plain, words

_WORD: Final = re.compile(r"[^\W_](?:[\w.+&'!-]*\w[!+]?)?")
_LONGEST_ALIAS: Final = 6  # words
# Names that are words too: they count where they are written as names, and not as a sentence's first word.
_WORDS_TOO: Final = words("""
    segment snap clarity meta heap intercom amplitude drift branch adjust convert criteo. nielsen. spot bing.
    x outbrain. teads. conversant sovrn. exponential rapleaf. media signal appear beacon focus target engage
    connect pulse compass insight lucky spotlight turn exchange carbon cadent chicory swoop emerge undertone
    native nativo. oracle. yieldbot. discourse salesforce. heap front customer.io mode pendo. split stripe
    amazon yahoo dart
    """)
# What the names of browsers, systems and settings begin with: not a third party on the site.
_NOT_A_PARTY: Final = re.compile(
    r"(?:google\s+chrome|chrome\s+browser|microsoft\s+(?:internet\s+explorer|edge|ie|windows"
    r"|office|word)|apple\s+(?:safari|ios|app\s+store)|google\s+play"
    r"|google\s+accounts?\b|facebook\s+(?:accounts?|page|group|login|log-in)\b"
    r"|twitter\s+(?:accounts?|feed|page|handle|user|id)\b|amazon\s+web\s+services|adobe\s+(?:flash"
    r"|reader|acrobat)|flash\s+player|yahoo!?\s+mail|google\s+apps|google\s+llc,\s+1600)",
)


class OptOutLink(NamedTuple):
    """What an address leads to: whose opt-out, which kind, and the address that works today, where it is another."""

    target: str
    live_url: str | None = None
    kind: str = ""


class VendorLexicon(Protocol):
    """What has to be known of third parties. All look-ups take any text and return ``None`` for what is not known.

    A lexicon is hashable (any plain object is), because the finder of its names is made once.

    ``aliases`` maps the names that policies print to vendor ids; ``phrases`` maps wordings of old opt-outs ("DART
    cookie") to a target. ``opt_out`` answers for addresses that are opt-outs, ``vendor_of_host`` for any host.
    """

    @property
    def aliases(self) -> Mapping[str, str]: ...

    def __hash__(self) -> int: ...

    @property
    def phrases(self) -> Mapping[str, str]: ...

    def opt_out(self, url: str) -> OptOutLink | None: ...

    def live(self, target: str) -> OptOutLink | None: ...

    def vendor_of_host(self, host: str) -> str | None: ...


class EmptyLexicon:
    """Nothing known: names are still reported where a sentence says what they are."""

    aliases: Mapping[str, str] = {}
    phrases: Mapping[str, str] = {}

    def opt_out(self, url: str) -> OptOutLink | None:
        """No address is known."""
        return None

    def live(self, target: str) -> OptOutLink | None:
        """No target is known."""
        return None

    def vendor_of_host(self, host: str) -> str | None:
        """No host is known."""
        return None


NOTHING_KNOWN: Final = EmptyLexicon()


class Mention(NamedTuple):
    """A known name at ``text[start:end]``, and whose it is."""

    id: str
    name: str
    start: int
    end: int


class NameFinder:
    """Finds known names in text, the longest first, in one walk over the words."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for alias, vendor in aliases.items():
            words = tuple(_WORD.findall(plain(alias)))
            if words and len(words) <= _LONGEST_ALIAS:
                self._by_first.setdefault(words[0], []).append((words, vendor))
        self._firsts = frozenset(_bare(first) for first in self._by_first)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the names in a text, in order, none inside another."""
        lowered = plain(text)
        words = list(_WORD.finditer(lowered))
        found: list[Mention] = []
        end = 0
        for at, word in enumerate(words):
            if word.start() < end or _bare(word[0]) not in self._firsts:
                continue
            mention = self._at(text, lowered, words, at)
            if mention is not None:
                end = mention.end
                if mention.id:
                    found.append(mention)
        return tuple(found)

    def _at(self, text: str, lowered: str, words: list[re.Match[str]], at: int) -> Mention | None:
        first = words[at]
        for form in _forms(first[0]):
            for alias, vendor in self._by_first.get(form, ()):
                last = at + len(alias) - 1
                if last >= len(words) or not _same(alias, words, at):
                    continue
                start, end = first.start(), words[last].end()
                if len(alias) == 1 and len(form) < len(first[0]):
                    end = start + len(form)
                if not _is_name(text, alias, start, end):
                    continue
                other = _NOT_A_PARTY.match(lowered, start)
                return Mention("" if other else vendor, text[start:end], start, other.end() if other else end)
        return None


@lru_cache(maxsize=4)
def name_finder(lexicon: VendorLexicon) -> NameFinder:
    """Return the finder of a lexicon's names, made once for each lexicon."""
    return NameFinder(lexicon.aliases)


def _bare(word: str) -> str:
    """A word without what may follow a name: for the first look only."""
    return word.split("'", 1)[0].rstrip("!.,+")


def _forms(word: str) -> Iterable[str]:
    """A word as printed, and without a possessive or what the punctuation left on it."""
    yield word
    if word.endswith("'s"):
        yield word[:-2]
    bare = word.rstrip("!.,'+")
    if bare != word:
        yield bare


def _same(alias: tuple[str, ...], words: list[re.Match[str]], at: int) -> bool:
    return all(part in _forms(words[at + offset][0]) for offset, part in enumerate(alias) if offset)


def _is_name(text: str, alias: tuple[str, ...], start: int, end: int) -> bool:
    """Whether the words are written as a name: "Segment", not "segment"; "x" alone never."""
    if start and text[start - 1] in ".@/#_-":
        return False
    if text[end : end + 1] in {"_", "@"}:
        return False
    if len(alias) > 1:
        return text[start].isupper() or text[start].isdigit() or alias[0] not in _WORDS_TOO
    if alias[0] == "x":
        return text[start:end] == "X" and re.search(r"\bTwitter\b", text[max(0, start - 40) : end + 40]) is not None
    if alias[0] not in _WORDS_TOO:
        return True
    before = text[max(0, start - 30) : start].rstrip()
    if not text[start].isupper() or not before or before[-1] in ".!?:":
        return False
    return not re.search(r"[A-Z][\w&]*$", before)  # "Customer Segment" is no Segment
