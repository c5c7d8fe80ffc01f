# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie's record as JSON text, without an object in between: there may be a hundred thousand in one document.

The keys and their order are those of :func:`inspector.reports.objects.cookie_object`; a test holds the two together,
character by character.
"""

from json.encoder import encode_basestring_ascii as encoded
from typing import Any, Final, TypeVar

from inspector.core.cookie import Cookie
from inspector.core.isolation import NOT_ISOLATED, Isolation
from inspector.core.lifetime import UNKNOWN_LIFETIME
from inspector.core.moments import DAY_US, to_iso
from inspector.core.store import StoreRef
from inspector.reports.json_text import as_text
from inspector.reports.objects import container_name

T = TypeVar("T")
_ANSWER: Final = {True: "true", False: "false", None: "null"}
_NULL: Final = "null"
_MOST_KEPT: Final = 20_000
_HEAD: Final = '"browser": {}, "profile": {}, "container": {}, "first_party_domain": {}, "store": {}'


def text_of(text: str | None) -> str:
    """Return a text or ``null``. DEL is left to :func:`safe`, once for a whole line."""
    return "null" if text is None else encoded(text)


def safe(line: str) -> str:
    """Return a line of JSON with DEL escaped, which JSON allows raw and terminals do not."""
    return line.replace("\x7f", "\\u007f") if "\x7f" in line else line


class RecordText:
    """Writes records. What many cookies share (a name on a host of a store, the attributes) is put into text once."""

    def __init__(self) -> None:
        self._heads: dict[tuple[int, Isolation], tuple[StoreRef, str]] = {}
        self._starts: dict[tuple[object, ...], str] = {}
        self._middles: dict[tuple[object, ...], tuple[str, str]] = {}
        self._problems: dict[tuple[object, ...], str] = {(): "[]"}

    def record(self, cookie: Cookie, cookie_id: str, with_value: bool) -> str:
        """Return the record as one JSON object; the value only where it was asked for."""
        (  # all at once, in the order of the record: asking for each by its name takes twice as long
            store, isolation, host_key, host_only, name, path, created, accessed, updated, expires, session, secure,
            http_only, same_site, attribute, priority, scheme, port, source, state, length, _, secret, _, told, asked,
        ) = cookie  # fmt: skip
        home = None if isolation is NOT_ISOLATED else isolation
        key = name, host_key, host_only, home, store.file, store.profile, store.browser
        start = self._starts.get(key) or self._start(key, cookie)
        timeless = created is None and updated is None and accessed is None and asked is UNKNOWN_LIFETIME
        facts = session, secure, http_only, same_site, attribute, priority, scheme, port, source, state, home, timeless
        middle, end = self._middles.get(facts) or self._middle(facts, cookie, timeless)
        value = f', "value": {text_of(None if secret is None else secret.reveal())}' if with_value else ""
        return (
            f'{{"id": "{cookie_id}", {start}"path": {_NULL if path is None else encoded(path)}, {middle}'
            f'{"" if timeless else _setting(cookie)}"expires": {_NULL if expires is None else _moment(expires)}, '
            f"{'' if timeless else _lifetime(cookie)}{end}{_NULL if length is None else length}, "
            f'"problems": {self._problems.get(told) or self._told(told)}{value}}}'
        )

    def _start(self, key: tuple[object, ...], cookie: Cookie) -> str:
        """The record from its store to its name."""
        text = (
            f'{self._head(cookie.store, cookie.isolation)}, "host": {encoded(cookie.host)}, '
            f'"host_only": {_ANSWER[cookie.host_only]}, "name": {encoded(cookie.name)}, '
        )
        return kept(self._starts, key, text)

    def _middle(self, key: tuple[object, ...], cookie: Cookie, timeless: bool) -> tuple[str, str]:
        """The record from its partition on, and from its source to the length of its value: few, however many cookies.

        ``timeless``: no moment of setting is known, and so no lifetime; that is then said here.
        """
        before = f'"partition": {_partition(cookie.isolation)}, {_flags(cookie)}, '
        behind = f'{_origin(cookie)}, "value_length": '
        if timeless:
            before, behind = before + _setting(cookie), _lifetime(cookie) + behind
        return kept(self._middles, key, (before, behind))

    def _head(self, store: StoreRef, isolation: Isolation) -> str:
        key = (id(store), isolation)  # the store is kept beside its text, so no other can come to have its id
        found = self._heads.get(key)
        if found is None:
            texts = (
                store.browser,
                store.profile,
                container_name(isolation.container),
                isolation.first_party_domain,
                store.file,
            )
            found = self._heads[key] = (store, _HEAD.format(*map(text_of, texts)))
        return found[1]

    def _told(self, problems: tuple[tuple[str, str], ...]) -> str:
        found = self._problems.get(problems)
        if found is None:
            found = kept(self._problems, problems, as_text([f"{field}: {why}" for field, why in problems]))
        return found


def kept(table: dict[Any, T], key: object, text: T) -> T:
    """Keep a text for cookies that share it; where hardly any do, the table is emptied before it fills the memory."""
    if len(table) >= _MOST_KEPT:
        table.clear()
    table[key] = text
    return text


def _partition(isolation: Isolation) -> str:
    """The partition of a record, which is an object or ``null``."""
    held = isolation.partition
    return as_text(held and {"site": held.site, "has_cross_site_ancestor": held.has_cross_site_ancestor})


def _setting(cookie: Cookie) -> str:
    return (
        f'"created": {_moment(cookie.created_us)}, "accessed": {_moment(cookie.accessed_us)}, '
        f'"updated": {_moment(cookie.updated_us)}, '
    )


def _lifetime(cookie: Cookie) -> str:
    us, basis = cookie.lifetime
    return f'"lifetime_days": {"null" if us is None else repr(us / DAY_US)}, "lifetime_basis": "{basis!s}", '


def _flags(cookie: Cookie) -> str:
    return (
        f'"partitioned_attribute": {_ANSWER[cookie.partitioned_attribute]}, "same_site": "{cookie.same_site}", '
        f'"secure": {_ANSWER[cookie.secure]}, "http_only": {_ANSWER[cookie.http_only]}, '
        f'"session": {_ANSWER[cookie.session]}'
    )


def _origin(cookie: Cookie) -> str:
    return (
        f'"priority": "{cookie.priority}", "source_scheme": "{cookie.source_scheme}", '
        f'"source_port": {_number(cookie.source_port)}, '
        f'"source_type": "{cookie.source_type}", "value_state": "{cookie.value_state}"'
    )


def _moment(us: int | None) -> str:
    return "null" if us is None else f'"{to_iso(us)}"'


def _number(number: int | None) -> str:
    return "null" if number is None else str(number)
