# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""Every fact of one cookie in words, grouped: what the details pane shows and what "Copy details" copies.

The value itself is not among them, only its state, its length and a mask.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from inspector.core.cookie import Cookie, ValueState
from inspector.core.evidence import Sighting
from inspector.core.lifetime import Lifetime, LifetimeBasis
from inspector.core.moments import to_iso
from inspector.core.secret import MASK
from inspector.core.visible import visible
from inspector.gui import words
from inspector.gui.translation import translate

LONGEST: Final = 4096  # characters of one text; browsers keep at most 4096 bytes of name and value together


class Fact(NamedTuple):
    """One line of the pane: ``label``, ``text``, and a ``note`` where the text alone would mislead."""

    label: str
    text: str
    note: str = ""


class FactGroup(NamedTuple):
    """Facts that belong together, under a title."""

    title: str
    facts: tuple[Fact, ...]


_MOST_PAGES: Final = 5


def facts_of(cookie: Cookie, now_us: int, seen: Sighting | None = None) -> tuple[FactGroup, ...]:
    """Return the groups that have something to say about ``cookie``, in the order of the pane.

    ``seen`` is how a recording saw it being set; a browser's store records neither page nor address.
    """
    groups = [make(cookie, now_us) for make in _GROUPS]
    at = _GROUPS.index(_origin)
    groups[at] = groups[at]._replace(facts=(*groups[at].facts, *_set_on(seen)))
    return tuple(group for group in groups if group.facts)


def plain_text(groups: tuple[FactGroup, ...]) -> str:
    """Return facts as lines of text, for the clipboard."""
    return "\n\n".join("\n".join((group.title, *map(_line, group.facts))) for group in groups)


def _line(fact: Fact) -> str:
    text = f"{fact.text} ({fact.note})" if fact.note else fact.text
    return f"  {fact.label}: {text}" if fact.label else f"  {text}"


def _shown(text: str | None) -> str:
    return translate("facts", "Unknown") if text is None else visible(text, LONGEST)


def _moment(us: int | None, now_us: int) -> Fact:
    """Return text and note of a moment; the caller gives it its label."""
    if us is None:
        return Fact("", translate("facts", "Unknown"))
    return Fact("", words.moment(us), words.distance(us, now_us))


def _identity(cookie: Cookie, now_us: int) -> FactGroup:
    reach = {
        True: translate("facts", "This host only"),
        False: translate("facts", "This host and all its subdomains"),
        None: translate("facts", "This host; whether subdomains get it is unknown"),
    }[cookie.host_only]
    facts = (
        Fact(translate("facts", "Name"), _shown(cookie.name) or translate("facts", "(no name)")),
        Fact(translate("facts", "Host"), _shown(cookie.host) or translate("facts", "(no host)")),
        Fact(translate("facts", "Sent to"), reach),
        Fact(translate("facts", "Path"), _shown(cookie.path)),
    )
    return FactGroup(translate("facts", "Cookie"), facts)


def _lifetime(cookie: Cookie, now_us: int) -> FactGroup:
    facts = (
        _lifetime_as_set(cookie),
        _span(translate("facts", "Asked for"), cookie.requested),
        _span(translate("facts", "Stored"), cookie.stored_lifetime),
        _expiry(cookie, now_us),
        _moment(cookie.created_us, now_us)._replace(label=translate("facts", "First set")),
        _last_set(cookie, now_us),
        _moment(cookie.accessed_us, now_us)._replace(label=translate("facts", "Last used")),
    )
    return FactGroup(translate("facts", "Lifetime"), facts)


def _lifetime_as_set(cookie: Cookie) -> Fact:
    return Fact(translate("facts", "Lives"), _long(cookie.lifetime), words.basis(cookie.lifetime))


def _span(label: str, lifetime: Lifetime) -> Fact:
    """Return one of the two lifetimes: a header asks for one, a store keeps what the browser made of it."""
    if lifetime.basis is LifetimeBasis.UNKNOWN:
        return Fact(label, translate("facts", "Not recorded"))
    return Fact(label, _long(lifetime))


