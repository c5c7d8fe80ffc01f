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
    told = [(held, sighting) for held, sighting in seen if sighting is not None and sighting.runs]
    if not told:
        return ""
    refused: dict[str, list[str]] = {}
    for held, _ in seen[:_SHOWN]:
        if text := tried(case, held):
            refused.setdefault(text, []).append(_name(held))
    several = len(seen) > 1  # then it is said of which
    also = (f"{' and '.join(names)} in {text}" if several else text for text, names in refused.items())
    return "; ".join((_each(told, "set"), *also))


def tried(case: Case, held: CookieCase) -> str:
    """Return where a cookie was tried and refused, with the browser's own reason; empty where it was not."""
    found = case.refused_by_browser.get(held.cookie.key, ())
    runs: dict[str, str] = {}
    for refusal in found:
        runs.setdefault(refusal.run, visible(refusal.why, _LONGEST))
    return "; ".join(f"{visible(run, 80)}: tried, refused ({why})" for run, why in runs.items())


def all_tried(case: Case, found: Sequence[CookieCase]) -> str:
    """Return who asked for each of several cookies that only were tried; a reason that all share is said once."""
    whys = [tried(case, held) for held in found]
    first = [(held, case.refused_by_browser[held.cookie.key][0].sighting._replace(runs=())) for held in found]
    if len(set(whys)) == 1:
        return f"{_each(first, 'asked for')}. {whys[0]}"
    pairs = zip(first, whys, strict=True)
    return "; ".join(_some([f"{_each([one], 'asked for')}. {why}" for one, why in pairs]))


def by_whom(sighting: Sighting) -> str:
    """Return who set a cookie and on which page."""
    by = f"by {visible(sighting.setter, _LONGEST)}" if sighting.setter else "by whom was not recorded"
    return f"{by} on {visible(sighting.page, _LONGEST)}" if sighting.page else by


def _each(told: Sequence[tuple[CookieCase, Sighting]], done: str) -> str:
    """Return who set each cookie; a page and runs that are the same for all of several stand once, at the end."""
    pages = {sighting.page for _, sighting in told}
    runs = {sighting.runs for _, sighting in told}
    page = next(iter(pages)) if len(told) > 1 and len(pages) == 1 else None
    once = len(told) > 1 and len(runs) == 1
    texts = [
        f"{_name(held)} was {done} {by_whom(_less(sighting, page))}{'' if once else _runs(sighting)}"
        for held, sighting in told
    ]
    where = f" on {visible(page, _LONGEST)}" if page else ""
    ran = _runs(told[0][1]) if once else ""
    return "; ".join((*_some(texts), *((f"all{where}{ran}",) if where or ran else ())))


def _less(sighting: Sighting, page: str | None) -> Sighting:
    """Return a sighting without the page that is told for all."""
    if page is None:
        return sighting
    by = "the page itself" if sighting.setter == page else sighting.setter
    return sighting._replace(page=None, setter=by)


def _runs(sighting: Sighting) -> str:
    text = " and ".join(visible(run, 80) for run in sighting.runs)
    return f" ({text})" if text else ""


def _name(held: CookieCase) -> str:
    return f"{visible(held.ref.name, 80)} of {visible(held.ref.host, 80)}"


def _some(texts: Sequence[str]) -> tuple[str, ...]:
    more = len(texts) - _SHOWN
    return (*texts[:_SHOWN], *((f"and {count(more, 'more cookie')}",) if more > 0 else ()))
