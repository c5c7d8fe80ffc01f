# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""The cookies that a document names, each once: what the claims about one name say together."""

from collections.abc import Iterable

from inspector.core.policy import Claim, NamedCookie, Stance


def merge_named(claims: Iterable[Claim]) -> tuple[NamedCookie, ...]:
    """Return the named cookies of the claims, in the order in which they were first named.

    What one place leaves out another may say. Two places that state different lifetimes are both kept, because a
    cookie may keep either promise: a verdict has to know of both.
    """
    found: dict[str, list[NamedCookie]] = {}
    for claim in claims:
        if claim.field != "named_cookies" or claim.stance is not Stance.DECLARED:
            continue
        for name in claim.names:
            cookie = NamedCookie(name, claim.provider, claim.purpose, claim.lifetime, claim.storage)
            _merge(found.setdefault(_key(name), []), cookie)
    return tuple(cookie for cookies in found.values() for cookie in cookies)


def _key(name: str) -> str:
    """Names that differ only by the anchors of a regular expression are one name."""
    return name.removeprefix("^").removesuffix("$")


def _merge(held: list[NamedCookie], new: NamedCookie) -> None:
    for at, old in enumerate(held):
        if old.storage != new.storage and "cookie" not in (old.storage, new.storage):
            continue
        if (
            old.lifetime is None
            or new.lifetime is None
            or old.lifetime.value in (None, new.lifetime.value)
            or (new.lifetime.value is None)
        ):
            stated = old.lifetime if old.lifetime is not None and old.lifetime.value is not None else new.lifetime
            held[at] = NamedCookie(
                old.name,
                old.provider or new.provider,
                old.purpose or new.purpose,
                stated if stated is not None else old.lifetime,
                old.storage if old.storage != "cookie" else new.storage,
            )
            return
    held.append(new)
