# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""What a visit with a browser shows of a cookie, in words: who set it on which page, where it was tried and refused."""

from collections.abc import Sequence
from typing import Final

from inspector.core.evidence import Sighting
from inspector.core.visible import visible
from inspector.rules.case import Case, CookieCase
from inspector.rules.words import count

_LONGEST: Final = 160  # characters of an address
_SHOWN: Final = 3  # cookies named in one sentence


def shown(case: Case, found: Sequence[CookieCase]) -> str:
    """Return which requests show these cookies, and in which runs they were tried and refused; "" without a visit."""
    seen = [(held, case.evidence.sightings.get(held.cookie.key)) for held in found]
    told = [_set(held, sighting) for held, sighting in seen if sighting is not None and sighting.runs]
    if not told:
        return ""
    refused = [text for held, _ in seen[:_SHOWN] if (text := tried(case, held))]
    return "; ".join((*_some(told), *dict.fromkeys(refused)))


def tried(case: Case, held: CookieCase) -> str:
    """Return where a cookie was tried and refused, with the browser's own reason; empty where it was not."""
    found = case.refused_by_browser.get(held.cookie.key, ())
    runs: dict[str, str] = {}
    for refusal in found:
        runs.setdefault(refusal.run, visible(refusal.why, _LONGEST))
    return "; ".join(f"{visible(run, 80)}: tried, refused ({why})" for run, why in runs.items())


def all_tried(case: Case, found: Sequence[CookieCase]) -> str:
    """Return of several cookies that only were tried: each with who asked for it."""
    return "; ".join(_some([f"{_asked(case, held)}. {tried(case, held)}" for held in found]))


def by_whom(sighting: Sighting) -> str:
    """Return who set a cookie and on which page."""
    by = f"by {visible(sighting.setter, _LONGEST)}" if sighting.setter else "by whom was not recorded"
    return f"{by} on {visible(sighting.page, _LONGEST)}" if sighting.page else by


def _set(held: CookieCase, sighting: Sighting) -> str:
    return f"{_name(held)} was set {by_whom(sighting)} ({_runs(sighting)})"


def _runs(sighting: Sighting) -> str:
    return " and ".join(visible(run, 80) for run in sighting.runs)


def _asked(case: Case, held: CookieCase) -> str:
    first = case.refused_by_browser[held.cookie.key][0]
    return f"{_name(held)} was asked for {by_whom(first.sighting)}"


def _name(held: CookieCase) -> str:
    return f"{visible(held.ref.name, 80)} of {visible(held.ref.host, 80)}"


def _some(texts: Sequence[str]) -> tuple[str, ...]:
    more = len(texts) - _SHOWN
    return (*texts[:_SHOWN], *((f"and {count(more, 'more cookie')}",) if more > 0 else ()))
