# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""How rules speak of cookies, parties and purposes. Names come from sites: they are made visible and cut."""

from functools import lru_cache

from inspector.core.cookie import Cookie
from inspector.core.label import SURE_FROM, Purpose
from inspector.core.moments import to_iso
from inspector.core.visible import visible
from inspector.rules.case import CookieCase

_LONGEST_NAME = 80


def named(held: CookieCase) -> str:
    """Return a cookie as a sentence names it: name and host."""
    return _shown(held.ref.name, held.ref.host)


def name_of(cookie: Cookie) -> str:
    """Return a cookie's name and host, safe to show."""
    return _shown(cookie.name, cookie.host)


@lru_cache(maxsize=4096)
def _shown(name: str, host: str) -> str:
    return f'"{visible(name, _LONGEST_NAME)}" of {visible(host, _LONGEST_NAME)}'


def word(purpose: Purpose) -> str:
    """Return a purpose in words."""
    return purpose.value.replace("_", " ")


def what(held: CookieCase) -> str:
    """Return what a cookie is for and whose, as far as it is known: "likely ..." unless a sourced entry says so."""
    vendor = held.label.vendor_name or held.label.vendor
    purpose = purpose_of(held)
    return f"{purpose}, {visible(vendor, 60)}" if vendor else purpose


def purpose_of(held: CookieCase) -> str:
    """Return the purpose in words; what no sourced entry, table of the policy or correction says is only likely."""
    if held.label.purpose is Purpose.UNKNOWN:
        return "purpose unknown"
    # An opt-out is told by its value, which its vendor documents; no entry of a name stands behind it.
    read = held.label.purpose is Purpose.OPT_OUT and held.label.confidence >= SURE_FROM
    return word(held.label.purpose) if held.sure or read else f"likely {word(held.label.purpose)}"


def because(held: CookieCase) -> tuple[str, ...]:
    """Return what the label rests on, the deciding sentence first."""
    return _sentences(held.label.because[:2])


@lru_cache(maxsize=4096)
def _sentences(sentences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple([visible(sentence, 300) for sentence in sentences])


def day(us: int | None) -> str:
    """Return a moment to the second, or that it is not known."""
    text = to_iso(us)
    return f"{text[:10]} {text[11:19]} UTC" if text is not None and len(text) >= 19 else "an unknown time"


def count(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun."""
    return f"{number} {one if number == 1 else many or one + 's'}"
