# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Who the third parties are: what reading a policy needs to know of them, and how their names are found in a text.

The names, domains and addresses come from the knowledge tables through an adapter; this module knows none itself.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple, Protocol

from inspector.policies.late_pattern import pattern_of
from inspector.policies.patterns import late, plain, words

_WORD: Final = late(r"[^\W_]+")
_LONGEST_ALIAS: Final = 6  # words
_APART: Final = 3
# A name's second word behind the first.
_FOLLOWING: Final = late(rf"[\W_]{{1,{_APART}}}([^\W_]+)")
_SHORT: Final = 120  # a provider's cell, a cookie's name: they come back in every row
_MOST_HELD: Final = 1_024
_WORD_SLASH: Final = late(r"(?:^|\s)[A-Za-z]+/$")  # "Microsoft/LinkedIn"
_INSIDE: Final = late(r"[\w,(\"'“‘] ?$")  # before a name inside a sentence
# Names that are words too: they count where they are written as names, and not as a sentence's first word.
_WORDS_TOO: Final = words("""
    segment snap clarity meta heap intercom amplitude drift branch adjust convert criteo. nielsen. spot bing.
    x outbrain. teads. conversant sovrn. exponential rapleaf. media signal appear beacon focus target engage
    connect pulse compass insight lucky spotlight turn exchange carbon cadent chicory swoop emerge undertone
    native nativo. oracle. yieldbot. discourse salesforce. heap front customer.io mode pendo. split stripe
    fingerprint dart line human impact smart square share cookie acuity civic cordial crisp decibel drip kit
    act piano plaid privy sift sumo atlas revive unruly shogun ketch epsilon lithium merkle intercept oath
    """)