def _long(lifetime: Lifetime) -> str:
    bounded = words.lifetime_words(lifetime)
    return bounded if lifetime.us is None else bounded.replace(words.span(lifetime.us), words.long_span(lifetime.us))


def _expiry(cookie: Cookie, now_us: int) -> Fact:
    label = translate("facts", "Expires")
    if cookie.session:
        return Fact(label, translate("facts", "When the browser session ends"))
    return _moment(cookie.expires_us, now_us)._replace(label=label)


def _last_set(cookie: Cookie, now_us: int) -> Fact:
    fact = _moment(cookie.updated_us, now_us)._replace(label=translate("facts", "Last set"))
    if cookie.updated_us is not None and not cookie.updated_is_real:
        return fact._replace(note=translate("facts", "the moment when the browser upgraded its store, not a renewal"))
    return fact


def _protection(cookie: Cookie, now_us: int) -> FactGroup:
    facts = (
        Fact(translate("facts", "Secure"), words.yes_no(cookie.secure), _secure_note(cookie.secure)),
        Fact(translate("facts", "HttpOnly"), words.yes_no(cookie.http_only), _http_only_note(cookie.http_only)),
        Fact(translate("facts", "SameSite"), words.word(words.SAME_SITE, cookie.same_site)),
        Fact(translate("facts", "Partitioned"), words.yes_no(cookie.partitioned_attribute)),
        Fact(translate("facts", "Priority"), words.word(words.PRIORITY, cookie.priority)),
    )
    return FactGroup(translate("facts", "Attributes"), facts)


def _secure_note(secure: bool | None) -> str:
    notes = {True: translate("facts", "sent over https only"), False: translate("facts", "may travel over http too")}
    return "" if secure is None else notes[secure]


def _http_only_note(http_only: bool | None) -> str:
    notes = {
        True: translate("facts", "hidden from scripts"),
        False: translate("facts", "scripts on a page can read it"),
    }
    return "" if http_only is None else notes[http_only]


def _origin(cookie: Cookie, now_us: int) -> FactGroup:
    port = cookie.source_port
    ports = {None: translate("facts", "Unknown"), -1: translate("facts", "Not recorded when it was set")}
    facts = (
        Fact(translate("facts", "Set over"), words.word(words.SOURCE_SCHEME, cookie.source_scheme)),
        Fact(translate("facts", "Port"), ports.get(port) or str(port)),
        Fact(translate("facts", "Set by"), words.word(words.SOURCE_TYPE, cookie.source_type)),
    )
    return FactGroup(translate("facts", "Origin"), facts)


def _set_on(seen: Sighting | None) -> tuple[Fact, ...]:
    """Return which page and which address set it, as far as a recording tells."""
    absent = translate("facts", "Not recorded")
    pages = () if seen is None else seen.pages
    more = len(pages) - _MOST_PAGES
    note = translate("facts", "and on {count} more pages").format(count=words.amount(more)) if more > 0 else ""
    facts = [Fact(translate("facts", "On the page"), _shown(page)) for page in pages[:_MOST_PAGES]]
    facts[1:] = [fact._replace(label=translate("facts", "and")) for fact in facts[1:]]
    if facts:
        facts[-1] = facts[-1]._replace(note=note)
    else:
        facts = [Fact(translate("facts", "On the page"), absent)]
    setter = absent if seen is None or seen.setter is None else _shown(seen.setter)
    by_header = translate("facts", "its header was recorded") if seen is not None and seen.from_header else ""
    return (*facts, Fact(translate("facts", "By the address"), setter, by_header))


def _compartment(cookie: Cookie, now_us: int) -> FactGroup:
    return FactGroup(translate("facts", "Compartment"), (*_partition(cookie), *_containers(cookie)))


