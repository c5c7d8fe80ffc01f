# SPDX-FileCopyrightText: Cookie Inspector developers
# SPDX-License-Identifier: Apache-2.0
"""A cookie of a group was set after the visitor had refused that group.

What: in a recorded visit the visitor refused, and a cookie that is not necessary was asked for and kept later (within
two seconds of it: a note, what sets it may have been under way). Or the consent cookie proves an active refusal at a
known time, and a cookie of the refused group was last set later (by the store's own time, or by the time that a
well-known value carries). Banners that were not answered, states that tools set by themselves, US sale opt-outs and
cookies left over from before the refusal are none of this. Where a time is missing, nothing is judged and that is said.

Why: a refusal that changes nothing is worse than no banner.

Example: "OptanonConsent" records C0004:0, closed on 3 May; "IDE" in the site's partition was set on 10 May.

Sources: CookieBlock violation method 8, "ignored choice" (USENIX Security 2022). IAB TCF v2: its times are whole days,
so "later" means at least a day later.
"""

from collections.abc import Iterator

from inspector.core.consent import Consent
from inspector.core.finding import Level
from inspector.core.moments import SECOND_US
from inspector.core.visible import visible
from inspector.rules.api import Outcome, Rule
from inspector.rules.blindness import no_refusal
from inspector.rules.case import Case, CookieCase
from inspector.rules.purposes import NON_NECESSARY
from inspector.rules.set_times import SetTime, earliest_setting
from inspector.rules.words import because, day, named, what

_SLACK_US = 2 * SECOND_US  # a tag that was already running when the visitor clicked


def check(case: Case) -> Iterator[Outcome]:
    """Yield a finding for each cookie set after a refusal of its group, and say which could not be judged."""
    recorded = (
        {held.ref.id: held for held in case.cookies if _was_recorded(case, held)} if case.evidence.choices else {}
    )
    for held in recorded.values():
        yield from _watched(case, held)
    for consent in case.consents:
        refused = [group for group in NON_NECESSARY if consent.refused(group)]
        if refused and consent.made_us is None:
            yield RULE.undecided(f"{consent.tool} records a refusal and not when it was made")
            continue
        for held in case.cookies if refused else ():
            if held.label.group in refused and held.ref.id not in (consent.cookie.id, *recorded):
                yield from _judged(consent, held, consent.made_us or 0)


def _was_recorded(case: Case, held: CookieCase) -> bool:
    seen = case.evidence.sightings.get(held.cookie.key)
    return seen is not None and seen.after_refusal is not None and held.label.group in NON_NECESSARY


def _watched(case: Case, held: CookieCase) -> Iterator[Outcome]:
    """A visit that was watched: the refusal is known by who pressed what, and the setting by its request."""
    seen = case.evidence.sightings[held.cookie.key].after_refusal
    if seen is None:
        return
    choice, setter = seen.choice, visible(seen.setter, 160) if seen.setter else "a writer that was not recorded"
    how = visible(choice.evidence or f"by {choice.how}", 160)
    within = " (within two seconds: what set it may have been under way)" if seen.soon else ""
    yield RULE.found(
        f"{named(held)} ({what(held)}) was set after the visitor had refused{within}",
        "Make the tag wait for consent, and delete its cookies on refusal",
        held,
        level=Level.NOTE if seen.soon else None,
        evidence=(
            f"refused {day(choice.at_us)}: {how} ({visible(choice.run, 80)})",
            f"asked for {day(seen.set_us)} by {setter}, and kept",
            *because(held),
        ),
        rests_on_label=True,
    )


def _judged(consent: Consent, held: CookieCase, made_us: int) -> Iterator[Outcome]:
    set_at = earliest_setting(held.cookie)
    if set_at is None:
        yield RULE.undecided(f"{consent.tool} records a refusal; when this was last set is not recorded", held)
    elif set_at.us > made_us + max(consent.precision_us, _SLACK_US):
        yield _finding(consent, held, set_at)


def _finding(consent: Consent, held: CookieCase, set_at: SetTime) -> Outcome:
    group = held.label.group.value
    return RULE.found(
        f"{named(held)} ({what(held)}) was set after the visitor had refused {group} cookies",
        "Make the tag wait for consent, and delete its cookies on refusal",
        held,
        evidence=(
            f"{consent.tool}: {consent.why}; refused {day(consent.made_us)} ({consent.made_why})",
            f"set {day(set_at.us)} or later ({set_at.why})",
            *because(held),
        ),
        rests_on_label=True,
    )


RULE = Rule("CI402", "set-after-refusal", Level.ERROR, __doc__, check, by_label=True, unasked=no_refusal)
