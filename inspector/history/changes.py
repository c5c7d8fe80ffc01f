# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What became of one cookie between two looks: its value by marks, its lifetime, its attributes."""

from collections.abc import Iterator
from typing import Final

from inspector.core.cookie import Cookie, ValueState
from inspector.core.difference import Aspect, Difference, FieldChange, Kind
from inspector.core.lifetime import LifetimeBasis
from inspector.core.moments import SECOND_US, to_iso
from inspector.core.snapshot import Compared, SeenCookie
from inspector.core.store import Family

_TOLERANCE_US: Final = 60 * SECOND_US  # lifetimes that differ by less are the same one, set at another moment
_AS_SET: Final = (LifetimeBasis.UPDATED, LifetimeBasis.CAP, LifetimeBasis.STATED)
_ATTRIBUTES: Final = (
    *("session", "secure", "http_only", "same_site", "host_only", "partitioned_attribute", "priority"),
    *("source_scheme", "source_port", "source_type"),
)
_READ: Final = (ValueState.PLAINTEXT, ValueState.DECRYPTED, ValueState.EMPTY)


def compared_values(before: SeenCookie, after: SeenCookie, by_mark: bool) -> Compared:
    """Return whether two values are the same. Other lengths prove a change; without marks nothing proves the same."""
    one, other = before.cookie, after.cookie
    if one.value_state is ValueState.EMPTY and other.value_state is ValueState.EMPTY:
        return Compared.SAME
    if by_mark and before.mark is not None and after.mark is not None:
        return Compared.SAME if before.mark == after.mark else Compared.CHANGED
    if _is_empty(one) is not None and _is_empty(other) is not None and _is_empty(one) != _is_empty(other):
        return Compared.CHANGED
    lengths = (one.value_length, other.value_length)
    return Compared.CHANGED if None not in lengths and lengths[0] != lengths[1] else Compared.UNKNOWN


def _is_empty(cookie: Cookie) -> bool | None:
    if cookie.value_state is ValueState.EMPTY:
        return True
    return False if cookie.value_state in _READ or cookie.value_length else None


def difference_of(before: SeenCookie, after: SeenCookie, value: Compared) -> Difference | None:
    """Return what differs of a cookie that both looks saw, ``None`` where nothing does."""
    old, new = before.cookie, after.cookie
    if value is not Compared.CHANGED and old[2:] == new[2:]:  # all but store and isolation, which are of the key
        return None
    changes = tuple(_changes(old, new))
    aspects = [Aspect.VALUE] if value is Compared.CHANGED else []
    aspects += _of_lifetime(old, new)
    aspects += [Aspect.ATTRIBUTES] if any(change.field in _ATTRIBUTES for change in changes) else []
    if not aspects and not any(change.field in ("updated", "created") for change in changes):
        return None
    if not aspects:
        return Difference(Kind.RENEWED, before, after, (Aspect.RENEWED,), changes)
    return Difference(Kind.CHANGED, before, after, tuple(aspects), changes)


def _of_lifetime(old: Cookie, new: Cookie) -> Iterator[Aspect]:
    """Yield what became of the lifetime as set, and of the moment when it ends."""
    if old.session and new.session is False:
        yield Aspect.LONGER_LIVED
        return
    if old.session is False and new.session:
        yield Aspect.SHORTER_LIVED
        return
    before, after = old.lifetime, new.lifetime
    if before.us is not None and after.us is not None and before.basis in _AS_SET and after.basis in _AS_SET:
        longer = after.us - before.us
        if abs(longer) > _TOLERANCE_US:
            yield Aspect.LONGER_LIVED if longer > 0 else Aspect.SHORTER_LIVED
    if old.expires_us is not None and new.expires_us is not None and old.expires_us != new.expires_us:
        yield Aspect.PROLONGED if new.expires_us > old.expires_us else Aspect.SHORTENED


def _changes(old: Cookie, new: Cookie) -> Iterator[FieldChange]:
    for name, before, after in _facts(old, new):
        if before is not None and after is not None and before != after:
            yield FieldChange(name, before, after)


def _facts(old: Cookie, new: Cookie) -> Iterator[tuple[str, str | int | bool | None, str | int | bool | None]]:
    for name in ("expires", "updated", "created"):
        yield name, to_iso(getattr(old, f"{name}_us")), to_iso(getattr(new, f"{name}_us"))
    for name in _ATTRIBUTES:
        if name == "source_port" and new.store.family is Family.CHROMIUM:
            continue  # part of the identity there
        yield name, _known(getattr(old, name)), _known(getattr(new, name))
    yield "value_length", old.value_length, new.value_length


def _known(fact: str | int | bool | None) -> str | int | bool | None:
    """Return a fact, ``None`` where it is unknown."""
    if isinstance(fact, str):
        return None if str(fact) == "unknown" else str(fact)
    return fact
