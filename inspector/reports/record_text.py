# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie's record as JSON text, without an object in between: there may be a hundred thousand in one document.

The keys and their order are those of :func:`inspector.reports.objects.cookie_object`; a test holds the two together,
character by character.
"""

from json.encoder import encode_basestring_ascii as encoded
from typing import Any, Final

from inspector.core.cookie import Cookie
from inspector.core.isolation import Isolation
from inspector.core.moments import DAY_US, to_iso
from inspector.core.store import StoreRef
from inspector.reports.json_text import as_text
from inspector.reports.objects import container_name

_ANSWER: Final = {True: "true", False: "false", None: "null"}
_NULL: Final = "null"
# The fields of a cookie that few combinations are seen of, from "session" to "value_state": they lie side by side.
_FACTS: Final = slice(Cookie._fields.index("session"), Cookie._fields.index("value_state") + 1)
_HEAD: Final = '"browser": {}, "profile": {}, "container": {}, "first_party_domain": {}, "store": {}'


def text_of(text: str | None) -> str:
    """Return a text or ``null``. DEL is left to :func:`safe`, once for a whole line."""
    return "null" if text is None else encoded(text)


def safe(line: str) -> str:
    """Return a line of JSON with DEL escaped, which JSON allows raw and terminals do not."""
    return line.replace("\x7f", "\\u007f") if "\x7f" in line else line


class RecordText:
    """Writes records. What many cookies share (their store, a host, a row's problems) is put into text once."""

    def __init__(self) -> None:
        self._heads: dict[tuple[int, Isolation], tuple[StoreRef, str]] = {}
        self._partitions: dict[Isolation, str] = {}
        self._problems: dict[tuple[object, ...], str] = {}
        self._shared: dict[tuple[object, ...], tuple[str, str]] = {}

    def partition(self, isolation: Isolation) -> str:
        """Return the partition of a record, which is an object or ``null``."""
        found = self._partitions.get(isolation)
        if found is None:
            held = isolation.partition
            shown = held and {"site": held.site, "has_cross_site_ancestor": held.has_cross_site_ancestor}
            found = self._partitions[isolation] = as_text(shown)
        return found

    def record(self, cookie: Cookie, cookie_id: str, with_value: bool) -> str:
        """Return the record as one JSON object; the value only where it was asked for."""
        created, accessed = cookie.created_us, cookie.accessed_us
        updated, expires = cookie.updated_us, cookie.expires_us
        lived, basis = cookie.lifetime
        host = cookie.host_key
        flags, origin = self._facts(cookie)
        value = ""
        if with_value:
            value = f', "value": {text_of(None if cookie.value is None else cookie.value.reveal())}'
        return (
            f'{{"id": "{cookie_id}", {self._head(cookie.store, cookie.isolation)}, '
            f'"host": {encoded(host[1:] if host[:1] == "." else host)}, "host_only": {_ANSWER[cookie.host_only]}, '
            f'"name": {encoded(cookie.name)}, "path": {text_of(cookie.path)}, '
            f'"partition": {self.partition(cookie.isolation)}, {flags}, '
            f'"created": {_NULL if created is None else _moment(created)}, '
            f'"accessed": {_NULL if accessed is None else _moment(accessed)}, '
            f'"updated": {_NULL if updated is None else _moment(updated)}, '
            f'"expires": {_moment(expires)}, '
            f'"lifetime_days": {"null" if lived is None else repr(lived / DAY_US)}, "lifetime_basis": "{basis}", '
            f'{origin}, "value_length": {_number(cookie.value_length)}, '
            f'"problems": {self._told(cookie.problems)}{value}}}'
        )

    def _facts(self, cookie: Cookie) -> tuple[str, str]:
        """The attributes; where it came from and what became of its value: few combinations, however many cookies."""
        told: Any = cookie[_FACTS]
        found = self._shared.get(told)
        if found is None:
            found = self._shared[told] = _flags(cookie), _origin(cookie)
        return found

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
            found = self._problems[problems] = as_text([f"{field}: {why}" for field, why in problems])
        return found


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