def _partition(cookie: Cookie) -> tuple[Fact, ...]:
    partition = cookie.isolation.partition
    if partition is None:
        return ()
    site = _shown(partition.site) + ("" if partition.port is None else f":{partition.port}")
    return (
        Fact(translate("facts", "Only within"), site, translate("facts", "kept apart for each site you visit")),
        Fact(translate("facts", "Another site between"), words.yes_no(partition.has_cross_site_ancestor)),
    )


def _containers(cookie: Cookie) -> tuple[Fact, ...]:
    container, first_party, private = (
        cookie.isolation.container,
        cookie.isolation.first_party_domain,
        cookie.isolation.private,
    )
    facts = []
    if container is not None:
        name = translate("facts", "Unknown name") if container.name is None else _shown(container.name)
        facts.append(Fact(translate("facts", "Container"), f"{name} ({container.id})"))
    if first_party is not None:
        facts.append(Fact(translate("facts", "First-party domain"), _shown(first_party)))
    if private is not None:
        facts.append(Fact(translate("facts", "Private window"), words.yes_no(private)))
    return tuple(facts)


def _value(cookie: Cookie, now_us: int) -> FactGroup:
    state = Fact(
        translate("facts", "State"), words.word(words.VALUE_STATE, cookie.value_state), _value_note(cookie.value_state)
    )
    facts = [state._replace(text=f"{MASK} ({state.text})") if cookie.value is not None else state]
    if cookie.value_length is not None:
        facts.append(Fact(translate("facts", "Length"), _bytes(cookie.value_length)))
    if cookie.encryption:
        facts.append(Fact(translate("facts", "Encryption"), _shown(cookie.encryption)))
    return FactGroup(translate("facts", "Value"), tuple(facts))


def _bytes(length: int) -> str:
    return translate("facts", "1 byte") if length == 1 else translate("facts", "%Ln bytes", None, length)


def _value_note(state: ValueState) -> str:
    notes = {
        ValueState.NOT_READ: translate("facts", "values are secret; the window reads what is around them"),
        ValueState.LOCKED: translate("facts", "encrypted with a key that other programs do not get"),
        ValueState.CORRUPT: translate("facts", "it could not be decrypted"),
        ValueState.DIGEST_MISMATCH: translate("facts", "its checksum names a host other than this cookie's"),
    }
    return notes.get(state, "")


def _place(cookie: Cookie, now_us: int) -> FactGroup:
    store = cookie.store
    schema = translate("facts", "Unknown") if store.schema_version is None else str(store.schema_version)
    facts = (
        Fact(translate("facts", "Browser"), _shown(store.browser_name or store.browser)),
        Fact(translate("facts", "Profile"), _shown(store.profile_name or store.profile) or translate("facts", "None")),
        Fact(translate("facts", "File"), _shown(store.file)),
        Fact(translate("facts", "Store version"), schema),
        _moment(store.modified_us, now_us)._replace(label=translate("facts", "Store changed")),
        Fact(translate("facts", "Cookie id"), cookie.id, translate("facts", "the same in every export")),
    )
    return FactGroup(translate("facts", "Where it is"), facts)


def _exact(cookie: Cookie, now_us: int) -> FactGroup:
    """The moments as they are stored, to the microsecond: local times above are rounded to the minute."""
    moments = (
        (translate("facts", "Expires"), cookie.expires_us),
        (translate("facts", "First set"), cookie.created_us),
        (translate("facts", "Last set"), cookie.updated_us),
        (translate("facts", "Last used"), cookie.accessed_us),
    )
    facts = tuple(Fact(label, iso) for label, us in moments if (iso := to_iso(us)) is not None)
    return FactGroup(translate("facts", "Exact times (UTC)"), facts)


def _oddities(cookie: Cookie, now_us: int) -> FactGroup:
    facts = tuple(Fact(_shown(problem.field), _shown(problem.why)) for problem in cookie.problems)
    return FactGroup(translate("facts", "Odd about this row"), facts)


_GROUPS: Final[tuple[Callable[[Cookie, int], FactGroup], ...]] = (
    _identity,
    _oddities,
    _lifetime,
    _protection,
    _compartment,
    _value,
    _origin,
    _place,
    _exact,
)