# What the names of browsers, systems and settings begin with: not a third party on the site.
_NOT_A_PARTY: Final = late(
    r"(?:google\s+chrome|chrome\s+browser|microsoft\s+(?:internet\s+explorer|edge|ie|windows"
    r"|office|word)|apple\s+(?:safari|ios|app\s+store)|google\s+play"
    r"|google\s+accounts?\b|facebook\s+(?:accounts?|page|group|login|log-in)\b"
    r"|twitter\s+(?:accounts?|feed|page|handle|user|id)\b|amazon\s+web\s+services|aws\s+(?:\w+\s+){0,2}load\s+balanc\w+|adobe\s+(?:flash"
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
    """Finds known names in text, longer ones before shorter. Only names all of whose words occur are looked for."""

    def __init__(self, aliases: Mapping[str, str]) -> None:
        rows = [(tuple(_WORD.findall(plain(alias))), vendor) for alias, vendor in aliases.items()]
        self._rows = sorted(
            ((parts, vendor) for parts, vendor in rows if parts and len(parts) <= _LONGEST_ALIAS),
            key=lambda row: (-len(row[0]), -len(" ".join(row[0]))),
        )
        self._held: dict[str, tuple[Mention, ...]] = {}
        self._by_first: dict[str, list[int]] = {}
        for at, (parts, _) in enumerate(self._rows):
            self._by_first.setdefault(parts[0], []).append(at)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return the names in a text, in order, none inside another; those of short texts are remembered."""
        if len(text) > _SHORT:
            return self._look(text)
        found = self._held.get(text)
        if found is None:
            if len(self._held) >= _MOST_HELD:
                self._held.clear()
            found = self._held[text] = self._look(text)
        return found

    def _look(self, text: str) -> tuple[Mention, ...]:
        lowered = plain(text)
        present = frozenset(_WORD.findall(" ".join(frozenset(lowered.split()))))
        taken = bytearray(len(lowered))
        found: list[Mention] = []
        begun: dict[str, _Begun] = {}  # of words, each looked for once: "google" begins many names
        called = sorted(at for word in self._by_first.keys() & present for at in self._by_first[word])
        for parts, vendor in map(self._rows.__getitem__, called):
            if not present.issuperset(parts):
                continue
            if parts[0] not in begun:
                begun[parts[0]] = _Begun(lowered, parts[0])
            for start, end in _places(text, lowered, parts, begun[parts[0]].of(parts)):
                if 1 not in taken[start:end]:
                    other = _NOT_A_PARTY.match(lowered, start)
                    last = other.end() if other else end
                    taken[start:last] = b"\1" * (last - start)
                    if other is None:
                        found.append(Mention(vendor, text[start:end], start, end))
        return tuple(sorted(found, key=lambda mention: mention.start))


class _Begun:
    """Where names may begin with one word: all places, and those before which second word."""

    def __init__(self, lowered: str, word: str) -> None:
        self._lowered = lowered
        self._size = len(word)
        self._starts = tuple(_starts(lowered, word))
        self._before: dict[str, list[int]] | None = None

    def of(self, parts: tuple[str, ...]) -> Sequence[int]:
        """Return the places where a name of these words may begin, in order."""
        if len(parts) == 1:
            return self._starts
        if self._before is None:
            self._before = {}
            for start in self._starts:
                following = _FOLLOWING.match(self._lowered, start + self._size)
                if following is not None:
                    self._before.setdefault(following[1], []).append(start)
        return self._before.get(parts[1], ())


def _starts(lowered: str, word: str) -> Iterator[int]:
    """Where a word begins."""
    start = lowered.find(word)
    while start >= 0:
        if not start or not (lowered[start - 1].isalnum() or lowered[start - 1] == "_"):
            yield start
        start = lowered.find(word, start + 1)


def _places(text: str, lowered: str, parts: tuple[str, ...], starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where the words stand together, written as a name. By hand: a pattern a name is dear to compile, and slow."""
    last = 0
    for start in starts:
        end = _end(lowered, start, parts) if start >= last else 0
        if end:
            last = end
            if _is_name(text, parts, start, end):
                yield start, end


def _end(lowered: str, start: int, parts: tuple[str, ...]) -> int:
    """Where a name whose first word stands at ``start`` ends, its words at most three signs apart; 0 if none does."""
    at = start + len(parts[0])
    for part in parts[1:]:
        begins = at
        while at < len(lowered) and at - begins < _APART and not lowered[at].isalnum():
            at += 1
        if at == begins or not lowered.startswith(part, at):
            return 0
        at += len(part)
    goes_on = at < len(lowered) and (lowered[at].isalnum() or lowered[at] == "_")
    return 0 if goes_on else at


@lru_cache(maxsize=4)
def name_finder(lexicon: VendorLexicon) -> NameFinder:
    """Return the finder of a lexicon's names, made once for each lexicon."""
    return NameFinder(lexicon.aliases)


def _is_name(text: str, alias: tuple[str, ...], start: int, end: int) -> bool:
    """Whether the words are written as a name: "Segment", not "segment"; "x" alone never."""
    if start and text[start - 1] in ".@#_-":
        return False
    if start and text[start - 1] == "/" and not _WORD_SLASH.search(text[max(0, start - 30) : start]):
        return False  # part of an address
    if text[end : end + 1] in ("_", "@") or (text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()):
        return False  # part of an address
    if alias == ("cookie", "information"):  # a company; what begins a line is a heading
        return text[start].isupper() and text[max(0, end - 11)].isupper() and bool(_INSIDE.search(text[:start][-3:]))
    if len(alias) > 1:
        return alias[0] not in _WORDS_TOO or all(not word[0].islower() for word in _WORD.findall(text[start:end]))
    if alias[0] == "x":
        return (
            text[start:end] == "X"
            and pattern_of(r"\bTwitter\b").search(text[max(0, start - 40) : end + 40]) is not None
        )
    if alias[0] not in _WORDS_TOO:
        return True
    before = text[max(0, start - 30) : start].rstrip()
    if not text[start].isupper() or not before or before[-1] in ".!?:":
        return False
    return not pattern_of(r"[A-Z][\w&]*$").search(before)  # "Customer Segment" is no Segment
